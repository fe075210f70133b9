/** One A4 page of a voucher: what it is, the picture, its number in a frame, and the lines it proves. */
import { POINTS_PER_MM } from '../pdf/laid-sheet.js';
import { brokenLines } from '../pdf/line-breaks.js';
import { drawLine } from '../pdf/draw-page.js';
import { type Face, type Faces, widthOf } from '../pdf/faces.js';
import { withGeta } from '../pdf/notes.js';
import { printable } from '../pdf/shown-text.js';
import type { Picture } from '../../shared/vouchers/picture.js';
import type { Rect, Size } from './placement.js';

export const A4 = { width: 595.28, height: 841.89 } as const;

const mm = (value: number): number => value * POINTS_PER_MM;
const SIDE = mm(12);
const TOP = mm(10);
/** Kept for the head above and for the lines and the foot below. */
const HEAD = mm(25);
const BELOW = mm(33);
const STAMP = { size: 13, height: 25, air: 9, line: 1.6, edge: mm(7) } as const;
const INK = '#14181c';
const GREY = '#454c54';

/** What stands around a picture. */
export type PageText = {
  /** 証憑 2-04 */
  readonly stampJa: string;
  /** 領収書（原本）　2 / 3 */
  readonly headJa: string;
  /** Issuer, day and amount. */
  readonly detailJa: string;
  /** 証明する明細　2-05 … */
  readonly provesJa: string;
};

/** Wide pictures lie on a wide page. */
export function pageSize(seen: Size): Size {
  return seen.width > seen.height * 1.1 ? { width: A4.height, height: A4.width } : A4;
}

/** Where the picture may stand, y upwards. */
export function pictureRoom({ width, height }: Size): Rect {
  return { left: SIDE, bottom: BELOW, width: width - 2 * SIDE, height: height - HEAD - BELOW };
}

type Document = PDFKit.PDFDocument;

/** Draws everything but the picture and the foot; `seen` is the picture on the page, for a stamp that stands on it. */
export function drawPageText(
  document: Document,
  size: Size,
  text: PageText,
  stamp: Picture['stamp'],
  seen: Rect | undefined,
  faces: Faces,
): void {
  // Where paper ends shows on a white scan too.
  if (seen) {
    const top = size.height - seen.bottom - seen.height;
    document.lineWidth(0.4).rect(seen.left, top, seen.width, seen.height).stroke('#b4bac2');
  }
  const width = widthOf(text.stampJa, faces.bold, STAMP.size) + 2 * STAMP.air;
  const isAbove = stamp === undefined || seen === undefined;
  const middle = isAbove
    ? { x: size.width - SIDE - width / 2, y: TOP + STAMP.height / 2 }
    : {
        x: seen.left + (seen.width * stamp.x) / 1000,
        y: size.height - seen.bottom - seen.height * (1 - stamp.y / 1000),
      };
  const room = size.width - 2 * SIDE - (isAbove ? width + 12 : 0);
  const write = (lines: readonly string[], face: Face, points: number, base: number, colour: string): void => {
    lines.forEach((line, index) =>
      drawLine(document, line, { face, size: points, colour, left: SIDE, base: base + index * points * 1.4 }),
    );
  };
  write(fitted(text.headJa, room, 1, faces.bold, 11, faces), faces.bold, 11, TOP + 10, INK);
  write(fitted(text.detailJa, room, 1, faces.regular, 9, faces), faces.regular, 9, TOP + 24, GREY);
  const below = fitted(text.provesJa, size.width - 2 * SIDE, 3, faces.regular, 8.5, faces);
  write(below, faces.regular, 8.5, size.height - BELOW + 16, INK);
  drawStamp(document, text.stampJa, width, held(middle, width, size), faces);
}

type Point = { readonly x: number; readonly y: number };

/** The stamp stays on the paper, where printers reach. */
function held({ x, y }: Point, width: number, size: Size): Point {
  const within = (value: number, half: number, whole: number): number =>
    Math.min(Math.max(value, STAMP.edge + half), whole - STAMP.edge - half);
  return { x: within(x, width / 2, size.width), y: within(y, STAMP.height / 2, size.height) };
}

/** Black on white in a frame, so that it is read on a dark picture too. */
function drawStamp(document: Document, text: string, width: number, { x, y }: Point, faces: Faces): void {
  const [left, top] = [x - width / 2, y - STAMP.height / 2];
  document.rect(left - 1.5, top - 1.5, width + 3, STAMP.height + 3).fill('#ffffff');
  document.lineWidth(STAMP.line).rect(left, top, width, STAMP.height).stroke('#000000');
  const base = y + STAMP.size * 0.36;
  drawLine(document, text, { face: faces.bold, size: STAMP.size, colour: '#000000', left: left + STAMP.air, base });
}

/** Text in at most `most` lines; … where there is more. */
function fitted(text: string, room: number, most: number, face: Face, points: number, faces: Faces): string[] {
  const plain = withGeta(printable(text).replaceAll('\n', '　'), faces);
  const lines = brokenLines(plain, room, (part) => widthOf(part, face, points));
  if (lines.length <= most) return lines;
  const last = [...(lines[most - 1] ?? '')];
  while (last.length > 0 && widthOf(`${last.join('')}…`, face, points) > room) last.pop();
  return [...lines.slice(0, most - 1), `${last.join('')}…`];
}

/** A page in the place of a picture that cannot be shown. */
export function drawAbsent(document: Document, size: Size, ja: string, faces: Faces): void {
  const room = pictureRoom(size);
  const top = HEAD + mm(30);
  const [left, width] = [room.left + mm(15), room.width - mm(30)];
  const lines = brokenLines(withGeta(printable(ja), faces), width - 40, (part) => widthOf(part, faces.regular, 11));
  const height = 64 + lines.length * 17;
  document.lineWidth(1.2).rect(left, top, width, height).stroke(INK);
  drawLine(document, 'この証憑の画像は入っていません', {
    face: faces.bold,
    size: 13,
    colour: INK,
    left: left + 20,
    base: top + 32,
  });
  lines.forEach((line, index) => {
    drawLine(document, line, {
      face: faces.regular,
      size: 11,
      colour: INK,
      left: left + 20,
      base: top + 58 + index * 17,
    });
  });
}

/** 表紙 of a 科目: its number, its name, how many papers and how much. */
export function drawCover(
  document: Document,
  lines: readonly { readonly labelJa: string; readonly valueJa: string }[],
  titleJa: string,
  faces: Faces,
): void {
  const { width } = A4;
  const top = mm(70);
  const box = { left: mm(35), width: width - mm(70) };
  const draw = (text: string, face: Face, points: number, base: number, colour = INK): void => {
    const plain = withGeta(printable(text), faces);
    const scaled = Math.min(points, (points * (box.width - 30)) / widthOf(plain, face, points));
    drawLine(document, plain, { face, size: scaled, colour, left: (width - widthOf(plain, face, scaled)) / 2, base });
  };
  draw('証　憑', faces.regular, 16, top - 28, GREY);
  document.lineWidth(1.6).rect(box.left, top, box.width, 96).stroke(INK);
  draw(titleJa, faces.bold, 34, top + 60);
  lines.forEach(({ labelJa, valueJa }, index) => {
    const base = top + 150 + index * 34;
    const value = withGeta(printable(valueJa), faces);
    drawLine(document, labelJa, { face: faces.regular, size: 12, colour: GREY, left: box.left + 60, base });
    const right = box.left + box.width - 60;
    drawLine(document, value, {
      face: faces.bold,
      size: 15,
      colour: INK,
      left: right - widthOf(value, faces.bold, 15),
      base,
    });
    document
      .lineWidth(0.5)
      .moveTo(box.left + 60, base + 9)
      .lineTo(right, base + 9)
      .stroke(GREY);
  });
}
