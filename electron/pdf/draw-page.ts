/** Puts a page on paper: fills first, then lines from thin to strong, then text, so that nothing covers anything. */
import type { CellLine, LineStyle } from '../excel/looks.js';
import type { LaidPage, Slice } from './laid-pages.js';
import { colourOf, type LaidCell, type LaidText } from './laid-sheet.js';
import { widthOf } from './faces.js';
import type { Face } from './faces.js';

/** What pdfkit does for us. */
export type Paper = Pick<
  PDFKit.PDFDocument,
  'rect' | 'fill' | 'moveTo' | 'lineTo' | 'lineWidth' | 'stroke' | 'font' | 'fontSize' | 'fillColor' | 'text'
>;

/** Points. Weaker lines first. */
const WEIGHTS: Readonly<Partial<Record<LineStyle, number>>> = { hair: 0.25, thin: 0.6, double: 0.5, medium: 1.3 };
const ORDER: readonly LineStyle[] = ['hair', 'thin', 'double', 'medium'];
/** Between the two lines of a double one. */
const DOUBLE_GAP = 1.4;
/** Half the height of a full-width character above its base line, in ems: it stands in the middle of its line. */
const MIDDLE = 0.36;
const MARK_SIZE = 5.5;

type Line = {
  readonly style: LineStyle;
  readonly colour: string;
  readonly ends: readonly [number, number, number, number];
};

export function drawPage(paper: Paper, page: LaidPage): void {
  const placed = page.flatMap((slice) => slice.row.cells.map((cell) => ({ cell, slice })));
  for (const { cell, slice } of placed) {
    if (cell.fill !== undefined) paper.rect(cell.left, slice.top, cell.width, slice.height).fill(cell.fill);
  }
  drawLines(
    paper,
    placed.flatMap(({ cell, slice }) => linesOf(cell, slice)),
  );
  for (const { cell, slice } of placed) {
    if (cell.text) drawText(paper, cell, cell.text, slice);
    if (cell.mark !== undefined && slice.firstLine === 0) drawMark(paper, cell, cell.mark, slice);
  }
}

function linesOf({ left, width, border }: LaidCell, { top, height }: Slice): Line[] {
  const right = left + width;
  const bottom = top + height;
  const line = (own: CellLine | undefined, ...ends: [number, number, number, number]): Line[] =>
    own?.style === undefined ? [] : [{ style: own.style, colour: colourOf(own.color?.argb) ?? '#000000', ends }];
  const below = line(border.bottom, left, bottom, right, bottom);
  return [
    ...line(border.top, left, top, right, top),
    ...below,
    ...below.filter(({ style }) => style === 'double').map((own) => shifted(own, DOUBLE_GAP)),
    ...line(border.left, left, top, left, bottom),
    ...line(border.right, right, top, right, bottom),
  ];
}

function shifted({ ends: [x1, y1, x2, y2], ...rest }: Line, by: number): Line {
  return { ...rest, ends: [x1, y1 - by, x2, y2 - by] };
}

/** Lines of one kind in one stroke. */
function drawLines(paper: Paper, lines: readonly Line[]): void {
  for (const style of ORDER) {
    const own = lines.filter((line) => line.style === style);
    for (const colour of new Set(own.map((line) => line.colour))) {
      paper.lineWidth(WEIGHTS[style] ?? 0.5);
      for (const { ends, colour: other } of own) {
        if (other === colour) paper.moveTo(ends[0], ends[1]).lineTo(ends[2], ends[3]);
      }
      paper.stroke(colour);
    }
  }
}

function drawText(paper: Paper, cell: LaidCell, text: LaidText, slice: Slice): void {
  const lines = text.lines.slice(slice.firstLine, slice.lastLine);
  const { face, size, lineHeight, colour } = text;
  const first = slice.top + (slice.height - lines.length * lineHeight) / 2 + lineHeight / 2 + MIDDLE * size;
  lines.forEach((line, index) => {
    const left = cell.left + leftOf(line, text, cell);
    drawLine(paper, line, { face, size, colour, left, base: first + index * lineHeight });
  });
}

function leftOf(line: string, { align, face, size }: LaidText, { width, inset }: LaidCell): number {
  if (align === 'left') return inset;
  const rest = width - widthOf(line, face, size);
  return align === 'right' ? rest - inset : rest / 2;
}

/** 注1 in the upper corner where the text of the cell is not. */
function drawMark(paper: Paper, cell: LaidCell, mark: string, slice: Slice): void {
  const face = cell.text?.face;
  if (!face) return;
  const isRight = cell.text?.align !== 'right';
  const left = isRight ? cell.left + cell.width - widthOf(mark, face, MARK_SIZE) - 1 : cell.left + 1;
  drawLine(paper, mark, { face, size: MARK_SIZE, colour: '#454c54', left, base: slice.top + MARK_SIZE });
}

type Place = {
  readonly face: Face;
  readonly size: number;
  readonly colour: string;
  readonly left: number;
  readonly base: number;
};

/** One line of text; `base` is the line on which its letters stand. */
export function drawLine(paper: Paper, line: string, { face, size, colour, left, base }: Place): void {
  if (line.trim() === '') return;
  paper
    .font(face.name)
    .fontSize(size)
    .fillColor(colour)
    .text(line, left, base, { lineBreak: false, baseline: 'alphabetic' });
}
