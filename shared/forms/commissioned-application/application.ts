/** 講習会実施申請書: one page that says what is applied for, carried over from the papers behind it. */
import { slashDate } from '../../dates.js';
import { COURSE_MODE_JA, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../../model/case/course.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { STAFF_ROLE_JA, type StaffRole } from '../../model/case/staff.js';
import { sum } from '../../money.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import { courseNameJa, type Paper, periodJa } from '../paper.js';
import { address, elsewhere } from '../sheet.js';
import { type CellInput, type Placed, SheetDraft } from '../sheet-draft.js';
import { kindJa, listed } from '../sheets/participants.js';
import type { BudgetPlaces } from './budget-income.js';
import { field, fieldRow, FORM_WIDTHS, sealRow } from './form-rows.js';
import type { RemittancePlaces } from './remittance.js';

/** The papers that the figures of this one are carried over from. */
type Sources = {
  readonly budget: { readonly sheet: string; readonly places: BudgetPlaces };
  readonly remittance: { readonly sheet: string; readonly places: RemittancePlaces; readonly total: number };
  readonly hours: Placed<'planned' | 'held'>;
  readonly participants: Placed<'kind'>;
  readonly staff: Placed<'roles'>;
  readonly attached: readonly string[];
};

export function applicationSheet(paper: Paper, sources: Sources): SheetDraft {
  const draft = new SheetDraft('講習会実施申請書', 'portrait', FORM_WIDTHS);
  header(draft, '講習会実施申請書', paper);
  addressRows(draft, paper);
  courseRows(draft, paper, sources);
  peopleRows(draft, paper, sources);
  moneyRows(draft, paper, sources);
  fieldRow(draft, field('添付書類', sources.attached.join('、')));
  draft.row(
    {
      0: { value: '特記事項', look: 'columnHead', align: 'left' },
      1: { value: null, look: 'input', wrap: true, span: 4 },
    },
    { height: 40 },
  );
  footNote(draft);
  return draft;
}

function addressRows(draft: SheetDraft, { facts }: Paper): void {
  const { organization, course } = facts;
  const sent = course.applicationSentOn;
  fieldRow(
    draft,
    field('宛名', { value: '公益財団法人日本スポーツ協会　御中', look: 'input' }),
    field('文書番号', { value: null, look: 'input' }),
  );
  fieldRow(
    draft,
    field('所在地', { value: organization.address ?? '', look: 'input' }),
    field(
      '提出日',
      sent === undefined ? { value: null, look: 'input' } : { value: sent, format: 'eraDate', look: 'input' },
    ),
  );
  sealRow(draft, `${organization.contractName}\n${organization.representative ?? ''}`);
  draft.text('下記のとおり、公認スポーツ指導者養成講習会の実施を申請します。', 'small');
}

function courseRows(draft: SheetDraft, paper: Paper, { hours }: Sources): void {
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
  fieldRow(draft, field('主管団体', course.managingOrgName ?? '未入力'), field('募集期間', recruitingJa(paper)));
  const items = facts.curriculum.filter((item) => item.groupMinutes > 0);
  const minutes = (key: 'planned' | 'held'): string => `SUM(${elsewhere(hours.sheet, hours.range(key))})`;
  const planned = sum(
    facts.sessions
      .filter((session) => items.some((item) => item.id === session.curriculumItemId))
      .map((session) => session.end - session.start),
  );
  fieldRow(
    draft,
    field('要領の時間数\n（時間）', {
      value: sum(items.map((item) => item.groupMinutes)) / 60,
      formula: `${minutes('planned')}/60`,
      format: 'hours',
    }),
    field('計画の時間数\n（時間）', { value: planned / 60, formula: `${minutes('held')}/60`, format: 'hours' }),
  );
}

function venuesJa({ facts }: Paper): string {
  const venues = facts.venues.map((venue) => {
    const isPublic = venue.isPublicFacility === undefined ? '未確認' : venue.isPublicFacility ? '該当' : '該当しない';
    const isOwn = { yes: '該当', no: '該当しない', unknown: '未確認' }[venue.feeIsOwnIncome ?? 'unknown'];
    const prefecture = PREFECTURES_JA[venue.prefectureCode] ?? '';
    return `${venue.nameJa}（${prefecture}）　公共施設：${isPublic}　使用料が自団体の収入：${isOwn}`;
  });
  return venues.length === 0 ? '未入力' : venues.join('\n');
}

function recruitingJa({ facts }: Paper): string {
  const { recruitStart, recruitEnd } = facts.course;
  if (recruitStart === undefined || recruitEnd === undefined) return '未入力';
  return `${slashDate(recruitStart)} – ${slashDate(recruitEnd)}`;
}

function peopleRows(draft: SheetDraft, paper: Paper, { participants, staff }: Sources): void {
  const { facts, decision } = paper;
  const people = listed(facts);
  const kinds = elsewhere(participants.sheet, participants.range('kind'));
  const count = (word: string): CellInput => ({
    value: people.filter((own) => kindJa(own, facts) === word).length,
    formula: `COUNTIFS(${kinds},"${word}")`,
    format: 'count',
  });
  const row = fieldRow(draft, field('受講者　新規', count('新規')), field('受講者　過年度', count('過年度')));
  const counted = decision.headcount.participants;
  fieldRow(
    draft,
    field(
      '受講者　計',
      people.length === 0
        ? { value: facts.course.applicationHeadcount ?? null, format: 'count', look: 'input' }
        : { value: people.length, formula: `SUM(${address(row, 1)},${address(row, 3)})`, format: 'count' },
    ),
    field('うち要件に\n数える人数', {
      value: counted ?? '未確認',
      format: counted === undefined ? 'text' : 'count',
      ...(counted !== undefined && (people.length === 0 || counted === people.length) ? {} : { look: 'confirm' }),
    }),
  );
  const roles = Object.keys(STAFF_ROLE_JA) as StaffRole[];
  const range = elsewhere(staff.sheet, staff.range('roles'));
  const inRole = (role: StaffRole) =>
    field(STAFF_ROLE_JA[role], {
      value: facts.staff.filter(({ id }) => facts.assignmentsOf(id).some((own) => own.role === role)).length,
      formula: `COUNTIFS(${range},"*${STAFF_ROLE_JA[role]}*")`,
      format: 'count',
    });
  for (let index = 0; index < roles.length; index += 2) {
    const [left, right] = [roles[index], roles[index + 1]];
    if (left !== undefined) fieldRow(draft, inRole(left), right === undefined ? undefined : inRole(right));
  }
  fieldRow(draft, field('10名未満の場合\nの協議の記録', tenPersonsJa(paper)));
  fieldRow(draft, field('日本スポーツ協会\nへの事前相談', contactsJa(paper)));
}

function tenPersonsJa({ facts }: Paper): string {
  const own = (facts.case.approvals ?? []).filter(({ kind }) => kind === 'tenPersonException');
  if (own.length === 0) return '記録なし';
  return own
    .map(({ date, contactPerson, note }) => distinct([slashDate(date), contactPerson ?? '', note ?? '']).join('　'))
    .join('\n');
}

function contactsJa({ facts }: Paper): string {
  const contacts = facts.course.jspoContacts ?? [];
  if (contacts.length === 0) return '記録なし';
  return contacts
    .map(({ date, contactPerson, means, note }) =>
      distinct([slashDate(date), contactPerson, means, note ?? '']).join('　'),
    )
    .join('\n');
}

/** 委託金申請額 and 受講料納入額, each as its own paper comes to it. */
function moneyRows(draft: SheetDraft, { decision }: Paper, { budget, remittance }: Sources): void {
  fieldRow(
    draft,
    field('委託金申請額\n（円）', {
      value: decision.totals.eligible,
      formula: elsewhere(budget.sheet, budget.places.grant),
      format: 'yen',
    }),
    field('受講料納入額\n（円）', {
      value: remittance.total,
      formula: elsewhere(remittance.sheet, remittance.places.total),
      format: 'yen',
    }),
  );
}
