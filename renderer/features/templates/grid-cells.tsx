import { memo, type ReactNode } from 'react';
import { addressOf, type Place, type Range } from '../../../shared/templates/place.js';
import type { TemplateCell } from '../../../shared/templates/template.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';
import { classNames } from '../../ui/class-names.js';
import type { GridWindow } from './use-grid-window.js';
import type { Overlay, Overlays } from './ties.js';

type Props = {
  readonly grid: SheetGrid;
  readonly overlays: Overlays;
  readonly active: Place;
  readonly cellId: (at: string) => string;
  readonly drawn: GridWindow;
};

/** The cells in view, row by row: texts and borders of the form, and over them what is tied. */
export const GridCells = memo(function GridCells(props: Props): ReactNode {
  const { drawn } = props;
  const rows: ReactNode[] = [];
  for (let row = drawn.fromRow; row <= drawn.toRow; row += 1) {
    rows.push(
      <div key={row} role="row" aria-rowindex={row}>
        {cellsOfRow(props, row)}
      </div>,
    );
  }
  return rows;
});

/** Cells of a row; a merged range stands with the first of its places in view. */
function cellsOfRow({ grid, overlays, active, cellId, drawn }: Props, row: number): ReactNode[] {
  const cells: ReactNode[] = [];
  for (let column = drawn.fromColumn; column <= drawn.toColumn; column += 1) {
    const range = grid.rangeAt({ row, column });
    const { from } = range;
    const isFirstInView =
      row === Math.max(from.row, drawn.fromRow) && column === Math.max(from.column, drawn.fromColumn);
    if (!isFirstInView) continue;
    const at = addressOf(from);
    const isActive = from.row === active.row && from.column === active.column;
    const overlay = overlays.get(at);
    const text = grid.cellAt(from)?.text ?? '';
    const sides = sidesOf(grid, range);
    if (!isActive && overlay === undefined && text === '' && sides === '') continue;
    cells.push(
      <GridCell
        key={at}
        id={cellId(at)}
        at={at}
        grid={grid}
        range={range}
        sides={sides}
        overlay={overlay}
        isActive={isActive}
      />,
    );
  }
  return cells;
}

/** A merged range is framed by what its cells at the edges say. */
function sidesOf(grid: SheetGrid, { from, to }: Range): string {
  const first = grid.styleAt(from)?.sides ?? '';
  if (from.row === to.row && from.column === to.column) return first;
  const last = grid.styleAt(to)?.sides ?? '';
  return `${first}${last}`;
}

type CellProps = {
  readonly id: string;
  readonly at: string;
  readonly grid: SheetGrid;
  readonly range: Range;
  readonly sides: string;
  readonly overlay: Overlay | undefined;
  readonly isActive: boolean;
};

function GridCell(props: CellProps): ReactNode {
  const { id, at, grid, range, overlay, isActive } = props;
  const { from, to } = range;
  const cell = grid.cellAt(from);
  const [left, top] = [grid.left(from.column), grid.top(from.row)];
  const width = grid.left(to.column + 1) - left;
  const height = grid.top(to.row + 1) - top;
  if (width === 0 || height === 0) return null;
  const text = overlay?.ja ?? cell?.text ?? '';
  const isWrapped = height > TWO_LINES || isBroken(grid, from, text);
  const room = width + (runsOn(props, isWrapped) ? roomBeside(grid, range) : 0);
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={from.column}
      aria-selected={isActive}
      aria-label={spokenJa(at, overlay, cell)}
      data-at={at}
      className={classNames(isWrapped && 'form-cell-wraps', classesOf(props))}
      style={{ left, top, width: width + 1, height: height + 1 }}
    >
      {text === '' || overlay?.isFirst === false ? null : (
        <span className="form-cell-text" style={{ maxWidth: room - 4 }}>
          {text}
        </span>
      )}
      {cell?.formula === undefined ? null : (
        <span className="form-cell-formula" aria-hidden="true">
          fx
        </span>
      )}
    </div>
  );
}

function spokenJa(at: string, overlay: Overlay | undefined, cell: TemplateCell | undefined): string {
  const tie = overlay && `結びつき ${overlay.spokenJa}`;
  return [at, tie, cell?.formula && '数式', cell?.text].filter(Boolean).join('、');
}

function classesOf({ grid, range, sides, overlay, isActive }: CellProps): string {
  const style = grid.styleAt(range.from);
  return classNames(
    'form-cell',
    ...[...new Set(sides)].map((side) => `form-cell-${side}`),
    style?.align && `form-cell-${style.align}`,
    style?.bold && 'form-cell-bold',
    style?.vertical && 'form-cell-vertical',
    overlay && 'form-cell-tied',
    overlay?.isFirst === false && 'form-cell-rest',
    isActive && 'form-cell-active',
  );
}

function isBroken(grid: SheetGrid, place: Place, text: string): boolean {
  return text.includes('\n') || grid.styleAt(place)?.wraps === true;
}

/** Whether the text may leave its cell to the right. */
function runsOn({ grid, range, overlay }: CellProps, isWrapped: boolean): boolean {
  const align = grid.styleAt(range.from)?.align ?? 'left';
  return overlay === undefined && !isWrapped && align === 'left';
}

const TWO_LINES = 36;
/** Cells to the right over which a text may run. */
const MOST_BESIDE = 60;

/** As in Excel, a text runs on over empty cells beside it. */
function roomBeside(grid: SheetGrid, { from, to }: Range): number {
  let column = to.column + 1;
  while (column <= Math.min(grid.columns, to.column + MOST_BESIDE)) {
    const next = grid.rangeAt({ row: from.row, column });
    if ((grid.cellAt(next.from)?.text ?? '') !== '') break;
    column = next.to.column + 1;
  }
  return grid.left(column) - grid.left(to.column + 1);
}
