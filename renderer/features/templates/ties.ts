/** What stands over the cells of a sheet: names of tied fields, or the values that would be written. */
import { fieldLabelJa } from '../../../shared/templates/fields.js';
import { placeInTable } from '../../../shared/templates/filled-cells.js';
import { type MappedSheet, roomOf } from '../../../shared/templates/mapping.js';
import { addressOf, type Place, placeOf } from '../../../shared/templates/place.js';
import type { PlannedCell } from '../../../shared/templates/preview.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';

export type Overlay = {
  /** Shown in the cell. */
  readonly ja: string;
  /** Rows behind the first of a table are only tinted. */
  readonly isFirst: boolean;
  /** For a screen reader. */
  readonly spokenJa: string;
};

/** By address of the cell that holds the value. */
export type Overlays = ReadonlyMap<string, Overlay>;

export function tieOverlays({ cells, tables }: Pick<MappedSheet, 'cells' | 'tables'>, grid: SheetGrid): Overlays {
  const overlays = new Map<string, Overlay>();
  const put = (place: Place, overlay: Overlay): void => {
    overlays.set(addressOf(grid.rangeAt(place).from), overlay);
  };
  for (const table of tables) {
    for (const column of table.columns) {
      const ja = fieldLabelJa(column.field, table.table);
      const spokenJa = `${fieldLabelJa(table.table)}の${ja}`;
      for (let entry = 0; entry < roomOf(table); entry += 1) {
        put(placeInTable(table, column, entry), { ja, isFirst: entry === 0, spokenJa: `${spokenJa} ${entry + 1}件目` });
      }
    }
  }
  for (const cell of cells) {
    const place = placeOf(cell.at);
    const ja = fieldLabelJa(cell.field);
    if (place) put(place, { ja, isFirst: true, spokenJa: ja });
  }
  return overlays;
}

export function valueOverlays(cells: readonly PlannedCell[], sheet: string): Overlays {
  return new Map(
    cells
      .filter((cell) => cell.sheet === sheet && cell.copy === 0)
      .map(({ at, text, labelJa }) => [
        at,
        { ja: text, isFirst: true, spokenJa: `${labelJa} ${text === '' ? '空にします' : text}` },
      ]),
  );
}
