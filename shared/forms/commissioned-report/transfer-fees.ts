/** 振込手数料明細（報告）: every fee that was paid with the transfer it belongs to, and how often its payee was paid. */
import type { LineOf } from '../../model/case/lines/line.js';
import { footNote, header } from '../header.js';
import { lineColumns, type LineTable, lineTable, type LineTableKey } from '../line-table.js';
import { expenseWordsJa } from '../line-words.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { reasonRows } from '../reasons.js';
import { address } from '../sheet.js';
import { type Column, SheetDraft } from '../sheet-draft.js';
import { numbersJa } from '../voucher-words.js';

const LINES_WIDTH = 12;
const DETAILS = [
  { key: 'payee', headJa: '振込先', width: 14, format: 'text', wrap: true },
  { key: 'paidOn', headJa: '振込日', width: 10.5, format: 'date', align: 'center' },
  { key: 'paid', headJa: '振込額', width: 9, format: 'yen' },
  { key: 'lines', headJa: '内訳\n（明細番号）', width: LINES_WIDTH, format: 'text', wrap: true },
  { key: 'times', headJa: '同じ先\nの回数', width: 6.5, format: 'count' },
] as const satisfies readonly Column[];
const PAYEE_KEY = { key: 'payeeKey', headJa: '支払先', width: 8, format: 'text', hidden: true } as const;
type Key = (typeof DETAILS)[number]['key'] | 'payeeKey';
type Fee = LineOf<'transferFee'>;

/** Money columns that other papers show; here they only serve the sums. */
const NOT_SHOWN: readonly string[] = ['planned', 'difference', 'limit'];

export function transferFeesSheet(paper: Paper): { draft: SheetDraft; table: LineTable } {
  const { facts } = paper;
  const columns = columnsOf(paper);
  const draft = SheetDraft.for('振込手数料明細', 'portrait', columns);
  header(draft, titleOf('振込手数料明細', paper, REPORT_OR_APPLICATION), paper, true);
  const lines = facts.linesOfKind('transferFee');
  const payees = [...new Set(lines.map(({ payeeKey }) => payeeKey))];
  const first = draft.nextRow + 1;
  const keyColumn = columns.findIndex(({ key }) => key === 'payeeKey');
  const keys = `${address(first, keyColumn, true)}:${address(first + lines.length - 1, keyColumn, true)}`;
  const keyOf = (line: Fee): string => `Y${payees.indexOf(line.payeeKey) + 1}`;
  const table = lineTable<Key, Fee>(
    draft,
    paper,
    columns,
    lines,
    (line) => ({
      ...transferCells(line, paper),
      times: {
        value: lines.filter(({ payeeKey }) => payeeKey === line.payeeKey).length,
        formula: `COUNTIFS(${keys},"${keyOf(line)}")`,
      },
      payeeKey: keyOf(line),
    }),
    () => undefined,
  );
  if (lines.length > 0) {
    draft.gap();
    draft.text(`振込先：${payees.length}か所　振込：${lines.length}回`, 'body');
  }
  reasonRows(draft, paper, lines, (line) => expenseWordsJa(line, facts).name);
  footNote(draft, '対象になる振込は、1つの振込先につき1回です。');
  return { draft, table };
}

/** The columns that are shown stand first. */
function columnsOf(paper: Paper): readonly Column<LineTableKey<Key>>[] {
  const all = lineColumns<Key>([...DETAILS, PAYEE_KEY], paper).map((column): Column<LineTableKey<Key>> => {
    if (column.key === 'claimed') return { ...column, headJa: '手数料' };
    if (column.key === 'papers') return { ...column, width: 14 };
    return NOT_SHOWN.includes(column.key) ? { ...column, hidden: true } : column;
  });
  return [...all.filter(({ hidden }) => hidden !== true), ...all.filter(({ hidden }) => hidden === true)];
}

function transferCells(line: Fee, { facts, numberOf }: Paper) {
  const transfer = facts.transfer(line.transferId);
  const paid = line.transferId === undefined ? [] : facts.linesPaidBy(line.transferId);
  return {
    payee: expenseWordsJa(line, facts).name,
    paidOn: transfer?.date ?? null,
    paid: transfer?.amount ?? null,
    lines: numbersJa(
      paid.filter(({ kind }) => kind !== 'transferFee').map(({ id }) => numberOf(id)),
      { width: LINES_WIDTH, most: 12 },
    ),
  };
}
