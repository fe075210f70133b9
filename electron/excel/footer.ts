/** The foot of every page: whose paper it is and for what, page n / N, 作成日, and 取扱注意 on lists of persons. */
import { slashDate } from '../../shared/dates.js';
import type { Sheet, Workbook } from '../../shared/forms/sheet.js';
import { shortened, textWidth } from '../../shared/forms/text-width.js';
import { cleanText } from './cell-text.js';

/** Characters of the column scale, at 8 points, that fit left of the page number. */
const ROOM = { portrait: 58, landscape: 92 } as const;

/** Sections left, centre and right with their codes; Excel takes 255 characters in all. */
export function footer({ foot, madeOn }: Workbook, sheet: Sheet): string {
  const room = ROOM[sheet.orientation];
  const names = [foot.organizationJa, foot.courseJa].map((name) => plain(name));
  const oneLine = names.join('　');
  const left = textWidth(oneLine) <= room ? [oneLine] : names.map((name) => shortened(name, room));
  const right = [`作成日 ${slashDate(madeOn)}`, ...(sheet.personal ? ['取扱注意（個人情報）'] : [])];
  return `&L&8${left.map(escaped).join('\n')}&C&8&P / &N&R&8${right.join('\n')}`;
}

function plain(text: string): string {
  return cleanText(text).replace(/\s+/gu, ' ');
}

/** `&` begins a code; after a size a digit would be read as part of it. */
function escaped(text: string): string {
  const doubled = text.replaceAll('&', '&&');
  return /^\d/u.test(doubled) ? ` ${doubled}` : doubled;
}
