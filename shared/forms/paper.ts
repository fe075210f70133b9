/** What the sheets of a course's papers share: the input, the header block, the money columns of a line. */
import { CASE_STAGE_JA, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../model/case/course.js';
import type { Line } from '../model/case/lines/line.js';
import { fiscalYearJa, shortDateJa, slashDate } from '../dates.js';
import type { Decision, LineDecision } from '../rules/engine/decide.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { Facts } from '../rules/facts/facts.js';
import { MARK_JA, marksOf } from '../rules/marks.js';
import type { Look } from './sheet.js';
import type { CellInput, Column, SheetDraft, TableRow } from './sheet-draft.js';
import { SheetDraft as Draft } from './sheet-draft.js';

/** Everything a paper is made from. */
export type PaperInput = {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly book: Rulebook;
};

export const OWN_LAYOUT_NOTE = '本様式は独自レイアウトです。提出には該当年度の所定様式をご使用ください';

/** 公認水泳コーチ2養成講習会 専門科目 */
export function courseNameJa(facts: Facts): string {
  const { course } = facts;
  return `公認${course.competition?.nameJa ?? ''}${LEVEL_JA[course.level]}養成講習会 ${SUBJECT_JA[course.subject]}`;
}

export function periodJa(facts: Facts): string {
  const { startDate, endDate } = facts;
  if (startDate === undefined || endDate === undefined) return '日程未定';
  return startDate === endDate ? slashDate(startDate) : `${slashDate(startDate)} – ${slashDate(endDate)}`;
}

/** The header values, each behind a defined name, in the order of the hidden sheet `_meta`. */
function headerValues({ facts }: PaperInput): Record<string, string> {
  const { organization, course } = facts;
  const venue = facts.mainVenue;
  return {
    hdr_form: DELIVERY_JA[course.delivery],
    hdr_year: fiscalYearJa(course.fiscalYear),
    hdr_organization: organization.contractName,
    hdr_contact: [organization.contactName, organization.tel, organization.email].filter(Boolean).join('　'),
    hdr_course: courseNameJa(facts),
    hdr_period: periodJa(facts),
    hdr_venue: venue?.nameJa ?? '',
    hdr_stage: CASE_STAGE_JA[facts.stage],
    hdr_madeOn: slashDate(facts.asOf),
  };
}

/** The hidden sheet that feeds every header, so that a name is corrected once; and its defined names. */
export function metaSheet(input: PaperInput): { draft: SheetDraft; names: Record<string, string> } {
  const draft = new Draft('_meta', 'portrait', [22, 60], { hidden: true });
  const names: Record<string, string> = {};
  for (const [name, value] of Object.entries(headerValues(input))) {
    const row = draft.row({ 0: { value: name }, 1: { value } });
    names[name] = `_meta!$B$${row}`;
  }
  return { draft, names };
}

/** Title and header block of a sheet: five rows that read from `_meta`. */
export function header(draft: SheetDraft, titleJa: string, input: PaperInput): void {
  const values = headerValues(input);
  const from = (name: string, options: Partial<CellInput> = {}): CellInput => ({
    value: values[name] ?? '',
    formula: name,
    look: 'caption',
    ...options,
  });
  const last = draft.widths.length - 1;
  const right = Math.max(last - 2, 1);
  const middle = Math.max(1, Math.floor(last / 2));
  draft.row(
    {
      0: { value: titleJa, look: 'title' },
      [right]: from('hdr_year', { align: 'right', span: last - right + 1 }),
    },
    { height: 26 },
  );
  const pair = (leftJa: string, left: string, rightJa: string, rightName: string): void => {
    draft.row({
      0: { value: leftJa, look: 'caption' },
      1: from(left),
      [middle]: { value: rightJa, look: 'caption' },
      [middle + 1]: from(rightName),
    });
  };
  pair('実施団体', 'hdr_organization', '担当', 'hdr_contact');
  pair('講習会', 'hdr_course', '区分', 'hdr_form');
  pair('期間', 'hdr_period', '会場', 'hdr_venue');
  pair('段階', 'hdr_stage', '作成日', 'hdr_madeOn');
  draft.gap();
}

/** The small line at the foot of each sheet. */
export function footNote(draft: SheetDraft, ...notes: string[]): void {
  draft.gap();
  for (const note of [...notes, OWN_LAYOUT_NOTE]) draft.row({ 0: { value: note, look: 'small' } });
}

/** Money columns that every table of lines ends with. */
export const MONEY_COLUMNS = [
  { key: 'claimed', headJa: '請求額', format: 'yen' },
  { key: 'limit', headJa: '認められる上限', format: 'yen' },
  { key: 'held', headJa: '保留', format: 'yen' },
  { key: 'eligible', headJa: '対象額', format: 'yen' },
  { key: 'cut', headJa: '対象外額', format: 'yen' },
  { key: 'mark', headJa: '判定', format: 'text', align: 'center' },
  { key: 'papers', headJa: '証憑番号', format: 'text', wrap: true },
  { key: 'note', headJa: '理由・備考', format: 'text', wrap: true },
  /** Hidden: the engine's result and its difference to the formula. */
  { key: 'engine', headJa: '判定額', format: 'yen' },
  { key: 'check', headJa: '差', format: 'yen' },
] as const satisfies readonly Column[];
export type MoneyKey = (typeof MONEY_COLUMNS)[number]['key'];

/** What `請求額` is computed from: a formula of the row's other cells, or nothing where it was typed. */
type ClaimFormula = string | undefined;

/**
 * The money cells of a line. 対象額 = MIN(請求額, 認められる上限) − 保留, live; the engine's own figure stands
 * hidden beside it and the difference must stay 0.
 */
export function moneyCells(
  line: Line,
  decision: LineDecision,
  facts: Facts,
  at: (key: MoneyKey) => string,
  claimFormula: ClaimFormula,
): TableRow<MoneyKey> {
  const look = lookOf(decision);
  const allowed = decision.claimed - decision.cut;
  const note = noteOf(decision);
  return {
    claimed: {
      value: decision.claimed,
      ...(claimFormula === undefined ? { look: 'input' } : { formula: claimFormula }),
    },
    limit: allowed,
    held: decision.provisional === 0 ? 0 : { value: decision.provisional, look: 'held' },
    eligible: {
      value: decision.eligible,
      formula: `MAX(MIN(${at('claimed')},${at('limit')})-${at('held')},0)`,
    },
    cut: {
      value: decision.cut,
      formula: `${at('claimed')}-${at('eligible')}-${at('held')}`,
      look,
      ...(note === undefined ? {} : { note }),
    },
    mark: { value: markText(decision), look },
    papers: facts
      .papersOf(line)
      .flatMap((voucher) => voucher.no ?? [])
      .join('、'),
    note: reasonText(line, decision),
    engine: decision.eligible,
    check: { value: 0, formula: `${at('eligible')}-${at('engine')}`, mustBeZero: true },
  };
}

function lookOf(decision: LineDecision): Look {
  if (decision.cut > 0) return 'cut';
  if (decision.provisional > 0) return 'held';
  return decision.findings.some((finding) => finding.needsConfirmation) ? 'confirm' : 'body';
}

/** 「超過・要確認」, readable without colour. */
export function markText(decision: LineDecision): string {
  return marksOf(decision)
    .map((mark) => (mark === 'waiting' ? '保留' : MARK_JA[mark]))
    .join('・');
}

/** The rules that take or hold money of a line, for the note on its cell. */
function noteOf(decision: LineDecision): string | undefined {
  const money = decision.findings.filter((finding) => finding.severity === 'error' && finding.ruleId !== 'CLM-LIM-01');
  if (money.length === 0) return undefined;
  return money.map((finding) => `${finding.ruleId}（${finding.sourceJa}）\n${finding.messageJa}`).join('\n');
}

function reasonText(line: Line, decision: LineDecision): string {
  const first = decision.findings.find((finding) => finding.severity === 'error' && finding.ruleId !== 'CLM-LIM-01');
  return [first === undefined ? '' : `${first.messageJa}（${first.ruleId}）`, line.remarks ?? '', line.marginNote ?? '']
    .filter((text) => text !== '')
    .join('　');
}

/** Decision of each line by id. */
export function decisionsById(decision: Decision): ReadonlyMap<string, LineDecision> {
  return new Map(decision.lines.map((line) => [line.id, line]));
}

/** `9/30(木)、10/1(金)` */
export function datesJa(dates: readonly string[]): string {
  return dates.map(shortDateJa).join('、');
}
