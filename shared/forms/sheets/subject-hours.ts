/** 科目別時間数: the hours of each 科目 against the 実施要領, summed over 日程表. */
import { hoursJa } from '../../dates.js';
import { type CurriculumItem, SESSION_FORMAT_JA } from '../../model/case/schedule.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header } from '../header.js';
import { distinct } from '../line-words.js';
import { HELD_OR_PLANNED, type Paper, titleOf } from '../paper.js';
import { formatJa } from '../session-words.js';
import { elsewhere } from '../sheet.js';
import { type CellInput, type Column, type Placed, SheetDraft } from '../sheet-draft.js';
import { itemKey, type SessionTable } from './schedule.js';

const COLUMNS = [
  { key: 'no', headJa: 'No.', width: 5, format: 'count', align: 'center' },
  { key: 'item', headJa: '科目名', width: 32, format: 'text', wrap: true },
  { key: 'formats', headJa: '実施した形態', width: 20, format: 'text', wrap: true },
  { key: 'planned', headJa: '要領\n（分）', width: 9, format: 'count' },
  { key: 'held', headJa: '実績\n（分）', width: 9, format: 'count' },
  { key: 'difference', headJa: '差\n（分）', width: 9, format: 'count' },
  { key: 'judged', headJa: '判定', width: 15, format: 'text', align: 'center' },
  { key: 'itemKey', headJa: '科目', width: 6, format: 'text', hidden: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** The head of what the sessions come to says whether they were held. */
function columnsOf({ facts }: Paper): readonly Column<Key>[] {
  const own: Partial<Record<Key, string>> = facts.isReport ? {} : { formats: '計画の形態', held: '計画\n（分）' };
  return COLUMNS.map((column) => ({ ...column, headJa: own[column.key] ?? column.headJa }));
}

/** The sheet, and where its columns stand for sums over them. */
export function subjectHoursSheet(
  paper: Paper,
  sessions: SessionTable,
): { draft: SheetDraft; placed: Placed<'planned' | 'held'> } {
  const { facts } = paper;
  const columns = columnsOf(paper);
  const draft = SheetDraft.for('科目別時間数', 'portrait', columns);
  header(draft, titleOf('科目別時間数', paper, HELD_OR_PLANNED), paper, true);
  const items = facts.curriculum.filter((item) => item.groupMinutes > 0);
  const minutes = elsewhere(sessions.sheet, sessions.range('minutes'));
  const keys = elsewhere(sessions.sheet, sessions.range('itemKey'));
  const placed = draft.table<Key>(
    columns,
    items.map((item, index) => (at) => {
      const held = heldMinutes(item, facts);
      return {
        no: index + 1,
        item: item.nameJa,
        formats: formatsOf(item, facts),
        planned: { value: item.groupMinutes, look: 'input' },
        held: { value: held, formula: `SUMIFS(${minutes},${keys},${at('itemKey')})` },
        difference: { value: held - item.groupMinutes, formula: `${at('held')}-${at('planned')}` },
        judged: judgedCell(held, item.groupMinutes),
        itemKey: itemKey(item.id, facts),
      };
    }),
    { emptyJa: '実施要領の科目が入力されていません' },
  );
  if (items.length > 0) {
    const planned = sum(items.map((item) => item.groupMinutes));
    const held = sum(items.map((item) => heldMinutes(item, facts)));
    draft.sums(placed, '計', { planned, held, difference: held - planned }, 'total', 'count');
  }
  draft.gap();
  examRows(draft, facts, sessions);
  footNote(draft, `${HELD_OR_PLANNED[facts.stage]}は日程表の時間から計算しています。`);
  return { draft, placed };
}

/** 検定試験 and the days of the course, which no 科目 counts. */
function examRows(draft: SheetDraft, facts: Facts, sessions: SessionTable): void {
  const exams = facts.sessions.filter((session) => session.format === 'exam');
  const range = (key: 'minutes' | 'format'): string => elsewhere(sessions.sheet, sessions.range(key));
  const line = (label: string, cell: CellInput): void => {
    draft.row({ 1: { value: label, span: 2 }, 3: { format: 'count', ...cell } });
  };
  line('検定試験（分）', {
    value: sum(exams.map((session) => session.end - session.start)),
    formula: `SUMIFS(${range('minutes')},${range('format')},"${SESSION_FORMAT_JA.exam}")`,
  });
  line('日数', { value: facts.courseDates.length });
}

function judgedCell(held: number, planned: number): CellInput {
  if (held === planned) return { value: '充足' };
  if (held > planned) return { value: `超過 ${hoursJa(held - planned)}` };
  return { value: `不足 ${hoursJa(planned - held)}`, look: 'confirm' };
}

function formatsOf(item: CurriculumItem, facts: Facts): string {
  const formats = facts.sessions.filter((session) => session.curriculumItemId === item.id).map(formatJa);
  return distinct(formats).join('、');
}

function heldMinutes(item: CurriculumItem, facts: Facts): number {
  return sum(
    facts.sessions
      .filter((session) => session.curriculumItemId === item.id)
      .map((session) => session.end - session.start),
  );
}
