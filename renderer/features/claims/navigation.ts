/** Where the arrow keys go in the 経費 table. Rows are what is shown, top to bottom; columns are what a row has. */
import type { ClaimRow } from './rows.js';

export type GridColumn =
  'no' | 'name' | 'quantity' | 'unit' | 'claimed' | 'eligible' | 'cut' | 'provisional' | 'marks' | 'why' | 'papers';

/** The chosen row, and the column that is wanted: a row that lacks it shows the nearest one, the wish stays. */
export type GridPlace = { readonly row: string; readonly column: GridColumn };

export type Step = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'top' | 'bottom' | 'pageUp' | 'pageDown';

const PAGE = 15;

/** The place one step further; the same place at an edge. */
export function stepFrom(
  place: GridPlace,
  step: Step,
  rows: readonly ClaimRow[],
  columns: readonly GridColumn[],
): GridPlace {
  const index = rows.findIndex((row) => row.id === place.row);
  const target = rows[clamp(index + rowOffset(step, index, rows.length), rows.length)];
  if (!target) return place;
  return { row: target.id, column: columnAfter(place.column, step, target, columns) };
}

/** The column of a row that a wish for `wanted` comes down to. */
export function shownColumn(row: ClaimRow, wanted: GridColumn, columns: readonly GridColumn[]): GridColumn {
  const own = columnsOf(row, columns);
  if (own.includes(wanted)) return wanted;
  const position = columns.indexOf(wanted);
  return own.findLast((candidate) => columns.indexOf(candidate) < position) ?? own[0] ?? wanted;
}

/** Columns that a row has: a group has only its head; a line without a unit price has no such cell. */
function columnsOf(row: ClaimRow, columns: readonly GridColumn[]): GridColumn[] {
  if (row.kind === 'group') return columns.filter((column) => column === 'name');
  return columns.filter((column) => column !== 'unit' || row.unit !== undefined);
}

/** The next line with an open mark after a row, going round at the end. */
export function nextMarked(from: string | undefined, rows: readonly ClaimRow[]): string | undefined {
  const start = rows.findIndex((row) => row.id === from);
  const order = [...rows.slice(start + 1), ...rows.slice(0, start + 1)];
  return order.find((row) => row.kind === 'line' && row.marks.some((mark) => mark !== 'approved'))?.id;
}

function rowOffset(step: Step, index: number, count: number): number {
  switch (step) {
    case 'up':
      return -1;
    case 'down':
      return 1;
    case 'pageUp':
      return -PAGE;
    case 'pageDown':
      return PAGE;
    case 'top':
      return -index;
    case 'bottom':
      return count - 1 - index;
    default:
      return 0;
  }
}

function columnAfter(wanted: GridColumn, step: Step, row: ClaimRow, columns: readonly GridColumn[]): GridColumn {
  if (step !== 'left' && step !== 'right' && step !== 'rowStart' && step !== 'rowEnd') return wanted;
  const own = columnsOf(row, columns);
  const index = own.indexOf(shownColumn(row, wanted, columns));
  const next = { left: index - 1, right: index + 1, rowStart: 0, rowEnd: own.length - 1 }[step];
  return own[clamp(next, own.length)] ?? wanted;
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index));
}
