/** What a course is, on the paper that is handed in: name, kind, days, places and hours. */
import { eraDateJa } from '../../dates.js';
import { COURSE_MODE_JA, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../../model/case/course.js';
import type { CurriculumItem } from '../../model/case/schedule.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import type { NumericFigureKey } from '../../rules/figures.js';
import { distinct } from '../line-words.js';
import { courseNameJa, HELD_OR_PLANNED, type Paper, periodJa } from '../paper.js';
import { elsewhere } from '../sheet.js';
import type { Placed, SheetDraft } from '../sheet-draft.js';
import { field, fieldRow } from './form-rows.js';

/** 科目別時間数, from which the hours are carried over. */
export type Hours = Placed<'planned' | 'held'>;

export function courseRows(draft: SheetDraft, paper: Paper, hours: Hours): void {
  const { facts } = paper;
  const { course } = facts;
  fieldRow(draft, field('講習会名', courseNameJa(facts)));
  fieldRow(
    draft,
    field('級・科目', `${LEVEL_JA[course.level]}　${SUBJECT_JA[course.subject]}`),
    field('競技', course.competition?.nameJa ?? '—'),
  );
  fieldRow(draft, field('区分', DELIVERY_JA[course.delivery]), field('実施方法', COURSE_MODE_JA[course.mode]));
  fieldRow(draft, field('期間', periodJa(facts)), field('日数', { value: facts.courseDates.length, format: 'count' }));
  fieldRow(draft, field('会場', venuesJa(paper)));
  const managing = field('主管団体', course.managingOrgName ?? '未入力');
  if (facts.isReport) fieldRow(draft, managing);
  else fieldRow(draft, managing, field('募集期間', recruitingJa(paper)));
  hoursRow(draft, facts, hours);
}

/** 科目 with hours of 集合講習, in their order. */
export function timedItems(facts: Facts): readonly CurriculumItem[] {
  return facts.curriculum.filter((item) => item.groupMinutes > 0);
}

/** Minutes of 日程 that belong to these 科目. */
export function minutesOn(items: readonly CurriculumItem[], facts: Facts): number {
  const ids = new Set(items.map(({ id }) => id));
  const own = facts.sessions.filter(({ curriculumItemId }) => ids.has(curriculumItemId ?? ''));
  return sum(own.map((session) => session.end - session.start));
}

function hoursRow(draft: SheetDraft, facts: Facts, hours: Hours): void {
  const items = timedItems(facts);
  const total = (key: 'planned' | 'held'): string => `SUM(${elsewhere(hours.sheet, hours.range(key))})/60`;
  fieldRow(
    draft,
    field('要領の時間数\n（時間）', {
      value: sum(items.map((item) => item.groupMinutes)) / 60,
      formula: total('planned'),
      format: 'hours',
    }),
    field(`${HELD_OR_PLANNED[facts.stage]}の時間数\n（時間）`, {
      value: minutesOn(items, facts) / 60,
      formula: total('held'),
      format: 'hours',
    }),
  );
}

/** Under contract it matters whose the place is; otherwise only where it lies. */
function venuesJa({ facts }: Paper): string {
  const venues = facts.venues.map((venue) => {
    const place = `${venue.nameJa}（${PREFECTURES_JA[venue.prefectureCode] ?? ''}）`;
    if (!facts.isCommissioned) return place;
    const isPublic = venue.isPublicFacility === undefined ? '未確認' : venue.isPublicFacility ? '該当' : '該当しない';
    const isOwn = { yes: '該当', no: '該当しない', unknown: '未確認' }[venue.feeIsOwnIncome ?? 'unknown'];
    return `${place}　公共施設：${isPublic}　使用料が自団体の収入：${isOwn}`;
  });
  return venues.length === 0 ? '未入力' : venues.join('\n');
}

function recruitingJa({ facts }: Paper): string {
  const { recruitStart, recruitEnd } = facts.course;
  if (recruitStart === undefined || recruitEnd === undefined) return '未入力';
  return `${eraDateJa(recruitStart)} – ${eraDateJa(recruitEnd)}`;
}

/** Words with the association on record, one per line. */
export function contactsJa({ facts }: Paper): string {
  const contacts = facts.course.jspoContacts ?? [];
  if (contacts.length === 0) return '記録なし';
  return contacts
    .map(({ date, contactPerson, means, note }) =>
      distinct([eraDateJa(date), contactPerson, means, note ?? '']).join('　'),
    )
    .join('\n');
}

/** The least number of heads of a 委託 course; unknown where the book does not say. */
export function fewestHeads({ hints }: Paper): number | undefined {
  return hints.read('course.headcount.minimum' satisfies NumericFigureKey);
}

/** 10名未満の場合 */
export function fewHeadsTitleJa(paper: Paper): string {
  const minimum = fewestHeads(paper);
  return minimum === undefined ? '人数が足りない場合' : `${minimum}名未満の場合`;
}

/** What was agreed about fewer heads than a 委託 course needs; empty where nothing is on record. */
export function fewHeadsJa({ facts }: Paper): string {
  return (facts.case.approvals ?? [])
    .filter(({ kind }) => kind === 'tenPersonException')
    .map(({ date, contactPerson, note }) => distinct([eraDateJa(date), contactPerson ?? '', note ?? '']).join('　'))
    .join('\n');
}

/** 添付書類 and a place for what else there is to say. */
export function closingRows(draft: SheetDraft, attached: readonly string[], remarksJa: string, height: number): void {
  fieldRow(draft, field('添付書類', attached.join('、')));
  draft.row(
    {
      0: { value: remarksJa, look: 'columnHead', align: 'left', wrap: true },
      1: { value: null, look: 'input', wrap: true, span: 4 },
    },
    { height },
  );
}
