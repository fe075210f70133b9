/** Figures being changed: kept per row until they have a value and a place where it stands. */
import { useCallback, useMemo, useState } from 'react';
import type { Recorded } from '../../db/changes.js';
import { useDesk } from '../../desk/desk-context.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { useWithdrawToast } from '../../ui/toast.js';
import { changeDraft } from './book-changes.js';
import { type EditField, type FigureEdit, type ReadEdit, readEdit } from './figure-edit.js';
import type { FigureRow } from './figure-rows.js';

export type FigureEdits = {
  readonly of: (row: FigureRow) => FigureEdit | undefined;
  readonly count: number;
  readonly has: (rowId: string) => boolean;
  readonly change: (row: FigureRow, fields: FigureEdit) => void;
  readonly drop: (row: FigureRow) => void;
  /** What the row would be, or what it still lacks. */
  readonly read: (row: FigureRow) => ReadEdit | undefined;
  /** The field that a refused accept named, with its sentence. */
  readonly lack: { readonly rowId: string; readonly field: EditField; readonly ja: string } | undefined;
  /** Writes the row; false where something is missing. */
  readonly accept: (row: FigureRow) => Promise<boolean>;
  readonly lastSource: string | undefined;
};

type Lack = NonNullable<FigureEdits['lack']>;

export function useFigureEdits(book: Rulebook): FigureEdits {
  const { door } = useDesk();
  const [edits, setEdits] = useState<ReadonlyMap<string, FigureEdit>>(new Map());
  const [lack, setLack] = useState<Lack>();
  const [lastSource, setLastSource] = useState<string>();
  const withdraw = useWithdrawToast();
  const { file } = book;

  const change = useCallback((row: FigureRow, fields: FigureEdit) => {
    setLack(undefined);
    setEdits((before) => new Map(before).set(row.id, { ...before.get(row.id), ...fields }));
  }, []);
  const drop = useCallback((row: FigureRow) => {
    setLack(undefined);
    setEdits((before) => {
      const next = new Map(before);
      next.delete(row.id);
      return next;
    });
  }, []);

  return useMemo(() => {
    const read = (row: FigureRow): ReadEdit | undefined => {
      const edit = edits.get(row.id);
      return edit && readEdit(edit, { row, file, lastSource });
    };
    const accept = async (row: FigureRow): Promise<boolean> => {
      const edit = edits.get(row.id) ?? {};
      const place = { row, file, lastSource };
      const result = readEdit(edit, place);
      if (!result.ok) {
        setLack({ rowId: row.id, field: result.field, ja: result.ja });
        return false;
      }
      const recorded: Recorded = await changeDraft(door, book, `「${row.head.label}」を変えました`, (own) => {
        const again = readEdit(edit, { ...place, file: own });
        return again.ok ? again.file : own;
      });
      if (!recorded.ok) {
        setLack({ rowId: row.id, field: 'value', ja: recorded.problems[0]?.ja ?? 'この変更はできません' });
        return false;
      }
      // The offer to take back the change before this one is no longer true.
      withdraw();
      setLastSource(result.sourceId);
      drop(row);
      return true;
    };
    return {
      of: (row) => edits.get(row.id),
      count: edits.size,
      has: (rowId) => edits.has(rowId),
      change,
      drop,
      read,
      lack,
      accept,
      lastSource,
    };
  }, [edits, lack, lastSource, file, book, door, withdraw, change, drop]);
}
