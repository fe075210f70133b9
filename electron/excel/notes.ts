/**
 * Notes on cells, as large as their text. exceljs draws every note in the same small box; the box is set in the
 * drawing that it writes (VML), which names row and column of each note.
 */
import { columnPixels, rowHeight } from '../../shared/forms/page.js';
import type { Sheet } from '../../shared/forms/sheet.js';
import { linesIn } from '../../shared/forms/text-width.js';

/** Width of a note in pixels, and how many characters of the column scale stand in one of its lines. */
const WIDTH = 320;
const CHARACTERS = 44;
const LINE_PIXELS = 18;
const PIXELS_PER_POINT = 96 / 72;

/** Where a box begins and ends: column, pixels into it, row, pixels into it, twice. */
type Anchor = readonly [number, number, number, number, number, number, number, number];

/** The drawing of a sheet with each note's box sized to its text. */
export function withSizedNotes(vml: string, sheet: Sheet): string {
  return vml.replace(/<v:shape [\s\S]*?<\/v:shape>/gu, (shape) => {
    const row = number(/<x:Row>(\d+)<\/x:Row>/u, shape);
    const column = number(/<x:Column>(\d+)<\/x:Column>/u, shape);
    const note = row === undefined || column === undefined ? undefined : sheet.rows[row]?.cells.get(column)?.note;
    if (note === undefined || row === undefined || column === undefined) return shape;
    const height = linesIn(note, CHARACTERS) * LINE_PIXELS + 12;
    return shape
      .replace(/<x:Anchor>[^<]*<\/x:Anchor>/u, `<x:Anchor>${anchor(sheet, row, column, height).join(', ')}</x:Anchor>`)
      .replace(/width:[\d.]+pt;height:[\d.]+pt/u, `width:${WIDTH * 0.75}pt;height:${height * 0.75}pt`);
  });
}

/** A box of the note's size, one column right of its cell. */
function anchor(sheet: Sheet, row: number, column: number, height: number): Anchor {
  const widthOf = (index: number): number =>
    sheet.hiddenColumns.includes(index) ? 0 : columnPixels(sheet.widths[index] ?? 8);
  const heightOf = (index: number): number => {
    const own = sheet.rows[index];
    return (own ? rowHeight(own, sheet.widths) : 15) * PIXELS_PER_POINT;
  };
  const [right, rightRest] = walk(column + 1, 12 + WIDTH, widthOf);
  const [bottom, bottomRest] = walk(row, 4 + height, heightOf);
  return [column + 1, 12, row, 4, right, rightRest, bottom, bottomRest];
}

/** The column or row that lies `distance` pixels on, and the pixels left in it. */
function walk(from: number, distance: number, sizeOf: (index: number) => number): [number, number] {
  let index = from;
  let rest = distance;
  while (rest > sizeOf(index)) {
    rest -= sizeOf(index);
    index += 1;
  }
  return [index, Math.floor(rest)];
}

function number(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
