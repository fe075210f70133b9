/** A sheet of a form as a grid: where its columns and rows lie, which cells are merged, what a place shows. */
import type { SheetLook, StyleLook, TemplateLook } from './sheet-look.js';
import { addressOf, contains, type Place, type Range, rangeOf } from './place.js';
import type { TemplateCell, TemplateSheet } from './template.js';

export type SheetGrid = {
  readonly rows: number;
  readonly columns: number;
  /** Left edge of a column, and top of a row, counted from 1; one past the last is the end. */
  readonly left: (column: number) => number;
  readonly top: (row: number) => number;
  /** The merged range that a place lies in, else the place alone. */
  readonly rangeAt: (place: Place) => Range;
  readonly cellAt: (place: Place) => TemplateCell | undefined;
  readonly styleAt: (place: Place) => StyleLook | undefined;
  /** The place under a point, in pixels from the first cell. */
  readonly placeAt: (x: number, y: number) => Place;
};

/** Free rows and columns behind what is used, so that a cell beside the form can be chosen too. */
const BEYOND = 3;
/** A sheet is drawn that far; styled columns without contents may go on to the last one of Excel. */
const MOST_COLUMNS = 400;
const MOST_ROWS = 5_000;

export function sheetGrid(sheet: TemplateSheet, look: SheetLook, styles: TemplateLook['styles']): SheetGrid {
  const merged = sheet.merged.flatMap((reference) => rangeOf(reference) ?? []);
  const used = rangeOf(sheet.usedRange ?? 'A1')?.to ?? { row: 1, column: 1 };
  const columns = Math.min(MOST_COLUMNS, used.column + BEYOND);
  const rows = Math.min(MOST_ROWS, used.row + BEYOND);
  const lefts = edges(columns, look.columnWidth, (column) => widthOf(look, column));
  const heights = new Map(look.rows.flatMap(({ row, height }) => (height === undefined ? [] : [[row, height]])));
  const tops = edges(rows, look.rowHeight, (row) => heights.get(row));
  const byRow = rangesByRow(merged);
  const runs = new Map(look.rows.map((row) => [row.row, row.styles]));
  return {
    rows,
    columns,
    left: (column) => lefts[Math.min(column, columns + 1)] ?? 0,
    top: (row) => tops[Math.min(row, rows + 1)] ?? 0,
    rangeAt: (place) => byRow.get(place.row)?.find((range) => contains(range, place)) ?? { from: place, to: place },
    cellAt: (place) => sheet.cells[addressOf(place)],
    styleAt: ({ row, column }) => {
      const run = runs.get(row)?.find(([from, to]) => column >= from && column <= to);
      return run && styles[run[2]];
    },
    placeAt: (x, y) => ({ row: indexAt(tops, y, rows), column: indexAt(lefts, x, columns) }),
  };
}

function widthOf(look: SheetLook, column: number): number | undefined {
  return look.columns.find(({ from, to }) => column >= from && column <= to)?.width;
}

/** Edges by number, from 1; `edges[count + 1]` is the end. */
function edges(count: number, usual: number, sizeOf: (number: number) => number | undefined): number[] {
  const list = [0, 0];
  for (let number = 1; number <= count; number += 1) list.push((list.at(-1) ?? 0) + (sizeOf(number) ?? usual));
  return list;
}

function rangesByRow(merged: readonly Range[]): ReadonlyMap<number, readonly Range[]> {
  const byRow = new Map<number, Range[]>();
  for (const range of merged) {
    for (let row = range.from.row; row <= Math.min(range.to.row, MOST_ROWS); row += 1) {
      byRow.set(row, [...(byRow.get(row) ?? []), range]);
    }
  }
  return byRow;
}

function indexAt(list: readonly number[], at: number, count: number): number {
  let [low, high] = [1, count];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
