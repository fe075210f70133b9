import type { Place } from '../../../shared/templates/place.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';

type Key = { readonly key: string; readonly ctrlKey: boolean };

/** Rows that PageUp and PageDown go over. */
const PAGE = 15;

/** Where a key leads from a cell; undefined for keys that do not move. Merged ranges are one step, as in Excel. */
export function nextPlace(grid: SheetGrid, from: Place, { key, ctrlKey }: Key): Place | undefined {
  const range = grid.rangeAt(from);
  const last = { row: grid.rows, column: grid.columns };
  const at = (row: number, column: number): Place =>
    grid.rangeAt({
      row: Math.min(Math.max(1, row), last.row),
      column: Math.min(Math.max(1, column), last.column),
    }).from;
  switch (key) {
    case 'ArrowUp':
      return at(ctrlKey ? edge(grid, from, -1, 0).row : range.from.row - 1, from.column);
    case 'ArrowDown':
      return at(ctrlKey ? edge(grid, from, 1, 0).row : range.to.row + 1, from.column);
    case 'ArrowLeft':
      return at(from.row, ctrlKey ? edge(grid, from, 0, -1).column : range.from.column - 1);
    case 'ArrowRight':
      return at(from.row, ctrlKey ? edge(grid, from, 0, 1).column : range.to.column + 1);
    case 'Home':
      return at(ctrlKey ? 1 : from.row, 1);
    case 'End':
      return at(ctrlKey ? last.row : from.row, last.column);
    case 'PageUp':
      return ctrlKey ? undefined : at(from.row - PAGE, from.column);
    case 'PageDown':
      return ctrlKey ? undefined : at(from.row + PAGE, from.column);
    default:
      return undefined;
  }
}

/** The next cell with a text in this direction, else the end of the sheet. */
function edge(grid: SheetGrid, from: Place, down: number, right: number): Place {
  let place = from;
  for (;;) {
    const next = { row: place.row + down, column: place.column + right };
    if (next.row < 1 || next.column < 1 || next.row > grid.rows || next.column > grid.columns) return place;
    place = next;
    if ((grid.cellAt(place)?.text ?? '') !== '') return place;
  }
}
