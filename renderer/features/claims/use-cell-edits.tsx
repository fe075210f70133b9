/** Typing into cells: which cell is open, what is wrong with what was typed, and how it is written. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import { limitHint } from '../../../shared/rules/limit-hint.js';
import { type BadText, CellEditor, type Leave } from './cell-editor.js';
import { type InputColumn, openedCell, typed, cellText } from './cells.js';
import { putLine } from './edits.js';
import { isInput } from './line-row.js';
import { LimitHintBox } from './limit-hint-box.js';
import type { GridColumn } from './navigation.js';
import type { Claims } from './use-claims.js';
import type { Grid } from './use-grid.js';

type Opening = { readonly row: string; readonly column: InputColumn; readonly text: string; readonly count: number };
type Pending = { readonly row: string; readonly column: GridColumn; readonly text: string; readonly decision: unknown };

export type CellEdits = {
  readonly editor: ReactNode;
  readonly isEditing: boolean;
  readonly badOf: (id: string) => ReadonlyMap<GridColumn, BadText> | undefined;
  readonly pendingOf: (id: string) => Pending | undefined;
  /** Opens a cell with its text, or the panel's field behind it. */
  readonly open: (id: string, column: GridColumn) => void;
};

export function useCellEdits(claims: Claims, grid: Grid, openField: (field: string) => void): CellEdits {
  const { facts, changes, lockJa, decision } = claims;
  const stage = facts.stage;
  const [opening, setOpening] = useState<Opening>();
  const [isEditing, setEditing] = useState(false);
  const [bad, setBad] = useState<ReadonlyMap<string, ReadonlyMap<GridColumn, BadText>>>(new Map());
  const [pending, setPending] = useState<Pending>();

  const setBadText = useCallback((row: string, column: GridColumn, text: BadText | undefined): void => {
    setBad((before) => {
      const own = new Map(before.get(row));
      if (text) own.set(column, text);
      else own.delete(column);
      const next = new Map(before);
      if (own.size > 0) next.set(row, own);
      else next.delete(row);
      return next;
    });
  }, []);

  const write = useCallback(
    async (line: Line, column: GridColumn, labelJa: string, text: string): Promise<void> => {
      setPending({ row: line.id, column, text, decision });
      const recorded = await changes.edit(`${labelJa}を変えました`, putLine(line));
      if (!recorded.ok) {
        setPending(undefined);
        setBadText(line.id, column, { text, messageJa: recorded.problems[0]?.ja ?? '入れられませんでした' });
      }
    },
    [changes, decision, setBadText],
  );

  const open = useCallback(
    (id: string, column: GridColumn, text?: string): void => {
      const line = facts.line(id);
      if (!line || lockJa !== undefined || !isInput(column)) return;
      const target = openedCell(line, column, stage);
      if (target.cell.kind === 'panel') {
        grid.choose(id, column);
        openField(target.cell.field);
        return;
      }
      grid.choose(id, target.column);
      const start = text !== undefined && text !== '' ? text : cellText(target.cell);
      setOpening((before) => ({ row: id, column: target.column, text: start, count: (before?.count ?? 0) + 1 }));
    },
    [facts, lockJa, stage, grid, openField],
  );

  const leave = useCallback(
    (to: Leave): void => {
      setOpening(undefined);
      if (to !== 'stay') grid.step(to);
      grid.callFocus();
    },
    [grid],
  );

  const { place } = grid;
  const line = place && facts.line(place.row);
  const editor = useMemo((): ReactNode => {
    if (!place || !line || lockJa !== undefined || !isInput(place.column)) return null;
    const { column } = place;
    const target = openedCell(line, column, stage);
    if (target.cell.kind === 'panel') return null;
    const { cell } = target;
    const isOwn = target.column === column;
    const opened = opening?.row === line.id && opening.column === column ? opening : undefined;
    return (
      <CellEditor
        key={`${line.id} ${column} ${opened?.count ?? 0}`}
        labelJa={`${cell.labelJa} ${claims.numbers.get(line.id) ?? ''}`}
        text={cellText(cell)}
        align={cell.kind === 'number' ? 'right' : 'left'}
        bad={bad.get(line.id)?.get(column)}
        opensWith={opened?.text}
        hint={<LimitHintBox hint={limitHint(line, cell.field, claims)} labelJa={isOwn ? undefined : cell.labelJa} />}
        isOwn={isOwn}
        onCommit={(text) => {
          if (!isOwn) return undefined;
          const result = typed(cell, text);
          if (!result.ok) return result.messageJa;
          const shown = result.value;
          void write(result.line, column, cell.labelJa, typeof shown === 'number' ? grouped(shown) : shown);
          return undefined;
        }}
        onBad={(text) => setBadText(line.id, column, text)}
        onRedirect={(text) => open(line.id, column, text)}
        onLeave={leave}
        onOpenChange={setEditing}
      />
    );
  }, [place, line, lockJa, stage, opening, claims, bad, write, setBadText, open, leave]);

  return {
    editor,
    isEditing,
    badOf: (id) => bad.get(id),
    // What was committed stands in the cell until the store shows it: no flash of the old value.
    pendingOf: (id) => (pending?.row === id && pending.decision === decision ? pending : undefined),
    open,
  };
}
