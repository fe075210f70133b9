/** Cells of a form that look as if something belonged into them and that no field is tied to. */
import { tieAt } from './edit-mapping.js';
import type { MappedSheet } from './mapping.js';
import { addressOf, type Place } from './place.js';
import type { SheetGrid } from './sheet-grid.js';

export type BlankCell = {
  readonly at: string;
  /** The nearest label to the left or above; empty where there is none. */
  readonly labelJa: string;
};

const MOST = 300;

/** Empty framed cells without a tie, row by row; at most some hundred, `hasMore` where there are more. */
export function leftBlank(
  grid: SheetGrid,
  mapped: Pick<MappedSheet, 'cells' | 'tables'>,
): { readonly cells: readonly BlankCell[]; readonly hasMore: boolean } {
  const cells: BlankCell[] = [];
  for (let row = 1; row <= grid.rows; row += 1) {
    for (let column = 1; column <= grid.columns; column += 1) {
      const place = { row, column };
      if (!isBlank(grid, place) || tieAt(mapped, place)) continue;
      if (cells.length === MOST) return { cells, hasMore: true };
      cells.push({ at: addressOf(place), labelJa: labelOf(grid, place) });
    }
  }
  return { cells, hasMore: false };
}

function isBlank(grid: SheetGrid, place: Place): boolean {
  const range = grid.rangeAt(place);
  if (range.from.row !== place.row || range.from.column !== place.column) return false;
  const cell = grid.cellAt(place);
  if (cell && (cell.text.trim() !== '' || cell.formula !== undefined)) return false;
  const sides = grid.styleAt(place)?.sides ?? '';
  return sides.includes('t') && sides.includes('b');
}

/** The text to the left in the row, else the one above in the column. */
function labelOf(grid: SheetGrid, { row, column }: Place): string {
  for (let at = column - 1; at >= 1; at -= 1) {
    const text = textAt(grid, { row, column: at });
    if (text !== '') return text;
  }
  for (let at = row - 1; at >= 1; at -= 1) {
    const text = textAt(grid, { row: at, column });
    if (text !== '') return text;
  }
  return '';
}

function textAt(grid: SheetGrid, place: Place): string {
  const cell = grid.cellAt(grid.rangeAt(place).from);
  return cell?.formula === undefined ? (cell?.text.replace(/\s+/gu, ' ').trim() ?? '') : '';
}
