/** A sheet in points of the paper: every printed cell with its place, its look and its text in lines. */
import { columnPixels, MARGIN, printScale } from '../../shared/forms/page.js';
import type { Cell, Look, Row, Sheet } from '../../shared/forms/sheet.js';
import { type CellLines, LOOKS, STRONG_LINE } from '../excel/looks.js';
import type { Face, Faces } from './faces.js';
import { widthOf } from './faces.js';
import { brokenLines, widestNumber } from './line-breaks.js';
import { type NotedSheets, withGeta } from './notes.js';
import { isNegative, shownText, standsRight } from './shown-text.js';

export type LaidText = {
  readonly lines: readonly string[];
  readonly face: Face;
  /** Points. */
  readonly size: number;
  readonly lineHeight: number;
  readonly colour: string;
  readonly align: 'left' | 'center' | 'right';
};

export type LaidCell = {
  /** Points from the left edge of the paper. */
  readonly left: number;
  readonly width: number;
  /** Free room beside the text. */
  readonly inset: number;
  readonly fill: string | undefined;
  readonly border: CellLines;
  readonly text: LaidText | undefined;
  /** 注1 */
  readonly mark: string | undefined;
};

export type LaidRow = {
  readonly cells: readonly LaidCell[];
  /** Points that the workbook gives it, and the least that its texts need. */
  readonly natural: number;
  readonly least: number;
  readonly keep: number;
  readonly breakBefore: boolean;
  /** The heads of a table. */
  readonly isHead: boolean;
};

export type LaidSheet = {
  readonly sheet: Sheet;
  /** Points of the paper. */
  readonly width: number;
  readonly height: number;
  readonly rows: readonly LaidRow[];
  /** Index of the first row after which only remarks follow. */
  readonly remarks: number;
};

export const POINTS_PER_MM = 72 / 25.4;
const A4 = { short: 595.28, long: 841.89 } as const;
const POINTS_PER_PIXEL = 72 / 96;
/** Size of the text of the body, and height of a row with one line, before scaling. */
const BODY_SIZE = 10;
const ROW_HEIGHT = 16.5;
const LINE_HEIGHT = 1.3;
/** Free room around text, before scaling. */
const INSET = 1.7;
const ABOVE_AND_BELOW = 2;
/** Text that should get smaller breaks into lines rather than become unreadable. */
const SMALLEST = 6;
const INK = '#000000';
const RED = '#c00000';
/** Under a check that does not come out, as Excel shows it. */
const WRONG = '#f4b6b6';

/** Places all printed cells of a sheet. */
export function laidSheet(sheet: Sheet, marks: NotedSheets['marks'], faces: Faces): LaidSheet {
  const isTall = sheet.orientation === 'portrait';
  const width = isTall ? A4.short : A4.long;
  const place = new Placing(sheet, marks, faces, width);
  const rows = sheet.rows.map((row) => place.row(row));
  return { sheet, width, height: isTall ? A4.long : A4.short, rows, remarks: sheet.rows.findLastIndex(isTable) + 1 };
}

class Placing {
  readonly #scale: number;
  /** Left edge of each column, and the right edge of the last. */
  readonly #edges: readonly number[];
  readonly #rightMargin: number;

  constructor(
    readonly sheet: Sheet,
    readonly marks: ReadonlyMap<Cell, string>,
    readonly faces: Faces,
    paperWidth: number,
  ) {
    this.#scale = printScale(sheet);
    const widths = sheet.widths.map((width, column) =>
      sheet.hiddenColumns.includes(column) ? 0 : columnPixels(width) * POINTS_PER_PIXEL * this.#scale,
    );
    const total = widths.reduce((sum, width) => sum + width, 0);
    const edges = [(paperWidth - total) / 2];
    for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
    this.#edges = edges;
    this.#rightMargin = paperWidth - MARGIN.side * POINTS_PER_MM;
  }

  row(row: Row): LaidRow {
    const cells = [...row.cells]
      .filter(([column]) => column < this.sheet.widths.length && !this.sheet.hiddenColumns.includes(column))
      .map(([column, cell]) => this.#cell(column, cell, row));
    const needed = cells.map(({ text }) =>
      text === undefined ? 0 : text.lines.length * text.lineHeight + ABOVE_AND_BELOW * this.#scale,
    );
    return {
      cells,
      natural: (row.height ?? ROW_HEIGHT) * this.#scale,
      least: Math.max(0, ...needed),
      keep: row.keep ?? 1,
      // Breaks before kept rows were reckoned with Excel's heights; here they follow from the rows themselves.
      breakBefore: row.breakBefore === true && row.keep === undefined,
      isHead: row.cells.size > 0 && [...row.cells.values()].every(({ look }) => look === 'columnHead'),
    };
  }

  #cell(column: number, cell: Cell, row: Row): LaidCell {
    const left = this.#edge(column);
    const width = this.#edge(column + (cell.span ?? 1)) - left;
    const look = LOOKS[cell.look];
    const own = look.border ?? {};
    return {
      left,
      width,
      inset: INSET * this.#scale,
      fill: isWrong(cell, row) ? WRONG : colourOf(look.fill),
      border: row.lineAbove === true ? { ...own, top: STRONG_LINE } : own,
      text: this.#text(cell, left, width),
      mark: this.marks.get(cell),
    };
  }

  #edge(column: number): number {
    return this.#edges[Math.min(column, this.#edges.length - 1)] ?? 0;
  }

  #text(cell: Cell, left: number, width: number): LaidText | undefined {
    const shown = withGeta(shownText(cell), this.faces);
    if (shown === '') return undefined;
    const { font } = LOOKS[cell.look];
    const face = font?.bold === true ? this.faces.bold : this.faces.regular;
    const natural = (font?.size ?? BODY_SIZE) * this.#scale;
    // A title stands over the empty cells beside it, as far as the margin.
    const room = (isFree(cell.look) ? Math.max(width, this.#rightMargin - left) : width) - 2 * INSET * this.#scale;
    const { lines, size } = fitted(shown, cell.wrap === true, natural, room, face);
    return {
      lines,
      face,
      size,
      lineHeight: size * LINE_HEIGHT,
      colour: isNegative(cell) ? RED : (colourOf(font?.color?.argb) ?? INK),
      align: cell.align ?? (standsRight(cell) ? 'right' : 'left'),
    };
  }
}

/** Text in the lines and the size in which it fits `room` points; numbers are never torn. */
function fitted(
  text: string,
  wraps: boolean,
  natural: number,
  room: number,
  face: Face,
): { readonly lines: readonly string[]; readonly size: number } {
  const measure = (part: string): number => widthOf(part, face, 1);
  if (!wraps) {
    const oneLine = text.replaceAll('\n', '　');
    const size = Math.min(natural, room / measure(oneLine));
    if (size >= Math.min(SMALLEST, natural)) return { lines: [oneLine], size };
  }
  const wished = wraps ? natural : Math.min(natural, SMALLEST);
  const size = Math.min(wished, room / Math.max(widestNumber(text, measure), 1));
  return { lines: brokenLines(text, room, (part) => widthOf(part, face, size)), size };
}

/** Remarks stand under the last row that is part of a table. */
function isTable({ cells }: Row): boolean {
  return [...cells.values()].some(({ look }) => LOOKS[look].border !== undefined);
}

function isFree(look: Look): boolean {
  return look === 'title' || look === 'heading';
}

/** What Excel would show red: a check that is not 0, or a figure that differs from its twin. */
function isWrong(cell: Cell, row: Row): boolean {
  if (cell.mustBeZero === true) return cell.value !== 0;
  return cell.mustEqual !== undefined && cell.value !== (row.cells.get(cell.mustEqual)?.value ?? null);
}

/** `FFEDEFF1` as `#edeff1`. */
export function colourOf(argb: string | undefined): string | undefined {
  return argb === undefined ? undefined : `#${argb.slice(2).toLowerCase()}`;
}
