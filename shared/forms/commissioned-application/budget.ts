/** 収支予算書: what is planned, eligible and cut per 科目 and item, and where the money comes from. */
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS, type ClaimAccount } from '../../model/case/account.js';
import { ACCOUNT_ITEMS, type AccountItemId } from '../../model/case/account-item.js';
import { yen } from '../../money.js';
import { cappedGroups } from '../../rules/limit-hint.js';
import { addFigures, type Figures, cutLook, figuresOfItem, itemsOfAccount, linesOfItem } from '../account-figures.js';
import { footNote, header } from '../header.js';
import { type LineTable, sumOfItem } from '../line-table.js';
import type { Paper } from '../paper.js';
import { address } from '../sheet.js';
import { type CellInput, type Column, SheetDraft } from '../sheet-draft.js';
import { numbersJa } from '../voucher-words.js';
import { type BudgetPlaces, grantRows } from './budget-income.js';

const LINES_WIDTH = 17;
const COLUMNS = [
  { key: 'no', headJa: '番号', width: 4.5, format: 'text', align: 'center' },
  { key: 'item', headJa: '科目・項目', width: 25, format: 'text', wrap: true },
  { key: 'claimed', headJa: '申請額', width: 10, format: 'yen' },
  { key: 'standard', headJa: '上限・基準', width: 14, format: 'text', wrap: true },
  { key: 'eligible', headJa: '対象額', width: 10, format: 'yen' },
  { key: 'held', headJa: '保留', width: 9, format: 'yen' },
  { key: 'cut', headJa: '対象外額', width: 10, format: 'yen' },
  { key: 'lines', headJa: '積算根拠\n（明細番号）', width: LINES_WIDTH, format: 'text', wrap: true },
  { key: 'note', headJa: '備考', width: 10, format: 'text', wrap: true },
] as const satisfies readonly Column[];

const MONEY = { claimed: 2, eligible: 4, held: 5, cut: 6 } as const;
type Money = keyof typeof MONEY;

export function budgetSheet(paper: Paper, tables: readonly LineTable[]): { draft: SheetDraft; places: BudgetPlaces } {
  const draft = SheetDraft.for('収支予算書', 'portrait', COLUMNS);
  header(draft, '収支予算書', paper);
  draft.heading('支出の部');
  draft.head(COLUMNS);
  const sections = [
    ...CLAIM_ACCOUNTS.map((account) => accountRows(draft, paper, tables, account)),
    ...outsideRow(draft, paper, tables),
  ];
  const figures = addFigures(sections.map((own) => own.figures));
  const row = sumRow(draft, { no: '', label: '支出合計' }, figures, 'total', (column) =>
    sections.map((own) => address(own.row, column)).join('+'),
  );
  draft.gap();
  const places = grantRows(draft, paper, { row, figures });
  footNote(
    draft,
    '対象額 ＝ 申請額のうち上限までの額 − 保留。保留は、証憑や確認がそろえば対象になります。受講料は収入に含みません。',
  );
  return { draft, places };
}

type SummedRow = { readonly row: number; readonly figures: Figures };

/** The row of a 科目 with its sums, and under it its items. */
function accountRows(draft: SheetDraft, paper: Paper, tables: readonly LineTable[], account: ClaimAccount): SummedRow {
  const items = itemsOfAccount(paper, account);
  const figures = addFigures(items.map((item) => figuresOfItem(paper, item)));
  const first = draft.nextRow + 1;
  const last = draft.nextRow + items.length;
  const label = { no: `${ACCOUNT_NO[account]}`, label: ACCOUNT_JA[account] };
  const row = sumRow(
    draft,
    label,
    figures,
    'subtotal',
    (column) => `SUM(${address(first, column)}:${address(last, column)})`,
  );
  for (const item of items) itemRow(draft, paper, tables, item);
  return { row, figures };
}

/** Lines outside the seven 科目: claimed, never eligible. */
function outsideRow(draft: SheetDraft, paper: Paper, tables: readonly LineTable[]): SummedRow[] {
  if (linesOfItem(paper, 'OUT-OTH').length === 0) return [];
  const row = draft.nextRow;
  itemRow(draft, paper, tables, 'OUT-OTH');
  return [{ row, figures: figuresOfItem(paper, 'OUT-OTH') }];
}

function itemRow(draft: SheetDraft, paper: Paper, tables: readonly LineTable[], item: AccountItemId): void {
  const { no, ja } = ACCOUNT_ITEMS[item];
  const own = figuresOfItem(paper, item);
  const at = (key: Money): string => address(draft.nextRow, MONEY[key]);
  const summed = (key: 'claimed' | 'eligible' | 'held'): CellInput => ({
    value: own[key],
    formula: sumOfItem(tables, item, key),
    format: 'yen',
  });
  draft.row({
    0: { value: null },
    1: { value: `　${`${no} ${ja}`.trim()}`, wrap: true },
    2: summed('claimed'),
    3: { value: standardJa(paper, item), wrap: true },
    4: summed('eligible'),
    5: { ...summed('held'), ...(own.held > 0 ? { look: 'held' } : {}) },
    6: {
      value: own.cut,
      formula: `${at('claimed')}-${at('eligible')}-${at('held')}`,
      format: 'yen',
      ...(own.cut > 0 ? cutLook(paper, item) : {}),
    },
    7: {
      value: numbersJa(
        linesOfItem(paper, item).map((line) => paper.numberOf(line.id)),
        { width: LINES_WIDTH, most: 8 },
      ),
      wrap: true,
    },
    8: { value: markJa(own), wrap: true, look: 'input' },
  });
}

const GROUP_OF_ITEM: Readonly<Partial<Record<AccountItemId, string>>> = {
  'HON-EXM': '検定員',
  'CON-HYG': '消毒液・マスク等',
  'RNT-ONL': 'オンライン',
};

/** 合わせて10,000円まで, where the item as a whole has a limit; the others are limited line by line. */
function standardJa({ hints }: Paper, item: AccountItemId): string {
  const group = cappedGroups(hints).find(({ labelJa }) => labelJa === GROUP_OF_ITEM[item]);
  return group === undefined ? '' : `合わせて\n${yen(group.limit)}まで`;
}

function markJa({ cut, held }: Figures): string {
  return [cut > 0 ? '対象外あり' : '', held > 0 ? '保留あり' : ''].filter(Boolean).join('\n');
}

function sumRow(
  draft: SheetDraft,
  { no, label }: { readonly no: string; readonly label: string },
  figures: Figures,
  look: 'subtotal' | 'total',
  formula: (column: number) => string,
): number {
  const money = Object.entries(MONEY) as [Money, number][];
  return draft.row({
    0: { value: no, look, align: 'center' },
    1: { value: label, look },
    3: { value: null, look },
    ...Object.fromEntries(
      money.map(([key, column]) => [
        column,
        { value: figures[key], formula: formula(column), format: 'yen', look } satisfies CellInput,
      ]),
    ),
    7: { value: null, look },
    8: { value: null, look },
  });
}
