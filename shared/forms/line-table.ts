/** A table of lines: number, detail columns of its own, then the money; and how other sheets sum over it. */
import { type AccountItemId, accountItemOf } from '../model/case/account-item.js';
import type { Line } from '../model/case/lines/line.js';
import { sum } from '../money.js';
import {
  KEY_COLUMNS,
  MONEY_COLUMNS,
  PLANNED_MONEY_COLUMNS,
  moneyCells,
  type KeyColumn,
  type MoneyKey,
  type Product,
} from './money-columns.js';
import type { Paper } from './paper.js';
import { elsewhere } from './sheet.js';
import type { Column, Placed, RowMaker, SheetDraft, TableRow } from './sheet-draft.js';

const NUMBER_COLUMN = { key: 'no', headJa: 'No.', width: 5.5, format: 'text', align: 'center' } as const;

export type LineTableKey<Detail extends string> = 'no' | Detail | MoneyKey | KeyColumn;

/** A table of lines as it stands in its sheet, with the lines it holds. */
export type LineTable = { readonly placed: Placed<MoneyKey | KeyColumn>; readonly lines: readonly Line[] };

/** All columns of a table of lines with these details. */
export function lineColumns<Detail extends string>(
  details: readonly Column<Detail>[],
  { facts }: Paper,
): readonly Column<LineTableKey<Detail>>[] {
  return [NUMBER_COLUMN, ...details, ...(facts.isReport ? MONEY_COLUMNS : PLANNED_MONEY_COLUMNS), ...KEY_COLUMNS];
}

/** Key of a payment in hidden cells; sums compare without case and read digits as numbers, so ids do not serve. */
export function paymentKey(paper: Paper, transferId: string | undefined): string {
  const index = paper.facts.transfers.findIndex((transfer) => transfer.id === transferId);
  return index === -1 ? '' : `P${index + 1}`;
}

/** Key of whom a line is to be paid, before there are payments: a person, or who sells what the organisation orders. */
export function payeeKey({ facts }: Paper, line: Line): string {
  const person = facts.personOf(line);
  if (!person || ('arrangement' in line && line.arrangement === 'org')) return 'ORG';
  return `S${facts.staff.indexOf(person) + 1}`;
}

/**
 * Places a table of lines with its sums. `details` fills the columns before the money; `product` tells how 請求額
 * follows from the row's other cells, or nothing where the amount was typed.
 */
export function lineTable<Detail extends string, L extends Line>(
  draft: SheetDraft,
  paper: Paper,
  columns: readonly Column<LineTableKey<Detail>>[],
  lines: readonly L[],
  details: (line: L) => TableRow<Detail>,
  product: (line: L, at: (key: Detail) => string) => Product | undefined,
): LineTable {
  const columnOf = (key: KeyColumn): number => columns.findIndex((column) => column.key === key);
  const placed = draft.table<LineTableKey<Detail>>(
    columns,
    lines.flatMap((line): RowMaker<LineTableKey<Detail>>[] => {
      const decision = paper.decided.get(line.id);
      if (!decision) return [];
      return [
        (at) =>
          ({
            no: paper.numberOf(line.id),
            ...details(line),
            ...moneyCells(line, decision, paper, at, columnOf, product(line, at)),
            item: accountItemOf(line),
            payment: paper.facts.isReport ? paymentKey(paper, line.transferId) : payeeKey(paper, line),
          }) as TableRow<LineTableKey<Detail>>,
      ];
    }),
  );
  if (lines.length > 0) totals(draft, paper, placed as unknown as LineTable['placed'], lines);
  return { placed: placed as unknown as LineTable['placed'], lines };
}

function totals(draft: SheetDraft, paper: Paper, placed: LineTable['placed'], lines: readonly Line[]): void {
  const own = lines.flatMap((line) => paper.decided.get(line.id) ?? []);
  const planned = sum(lines.map((line) => line.planned ?? 0));
  const claimed = sum(own.map((line) => line.claimed));
  draft.sums<MoneyKey>(
    placed,
    '計',
    {
      ...(paper.facts.isReport ? { planned, difference: claimed - planned } : {}),
      claimed,
      held: sum(own.map((line) => line.provisional)),
      eligible: sum(own.map((line) => line.eligible)),
      cut: sum(own.map((line) => line.cut)),
    },
    'subtotal',
  );
}

/** `SUMIFS` of one money column over all tables that hold lines of the item; `0` where none does. */
export function sumOfItem(tables: readonly LineTable[], item: AccountItemId, key: MoneyKey): string {
  const own = tables.filter((table) => table.lines.some((line) => accountItemOf(line) === item));
  return joined(own.map((table) => sumIfs(table, key, 'item', item)));
}

/** `SUMIFS` of what the lines of one payment claim, or of what of it is eligible. */
export function sumOfPayment(
  tables: readonly LineTable[],
  paper: Paper,
  transferId: string,
  key: 'claimed' | 'eligible',
): string {
  const own = tables.filter((table) => table.lines.some((line) => line.transferId === transferId));
  return joined(own.map((table) => sumIfs(table, key, 'payment', paymentKey(paper, transferId))));
}

/** `SUMIFS` of what the lines of one payee claim, or of what of it is eligible, over one table. */
export function sumOfPayee(table: LineTable, key: 'claimed' | 'eligible', payee: string): string {
  return sumIfs(table, key, 'payment', payee);
}

function sumIfs({ placed }: LineTable, key: MoneyKey, by: KeyColumn, value: string): string {
  const range = (column: MoneyKey | KeyColumn): string => elsewhere(placed.sheet, placed.range(column));
  return `SUMIFS(${range(key)},${range(by)},"${value}")`;
}

function joined(sums: readonly string[]): string {
  return sums.length === 0 ? '0' : sums.join('+');
}
