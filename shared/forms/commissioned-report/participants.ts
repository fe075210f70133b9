/** 受講者名簿（実績）: who took part, attendance and judgement. */
import { addYears, isoDate, type IsoDate } from '../../dates.js';
import { ENROLLMENT_STATUS_JA, JUDGEMENT_JA, type Judgement } from '../../model/case/participant.js';
import { PREFECTURES_JA } from '../../model/prefectures.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import type { EnrolledParticipant } from '../../rules/engine/subjects.js';
import { footNote, header, type PaperInput } from '../paper.js';
import { type Column, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', format: 'count', align: 'center' },
  { key: 'myPage', headJa: '受講者番号', format: 'text' },
  { key: 'name', headJa: '氏名', format: 'text' },
  { key: 'kana', headJa: 'フリガナ', format: 'text' },
  { key: 'birth', headJa: '生年月日', format: 'eraDate', align: 'left' },
  { key: 'age', headJa: '年齢(4/1)', format: 'count' },
  { key: 'home', headJa: '都道府県', format: 'text' },
  { key: 'kind', headJa: '区分', format: 'text', align: 'center' },
  { key: 'startYear', headJa: '受講開始年度', format: 'count' },
  { key: 'status', headJa: 'ステータス', format: 'text' },
  { key: 'fee', headJa: '受講料', format: 'yen' },
  { key: 'feeOn', headJa: '納入日', format: 'date' },
  { key: 'hours', headJa: '出席時間', format: 'hours' },
  { key: 'judgement', headJa: '判定', format: 'text', align: 'center' },
  { key: 'note', headJa: '備考', format: 'text', wrap: true },
] as const satisfies readonly Column[];
const WIDTHS = [5, 12, 15, 18, 17, 8, 10, 8, 9, 11, 9, 11, 9, 9, 18] as const;

export function participantsSheet(input: PaperInput): SheetDraft {
  const { facts } = input;
  const draft = new SheetDraft('受講者名簿', 'landscape', WIDTHS, { personal: true });
  header(draft, '受講者名簿（実績）', input);
  draft.repeat(1, 7);
  const enrolled = facts.enrolled;
  const placed = draft.table(
    COLUMNS,
    enrolled.map((own, index) => () => row(own, index, facts)),
  );
  draft.gap();
  if (enrolled.length > 0) {
    const count = (labelJa: string, column: 'kind' | 'judgement', word: string): void => {
      draft.row({
        1: { value: labelJa, look: 'caption' },
        2: {
          value: enrolled.filter((own) => rowText(own, column, facts) === word).length,
          formula: `COUNTIFS(${placed.range(column)},"${word}")`,
          format: 'count',
        },
      });
    };
    count('新規', 'kind', '新規');
    count('過年度', 'kind', '過年度');
    for (const judgement of ['pass', 'fail', 'absent', 'exempt', 'pending'] as const satisfies readonly Judgement[]) {
      count(JUDGEMENT_JA[judgement], 'judgement', JUDGEMENT_JA[judgement]);
    }
    draft.row({
      1: { value: '受講料 計', look: 'caption' },
      2: {
        value: sum(enrolled.map(({ enrollment }) => enrollment.feeAmount ?? 0)),
        formula: `SUM(${placed.range('fee')})`,
        format: 'yen',
      },
    });
  }
  footNote(draft, '取扱注意（個人情報）');
  return draft;
}

function row({ enrollment, participant }: EnrolledParticipant, index: number, facts: Facts) {
  const own = { enrollment, participant };
  return {
    no: index + 1,
    myPage: participant.myPageId ?? '',
    name: participant.nameJa,
    kana: participant.nameKana ?? '',
    birth: participant.birthDate ?? null,
    age:
      participant.birthDate === undefined ? null : ageOn(participant.birthDate, isoDate(facts.course.fiscalYear, 4, 1)),
    home: participant.prefectureCode === undefined ? '' : (PREFECTURES_JA[participant.prefectureCode] ?? ''),
    kind: rowText(own, 'kind', facts),
    startYear: { value: enrollment.startFiscalYear, format: 'text' as const, align: 'right' as const },
    status: ENROLLMENT_STATUS_JA[enrollment.status],
    fee: enrollment.feeAmount ?? null,
    feeOn: enrollment.feePaidOn ?? null,
    hours: enrollment.attendance === undefined ? null : attendedMinutes(own, facts) / 60,
    judgement: rowText(own, 'judgement', facts),
    note: '',
  };
}

function rowText({ enrollment }: EnrolledParticipant, column: 'kind' | 'judgement', facts: Facts): string {
  if (column === 'kind') return enrollment.startFiscalYear < facts.course.fiscalYear ? '過年度' : '新規';
  return JUDGEMENT_JA[enrollment.judgement ?? 'pending'];
}

function attendedMinutes({ enrollment }: EnrolledParticipant, facts: Facts): number {
  return sum(
    (enrollment.attendance ?? []).map((entry) => {
      const session = entry.present ? facts.session(entry.sessionId) : undefined;
      return session ? session.end - session.start : 0;
    }),
  );
}

/** 満年齢 on a day, by the calendar day of birth. */
function ageOn(birth: IsoDate, day: IsoDate): number {
  let age = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  if (addYears(birth, age) > day) age -= 1;
  return age;
}
