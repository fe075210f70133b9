/** Taking a list over: file → rows → columns → people → comparison. Nothing is written before 反映します. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { canReadPeople, type ColumnMatch, type ListColumn } from '../../../shared/import/columns.js';
import { comparePeople, type Comparison } from '../../../shared/import/compare-people.js';
import { readPeople } from '../../../shared/import/read-people.js';
import type { Held } from '../../../shared/import/taken-over.js';
import type { Case } from '../../../shared/model/case/case.js';
import { useDesk } from '../../desk/desk-context.js';
import { type ListSource, readSource } from '../../desk/list-import/read-source.js';
import { useRefusal } from '../../desk/refusal.js';
import { inSlices } from './in-slices.js';
import { columnsOf, likeliestSheet } from './list-source.js';

export type Opened = {
  readonly source: ListSource;
  readonly sheetAt: number;
  readonly match: ColumnMatch;
  /** The user has said what the columns mean. */
  readonly isSaid: boolean;
};

export type ImportState =
  | { readonly kind: 'none' }
  | { readonly kind: 'working'; readonly verbJa: string; readonly done?: number; readonly total?: number }
  | ({ readonly kind: 'columns' } & Opened)
  | ({ readonly kind: 'preview'; readonly comparison: Comparison } & Opened);

export type PeopleImport = {
  readonly state: ImportState;
  readonly open: (nameJa: string, content: Blob) => Promise<void>;
  readonly chooseSheet: (at: number) => Promise<void>;
  readonly showColumns: () => void;
  /** Goes on with the columns as the user has set them. */
  readonly setColumns: (columns: readonly ListColumn[]) => Promise<void>;
  /** やめる: everything is let go, nothing has changed. */
  readonly close: () => void;
};

export function useImport(value: Case): PeopleImport {
  const { host, database } = useDesk();
  const refuse = useRefusal();
  const [state, setState] = useState<ImportState>({ kind: 'none' });
  const running = useRef<AbortController>(undefined);

  const begin = (verbJa: string): AbortSignal => {
    running.current?.abort();
    running.current = new AbortController();
    setState({ kind: 'working', verbJa });
    return running.current.signal;
  };
  const close = useCallback((): void => {
    running.current?.abort();
    setState({ kind: 'none' });
  }, []);
  useEffect(() => () => running.current?.abort(), []);

  const compare = async (opened: Opened): Promise<void> => {
    const signal = begin('名簿を比べています');
    const comparison = await comparisonOf(opened, value, signal, (done, total) =>
      setState({ kind: 'working', verbJa: '名簿を比べています', done, total }),
    );
    if (comparison) setState({ kind: 'preview', comparison, ...opened });
  };

  const openSheet = async (source: ListSource, sheetAt: number, signal: AbortSignal): Promise<void> => {
    const sheet = source.sheets[sheetAt];
    if (!sheet) return;
    const match = await columnsOf(database, sheet);
    if (signal.aborted) return;
    const opened: Opened = { source, sheetAt, match, isSaid: false };
    if (match.doubtsJa.length > 0 || !canReadPeople(match.columns)) setState({ kind: 'columns', ...opened });
    else await compare(opened);
  };

  return {
    state,
    open: async (nameJa, content) => {
      const signal = begin('ファイルを読んでいます');
      const read = await readSource(host, nameJa, content);
      if (signal.aborted) return;
      if (read.ok) await openSheet(read.source, likeliestSheet(read.source), signal);
      else {
        close();
        refuse({
          title: 'この名簿は読めません',
          subject: nameJa,
          safeJa: `${read.error.messageJa}今ある受講者はそのままです。`,
          code: read.error.code,
        });
      }
    },
    chooseSheet: async (at) => {
      if (state.kind === 'columns' || state.kind === 'preview')
        await openSheet(state.source, at, begin('シートを読んでいます'));
    },
    showColumns: () => {
      if (state.kind === 'preview') setState({ ...state, kind: 'columns' });
    },
    setColumns: async (columns) => {
      if (state.kind !== 'columns') return;
      const { source, sheetAt, match } = state;
      const changed = columns.some((column, index) => column.field !== match.columns[index]?.field);
      const isSaid = state.isSaid || changed || match.doubtsJa.length > 0;
      await compare({ source, sheetAt, match: { ...match, columns, doubtsJa: [] }, isSaid });
    },
    close,
  };
}

async function comparisonOf(
  { source, sheetAt, match }: Opened,
  value: Case,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Comparison | undefined> {
  const sheet = source.sheets[sheetAt];
  if (!sheet) return undefined;
  const total = sheet.rows.length * 2;
  const people = await inSlices(readPeople(sheet, match.columns, match.headingAt), {
    signal,
    onProgress: (done) => onProgress(done, total),
  });
  if (!people) return undefined;
  return inSlices(comparePeople(people, { held: heldIn(value), fiscalYear: value.course.fiscalYear }), {
    signal,
    onProgress: (done) => onProgress(sheet.rows.length + done, total),
  });
}

function heldIn({ participants, enrollments }: Case): Held[] {
  const own = new Map((enrollments ?? []).map((enrollment) => [enrollment.participantId, enrollment]));
  return (participants ?? []).map((participant) => ({ participant, enrollment: own.get(participant.id) }));
}
