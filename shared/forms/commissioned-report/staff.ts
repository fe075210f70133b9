/** 講師等名簿: who taught, examined or ran the course, and whether 謝金 and 旅費 may be paid. */
import {
  EMPLOYMENT_KIND_JA,
  JOC_ROLE_JA,
  STAFF_ROLE_JA,
  type Staff,
  WORKPLACE_VENUE_RELATION_JA,
} from '../../model/case/staff.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import type { LineDecision } from '../../rules/engine/decide.js';
import type { Facts } from '../../rules/facts/facts.js';
import { datesJa, decisionsById, footNote, header, type PaperInput } from '../paper.js';
import { distinct } from '../line-words.js';
import { type Column, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', format: 'count', align: 'center' },
  { key: 'name', headJa: '氏名', format: 'text' },
  { key: 'kana', headJa: 'フリガナ', format: 'text' },
  { key: 'roles', headJa: '役割', format: 'text', wrap: true },
  { key: 'employment', headJa: '勤務先区分', format: 'text', wrap: true },
  { key: 'joc', headJa: 'JOC関係', format: 'text', wrap: true },
  { key: 'home', headJa: '居住', format: 'text' },
  { key: 'stations', headJa: '自宅最寄駅→会場最寄駅', format: 'text', wrap: true },
  { key: 'km', headJa: '片道km', format: 'km' },
  { key: 'relation', headJa: '勤務地と会場', format: 'text', wrap: true },
  { key: 'participant', headJa: '受講者兼務', format: 'text', align: 'center' },
  { key: 'honorarium', headJa: '謝金対象', format: 'text', align: 'center' },
  { key: 'travel', headJa: '旅費対象', format: 'text', align: 'center' },
  { key: 'why', headJa: '理由・規則', format: 'text', wrap: true },
  { key: 'items', headJa: '担当科目', format: 'text', wrap: true },
  { key: 'dates', headJa: '担当日', format: 'text', wrap: true },
] as const satisfies readonly Column[];
const WIDTHS = [5, 13, 15, 12, 12, 12, 9, 20, 8, 11, 8, 8, 8, 22, 24, 22] as const;

/** Rules whose finding says that the person, not the line, is not paid. */
const PERSON_RULES = /^(FEE-NEV-0[12]|FEE-OPS-01|TRV-ELG-0[1245])$/;

export function staffSheet(input: PaperInput): SheetDraft {
  const { facts } = input;
  const decisions = decisionsById(input.decision);
  const draft = new SheetDraft('講師等名簿', 'landscape', WIDTHS, { personal: true });
  header(draft, '講師等名簿（実績）', input);
  draft.repeat(1, 7);
  const people = facts.staff;
  const rows = people.map((person) => row(person, facts, decisions));
  const placed = draft.table(
    COLUMNS,
    rows.map((own, index) => () => ({ no: index + 1, ...own })),
  );
  if (people.length > 0) {
    draft.gap();
    const count = (labelJa: string, key: 'honorarium' | 'travel'): void => {
      draft.row({
        1: { value: labelJa, look: 'caption' },
        3: {
          value: rows.filter((own) => own[key] === '○').length,
          formula: `COUNTIFS(${placed.range(key)},"○")`,
          format: 'count',
        },
      });
    };
    count('謝金対象者', 'honorarium');
    count('旅費対象者', 'travel');
  }
  footNote(
    draft,
    `部数の計算に使う人数：講師 ${input.decision.headcount.lecturers}名、助手 ${input.decision.headcount.assistants}名`,
  );
  return draft;
}

function row(person: Staff, facts: Facts, decisions: ReadonlyMap<string, LineDecision>) {
  const assignments = facts.assignmentsOf(person.id);
  const lines = facts.linesOf(person.id);
  const refused = lines.flatMap((line) =>
    (decisions.get(line.id)?.findings ?? []).filter(
      (finding) => finding.severity === 'error' && PERSON_RULES.test(finding.ruleId),
    ),
  );
  const mark = (account: 'honorarium' | 'travel', prefix: string): string => {
    const own = lines.filter((line) => line.account === account);
    if (own.length === 0) return '—';
    return refused.some((finding) => finding.ruleId.startsWith(prefix)) ? '×' : '○';
  };
  return {
    name: person.nameJa,
    kana: person.nameKana ?? '',
    roles: distinct(assignments.map((assignment) => STAFF_ROLE_JA[assignment.role])).join('、'),
    employment: EMPLOYMENT_KIND_JA[person.employment?.kind ?? 'unknown'],
    joc: JOC_ROLE_JA[person.jocRole ?? 'unknown'],
    home: person.homePrefectureCode === undefined ? '未確認' : (PREFECTURES_JA[person.homePrefectureCode] ?? ''),
    stations: `${person.homeStation ?? '未確認'}→${facts.mainVenue?.nearestStation ?? ''}`,
    km: person.stationDistance === undefined ? null : person.stationDistance / 10,
    relation: WORKPLACE_VENUE_RELATION_JA[person.workplaceVenueRelation ?? 'unknown'],
    participant: person.participantId === undefined ? '' : '○',
    honorarium: mark('honorarium', 'FEE'),
    travel: mark('travel', 'TRV'),
    why: distinct(refused.map((finding) => `${finding.messageJa}（${finding.ruleId}）`)).join('、'),
    items: distinct(
      assignments.map((assignment) => facts.item(facts.session(assignment.sessionId)?.curriculumItemId)?.nameJa ?? ''),
    ).join('、'),
    dates: datesJa(facts.dutyDates(person.id)),
  };
}
