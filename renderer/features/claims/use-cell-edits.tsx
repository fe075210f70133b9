/** Typing into cells: which cell is open, what is wrong with what was typed, and how it is written. */
import { type ReactNode, useCallback, useState } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { grouped } from '../../../shared/money.js';
import { limitHint } from '../../../shared/rules/limit-hint.js';
import { type BadText, CellEditor, type CellEditorProps, type Leave } from './cell-editor.js';
import { cellText, type InputColumn, type NumberCell, openedCell, type TextCell, typed } from './cells.js';
import { putLine } from './edits.js';
import { isInput } from './line-row.js';
import { LimitHintBox } from './limit-hint-box.js';
import type { GridColumn, GridPlace } from './navigation.js';
import type { Claims } from './use-claims.js';
import type { Grid } from './use-grid.js';
import { useStable } from './use-stable.js';

type Opening = {
  readonly row: string;
  readonly column: InputColumn;
  readonly text: string;
  readonly isChosen: boolean;
  readonly count: number;
};
type Pending = { readonly row: string; readonly column: GridColumn; readonly text: string; readonly decision: unknown };

export type CellEdits = {
  readonly editor: ReactNode;
  readonly isEditing: boolean;
  readonly badOf: (id: string) => ReadonlyMap<GridColumn, BadText> | undefined;
  readonly pendingOf: (id: string) => Pending | undefined;
  /** Opens a cell with its text, or the panel's field behind it. */
  readonly open: (id: string, column: GridColumn) => void;
};

type Target = {
  readonly line: Line;
  readonly column: InputColumn;
  readonly cell: NumberCell | TextCell;
  /** False where the value follows from another cell. */
  readonly isOwn: boolean;
};

function isAt(opening: Opening | undefined, place: GridPlace | undefined): boolean {
  return opening !== undefined && opening.row === place?.row && opening.column === place.column;
}

type TargetEditorProps = Omit<CellEditorProps, 'labelJa' | 'text' | 'align' | 'hint' | 'isOwn'> & {
  readonly claims: Claims;
  readonly target: Target;
};

function TargetEditor({ claims, target, ...props }: TargetEditorProps): ReactNode {
  const { cell, line, isOwn } = target;
  return (
    <CellEditor
      {...props}
      labelJa={`${cell.labelJa} ${claims.numbers.get(line.id) ?? ''}`}
      text={cellText(cell)}
      align={cell.kind === 'number' ? 'right' : 'left'}
      hint={<LimitHintBox hint={limitHint(line, cell.field, claims)} labelJa={isOwn ? undefined : cell.labelJa} />}
      isOwn={isOwn}
    />
  );
}

/** What can be typed at a place; nothing where the value stands in the panel or cannot be typed at all. */
function targetOf({ facts }: Claims, place: GridPlace): Target | undefined {
  const line = facts.line(place.row);
  if (!line || !isInput(place.column)) return undefined;
  const { cell, column } = openedCell(line, place.column, facts.stage);
  if (cell.kind === 'panel') return undefined;
  return { line, column: place.column, cell, isOwn: column === place.column };
}

export function useCellEdits(
  claims: Claims,
  grid: Grid,
  openField: (lineId: string, field: string) => void,
): CellEdits {
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

  const open = useStable((id: string, column: GridColumn, text?: string, isChosen?: boolean): void => {
    const line = facts.line(id);
    if (!line || lockJa !== undefined || !isInput(column)) return;
    const target = openedCell(line, column, stage);
    if (target.cell.kind === 'panel') {
      grid.choose(id, column);
      openField(id, target.cell.field);
      return;
    }
    grid.choose(id, target.column);
    const start = text ?? cellText(target.cell);
    setOpening((before) => ({
      row: id,
      column: target.column,
      text: start,
      isChosen: isChosen !== false,
      count: (before?.count ?? 0) + 1,
    }));
  });

  const commit = (target: Target, text: string): string | undefined => {
    const result = typed(target.cell, text);
    if (!result.ok) return result.messageJa;
    const shown = typeof result.value === 'number' ? grouped(result.value) : result.value;
    void write(result.line, target.column, target.cell.labelJa, shown);
    return undefined;
  };

  const leave = (to: Leave): void => {
    setOpening(undefined);
    if (to !== 'stay') grid.step(to);
    grid.callFocus();
  };

  const { place } = grid;
  const target = place && lockJa === undefined ? targetOf(claims, place) : undefined;
  const opened = isAt(opening, place) ? opening : undefined;
  const editor =
    target && place ? (
      <TargetEditor
        key={`${place.row} ${place.column} ${opened?.count ?? 0}`}
        claims={claims}
        target={target}
        bad={bad.get(place.row)?.get(place.column)}
        opensWith={opened?.text}
        opensChosen={opened?.isChosen === true}
        onCommit={(text) => (target.isOwn ? commit(target, text) : undefined)}
        onBad={(text) => setBadText(place.row, place.column, text)}
        onRedirect={(text, isChosen) => open(place.row, place.column, text, isChosen)}
        onLeave={leave}
        onOpenChange={setEditing}
      />
    ) : null;

  return {
    editor,
    isEditing,
    badOf: (id) => bad.get(id),
    // What was committed stands in the cell until the store shows it: no flash of the old value.
    pendingOf: (id) => (pending?.row === id && pending.decision === decision ? pending : undefined),
    open,
  };
}
