/** How far a table of a form goes, guessed from what is drawn: a start that the user can put right. */
import type { SheetGrid } from './sheet-grid.js';
import type { Place } from './place.js';

export type TableRows = { readonly firstRow: number; readonly lastRow: number; readonly rowsPerEntry: number };

/** Rows that are looked at below the first. */
const MOST = 500;

/** From the pressed cell down: rows of the same height of merge and border, until a formula or a heading ends them. */
export function guessedRows(grid: SheetGrid, first: Place): TableRows {
  const range = grid.rangeAt(first);
  const rowsPerEntry = range.to.row - range.from.row + 1;
  const isFramed = hasFrame(grid, range.from.row);
  let lastRow = range.to.row;
  while (lastRow + rowsPerEntry <= Math.min(grid.rows, range.from.row + MOST)) {
    const next = { row: lastRow + 1, column: range.from.column };
    const own = grid.rangeAt(next);
    if (own.from.row !== next.row || own.to.row - own.from.row + 1 !== rowsPerEntry) break;
    if (endsTable(grid, next) || (isFramed && !hasFrame(grid, next.row))) break;
    lastRow += rowsPerEntry;
  }
  return { firstRow: range.from.row, lastRow, rowsPerEntry };
}

/** A row of sums or of another heading; numbers of the rows such as 1, 2, 3 belong to the table. */
function endsTable(grid: SheetGrid, { row, column }: Place): boolean {
  for (let at = 1; at <= grid.columns; at += 1) {
    const cell = grid.cellAt({ row, column: at });
    if (cell === undefined) continue;
    if (at === column && cell.formula !== undefined) return true;
    if (/合計|小計|総計|^計$/u.test(cell.text.replace(/\s/gu, ''))) return true;
  }
  return false;
}

/** Some cell of the row is framed; the cells of a table are seldom all. */
function hasFrame(grid: SheetGrid, row: number): boolean {
  for (let column = 1; column <= grid.columns; column += 1) {
    if ((grid.styleAt({ row, column })?.sides ?? '') !== '') return true;
  }
  return false;
}
