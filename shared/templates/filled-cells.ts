/** Which cells of a form a mapping fills. */
import { addressOf, columnNumber, type Place, placeOf } from './place.js';
import { type MappedColumn, type MappedSheet, type MappedTable, roomOf, rowsPerEntry } from './mapping.js';
import { holdersIn } from './template.js';

/** The cell of a column for an entry, counted from 0, of one sheet. */
export function placeInTable(table: MappedTable, column: MappedColumn, entry: number): Place {
  const row = table.firstRow + entry * rowsPerEntry(table) + (column.rowOfEntry ?? 1) - 1;
  return { row, column: columnNumber(column.column) };
}

/** Addresses of all cells that a sheet's mapping can fill; merged ranges by their first cell. */
export function filledCells(sheet: Pick<MappedSheet, 'cells' | 'tables'>, merged: readonly string[]): Set<string> {
  const holder = holdersIn(merged);
  const single = sheet.cells.flatMap((cell) => placeOf(cell.at) ?? []);
  const listed = sheet.tables.flatMap((table) =>
    table.columns.flatMap((column) =>
      Array.from({ length: roomOf(table) }, (_, entry) => placeInTable(table, column, entry)),
    ),
  );
  return new Set([...single, ...listed].map((place) => addressOf(holder(place))));
}
