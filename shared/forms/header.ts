/** The five lines at the top of every sheet, read from the hidden sheet `_meta`, and the small print at its foot. */
import { eraDateJa, fiscalYearJa } from '../dates.js';
import { CASE_STAGE_JA, DELIVERY_JA } from '../model/case/course.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { Facts } from '../rules/facts/facts.js';
import { heightOf } from './page.js';
import { courseNameJa, periodJa, type PaperInput } from './paper.js';
import type { CellInput } from './sheet-draft.js';
import { SheetDraft } from './sheet-draft.js';
import { textWidth } from './text-width.js';

const OWN_LAYOUT_NOTE = '本様式は独自レイアウトです。提出には該当年度の所定様式をご使用ください';

/** The header values behind their defined names, in the order of `_meta`. */
function headerValues({ facts, book }: PaperInput): Record<HeaderName, string> {
  const { organization, course } = facts;
  return {
    hdr_form: DELIVERY_JA[course.delivery],
    hdr_year: yearJa(course.fiscalYear, book),
    hdr_organization: organization.contractName,
    hdr_contact: organization.contactName ?? '',
    hdr_tel: organization.tel ?? '',
    hdr_email: organization.email ?? '',
    hdr_course: courseNameJa(facts),
    hdr_period: periodJa(facts),
    hdr_venue: venueJa(facts),
    hdr_madeOn: eraDateJa(facts.asOf),
    hdr_edition: editionJa(facts),
    hdr_stage: CASE_STAGE_JA[facts.stage],
  };
}
type HeaderName =
  | 'hdr_form'
  | 'hdr_year'
  | 'hdr_organization'
  | 'hdr_contact'
  | 'hdr_tel'
  | 'hdr_email'
  | 'hdr_course'
  | 'hdr_period'
  | 'hdr_venue'
  | 'hdr_madeOn'
  | 'hdr_edition'
  | 'hdr_stage';

/** 令和4年度　改訂案の基準: what was judged by a draft says so on every sheet. */
function yearJa(year: number, book: Rulebook): string {
  return book.state === 'draft' ? `${fiscalYearJa(year)}　改訂案の基準` : fiscalYearJa(year);
}

/** 京都みほんアクアセンター（京都府） */
function venueJa(facts: Facts): string {
  const venue = facts.mainVenue;
  if (!venue) return '';
  const prefecture = PREFECTURES_JA[venue.prefectureCode];
  const more = facts.venues.length > 1 ? ` ほか${facts.venues.length - 1}会場` : '';
  return `${venue.nameJa}${prefecture === undefined ? '' : `（${prefecture}）`}${more}`;
}

/** 初回, or how often the paper has been asked back. */
function editionJa(facts: Facts): string {
  const asked = (facts.course.revisionRequests ?? []).filter((request) => request.stage === facts.stage).length;
  return asked === 0 ? '初回' : `再提出${asked}回目`;
}

/** The hidden sheet that feeds every header, so that a name is corrected once; and its defined names. */
export function metaSheet(input: PaperInput): { draft: SheetDraft; names: Record<string, string> } {
  const draft = new SheetDraft('_meta', 'portrait', [22, 60], { hidden: true });
  const names: Record<string, string> = {};
  for (const [name, value] of Object.entries(headerValues(input))) {
    const row = draft.row({ 0: { value: name }, 1: { value } });
    names[name] = `_meta!$B$${row}`;
  }
  return { draft, names };
}

/** Points of a line of the header. */
const LINE_HEIGHT = 16;

type Part = { readonly labelJa: string; readonly name: HeaderName };
const LINES: readonly { readonly left: readonly Part[]; readonly right: readonly Part[] }[] = [
  {
    left: [{ labelJa: '実施団体', name: 'hdr_organization' }],
    right: [
      { labelJa: '担当', name: 'hdr_contact' },
      { labelJa: '電話', name: 'hdr_tel' },
      { labelJa: 'メール', name: 'hdr_email' },
    ],
  },
  { left: [{ labelJa: '講習会', name: 'hdr_course' }], right: [] },
  {
    left: [{ labelJa: '期間', name: 'hdr_period' }],
    right: [{ labelJa: '会場', name: 'hdr_venue' }],
  },
  {
    left: [{ labelJa: '作成日', name: 'hdr_madeOn' }],
    right: [
      { labelJa: '版', name: 'hdr_edition' },
      { labelJa: '段階', name: 'hdr_stage' },
    ],
  },
];

/** Title and header block of a sheet. The heads of a table that follows are repeated with it when `withHeads`. */
export function header(draft: SheetDraft, titleJa: string, input: PaperInput, withHeads = false): void {
  const values = headerValues(input);
  const middle = middleColumn(draft);
  const half = (from: number, to: number, parts: readonly Part[]): Record<number, CellInput> =>
    parts.length === 0 ? {} : { [from]: joined(parts, values, to - from) };
  draft.row(
    {
      0: { value: titleJa, look: 'title' },
      [middle]: {
        value: `${values.hdr_form}　${values.hdr_year}`,
        formula: 'hdr_form&"　"&hdr_year',
        look: 'caption',
        align: 'right',
        span: draft.columns - middle,
      },
    },
    { height: 28 },
  );
  for (const { left, right } of LINES) {
    const texts = [said(left, values), said(right, values)] as const;
    const end = right.length === 0 ? draft.columns : splitOf(draft, middle, ...texts);
    const height = Math.max(heightOf(texts[0], draft.widthOf(0, end)), heightOf(texts[1], draft.widthOf(end)));
    const isTorn = height > LINE_HEIGHT * 1.5;
    const cells = { ...half(0, end, left), ...half(end, draft.columns, right) };
    draft.row(isTorn ? wrapped(cells) : cells, { height: isTorn ? height : LINE_HEIGHT });
  }
  draft.gap();
  draft.repeat(1, withHeads ? draft.nextRow : draft.nextRow - 1);
}

/** 担当：見本 受付子　電話：000-000-0000 */
function said(parts: readonly Part[], values: Record<HeaderName, string>): string {
  return parts.map(({ labelJa, name }) => `${labelJa}：${values[name]}`).join('　');
}

function joined(parts: readonly Part[], values: Record<HeaderName, string>, span: number): CellInput {
  return {
    value: said(parts, values),
    formula: parts.map(({ labelJa, name }, index) => `"${index > 0 ? '　' : ''}${labelJa}："&${name}`).join('&'),
    look: 'caption',
    span,
  };
}

/** The column at which the right half begins. */
function middleColumn(draft: SheetDraft): number {
  const half = draft.widthOf(0) / 2;
  for (let column = 1; column < draft.columns - 1; column += 1) {
    if (draft.widthOf(0, column) >= half * 0.9) return column;
  }
  return draft.columns - 1;
}

/** Where both texts do not stand side by side they break into lines rather than shrink out of sight. */
function wrapped(cells: Record<number, CellInput>): Record<number, CellInput> {
  return Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, { ...cell, wrap: true }]));
}

/** The middle; further left where only so both texts stand in their full size. */
function splitOf(draft: SheetDraft, middle: number, left: string, right: string): number {
  for (let column = middle; column > 0; column -= 1) {
    const fits = textWidth(left) <= draft.widthOf(0, column) && textWidth(right) <= draft.widthOf(column);
    if (fits) return column;
  }
  return middle;
}

/** A small line for those who fill the paper in; it is not handed in with it. */
export function ownNote(draft: SheetDraft, value: string): void {
  draft.gap();
  draft.row(
    { 0: { value, look: 'small', wrap: true, span: draft.columns, internal: true } },
    { height: heightOf(value, draft.widthOf(0)) },
  );
}

/** The small lines at the foot of each sheet. */
export function footNote(draft: SheetDraft, ...notes: string[]): void {
  draft.closing(() => {
    draft.gap();
    for (const note of [...notes, OWN_LAYOUT_NOTE]) draft.text(note, 'small');
  });
}
