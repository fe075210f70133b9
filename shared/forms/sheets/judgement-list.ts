/** 判定結果一覧 of a report: the table from which the 判定結果報告 to each addressee is made. */
import { clockJa, longDateJa } from '../../dates.js';
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import type { Paper } from '../paper.js';
import { type Placed, SheetDraft } from '../sheet-draft.js';
import { ATTENDED_NOTE, JUDGEMENT_COLUMNS, judgementsTable } from './judgements.js';

/** The sheet, and where the judgements stand for counts over them. */
export function judgementListSheet(paper: Paper): { draft: SheetDraft; placed: Placed<'judgement'> } {
  const draft = SheetDraft.for('判定結果一覧', 'portrait', JUDGEMENT_COLUMNS, { personal: true });
  header(draft, '判定結果一覧', paper);
  draft.text(examsJa(paper.facts), 'body');
  draft.gap();
  // Every page begins with the examination and the heads.
  draft.repeat(1, draft.nextRow);
  const placed = judgementsTable(draft, paper, JUDGEMENT_COLUMNS);
  footNote(draft, ATTENDED_NOTE, '取扱注意（個人情報）');
  return { draft, placed };
}

/** 検定試験：令和3年10月31日 9:00–12:00（検定員 見本 検太） */
export function examsJa(facts: Facts): string {
  const exams = facts.sessions.filter(({ format }) => format === 'exam');
  if (exams.length === 0) return '検定試験：日程に登録がありません';
  const times = exams.map(({ date, start, end }) => `${longDateJa(date)} ${clockJa(start)}–${clockJa(end)}`);
  const names = distinct(
    facts.assignments
      .filter(({ role }) => role === 'examiner')
      .map(({ staffId }) => facts.person(staffId)?.nameJa ?? ''),
  );
  return `検定試験：${times.join('、')}　検定員：${names.length === 0 ? '登録がありません' : names.join('、')}`;
}
