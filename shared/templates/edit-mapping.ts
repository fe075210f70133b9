/** Tying fields to cells and letting go of them: pure edits of a mapping; whoever stores it seals its sheets anew. */
import { columnNumber, placeOf, type Place } from './place.js';
import {
  type MappedCell,
  type MappedColumn,
  type MappedSheet,
  type MappedTable,
  rowsPerEntry,
  type TemplateMapping,
} from './mapping.js';

/** What ties a cell. */
export type Tie =
  | { readonly kind: 'cell'; readonly cell: MappedCell }
  /** `entry` counts from 0: the first entry shows which field a column holds. */
  | { readonly kind: 'column'; readonly table: MappedTable; readonly column: MappedColumn; readonly entry: number };

const UNSEALED = '0'.repeat(64);

/** The part of a mapping for a sheet; an empty one where it has none. */
export function mappedSheet(mapping: TemplateMapping | undefined, sheet: string): MappedSheet {
  const known = mapping?.sheets.find((own) => own.sheet.toLowerCase() === sheet.toLowerCase());
  return known ?? { sheet, fingerprint: UNSEALED, cells: [], tables: [] };
}

/** The tie of a cell of a sheet, if it has one. */
export function tieAt({ cells, tables }: Pick<MappedSheet, 'cells' | 'tables'>, place: Place): Tie | undefined {
  const cell = cells.find((own) => isSame(placeOf(own.at), place));
  if (cell) return { kind: 'cell', cell };
  for (const table of tables) {
    if (place.row < table.firstRow || place.row > table.lastRow) continue;
    const entry = Math.floor((place.row - table.firstRow) / rowsPerEntry(table));
    const row = ((place.row - table.firstRow) % rowsPerEntry(table)) + 1;
    const column = table.columns.find(
      (own) => columnNumber(own.column) === place.column && (own.rowOfEntry ?? 1) === row,
    );
    const isWhole = (entry + 1) * rowsPerEntry(table) <= table.lastRow - table.firstRow + 1;
    if (column && isWhole) return { kind: 'column', table, column, entry };
  }
  return undefined;
}

/** Replaces the part of a mapping for a sheet; a sheet without any tie is left out. */
export function withSheet(mapping: TemplateMapping, changed: MappedSheet): TemplateMapping {
  const others = mapping.sheets.filter((own) => own.sheet !== changed.sheet);
  const isEmpty = changed.cells.length === 0 && changed.tables.length === 0;
  return { ...mapping, sheets: isEmpty ? others : [...others, changed] };
}

/** Ties a field to a cell; what the cell was tied to before gives way. */
export function withCell(sheet: MappedSheet, cell: MappedCell): MappedSheet {
  const place = placeOf(cell.at);
  const free = place ? withoutTie(sheet, place) : sheet;
  return { ...free, cells: [...free.cells, cell] };
}

/** Ties a field to a column of a table of the sheet, which is begun with `begun` where there is none of it yet. */
export function withColumn(sheet: MappedSheet, begun: Omit<MappedTable, 'columns'>, column: MappedColumn): MappedSheet {
  const known = sheet.tables.find((own) => own.table === begun.table);
  const row = column.rowOfEntry ?? 1;
  const others = (known?.columns ?? []).filter((own) => own.column !== column.column || (own.rowOfEntry ?? 1) !== row);
  return withTable(sheet, { ...(known ?? begun), columns: [...others, column] });
}

/** Replaces the table of the same name. */
export function withTable(sheet: MappedSheet, table: MappedTable): MappedSheet {
  return { ...sheet, tables: [...sheet.tables.filter((own) => own.table !== table.table), table] };
}

/** Lets go of what a cell is tied to; a table without columns goes too. */
export function withoutTie(sheet: MappedSheet, place: Place): MappedSheet {
  const tie = tieAt(sheet, place);
  if (!tie) return sheet;
  if (tie.kind === 'cell') return { ...sheet, cells: sheet.cells.filter((own) => own !== tie.cell) };
  const columns = tie.table.columns.filter((own) => own !== tie.column);
  const tables = sheet.tables.filter((own) => own !== tie.table);
  return { ...sheet, tables: columns.length === 0 ? tables : [...tables, { ...tie.table, columns }] };
}

/** Changes how the field of a tied cell is written. */
export function withItem(
  sheet: MappedSheet,
  place: Place,
  change: (item: Pick<MappedCell, 'as' | 'onFormula'>) => Pick<MappedCell, 'as' | 'onFormula'>,
): MappedSheet {
  const tie = tieAt(sheet, place);
  if (!tie) return sheet;
  if (tie.kind === 'cell') {
    const changed = { at: tie.cell.at, field: tie.cell.field, ...change(tie.cell) };
    return { ...sheet, cells: sheet.cells.map((own) => (own === tie.cell ? changed : own)) };
  }
  const { column: letters, rowOfEntry, field } = tie.column;
  const row = rowOfEntry === undefined ? {} : { rowOfEntry };
  const changed = { column: letters, ...row, field, ...change(tie.column) };
  const columns = tie.table.columns.map((own) => (own === tie.column ? changed : own));
  return { ...sheet, tables: sheet.tables.map((own) => (own === tie.table ? { ...own, columns } : own)) };
}

/** Where a field is tied to, by sheet; for a column its first cell. */
export function placesOf(mapping: TemplateMapping | undefined, field: string, table?: string): string[] {
  return (mapping?.sheets ?? []).flatMap((sheet) => {
    if (table === undefined) return sheet.cells.filter((own) => own.field === field).map((own) => own.at);
    const tables = sheet.tables.filter((own) => own.table === table);
    return tables.flatMap((own) =>
      own.columns
        .filter((column) => column.field === field)
        .map((column) => `${column.column}${own.firstRow + (column.rowOfEntry ?? 1) - 1}`),
    );
  });
}

function isSame(a: Place | undefined, b: Place): boolean {
  return a?.row === b.row && a.column === b.column;
}
