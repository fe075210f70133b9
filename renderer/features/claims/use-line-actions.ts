/** What keys and menus do with whole lines: add, delete, move, fill down, copy. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { copiesLimit, HINT_KEYS, shieldLimit } from '../../../shared/rules/limit-hint.js';
import { useToast } from '../../ui/toast.js';
import type { Claimable } from './claimables.js';
import { type InputColumn, openedCell } from './cells.js';
import type { ClaimsModel } from './columns.js';
import { copyText } from './copy-text.js';
import { filledDown, moveLine, neighbourOf, putLine, removeLines } from './edits.js';
import type { GridIntent } from './grid-keys.js';
import { isInput } from './line-row.js';
import type { GridColumn } from './navigation.js';
import { type Choice, linesFromTimetable, newLine, type NewLineContext } from './new-line.js';
import type { Claims } from './use-claims.js';
import type { Grid } from './use-grid.js';

type Options = {
  readonly claims: Claims;
  readonly model: ClaimsModel;
  readonly grid: Grid;
  readonly openCell: (id: string, column: GridColumn) => void;
};

export type LineActions = {
  /** True where the key was for the table. */
  readonly run: (intent: GridIntent) => boolean;
  readonly add: (claimable: Claimable, choice: Choice | undefined) => void;
  readonly addFromTimetable: () => void;
  /** Opens the cell of a field; false where the field has no cell. */
  readonly openFieldCell: (lineId: string, field: string) => boolean;
};

const COLUMNS: readonly InputColumn[] = ['claimed', 'unit', 'quantity', 'name'];

export function useLineActions({ claims, model, grid, openCell }: Options): LineActions {
  const { facts, changes, lockJa, decision, read } = claims;
  const toast = useToast();
  const context = useMemo(
    (): NewLineContext => ({
      facts,
      read,
      copies: copiesLimit(decision.headcount, read(HINT_KEYS.copySpare)) ?? 1,
      shields: Math.max(1, shieldLimit(decision.headcount)),
      participants: decision.headcount.participants ?? 1,
    }),
    [facts, read, decision],
  );

  const openFieldCell = useCallback(
    (lineId: string, field: string): boolean => {
      const line = facts.line(lineId);
      if (!line || lockJa !== undefined) return false;
      const column = COLUMNS.find((candidate) => {
        const { cell, column: own } = openedCell(line, candidate, facts.stage);
        return own === candidate && cell.kind !== 'panel' && cell.field === field;
      });
      if (column === undefined) return false;
      openCell(lineId, column);
      return true;
    },
    [facts, lockJa, openCell],
  );

  // A new line opens its first field as soon as it stands in the table.
  const [toOpen, setToOpen] = useState<string>();
  const isThere = toOpen !== undefined && facts.line(toOpen) !== undefined;
  useEffect(() => {
    if (!isThere || toOpen === undefined) return;
    setToOpen(undefined);
    openCell(toOpen, 'unit');
  }, [isThere, toOpen, openCell]);

  const add = useCallback(
    (claimable: Claimable, choice: Choice | undefined): void => {
      let added: string | undefined;
      const after =
        grid.chosen?.kind === 'line' && grid.chosen.account === claimable.account ? grid.chosen.id : undefined;
      void changes
        .edit(`${claimable.labelJa}の明細を加えました`, (course) => {
          const line = newLine(course.freshId('lines', 'L'), claimable.id, choice?.key ?? '', context);
          if (!line) return;
          added = line.id;
          course.put('lines', line, after === undefined ? {} : { at: { after } });
        })
        .then((recorded) => {
          if (!recorded.ok) {
            toast({ ja: recorded.problems[0]?.ja ?? 'この明細は加えられません' });
            grid.callFocus();
          } else if (added !== undefined) {
            grid.choose(added, 'unit');
            setToOpen(added);
          }
        });
    },
    [changes, context, grid, toast],
  );

  const addFromTimetable = useCallback((): void => {
    void changes.act('日程から明細を作りました', (course) => {
      const lines = linesFromTimetable((taken) => freshBeside(course.freshId('lines', 'L'), taken), context);
      for (const line of lines) course.put('lines', line);
    });
  }, [changes, context]);

  const run = (intent: GridIntent): boolean => {
    const { chosen, place, range } = grid;
    if (intent.kind === 'copy') {
      const rows = range.size > 0 ? model.rows.filter((row) => range.has(row.id)) : chosen ? [chosen] : [];
      void navigator.clipboard.writeText(copyText(rows, model.columns)).then(() => {
        toast({ ja: rows.length > 1 ? `${rows.length}行を写しました` : '行を写しました' });
      });
      return true;
    }
    if (lockJa !== undefined || chosen?.kind !== 'line' || !place) return false;
    const line = facts.line(chosen.id);
    if (!line) return false;
    if (intent.kind === 'remove') {
      const ids = range.size > 0 ? [...range] : [line.id];
      const labelJa = ids.length === 1 ? `明細 ${chosen.no} を消しました` : `明細 ${ids.length}件を消しました`;
      void changes.act(labelJa, removeLines(ids)).then(grid.callFocus);
      return true;
    }
    if (intent.kind === 'move') {
      const neighbour = neighbourOf(facts.lines, line.id, intent.by);
      if (neighbour !== undefined) {
        const side = intent.by === 'up' ? 'before' : 'after';
        void changes.edit('明細の順を変えました', moveLine(line, neighbour, side)).then(grid.callFocus);
      }
      return true;
    }
    if (intent.kind === 'fillDown') {
      const above = facts.line(neighbourOf(facts.lines, line.id, 'up') ?? '');
      const filled = above && isInput(place.column) ? filledDown(above, line, place.column, facts.stage) : undefined;
      if (filled) void changes.edit('上の値を写しました', putLine(filled));
      return true;
    }
    return false;
  };

  return { run, add, addFromTimetable, openFieldCell };
}

/** The next free id after those already given out: L12, taken L12 → L13. */
function freshBeside(id: string, taken: readonly string[]): string {
  const own = new Set(taken);
  let number = Number(id.slice(1));
  while (own.has(`L${number}`)) number += 1;
  return `L${number}`;
}
