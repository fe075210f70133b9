/** 判定結果一覧: who took the course and the 検定試験, and with what result. The report to each addressee has the same table. */
import { SUBJECT_JA } from '../../model/case/course.js';
import { JUDGEMENT_JA, type Judgement } from '../../model/case/participant.js';
import type { EnrolledParticipant } from '../../rules/engine/subjects.js';
import type { Facts } from '../../rules/facts/facts.js';
import { countRow } from '../field-rows.js';
import type { Paper } from '../paper.js';
import { attendedJa, judgedPeople, judgementOf, missedJa, openCell, overallJa } from '../participant-words.js';
import type { Column, Placed, SheetDraft, TableRow } from '../sheet-draft.js';

/** Columns of the list; who is not to see 生年月日 leaves it out. */
export const JUDGEMENT_COLUMNS = [
  { key: 'no', headJa: 'No.', width: 4, format: 'count', align: 'center' },
  { key: 'myPage', headJa: '受講者\n番号', width: 10, format: 'text' },
  { key: 'name', headJa: '氏名', width: 13, format: 'text' },
  { key: 'kana', headJa: 'フリガナ', width: 15, format: 'text' },
  { key: 'birth', headJa: '生年月日', width: 11, format: 'date', align: 'center' },
  { key: 'attended', headJa: '講習', width: 10, format: 'text', align: 'center' },
  { key: 'judgement', headJa: '検定の\n判定', width: 8, format: 'text', align: 'center' },
  { key: 'exempt', headJa: '免除', width: 6, format: 'text', align: 'center' },
  { key: 'overall', headJa: '総合判定', width: 9, format: 'text', align: 'center' },
  { key: 'note', headJa: '備考', width: 11, format: 'text', wrap: true },
] as const satisfies readonly Column[];
export type JudgementKey = (typeof JUDGEMENT_COLUMNS)[number]['key'];

/** The table with its counts, and where its judgements stand for counts on other sheets. */
export function judgementsTable(
  draft: SheetDraft,
  { facts }: Paper,
  columns: readonly Column<JudgementKey>[],
): Placed<'judgement' | 'no'> {
  const people = judgedPeople(facts);
  const subject = SUBJECT_JA[facts.course.subject];
  const placed = draft.table<JudgementKey>(
    columns.map((column) => (column.key === 'attended' ? { ...column, headJa: `${subject}\n講習` } : column)),
    people.map((own, index) => () => row(own, index, facts)),
    { emptyJa: '受講者が登録されていません' },
  );
  if (people.length > 0) counts(draft, placed, people);
  return placed;
}

/** The small print that says how 講習 is judged. */
export const ATTENDED_NOTE =
  '講習は、出欠の記録で欠席がなければ修了です。欠席があるとき、記録がないときは要確認とします。';

function row(own: EnrolledParticipant, index: number, facts: Facts): TableRow<JudgementKey> {
  const { participant } = own;
  const judgement = judgementOf(own);
  const missed = missedJa(own, facts);
  return {
    no: index + 1,
    myPage: participant.myPageId ?? '',
    name: participant.nameJa,
    kana: participant.nameKana ?? '',
    birth: participant.birthDate ?? null,
    attended: openCell(attendedJa(own, facts)),
    judgement: openCell(JUDGEMENT_JA[judgement]),
    exempt: judgement === 'exempt' ? '○' : '',
    overall: openCell(overallJa(own, facts)),
    note: missed === '' ? '' : `欠席 ${missed}`,
  };
}

/** 受検者 are those with 合格 or 不合格. Side by side, so that a course of two dozen fits a page. */
function counts(draft: SheetDraft, placed: Placed<JudgementKey>, people: readonly EnrolledParticipant[]): void {
  const count = (judgement: Judgement): number => people.filter((own) => judgementOf(own) === judgement).length;
  const formula = (judgement: Judgement): string =>
    `COUNTIFS(${placed.range('judgement')},"${JUDGEMENT_JA[judgement]}")`;
  const took = { value: count('pass') + count('fail'), formula: `${formula('pass')}+${formula('fail')}` };
  const first = placed.column('name');
  countRow(draft, [
    { column: first, headJa: '受検者', cell: took },
    ...(Object.keys(JUDGEMENT_JA) as Judgement[]).map((judgement, index) => ({
      column: first + 1 + index,
      headJa: JUDGEMENT_JA[judgement],
      cell: { value: count(judgement), formula: formula(judgement) },
    })),
  ]);
}
