/** 講師等名簿: who taught, examined or ran the course, and whether 謝金 and 旅費 may be paid. */
import type { Line } from '../../model/case/lines/line.js';
import {
  EMPLOYMENT_KIND_JA,
  JOC_ROLE_JA,
  STAFF_ROLE_JA,
  type Staff,
  type StaffRole,
  WORKPLACE_VENUE_RELATION_JA,
} from '../../model/case/staff.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { sum } from '../../money.js';
import { footNote, header } from '../header.js';
import { datesJa, distinct } from '../line-words.js';
import { moneyFindings } from '../money-columns.js';
import { HELD_OR_PLANNED, type Paper, titleOf } from '../paper.js';
import { type Column, type Placed, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4, format: 'count', align: 'center' },
  { key: 'name', headJa: '氏名', width: 12, format: 'text' },
  { key: 'kana', headJa: 'フリガナ', width: 16.5, format: 'text' },
  { key: 'roles', headJa: '役割', width: 10, format: 'text', wrap: true },
  { key: 'employer', headJa: '所属・\n勤務先区分', width: 13, format: 'text', wrap: true },
  { key: 'joc', headJa: 'JOC関係', width: 9, format: 'text', wrap: true },
  { key: 'home', headJa: '居住', width: 8, format: 'text', align: 'center' },
  { key: 'station', headJa: '自宅最寄駅', width: 11, format: 'text', wrap: true },
  { key: 'venueStation', headJa: '会場最寄駅', width: 11, format: 'text', wrap: true },
  { key: 'km', headJa: '片道km', width: 7, format: 'km' },
  { key: 'relation', headJa: '勤務地\nと会場', width: 8, format: 'text', wrap: true },
  { key: 'participant', headJa: '受講者\n兼務', width: 6, format: 'text', align: 'center' },
  { key: 'honorarium', headJa: '謝金\n対象', width: 6, format: 'text', align: 'center' },
  { key: 'travel', headJa: '旅費\n対象', width: 6, format: 'text', align: 'center' },
  { key: 'items', headJa: '担当科目', width: 22, format: 'text', wrap: true },
  { key: 'dates', headJa: '担当日', width: 10, format: 'text', wrap: true },
  { key: 'hours', headJa: '担当\n時間', width: 6.5, format: 'hours' },
  { key: 'change', headJa: '変更', width: 5, format: 'text', align: 'center' },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** What decides of 謝金 and 旅費, which nobody pays for a 独自 course. */
const ONLY_COMMISSIONED: readonly Key[] = ['joc', 'station', 'venueStation', 'km', 'relation', 'honorarium', 'travel'];
/** Without them there is more room for the others. */
const WIDER: Readonly<Partial<Record<Key, Partial<Pick<Column, 'headJa' | 'width'>>>>> = {
  name: { width: 14 },
  employer: { headJa: '所属', width: 22 },
  items: { width: 38 },
  dates: { width: 13 },
};

function columnsOf({ facts }: Paper): readonly Column<Key>[] {
  const staged = COLUMNS.filter(({ key }) => facts.isReport || key !== 'change');
  if (facts.isCommissioned) return staged;
  return staged
    .filter(({ key }) => !ONLY_COMMISSIONED.includes(key))
    .map((column): Column<Key> => ({ ...column, ...WIDER[column.key] }));
}

/** The sheet, and where the roles stand for counts over them. */
export function staffSheet(paper: Paper): { draft: SheetDraft; placed: Placed<'roles'> } {
  const { facts, decision } = paper;
  const columns = columnsOf(paper);
  const draft = SheetDraft.for('講師等名簿', 'landscape', columns, { personal: true });
  header(draft, titleOf('講師等名簿', paper, HELD_OR_PLANNED), paper, true);
  const rows = facts.staff.map((person) => row(person, paper));
  const placed = draft.table<Key>(
    columns,
    rows.map((own, index) => () => ({ no: index + 1, ...own })),
    { emptyJa: '講師等が登録されていません' },
  );
  if (rows.length > 0) counts(draft, placed, rows, facts.isCommissioned);
  if (!facts.isCommissioned) {
    footNote(draft);
    return { draft, placed };
  }
  reasons(draft, paper);
  const { lecturers, assistants } = decision.headcount;
  footNote(
    draft,
    `部数の計算に使う人数：講師 ${lecturers}名、助手 ${assistants}名（1人を1回だけ数えます）。○＝対象、×＝対象外、—＝請求なし。`,
  );
  return { draft, placed };
}

type StaffRow = ReturnType<typeof row>;

function row(person: Staff, paper: Paper) {
  return { ...personCells(person, paper), ...dutyCells(person, paper) };
}

function personCells(person: Staff, { facts }: Paper) {
  return {
    name: person.nameJa,
    kana: person.nameKana ?? '',
    employer: distinct([
      person.employerName ?? '',
      facts.isCommissioned ? EMPLOYMENT_KIND_JA[person.employment?.kind ?? 'unknown'] : '',
    ]).join('\n'),
    joc: JOC_ROLE_JA[person.jocRole ?? 'unknown'],
    home: person.homePrefectureCode === undefined ? '未確認' : (PREFECTURES_JA[person.homePrefectureCode] ?? ''),
    station: person.originStation ?? person.homeStation ?? '未確認',
    venueStation: facts.mainVenue?.nearestStation ?? '',
    km: person.stationDistance === undefined ? null : person.stationDistance / 10,
    relation: WORKPLACE_VENUE_RELATION_JA[person.workplaceVenueRelation ?? 'unknown'],
    participant: person.participantId === undefined ? '' : '○',
  };
}

function dutyCells(person: Staff, paper: Paper) {
  const { facts } = paper;
  const assignments = facts.assignmentsOf(person.id);
  const known = facts.course.applicationSnapshot?.staffIds;
  const minutes = sum(assignments.map((assignment) => facts.minutesOf(assignment)));
  return {
    roles: distinct(assignments.map((assignment) => STAFF_ROLE_JA[assignment.role])).join('\n'),
    honorarium: eligibleMark(linesOf(person, paper, 'honorarium'), paper),
    travel: eligibleMark(linesOf(person, paper, 'travel'), paper),
    items: distinct(
      assignments.map((assignment) => facts.item(facts.session(assignment.sessionId)?.curriculumItemId)?.nameJa ?? ''),
    ).join('、'),
    dates: datesJa(facts.dutyDates(person.id)).join('\n'),
    hours: minutes === 0 ? null : minutes / 60,
    change: known === undefined || known.includes(person.id) ? '' : '○',
  };
}

function linesOf(person: Staff, { facts }: Paper, account: 'honorarium' | 'travel'): Line[] {
  return facts.linesOf(person.id).filter((line) => line.account === account && facts.claimed(line) > 0);
}

/** ○ where something is paid, 保留 where all of it waits, × where nothing remains, — where nothing is claimed. */
function eligibleMark(lines: readonly Line[], { decided }: Paper): string {
  if (lines.length === 0) return '—';
  const own = lines.flatMap((line) => decided.get(line.id) ?? []);
  if (own.some((line) => line.eligible > 0)) return '○';
  return own.some((line) => line.provisional > 0) ? '保留' : '×';
}

/** People by role, and under contract how many of them may be paid. */
function counts(draft: SheetDraft, placed: Placed<Key>, rows: readonly StaffRow[], isCommissioned: boolean): void {
  draft.gap();
  const line = (label: string, value: number, formula: string): void => {
    draft.row({ 1: { value: label, span: 2 }, 3: { value, formula, format: 'count' } });
  };
  for (const role of Object.keys(STAFF_ROLE_JA) as StaffRole[]) {
    const word = STAFF_ROLE_JA[role];
    const value = rows.filter((own) => own.roles.split('\n').includes(word)).length;
    if (value > 0) line(word, value, `COUNTIFS(${placed.range('roles')},"*${word}*")`);
  }
  if (!isCommissioned) return;
  for (const [key, label] of [
    ['honorarium', '謝金対象者'],
    ['travel', '旅費対象者'],
  ] as const) {
    const value = rows.filter((own) => own[key] === '○').length;
    line(label, value, `COUNTIFS(${placed.range(key)},"○")`);
  }
}

/** Why × stands: the finding that decides of each line of which nothing is left. */
function reasons(draft: SheetDraft, paper: Paper): void {
  const texts = paper.facts.staff.flatMap((person) => {
    const refused = (['honorarium', 'travel'] as const).flatMap((account) => {
      const lines = linesOf(person, paper, account);
      return eligibleMark(lines, paper) === '×' ? lines : [];
    });
    const words = distinct(
      refused.flatMap((line) => {
        const decision = paper.decided.get(line.id);
        const [finding] = decision ? moneyFindings(decision) : [];
        return finding ? [`${finding.messageJa}（${finding.ruleId}）`] : [];
      }),
    );
    return words.map((text) => ({ name: person.nameJa, text }));
  });
  if (texts.length === 0) return;
  draft.gap();
  const fill = (): void => {
    for (const { name, text } of texts) draft.text(text, 'body', 2, { 1: { value: name } });
  };
  draft.block('対象とならない理由', fill, 0);
}
