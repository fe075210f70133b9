/** 振込手数料明細（申請）: the expected transfers, one counted per payee, at the price of the bank's list. */
import { grouped } from '../../money.js';
import type { LineOf } from '../../model/case/lines/line.js';
import { footNote, header } from '../header.js';
import { lineColumns, type LineTable, lineTable } from '../line-table.js';
import { expenseWordsJa } from '../line-words.js';
import { type Paper, REPORT_OR_APPLICATION, titleOf } from '../paper.js';
import { reasonRows } from '../reasons.js';
import { type Column, SheetDraft } from '../sheet-draft.js';
import { noOf, numbersJa } from '../voucher-words.js';

const DETAILS = [
  { key: 'payee', headJa: '支払先', width: 17, format: 'text', wrap: true },
  { key: 'kind', headJa: '種別', width: 9, format: 'text', align: 'center' },
  { key: 'times', headJa: '見込\n回数', width: 5.5, format: 'count' },
  { key: 'fee', headJa: '手数料\n単価', width: 7.5, format: 'yen' },
] as const satisfies readonly Column[];
type Key = (typeof DETAILS)[number]['key'];
type Fee = LineOf<'transferFee'>;

export function transferFeesSheet(paper: Paper): { draft: SheetDraft; table: LineTable } {
  const { facts } = paper;
  const columns = lineColumns<Key>(DETAILS, paper);
  const draft = SheetDraft.for('振込手数料明細', 'portrait', columns);
  header(draft, titleOf('振込手数料明細', paper, REPORT_OR_APPLICATION), paper, true);
  const lines = facts.linesOfKind('transferFee');
  const table = lineTable(
    draft,
    paper,
    columns,
    lines,
    (line) => ({
      payee: expenseWordsJa(line, facts).name,
      kind: facts.person(line.payeeKey) ? '個人' : '会場・業者',
      times: { value: 1, look: 'input' },
      fee: { value: line.fee, look: 'input' },
    }),
    (line, at) => ({ formula: `${at('times')}*${at('fee')}`, value: line.fee }),
  );
  if (lines.length > 0) {
    draft.gap();
    draft.text(`算出根拠：${groundsJa(lines)}`, 'body');
    draft.text(`手数料一覧の証憑番号：${feeTablesJa(paper)}`, 'body');
  }
  reasonRows(draft, paper, lines, (line) => expenseWordsJa(line, facts).name);
  footNote(draft, '対象になる振込は、1つの支払先につき1回です。');
  return { draft, table };
}

/** 支払先8件×330円、支払先2件×220円 */
function groundsJa(lines: readonly Fee[]): string {
  const payees = new Map<number, Set<string>>();
  for (const { fee, payeeKey } of lines) payees.set(fee, (payees.get(fee) ?? new Set()).add(payeeKey));
  return [...payees].map(([fee, keys]) => `支払先${keys.size}件×${grouped(fee)}円`).join('、');
}

function feeTablesJa({ facts }: Paper): string {
  const tables = facts.vouchers.filter(({ kind }) => kind === 'bankFeeTable');
  return tables.length === 0 ? '登録がありません' : numbersJa(tables.map(noOf));
}
