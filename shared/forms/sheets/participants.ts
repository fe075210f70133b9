/** 受講者名簿: who takes part, what they have paid, and at the report attendance and judgement. */
import { addYears, type IsoDate } from '../../dates.js';
import { ENROLLMENT_STATUS_JA, JUDGEMENT_JA, type Judgement } from '../../model/case/participant.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { sum } from '../../money.js';
import type { Decision } from '../../rules/engine/decide.js';
import type { EnrolledParticipant } from '../../rules/engine/subjects.js';
import type { Facts } from '../../rules/facts/facts.js';
import { ageReferenceDay } from '../../rules/limit-reader.js';
import { footNote, header } from '../header.js';
import { type Paper, titleOf } from '../paper.js';
import { attendedMinutes, judgementOf, kindJa, listed, missedJa, openCell, overallJa } from '../participant-words.js';
import { type CellInput, type Column, type Placed, SheetDraft, type TableRow } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4, format: 'count', align: 'center' },
  { key: 'myPage', headJa: '受講者\n番号', width: 9, format: 'text' },
  { key: 'name', headJa: '氏名', width: 12, format: 'text' },
  { key: 'kana', headJa: 'フリガナ', width: 14.5, format: 'text' },
  { key: 'birth', headJa: '生年月日', width: 10.5, format: 'date', align: 'center' },
  { key: 'age', headJa: '年齢\n4/1', width: 5, format: 'count' },
  { key: 'home', headJa: '都道府県', width: 8, format: 'text', align: 'center' },
  { key: 'kind', headJa: '区分', width: 7, format: 'text', align: 'center' },
  { key: 'startYear', headJa: '開始\n年度', width: 6, format: 'text', align: 'center' },
  { key: 'validUntil', headJa: '有効期間末', width: 10.5, format: 'date', align: 'center' },
  { key: 'approvedOn', headJa: '一次承認日', width: 10.5, format: 'date', align: 'center' },
  { key: 'status', headJa: 'ステータス', width: 9, format: 'text', align: 'center' },
  { key: 'common', headJa: '共通\n科目', width: 6, format: 'text', align: 'center' },
  { key: 'specialty', headJa: '専門\n科目', width: 6, format: 'text', align: 'center' },
  { key: 'coach1', headJa: 'コーチ1\n保有', width: 7.5, format: 'text', align: 'center' },
  { key: 'fee', headJa: '受講料', width: 8, format: 'yen' },
  { key: 'feeOn', headJa: '納入日', width: 10.5, format: 'date', align: 'center' },
  { key: 'books', headJa: 'リファレ\nンスブック', width: 8.5, format: 'count' },
  { key: 'hours', headJa: '出席\n時間', width: 6, format: 'hours' },
  { key: 'missed', headJa: '欠席科目', width: 10.5, format: 'text', wrap: true },
  { key: 'judgement', headJa: '検定の\n判定', width: 7.5, format: 'text', align: 'center' },
  { key: 'overall', headJa: '総合\n判定', width: 7.5, format: 'text', align: 'center' },
  { key: 'note', headJa: '免除資格', width: 11.5, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

const NAMES_OF_STAGES = { report: '実績', application: '申請' } as const;
const ONLY_AT: Readonly<Partial<Record<Key, 'application' | 'report'>>> = {
  validUntil: 'application',
  books: 'application',
  hours: 'report',
  missed: 'report',
  judgement: 'report',
  overall: 'report',
  approvedOn: 'application',
};

/** A 独自 course sets its own 受講料, which is shown where it is recorded; it has no リファレンスブック to remit for. */
function isShown(key: Key, facts: Facts): boolean {
  if ((ONLY_AT[key] ?? facts.stage) !== facts.stage) return false;
  if (facts.isCommissioned) return true;
  if (key === 'books') return false;
  const hasFees = facts.enrolled.some(({ enrollment }) => enrollment.feeAmount !== undefined);
  return hasFees || (key !== 'fee' && key !== 'feeOn');
}

/** The sheet, and where 新規 and 過年度 stand for counts over them. */
export function participantsSheet(paper: Paper): { draft: SheetDraft; placed: Placed<'kind'> } {
  const { facts } = paper;
  const ageDay = ageReferenceDay(paper.book, facts.figureDay);
  const columns = COLUMNS.filter(({ key }) => isShown(key, facts));
  const people = listed(facts);
  const draft = SheetDraft.for('受講者名簿', 'landscape', columns, { personal: true });
  header(draft, titleOf('受講者名簿', paper, NAMES_OF_STAGES), paper, true);
  const placed = draft.table<Key>(
    columns,
    people.map((own, index) => () => row(own, index, paper, ageDay)),
    { emptyJa: '受講者が登録されていません' },
  );
  if (people.length > 0) counts(draft, placed, facts);
  footNote(draft);
  return { draft, placed };
}

function row(own: EnrolledParticipant, index: number, paper: Paper, ageDay: IsoDate | undefined): TableRow<Key> {
  const { facts, decision } = paper;
  const { enrollment, participant } = own;
  const { birthDate } = participant;
  return {
    no: index + 1,
    myPage: participant.myPageId ?? '',
    name: participant.nameJa,
    kana: participant.nameKana ?? '',
    birth: birthDate ?? null,
    age: birthDate === undefined || ageDay === undefined ? null : ageOn(birthDate, ageDay),
    home: participant.prefectureCode === undefined ? '' : (PREFECTURES_JA[participant.prefectureCode] ?? ''),
    kind: kindJa(own, facts),
    startYear: String(enrollment.startFiscalYear),
    validUntil: validUntil(own, decision),
    approvedOn: enrollment.primaryApprovedOn ?? null,
    status: ENROLLMENT_STATUS_JA[enrollment.status],
    common: commonJa(own, paper),
    specialty: isExempt(own, decision, 'specialty') ? '免除' : '受講',
    coach1: facts.course.level === 'coach2' ? YES_NO_JA[enrollment.holdsCoach1 ?? 'unknown'] : '—',
    fee: enrollment.feeAmount ?? null,
    feeOn: enrollment.feePaidOn ?? null,
    books: enrollment.referenceBookCount ?? null,
    hours: enrollment.attendance === undefined ? null : attendedMinutes(own, facts) / 60,
    missed: missedJa(own, facts),
    judgement: openCell(judgementJa(own)),
    overall: openCell(overallJa(own, facts)),
    note: exemptionsOf(own, facts)
      .map((exemption) => exemption.qualificationJa)
      .join('、'),
  };
}

/** 有効期間末 of the 受講, as the list of deadlines has it. */
function validUntil({ participant }: EnrolledParticipant, { deadlines }: Decision): IsoDate | null {
  return deadlines.find(({ kind, personId }) => kind === 'validity' && personId === participant.id)?.dueOn ?? null;
}

const YES_NO_JA = { yes: '○', no: '×', unknown: '未確認' } as const;

function judgementJa(own: EnrolledParticipant): string {
  return JUDGEMENT_JA[judgementOf(own)];
}

/** 合格 and 不合格 as recorded, 免除 where the evidence is judged to exempt; else 受講. */
function commonJa(own: EnrolledParticipant, { facts, decision }: Paper): string {
  const { common1Result } = own.enrollment;
  if (common1Result !== undefined) return common1Result === 'pass' ? '合格' : '不合格';
  return isExempt(own, decision, facts.course.level === 'coach1' ? 'common1' : 'common2') ? '免除' : '受講';
}

type ExemptSubject = 'common1' | 'common2' | 'specialty';

function exemptionsOf({ participant }: EnrolledParticipant, facts: Facts) {
  return facts.heldExemptions.filter((held) => held.participant.id === participant.id).map((held) => held.exemption);
}

function isExempt(own: EnrolledParticipant, decision: Decision, asked: ExemptSubject): boolean {
  return decision.exemptions.some(
    ({ participantId, subject, result }) =>
      participantId === own.participant.id && result === 'exempt' && subject === asked,
  );
}

type Count = { readonly headJa: string; readonly cell: CellInput };

/** A small table of counts, each under a column wide enough for it. */
function counts(draft: SheetDraft, placed: Placed<Key>, facts: Facts): void {
  const enrolled = listed(facts);
  const counted = (word: string, key: 'kind' | 'judgement', wordOf: (own: EnrolledParticipant) => string): Count => ({
    headJa: word,
    cell: {
      value: enrolled.filter((own) => wordOf(own) === word).length,
      formula: `COUNTIFS(${placed.range(key)},"${word}")`,
    },
  });
  const judged = (judgement: Judgement): Count => counted(JUDGEMENT_JA[judgement], 'judgement', judgementJa);
  const byColumn: Partial<Record<Key, Count>> = {
    name: counted('新規', 'kind', (own) => kindJa(own, facts)),
    kana: counted('過年度', 'kind', (own) => kindJa(own, facts)),
    birth: {
      headJa: '計',
      cell: { value: enrolled.length, formula: `COUNTIFS(${placed.range('no')},">0")` },
    },
    ...(facts.isReport
      ? {
          home: judged('pass'),
          kind: judged('fail'),
          startYear: judged('absent'),
          status: judged('exempt'),
          common: judged('pending'),
        }
      : {}),
    ...(isShown('fee', facts) ? feeCounts(enrolled, placed) : {}),
  };
  draft.gap();
  const rowOf = (cellOf: (count: Count) => CellInput): Record<number, CellInput> =>
    Object.fromEntries(
      (Object.entries(byColumn) as [Key, Count][]).map(([key, count]) => [placed.column(key), cellOf(count)]),
    );
  draft.row(
    rowOf(({ headJa }) => ({ value: headJa, look: 'columnHead', align: 'center' })),
    { keep: 2 },
  );
  draft.row(rowOf(({ cell }) => ({ format: 'count', ...cell })));
}

function feeCounts(enrolled: readonly EnrolledParticipant[], placed: Placed<Key>): Partial<Record<Key, Count>> {
  return {
    fee: {
      headJa: '受講料計',
      cell: {
        value: sum(enrolled.map(({ enrollment }) => enrollment.feeAmount ?? 0)),
        formula: `SUM(${placed.range('fee')})`,
        format: 'yen',
      },
    },
    feeOn: {
      headJa: '納入人数',
      cell: {
        value: enrolled.filter(({ enrollment }) => enrollment.feePaidOn !== undefined).length,
        formula: `COUNTIFS(${placed.range('feeOn')},">0")`,
      },
    },
  };
}

/** 満年齢 on a day, by the calendar day of birth. */
function ageOn(birth: IsoDate, day: IsoDate): number {
  let age = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  if (addYears(birth, age) > day) age -= 1;
  return age;
}
