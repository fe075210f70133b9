/** 判定結果一覧 of a report: the table from which the 判定結果報告 to each addressee is made. */
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { examinersJa, examTimesJa } from '../session-words.js';
import { type Placed, SheetDraft } from '../sheet-draft.js';
import { ATTENDED_NOTE, JUDGEMENT_COLUMNS, judgementsTable } from './judgements.js';

/** The sheet, and where the judgements stand for counts over them. */
export function judgementListSheet(paper: Paper): { draft: SheetDraft; placed: Placed<'judgement' | 'no'> } {
  const draft = SheetDraft.for('判定結果一覧', 'portrait', JUDGEMENT_COLUMNS, { personal: true });
  header(draft, '判定結果一覧', paper);
  draft.text(examsJa(paper.facts), 'body');
  draft.gap();
  // Every page begins with the examination and the heads.
  draft.repeat(1, draft.nextRow);
  const placed = judgementsTable(draft, paper, JUDGEMENT_COLUMNS);
  footNote(draft, ATTENDED_NOTE);
  return { draft, placed };
}

/** 検定試験：令和3年10月31日 13:00–15:00　検定員：見本 検太 */
function examsJa(facts: Facts): string {
  const [times, names] = [examTimesJa(facts), examinersJa(facts)];
  if (times.length === 0) return '検定試験：日程に登録がありません';
  return `検定試験：${times.join('、')}　検定員：${names.length === 0 ? '登録がありません' : names.join('、')}`;
}
