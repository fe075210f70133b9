/** The foot of every page: whose paper it is and for what, ページ n / N, 作成日, and 取扱注意 on lists of persons. */
import { slashDate } from '../../shared/dates.js';
import { MARGIN } from '../../shared/forms/page.js';
import type { Sheet, Workbook } from '../../shared/forms/sheet.js';
import { drawLine, type Paper } from './draw-page.js';
import { type Faces, widthOf } from './faces.js';
import { type LaidSheet, POINTS_PER_MM } from './laid-sheet.js';
import { withGeta } from './notes.js';
import { printable } from './shown-text.js';

const SIZE = 8;
const LINE_HEIGHT = 10;
const COLOUR = '#454c54';
/** Kept free on both sides of the middle for the page number, in points. */
const MIDDLE_ROOM = 36;

/** What the foot asks of a page and of the paper that it belongs to. */
export type FootOf = {
  readonly laid: Pick<LaidSheet, 'width' | 'height'> & { readonly sheet: Pick<Sheet, 'personal'> };
  readonly content: Pick<Workbook, 'foot' | 'madeOn'>;
};

type Page = { readonly number: number; readonly of: number };

export function drawFoot(
  paper: Paper,
  laid: FootOf['laid'],
  content: FootOf['content'],
  page: Page,
  faces: Faces,
): void {
  const side = MARGIN.side * POINTS_PER_MM;
  const bottom = laid.height - MARGIN.foot * POINTS_PER_MM;
  const room = laid.width / 2 - side - MIDDLE_ROOM;
  const width = (text: string): number => widthOf(text, faces.regular, SIZE);
  const draw = (lines: readonly string[], leftOf: (line: string) => number): void => {
    lines.forEach((line, index) => {
      const base = bottom - 2 - (lines.length - 1 - index) * LINE_HEIGHT;
      // Names of any length stay in their third of the foot.
      const size = Math.min(SIZE, (SIZE * room) / Math.max(width(line), 1));
      drawLine(paper, line, { face: faces.regular, size, colour: COLOUR, left: leftOf(line), base });
    });
  };
  const names = [content.foot.organizationJa, content.foot.courseJa].map((name) => withGeta(oneLine(name), faces));
  const joined = names.filter((name) => name !== '').join('　');
  draw(width(joined) <= room ? [joined] : names, () => side);
  draw([`ページ ${page.number} / ${page.of}`], (line) => (laid.width - width(line)) / 2);
  const right = [...(laid.sheet.personal ? ['取扱注意（個人情報）'] : []), `作成日 ${slashDate(content.madeOn)}`];
  draw(right, (line) => laid.width - side - width(line));
}

function oneLine(text: string): string {
  return printable(text).replace(/\s+/gu, ' ');
}
