/** 収支計算書: budget, actual, eligible and cut per 科目 and item, and where the money comes from. */
import { ACCOUNT_JA, ACCOUNT_NO, CLAIM_ACCOUNTS, type ClaimAccount } from '../../model/case/account.js';
import { ACCOUNT_ITEMS, type AccountItemId } from '../../model/case/account-item.js';
import { addFigures, type Figures, cutLook, figuresOfItem, itemsOfAccount, linesOfItem } from '../account-figures.js';
import { footNote, header } from '../header.js';
import { type LineTable, sumOfItem } from '../line-table.js';
import type { Paper } from '../paper.js';
import { address } from '../sheet.js';
import { type CellInput, type Column, SheetDraft } from '../sheet-draft.js';
import { noOf, numbersJa, provingVouchers } from '../voucher-words.js';
import { incomeRows, type StatementPlaces } from './statement-income.js';

/** Width of the columns of text behind the money. */
const TEXT_WIDTH = 17;
/** Numbers in such a cell, so that the paper stays one page. */
const MOST = 8;

const COLUMNS = [
  { key: 'no', headJa: '番号', width: 4.5, format: 'text', align: 'center' },
  { key: 'item', headJa: '科目・項目', width: 24.5, format: 'text', wrap: true },
  { key: 'planned', headJa: '予算額', width: 9.5, format: 'yen' },
  { key: 'claimed', headJa: '支出額', width: 9.5, format: 'yen' },
  { key: 'eligible', headJa: '対象額', width: 9.5, format: 'yen' },
  { key: 'held', headJa: '保留', width: 8, format: 'yen' },
  { key: 'cut', headJa: '対象外額', width: 9.5, format: 'yen' },
  { key: 'difference', headJa: '増減', width: 9, format: 'yen' },
  { key: 'reason', headJa: '増減理由・備考', width: TEXT_WIDTH, format: 'text', wrap: true },
  { key: 'vouchers', headJa: '証憑番号', width: TEXT_WIDTH, format: 'text', wrap: true },
] as const satisfies readonly Column[];

const MONEY = ['planned', 'claimed', 'eligible', 'held', 'cut'] as const satisfies readonly (keyof Figures)[];
type Money = (typeof MONEY)[number];

/** 0-based column of a figure on the sheet. */
const STATEMENT_COLUMN = { planned: 2, claimed: 3, eligible: 4, held: 5, cut: 6, difference: 7 } as const;

export function statementSheet(
  paper: Paper,
  tables: readonly LineTable[],
): { draft: SheetDraft; places: StatementPlaces } {
  const draft = SheetDraft.for('収支計算書', 'portrait', COLUMNS);
  header(draft, '収支計算書', paper);
  draft.heading('支出の部');
  draft.head(COLUMNS);
  const sections = CLAIM_ACCOUNTS.map((account) => accountRows(draft, paper, tables, account));
  const outside = outsideRow(draft, paper, tables);
  const all = [...sections, ...outside];
  const total = {
    row: sumRow(draft, '', '支出合計', addFigures(all.map((own) => own.figures)), 'total', (column) =>
      all.map((own) => address(own.row, column)).join('+'),
    ),
    figures: addFigures(all.map((own) => own.figures)),
  };
  draft.gap();
  const places = incomeRows(draft, paper, total);
  footNote(
    draft,
    '対象額 ＝ 支出額のうち上限までの額 − 保留（証憑や確認がそろえば対象）。増減 ＝ 対象額 − 予算額（申請時の対象額）。確定見込額 ＝ 対象額と契約額の小さい方 − 減額。',
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
  const row = sumRow(
    draft,
    `${ACCOUNT_NO[account]}`,
    ACCOUNT_JA[account],
    figures,
    'subtotal',
    (column) => `SUM(${address(first, column)}:${address(last, column)})`,
  );
  for (const item of items) itemRow(draft, paper, tables, item);
  return { row, figures };
}

function itemRow(draft: SheetDraft, paper: Paper, tables: readonly LineTable[], item: AccountItemId): void {
  const { no, ja } = ACCOUNT_ITEMS[item];
  const own = figuresOfItem(paper, item);
  const row = draft.nextRow;
  const at = (key: keyof typeof STATEMENT_COLUMN): string => address(row, STATEMENT_COLUMN[key]);
  const summed = (key: 'planned' | 'claimed' | 'eligible' | 'held'): CellInput => ({
    value: own[key],
    formula: sumOfItem(tables, item, key),
    format: 'yen',
  });
  draft.row({
    0: { value: null },
    1: { value: `　${`${no} ${ja}`.trim()}`, wrap: true },
    2: summed('planned'),
    3: summed('claimed'),
    4: summed('eligible'),
    5: { ...summed('held'), ...(own.held > 0 ? { look: 'held' } : {}) },
    6: {
      value: own.cut,
      formula: `${at('claimed')}-${at('eligible')}-${at('held')}`,
      format: 'yen',
      ...(own.cut > 0 ? cutLook(paper, item) : {}),
    },
    7: differenceCell(row, own),
    8: { value: reasonJa(paper, item), wrap: true, look: own.eligible === own.planned ? 'body' : 'input' },
    9: { value: vouchersJa(paper, item), wrap: true },
  });
}

/** 対象外 2-02、2-03 保留 2-04: which lines explain it; the reader may add words of their own. */
function reasonJa(paper: Paper, item: AccountItemId): string {
  const numbers = (key: 'cut' | 'provisional', head: string): string =>
    numbersJa(
      linesOfItem(paper, item)
        .filter((line) => (paper.decided.get(line.id)?.[key] ?? 0) > 0)
        .map((line) => paper.numberOf(line.id)),
      { width: TEXT_WIDTH, most: MOST, head },
    );
  return [numbers('cut', '対象外 '), numbers('provisional', '保留 ')].filter(Boolean).join('\n');
}

function vouchersJa(paper: Paper, item: AccountItemId): string {
  const vouchers = linesOfItem(paper, item).flatMap((line) => provingVouchers(line, paper));
  return numbersJa(vouchers.map(noOf), { width: TEXT_WIDTH, most: MOST });
}

function differenceCell(row: number, own: Figures, look?: CellInput['look']): CellInput {
  return {
    value: own.eligible - own.planned,
    formula: `${address(row, STATEMENT_COLUMN.eligible)}-${address(row, STATEMENT_COLUMN.planned)}`,
    format: 'yen',
    ...(look === undefined ? {} : { look }),
  };
}

/** Lines outside the seven 科目: claimed, never eligible. */
function outsideRow(draft: SheetDraft, paper: Paper, tables: readonly LineTable[]): SummedRow[] {
  if (linesOfItem(paper, 'OUT-OTH').length === 0) return [];
  const row = draft.nextRow;
  itemRow(draft, paper, tables, 'OUT-OTH');
  return [{ row, figures: figuresOfItem(paper, 'OUT-OTH') }];
}

function sumRow(
  draft: SheetDraft,
  no: string,
  label: string,
  figures: Figures,
  look: 'subtotal' | 'total',
  formula: (column: number) => string,
): number {
  const row = draft.nextRow;
  const cell = (key: Money): CellInput => ({
    value: figures[key],
    formula: formula(STATEMENT_COLUMN[key]),
    format: 'yen',
    look,
  });
  return draft.row({
    0: { value: no, look, align: 'center' },
    1: { value: label, look },
    ...Object.fromEntries(MONEY.map((key) => [STATEMENT_COLUMN[key], cell(key)])),
    7: differenceCell(row, figures, look),
    8: { value: null, look },
    9: { value: null, look },
  });
}
