/** Tying the field in the hand to a cell. */
import { columnLetters } from '../../../shared/import/list-sheet.js';
import { withCell, withColumn } from '../../../shared/templates/edit-mapping.js';
import { fieldLabelJa } from '../../../shared/templates/fields.js';
import type { MappedSheet } from '../../../shared/templates/mapping.js';
import { addressOf, type Place } from '../../../shared/templates/place.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';
import { guessedRows } from '../../../shared/templates/table-rows.js';
import type { FieldChoice } from './field-groups.js';
import { firstWay } from './way-words.js';

export type Tied =
  | { readonly ok: true; readonly edit: (sheet: MappedSheet) => MappedSheet }
  /** Why the cell cannot take the field. */
  | { readonly ok: false; readonly ja: string };

/**
 * The edit that ties a field to a cell. The first column of a table says where its first row is; how far it goes is
 * guessed from the sheet. Further columns belong to the rows of the table.
 */
export function tied({
  grid,
  mapped,
  choice,
  place,
  onFormula,
}: {
  readonly grid: SheetGrid;
  readonly mapped: MappedSheet;
  readonly choice: FieldChoice;
  readonly place: Place;
  readonly onFormula?: 'result' | 'replace';
}): Tied {
  const { field, table: key } = choice;
  const item = { field, as: firstWay(choice.kind, grid.cellAt(place)), ...(onFormula ? { onFormula } : {}) };
  if (key === undefined) return { ok: true, edit: (sheet) => withCell(sheet, { at: addressOf(place), ...item }) };
  const known = mapped.tables.find((own) => own.table === key);
  const begun = known ?? { table: key, whenFull: 'refuse' as const, ...guessedRows(grid, place) };
  if (place.row < begun.firstRow || place.row > begun.lastRow) {
    return {
      ok: false,
      ja: `${fieldLabelJa(key)}の表は ${begun.firstRow}〜${begun.lastRow} 行です。その行のセルを選んでください`,
    };
  }
  const row = ((place.row - begun.firstRow) % (begun.rowsPerEntry ?? 1)) + 1;
  const column = { column: columnLetters(place.column - 1), ...(row > 1 ? { rowOfEntry: row } : {}), ...item };
  return { ok: true, edit: (sheet) => withColumn(sheet, begun, column) };
}
