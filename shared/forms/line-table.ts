/** A table of lines: detail columns of its own, then the money columns; and how 収支計算書 sums over it. */
import { type AccountItemId, accountItemOf } from '../model/case/account-item.js';
import type { Line } from '../model/case/lines/line.js';
import { sum } from '../money.js';
import { decisionsById, MONEY_COLUMNS, moneyCells, type MoneyKey, type PaperInput } from './paper.js';
import { elsewhere } from './sheet.js';
import type { Column, Placed, SheetDraft, TableRow } from './sheet-draft.js';

/** Hidden columns that carry what sums and checks need. */
const KEY_COLUMNS = [
  { key: 'item', headJa: '項目', format: 'text' },
  { key: 'payment', headJa: '支払', format: 'text' },
] as const satisfies readonly Column[];
type KeyColumn = (typeof KEY_COLUMNS)[number]['key'];

export type LineTableKey<Detail extends string> = Detail | MoneyKey | KeyColumn;

/** A table of lines as it stands in its sheet, with the lines it holds. */
export type LineTable = { readonly placed: Placed<MoneyKey | KeyColumn>; readonly lines: readonly Line[] };

/** Number of columns that a line table adds behind its detail columns. */
export const MONEY_WIDTHS = [11, 11, 9, 11, 11, 12, 14, 44, 8, 6, 10, 10] as const;

/** 0-based hidden columns of a sheet whose line tables have `details` detail columns. */
export function hiddenLineColumns(details: number): number[] {
  return [8, 9, 10, 11].map((offset) => details + offset);
}

/**
 * Places a table of lines with its sums. `details` fills the columns before the money; `claim` gives the formula
 * of 請求額 from the row's other cells, or nothing where the amount was typed.
 */
export function lineTable<Detail extends string, L extends Line>(
  draft: SheetDraft,
  input: PaperInput,
  columns: readonly Column<Detail>[],
  lines: readonly L[],
  details: (line: L) => TableRow<Detail>,
  claim: (line: L, at: (key: Detail) => string) => string | undefined,
): LineTable {
  const { facts } = input;
  const decisions = decisionsById(input.decision);
  const all: readonly Column<LineTableKey<Detail>>[] = [...columns, ...MONEY_COLUMNS, ...KEY_COLUMNS];
  const placed = draft.table<LineTableKey<Detail>>(
    all,
    lines.flatMap((line) => {
      const decision = decisions.get(line.id);
      if (!decision) return [];
      return [
        (_row: number, at: (key: LineTableKey<Detail>) => string): TableRow<LineTableKey<Detail>> =>
          ({
            ...details(line),
            ...moneyCells(line, decision, facts, at, claim(line, at)),
            item: accountItemOf(line),
            payment: line.transferId ?? '',
          }) as TableRow<LineTableKey<Detail>>,
      ];
    }),
  );
  if (lines.length > 0) {
    const own = lines.flatMap((line) => decisions.get(line.id) ?? []);
    draft.sums<LineTableKey<Detail>>(
      placed,
      '計',
      {
        claimed: sum(own.map((line) => line.claimed)),
        held: sum(own.map((line) => line.provisional)),
        eligible: sum(own.map((line) => line.eligible)),
        cut: sum(own.map((line) => line.cut)),
      } as Partial<Record<LineTableKey<Detail>, number>>,
      'subtotal',
    );
  }
  return { placed: placed as unknown as LineTable['placed'], lines };
}

/** `SUMIFS` of one money column over all tables that hold lines of the item; `0` where none does. */
export function sumOfItem(tables: readonly LineTable[], item: AccountItemId, key: MoneyKey): string {
  const own = tables.filter((table) => table.lines.some((line) => accountItemOf(line) === item));
  if (own.length === 0) return '0';
  return own
    .map(({ placed }) => {
      const at = (column: MoneyKey | KeyColumn): string => elsewhere(placed.sheet, placed.range(column));
      return `SUMIFS(${at(key)},${at('item')},"${item}")`;
    })
    .join('+');
}

/** `SUMIFS` of the claims that one transfer pays. */
export function sumOfPayment(tables: readonly LineTable[], transferId: string): string {
  const own = tables.filter((table) => table.lines.some((line) => line.transferId === transferId));
  if (own.length === 0) return '0';
  return own
    .map(({ placed }) => `SUMIFS(${placed.range('claimed')},${placed.range('payment')},"${transferId}")`)
    .join('+');
}
