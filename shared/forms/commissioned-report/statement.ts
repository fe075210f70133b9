/** 収支計算書: budget, actual, eligible and cut per item and 科目, and where the money comes from. */
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS, type ClaimAccount } from '../../model/case/account.js';
import { ACCOUNT_ITEMS, type AccountItemId, accountItemOf } from '../../model/case/account-item.js';
import { sum } from '../../money.js';
import type { LineTable } from '../line-table.js';
import { sumOfItem } from '../line-table.js';
import { decisionsById, footNote, header, type PaperInput } from '../paper.js';
import { address } from '../sheet.js';
import { type CellInput, SheetDraft } from '../sheet-draft.js';

const HEADS = ['番号', '科目', '項目', '予算額', '支出額', '対象額', '保留', '対象外額', '増減', '備考'] as const;
const WIDTHS = [6, 13, 30, 12, 12, 12, 10, 12, 12, 16] as const;
const COLUMN = { budget: 3, claimed: 4, eligible: 5, held: 6, cut: 7, difference: 8 } as const;
type Money = keyof typeof COLUMN;

type Figures = Record<'budget' | 'claimed' | 'eligible' | 'held' | 'cut', number>;

/** Where other sheets find the grand totals of this one. */
export type StatementPlaces = { readonly eligibleTotal: string; readonly finalAmount: string };

export function statementSheet(
  input: PaperInput,
  tables: readonly LineTable[],
): { draft: SheetDraft; places: StatementPlaces } {
  const draft = new SheetDraft('収支計算書', 'portrait', WIDTHS);
  header(draft, '収支計算書', input);
  draft.heading('支出の部');
  draft.row(
    Object.fromEntries(
      HEADS.map((head, index) => [index, { value: head, look: 'columnHead', align: 'center', wrap: true }]),
    ),
    { height: 24 },
  );
  const subtotalRows: number[] = [];
  const all: Figures[] = [];
  for (const account of CLAIM_ACCOUNTS) {
    const figures = accountRows(draft, input, tables, account, subtotalRows);
    all.push(...figures);
  }
  const outside = outsideRow(draft, input, tables);
  const total = totalRow(draft, [...all, ...outside.figures], [...subtotalRows, ...outside.rows]);
  draft.gap();
  const places = incomeRows(draft, input, total);
  footNote(draft, '対象額 = MIN(請求額, 認められる上限) − 保留。保留は証憑や確認がそろえば対象になります。');
  return { draft, places: { ...places, eligibleTotal: address(total.row, COLUMN.eligible, true) } };
}

function accountRows(
  draft: SheetDraft,
  input: PaperInput,
  tables: readonly LineTable[],
  account: ClaimAccount,
  subtotals: number[],
): Figures[] {
  const items = (Object.keys(ACCOUNT_ITEMS) as AccountItemId[]).filter(
    (item) => ACCOUNT_ITEMS[item].account === account && (isRegular(item) || figuresOf(input, item).claimed > 0),
  );
  const first = draft.nextRow;
  const figures = items.map((item) => {
    const own = figuresOf(input, item);
    itemRow(draft, item, own, tables);
    return own;
  });
  const last = draft.nextRow - 1;
  subtotals.push(
    sumRow(
      draft,
      `${ACCOUNT_NO[account]}`,
      `${ACCOUNT_JA[account]} 計`,
      figures,
      (column) => `SUM(${address(first, column)}:${address(last, column)})`,
      'subtotal',
    ),
  );
  return figures;
}

/** Items of the 基準一覧 always stand on the paper; items outside it only where something was claimed. */
function isRegular(item: AccountItemId): boolean {
  return !item.endsWith('-OTH');
}

function itemRow(draft: SheetDraft, item: AccountItemId, own: Figures, tables: readonly LineTable[]): void {
  const { account, no, ja } = ACCOUNT_ITEMS[item];
  const row = draft.nextRow;
  const money = (key: Money, cell: CellInput): Record<number, CellInput> => ({
    [COLUMN[key]]: { format: 'yen', ...cell },
  });
  draft.row({
    0: { value: ACCOUNT_NO[account], format: 'count', align: 'center' },
    1: { value: ACCOUNT_JA[account] },
    2: { value: `${no} ${ja}`.trim() },
    ...money('budget', { value: own.budget }),
    ...money('claimed', { value: own.claimed, formula: sumOfItem(tables, item, 'claimed') }),
    ...money('eligible', { value: own.eligible, formula: sumOfItem(tables, item, 'eligible') }),
    ...money('held', { value: own.held, formula: sumOfItem(tables, item, 'held') }),
    ...money('cut', {
      value: own.cut,
      formula: `${address(row, COLUMN.claimed)}-${address(row, COLUMN.eligible)}-${address(row, COLUMN.held)}`,
      ...(own.cut > 0 ? { look: 'cut' } : {}),
    }),
    ...money('difference', differenceCell(row, own)),
    9: { value: own.cut > 0 ? '超過・対象外あり' : own.held > 0 ? '保留あり' : '' },
  });
}

function differenceCell(row: number, own: Figures): CellInput {
  return {
    value: own.eligible - own.budget,
    formula: `${address(row, COLUMN.eligible)}-${address(row, COLUMN.budget)}`,
  };
}

/** Lines outside the seven 科目: claimed, never eligible. */
function outsideRow(
  draft: SheetDraft,
  input: PaperInput,
  tables: readonly LineTable[],
): { rows: number[]; figures: Figures[] } {
  const own = figuresOf(input, 'OUT-OTH');
  if (own.claimed === 0) return { rows: [], figures: [] };
  const row = draft.nextRow;
  itemRow(draft, 'OUT-OTH', own, tables);
  return { rows: [row], figures: [own] };
}

function totalRow(
  draft: SheetDraft,
  figures: readonly Figures[],
  rows: readonly number[],
): { row: number; sums: Figures } {
  const row = sumRow(
    draft,
    '',
    '支出合計',
    figures,
    (column) => rows.map((own) => address(own, column)).join('+'),
    'total',
  );
  return { row, sums: addFigures(figures) };
}

function sumRow(
  draft: SheetDraft,
  no: string,
  label: string,
  figures: readonly Figures[],
  formula: (column: number) => string,
  look: 'subtotal' | 'total',
): number {
  const sums = addFigures(figures);
  const cell = (key: keyof Figures): CellInput => ({
    value: sums[key],
    formula: formula(COLUMN[key]),
    format: 'yen',
    look,
  });
  return draft.row({
    0: { value: no, look, align: 'center' },
    1: { value: label, look },
    2: { value: null, look },
    3: cell('budget'),
    4: cell('claimed'),
    5: cell('eligible'),
    6: cell('held'),
    7: cell('cut'),
    8: { value: sums.eligible - sums.budget, formula: formula(COLUMN.difference), format: 'yen', look },
    9: { value: null, look },
  });
}

/** 収入の部: 委託金 (概算払 and 残額), 団体負担金; what comes in must equal what was spent. */
function incomeRows(
  draft: SheetDraft,
  { decision, facts }: PaperInput,
  total: { row: number; sums: Figures },
): Omit<StatementPlaces, 'eligibleTotal'> {
  const { settlement } = decision;
  const advance = settlement.advance ?? 0;
  const contract = settlement.contractAmount ?? total.sums.eligible;
  const reduction = facts.course.reductionByJspo ?? 0;
  const fixed = settlement.finalAmount;
  const computed = Math.max(Math.min(total.sums.eligible, contract) - reduction, 0);
  const isComputed = fixed === computed;
  const final = fixed ?? computed;
  const eligible = address(total.row, COLUMN.eligible);

  draft.heading('収入の部・精算');
  const line = (label: string, cell: CellInput, note = ''): number =>
    draft.row({ 1: { value: label }, 3: { format: 'yen', ...cell }, 4: { value: note, look: 'caption' } });

  const contractRow = line('委託金額（契約額）', { value: contract, look: 'input' });
  const advanceRow = line('概算払', { value: advance, look: 'input' });
  const reductionRow = line('減額（JSPO）', { value: reduction, look: 'input' });
  const at = (row: number): string => address(row, 3);
  const finalRow = line(
    '確定見込額',
    isComputed
      ? { value: final, formula: `MAX(MIN(${eligible},${at(contractRow)})-${at(reductionRow)},0)` }
      : { value: final, look: 'input' },
    isComputed ? '対象額と契約額の小さい方 − 減額' : '日本スポーツ協会の確定額、または要件により算出',
  );
  const balanceRow = line('残額', {
    value: Math.max(final - advance, 0),
    formula: `MAX(${at(finalRow)}-${at(advanceRow)},0)`,
  });
  const refundRow = line('返納額', {
    value: Math.max(advance - final, 0),
    formula: `MAX(${at(advanceRow)}-${at(finalRow)},0)`,
  });
  const ownRow = line('団体負担金', {
    value: total.sums.claimed - final,
    formula: `${address(total.row, COLUMN.claimed)}-${at(finalRow)}`,
  });
  line(
    '収支差（0になること）',
    {
      value: 0,
      formula: `${at(advanceRow)}+${at(balanceRow)}-${at(refundRow)}+${at(ownRow)}-${address(total.row, COLUMN.claimed)}`,
      mustBeZero: true,
    },
    '概算払 + 残額 − 返納額 + 団体負担金 − 支出額',
  );
  return { finalAmount: address(finalRow, 3, true) };
}

function figuresOf(input: PaperInput, item: AccountItemId): Figures {
  const decisions = decisionsById(input.decision);
  const lines = input.facts.lines.filter((line) => accountItemOf(line) === item);
  const own = lines.flatMap((line) => decisions.get(line.id) ?? []);
  return {
    budget: sum(lines.map((line) => line.planned ?? 0)),
    claimed: sum(own.map((line) => line.claimed)),
    eligible: sum(own.map((line) => line.eligible)),
    held: sum(own.map((line) => line.provisional)),
    cut: sum(own.map((line) => line.cut)),
  };
}

function addFigures(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures): number => sum(figures.map((own) => own[key]));
  return { budget: of('budget'), claimed: of('claimed'), eligible: of('eligible'), held: of('held'), cut: of('cut') };
}
