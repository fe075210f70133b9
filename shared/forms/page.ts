/** The printed page: A4 with its margins, the scale at which a sheet fits its width, and where pages begin. */
import type { Cell, Orientation, Row, Sheet } from './sheet.js';
import { linesIn } from './text-width.js';

/** Margins in millimetres. */
export const MARGIN = { side: 12, end: 15, foot: 8 } as const;
const A4 = { short: 210, long: 297 } as const;
const MM_PER_INCH = 25.4;
const POINTS_PER_INCH = 72;
const PIXELS_PER_INCH = 96;

/** Points of a line of text of the body; 游ゴシック stands wider apart than other fonts. */
const LINE = 16.5;

/** What of 10 points is 8. */
const SMALLEST_SCALE = 0.8;

/** Excel's highest row, in points. */
const HIGHEST = 409;

/** Pixels of a column of `width` characters: seven each, and the room beside the text. */
export function columnPixels(width: number): number {
  return Math.round(width * 7) + 5;
}

/** Widths of the columns that are printed. */
export function visibleWidths(sheet: Pick<Sheet, 'widths' | 'hiddenColumns'>): number[] {
  return sheet.widths.filter((_, column) => !sheet.hiddenColumns.includes(column));
}

/** Scale at which a sheet is printed so that its width fits, and its height where it is one page; at most 1. */
export function printScale(
  sheet: Pick<Sheet, 'widths' | 'hiddenColumns' | 'orientation'> & Partial<Pick<Sheet, 'rows' | 'onePage'>>,
): number {
  const paper = sheet.orientation === 'portrait' ? A4.short : A4.long;
  const room = ((paper - 2 * MARGIN.side) / MM_PER_INCH) * PIXELS_PER_INCH;
  const needed = visibleWidths(sheet).reduce((total, width) => total + columnPixels(width), 0);
  const byWidth = Math.min(1, room / needed);
  return sheet.onePage === true && sheet.rows ? Math.min(byWidth, heightScale(sheet, sheet.rows)) : byWidth;
}

/** Scale at which all rows stand on one page. */
function heightScale({ orientation, widths }: Pick<Sheet, 'orientation' | 'widths'>, rows: readonly Row[]): number {
  return pageHeight(orientation) / Math.max(1, total(rows.map((row) => rowHeight(row, widths))));
}

/** True where one page holds the rows without its text getting too small. */
export function fitsOnePage(sheet: Pick<Sheet, 'widths' | 'orientation'>, rows: readonly Row[]): boolean {
  return heightScale(sheet, rows) >= SMALLEST_SCALE;
}

/** Points between the margins of a page, above and below. */
function pageHeight(orientation: Orientation): number {
  const paper = orientation === 'portrait' ? A4.long : A4.short;
  return ((paper - 2 * MARGIN.end) / MM_PER_INCH) * POINTS_PER_INCH;
}

/** Points that a row takes: its own height, or an estimate from the text that wraps in it. */
export function rowHeight(row: Row, widths: readonly number[]): number {
  if (row.height !== undefined) return row.height;
  const lines = [...row.cells].map(([column, cell]) => wrappedLines(cell, widths[column] ?? 1));
  return Math.min(Math.max(1, ...lines) * LINE, HIGHEST);
}

/** Points of `text` wrapped in `width` characters, for cells that cover several columns. */
export function heightOf(text: string, width: number): number {
  return Math.min(linesIn(text, width) * LINE + 1, HIGHEST);
}

function wrappedLines(cell: Cell, width: number): number {
  const isOwn = cell.wrap === true && (cell.span ?? 1) === 1 && typeof cell.value === 'string';
  return isOwn ? linesIn(cell.value as string, width) : 1;
}

/** The rows with a page begun wherever kept rows would otherwise be torn apart. */
export function withPages(sheet: Omit<Sheet, 'rows'>, rows: readonly Row[]): Row[] {
  if (sheet.onePage === true) return [...rows];
  const page = pageHeight(sheet.orientation) / printScale(sheet);
  const heights = rows.map((row) => rowHeight(row, sheet.widths));
  const [from, to] = sheet.repeatRows ?? [1, 0];
  const repeated = total(heights.slice(from - 1, to));
  let used = 0;
  return rows.map((row, index) => {
    const own = heights[index] ?? 0;
    const kept = total(heights.slice(index, index + (row.keep ?? 1)));
    const begins = row.keep !== undefined && used > 0 && used + kept > page && kept <= page - repeated;
    used = begins || used + own > page ? repeated + own : used + own;
    return begins ? { ...row, breakBefore: true } : row;
  });
}

function total(heights: readonly number[]): number {
  return heights.reduce((sum, height) => sum + height, 0);
}
