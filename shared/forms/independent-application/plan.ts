/** 収支計画 of a 独自 course: what comes in and what it costs. An internal aid, handed in only where it is asked for. */
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS } from '../../model/case/account.js';
import type { Course } from '../../model/case/course.js';
import { sum } from '../../money.js';
import { footNote, header } from '../header.js';
import type { Paper } from '../paper.js';
import { address, elsewhere } from '../sheet.js';
import { type CellInput, type Column, SheetDraft } from '../sheet-draft.js';
import type { ManagementFee } from './management-fee.js';

const COLUMNS = [
  { key: 'no', headJa: '番号', width: 6, format: 'text', align: 'center' },
  { key: 'item', headJa: '科目', width: 36, format: 'text', wrap: true },
  { key: 'amount', headJa: '計画額', width: 14, format: 'yen' },
  { key: 'note', headJa: '備考', width: 38, format: 'text', wrap: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];
const AMOUNT = 2;

type Income = NonNullable<Course['income']>[number]['kind'];
/** What is planned to come in; nobody pays for the course under a contract. */
const INCOME_JA: Partial<Record<Income, string>> = { courseFee: '受講料', ownFunds: '自己資金' };

/** The plan where anything of it is recorded; nothing else. */
export function planSheets(paper: Paper, fee: ManagementFee): SheetDraft[] {
  const { facts } = paper;
  const income = facts.course.income ?? [];
  if (income.length === 0 && facts.lines.length === 0) return [];
  const draft = SheetDraft.for('収支計画', 'portrait', COLUMNS, { internal: true });
  header(draft, '収支計画', paper);
  const earned = part(
    draft,
    '収入の部',
    '収入合計',
    income.map(({ kind, amount }) => ({ no: '', item: INCOME_JA[kind] ?? 'その他の収入', amount: typed(amount) })),
    sum(income.map(({ amount }) => amount)),
  );
  draft.gap();
  const costs = costRows(paper);
  const spent = part(
    draft,
    '支出の部',
    '支出合計',
    [
      ...costs,
      {
        no: '',
        item: '受講管理料',
        amount: { value: fee.total, formula: elsewhere(fee.draft.name, fee.places.total) },
      },
    ],
    sum(costs.map(({ amount }) => Number(amount.value))) + fee.total,
  );
  draft.gap();
  draft.row({
    0: { value: '収支差（収入−支出）', span: 2, look: 'total' },
    [AMOUNT]: {
      value: earned.total - spent.total,
      formula: `${address(earned.row, AMOUNT)}-${address(spent.row, AMOUNT)}`,
      format: 'yen',
      look: 'total',
    },
  });
  footNote(draft, '団体の控えです。求められたとき以外は提出しません。');
  return [draft];
}

type PlanRow = { readonly no: string; readonly item: string; readonly amount: CellInput };

function typed(amount: number): CellInput {
  return { value: amount, look: 'input' };
}

/** What the lines come to, by 科目; those outside stand last. */
function costRows({ facts }: Paper): PlanRow[] {
  return [...CLAIM_ACCOUNTS, undefined].flatMap((account): PlanRow[] => {
    const lines = facts.lines.filter((line) => CLAIM_ACCOUNTS.find((own) => own === line.account) === account);
    if (lines.length === 0) return [];
    return [
      {
        no: account === undefined ? '' : `${ACCOUNT_NO[account]}`,
        item: account === undefined ? 'その他' : ACCOUNT_JA[account],
        amount: typed(sum(lines.map((line) => facts.claimed(line)))),
      },
    ];
  });
}

function part(
  draft: SheetDraft,
  titleJa: string,
  totalJa: string,
  rows: readonly PlanRow[],
  total: number,
): { row: number; total: number } {
  draft.heading(titleJa);
  const placed = draft.table<Key>(
    COLUMNS,
    rows.map((row) => () => row),
    { emptyJa: '記録がありません' },
  );
  return { row: draft.sums(placed, totalJa, { amount: total }), total };
}
