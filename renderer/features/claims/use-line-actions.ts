/** What keys and menus do with whole lines: add, delete, move, fill down, copy. */
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { copiesLimit, shieldLimit } from '../../../shared/rules/facts/headcount.js';
import { HINT_KEYS } from '../../../shared/rules/limit-hint.js';
import { useToast } from '../../ui/toast.js';
import type { Claimable } from './claimables.js';
import { type InputColumn, openedCell } from './cells.js';
import type { ClaimsModel } from './columns.js';
import { copyText } from './copy-text.js';
import { copiedLine, filledDown, moveLine, neighbourOf, putLine, removeLines } from './edits.js';
import type { GridIntent } from './grid-keys.js';
import { isInput } from './line-row.js';
import type { GridColumn } from './navigation.js';
import type { Choice } from './choices.js';
import { linesFromTimetable, newLine, type NewLineContext } from './new-line.js';
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
      // Rides have more than a fare: what is wrong with one is mended in its own fields.
      if (!line || lockJa !== undefined || field === 'legs') return false;
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
  const toOpen = useRef<string>(undefined);
  useEffect(() => {
    const id = toOpen.current;
    if (id === undefined || !facts.line(id)) return;
    toOpen.current = undefined;
    openCell(id, 'unit');
  }, [facts, openCell]);

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
          toOpen.current = line.id;
          course.put('lines', line, after === undefined ? {} : { at: { after } });
        })
        .then((recorded) => {
          if (!recorded.ok) {
            toast({ ja: recorded.problems[0]?.ja ?? 'この明細は加えられません' });
            grid.callFocus();
          } else if (added !== undefined) {
            grid.choose(added, 'unit');
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

  const copy = (): void => {
    const { chosen, range } = grid;
    const rows = range.size > 0 ? model.rows.filter((row) => range.has(row.id)) : chosen ? [chosen] : [];
    void navigator.clipboard.writeText(copyText(rows, model.columns)).then(() => {
      toast({ ja: rows.length > 1 ? `${rows.length}行をコピーしました` : '行をコピーしました' });
    });
  };

  const remove = (line: Line): void => {
    const ids = grid.range.size > 0 ? [...grid.range] : [line.id];
    const labelJa =
      ids.length === 1 ? `明細 ${claims.numbers.get(line.id) ?? ''} を消しました` : `明細 ${ids.length}件を消しました`;
    void changes.act(labelJa, removeLines(ids)).then(grid.callFocus);
  };

  const move = (line: Line, by: 'up' | 'down'): void => {
    const neighbour = neighbourOf(facts.lines, line.id, by);
    if (neighbour === undefined) return;
    const side = by === 'up' ? 'before' : 'after';
    void changes.edit('明細の順を変えました', moveLine(line, neighbour, side)).then(grid.callFocus);
  };

  const duplicate = (line: Line, column: GridColumn): void => {
    let added: string | undefined;
    void changes
      .edit('同じ明細を加えました', (course) => {
        added = course.freshId('lines', 'L');
        course.put('lines', copiedLine(line, added), { at: { after: line.id } });
      })
      .then((recorded) => recorded.ok && added !== undefined && grid.choose(added, column));
  };

  const fillDown = (line: Line, column: GridColumn): void => {
    const above = facts.line(neighbourOf(facts.lines, line.id, 'up') ?? '');
    const filled = above && isInput(column) ? filledDown(above, line, column, facts.stage) : undefined;
    if (filled) void changes.edit('上の値を写しました', putLine(filled));
  };

  const run = (intent: GridIntent): boolean => {
    if (intent.kind === 'copy') {
      copy();
      return true;
    }
    const line = grid.chosen?.kind === 'line' ? facts.line(grid.chosen.id) : undefined;
    if (lockJa !== undefined || !line || !grid.place) return false;
    switch (intent.kind) {
      case 'remove':
        remove(line);
        return true;
      case 'move':
        move(line, intent.by);
        return true;
      case 'duplicate':
        duplicate(line, grid.place.column);
        return true;
      case 'fillDown':
        fillDown(line, grid.place.column);
        return true;
      default:
        return false;
    }
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
