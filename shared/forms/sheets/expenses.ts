/** 経費内訳: 借損料 to 通信運搬費, one table per item, each with the group it shares a limit with. */
import type { Line, LineKind } from '../../model/case/lines/line.js';
import { yen } from '../../money.js';
import { cappedGroups } from '../../rules/limit-hint.js';
import { footNote, header } from '../header.js';
import { lineColumns, type LineTable, lineTable } from '../line-table.js';
import { expenseWordsJa } from '../line-words.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { reasonRows } from '../reasons.js';
import { type Column, SheetDraft, type TableRow } from '../sheet-draft.js';
import { DETAIL_WIDTH, type ExpenseKey, type ExpenseSection, EXPENSE_SECTIONS } from './expense-sections.js';

type Key = ExpenseKey | 'paidOn';

export function expensesSheet(paper: Paper): { draft: SheetDraft; tables: LineTable[] } {
  const draft = SheetDraft.for('経費内訳', 'landscape', columnsOf(undefined, paper));
  header(draft, titleOf('経費内訳', paper, REPORT_OR_APPLICATION), paper);
  const tables = EXPENSE_SECTIONS.flatMap((section) => {
    const lines = paper.facts.lines.filter((line) => (section.kinds as readonly LineKind[]).includes(line.kind));
    return lines.length === 0 ? [] : [sectionTable(draft, paper, section, lines)];
  });
  if (tables.length === 0) draft.text('経費の明細はありません', 'body');
  reasonRows(
    draft,
    paper,
    tables.flatMap((table) => table.lines),
    (line) => expenseWordsJa(line, paper.facts).name,
  );
  footNote(draft, '対象額 ＝ 請求額と上限額の小さい方 − 保留。保留は、証憑や確認がそろえば対象になります。');
  return { draft, tables };
}

/** The columns of a section; all sections have the same widths. */
function columnsOf(section: ExpenseSection | undefined, paper: Paper) {
  const head = (key: ExpenseKey): string => section?.heads[key] ?? '';
  const details: readonly Column<Key>[] = [
    { key: 'name', headJa: head('name'), width: 20, format: 'text', wrap: true },
    { key: 'when', headJa: head('when'), width: 15, format: 'text', wrap: true },
    { key: 'detail', headJa: head('detail'), width: DETAIL_WIDTH, format: 'text', wrap: true },
    { key: 'first', headJa: head('first'), width: 7, format: 'count' },
    { key: 'second', headJa: head('second'), width: 7, format: 'count' },
    { key: 'unit', headJa: head('unit'), width: 8, format: 'yen' },
    { key: 'paidOn', headJa: '支払日', width: 10.5, format: 'date', align: 'center' },
  ];
  const shown = details.filter(({ key }) => paper.facts.isReport || key !== 'paidOn');
  return lineColumns<Key>(shown, paper);
}

function sectionTable(draft: SheetDraft, paper: Paper, section: ExpenseSection, lines: readonly Line[]): LineTable {
  let table: LineTable | undefined;
  draft.block(section.titleJa, () => {
    table = lineTable(
      draft,
      paper,
      columnsOf(section, paper),
      lines,
      (line) => details(section, line, paper),
      (line, at) => section.product(line as never, at, paper),
    );
    for (const note of [...groupNotes(section, paper), ...(section.notes?.(paper) ?? [])]) draft.text(note, 'small');
  });
  draft.gap();
  if (!table) throw new Error('block() has to place its table');
  return table;
}

function details(section: ExpenseSection, line: Line, paper: Paper): TableRow<Key> {
  const day = paper.facts.transfer(line.transferId)?.date;
  return {
    ...expenseWordsJa(line, paper.facts),
    ...section.words?.(line as never, paper),
    ...inputs(section.figures(line as never, paper)),
    paidOn: day ?? null,
  };
}

/** Quantities and prices are what a reader may correct. */
function inputs(figures: Partial<Record<'first' | 'second' | 'unit', number>>): TableRow<'first' | 'second' | 'unit'> {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, { value, look: 'input' }]));
}

/** 消毒液・マスク等 3,630円／上限 10,000円: the group of a section that shares one limit. */
function groupNotes(section: ExpenseSection, paper: Paper): string[] {
  return cappedGroups(paper.hints)
    .filter((group) => group.labelJa === section.groupJa)
    .map((group) => `${group.labelJa}の対象額 ${yen(group.used)}（合わせて ${yen(group.limit)} まで）`);
}
