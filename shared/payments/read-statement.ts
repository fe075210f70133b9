/** 振込明細書 as a bank gives it out or somebody types it: which column is what, and what each row says. */
import type { IsoDate } from '../dates.js';
import type { ListRow, ListSheet } from '../import/list-sheet.js';
import { readDate } from '../read-date.js';
import { parseWholeNumber, withoutSpaces } from '../text.js';
import type { StatementRow } from './statement.js';

export type ReadStatement = {
  readonly rows: readonly StatementRow[];
  /** Rows that hold something and cannot be taken over, by their number in the list. */
  readonly unread: readonly { readonly no: number; readonly ja: string }[];
};

type Field = 'date' | 'holder' | 'amount' | 'fee';
type Columns = Partial<Record<Field, number>>;

/** Words of headings, the more telling first; 振込手数料 must not be taken for the 振込額. */
const HEADINGS = {
  date: /振込指定日|振込日|取扱日|取組日|支払日|出金日|年月日|日付/u,
  holder: /受取人|振込先|口座名義|名義|支払先|依頼先|お名前|氏名|摘要/u,
  fee: /手数料/u,
  amount: /振込金額|振込額|支払金額|お支払金額|出金額|金額/u,
} as const satisfies Record<Field, RegExp>;
const FIELDS = ['date', 'holder', 'fee', 'amount'] as const;
const HEAD_ROWS = 20;
/** Lines of sums at the end of a list. */
const TOTAL = /^(合計|総合計|小計|計)/u;

/** Reads a list with headings; without any, by what stands in the cells: a day, a name, an amount, a fee. */
export function readStatement(
  sheet: ListSheet,
  near: { readonly year: number; readonly today: IsoDate },
): ReadStatement {
  const headed = headedColumns(sheet.rows);
  const columns = headed?.columns ?? plainColumns(sheet.rows, near);
  const body = headed ? sheet.rows.slice(headed.at + 1) : sheet.rows;
  const read = body.filter((row) => !isTotal(row)).map((row) => ({ row, result: readRow(row, columns, near) }));
  return {
    rows: read.flatMap(({ result }) => (typeof result === 'string' ? [] : [result])),
    unread: read.flatMap(({ row, result }) => (typeof result === 'string' ? [{ no: row.no, ja: result }] : [])),
  };
}

function headedColumns(rows: readonly ListRow[]): { readonly at: number; readonly columns: Columns } | undefined {
  const found = rows.slice(0, HEAD_ROWS).map(({ cells }, at) => ({ at, columns: columnsOf(cells) }));
  return found.find(({ columns }) => columns.holder !== undefined && columns.amount !== undefined);
}

function columnsOf(cells: readonly string[]): Columns {
  const columns: Columns = {};
  const taken = new Set<number>();
  for (const field of FIELDS) {
    const at = cells.findIndex((cell, index) => !taken.has(index) && HEADINGS[field].test(withoutSpaces(cell)));
    if (at < 0) continue;
    columns[field] = at;
    taken.add(at);
  }
  return columns;
}

/** The first row decides: a day, then the first text that is no number, then numbers in the order 振込額, 手数料. */
function plainColumns(rows: readonly ListRow[], near: { readonly year: number; readonly today: IsoDate }): Columns {
  const cells = rows[0]?.cells ?? [];
  const date = cells.findIndex((cell) => readDate(cell, near) !== undefined);
  const rest = cells.map((cell, index) => ({ cell, index })).filter(({ index }) => index !== date);
  const numbers = rest.filter(({ cell }) => parseWholeNumber(cell) !== undefined);
  const holder = rest.find(({ cell }) => cell.trim() !== '' && parseWholeNumber(cell) === undefined);
  return {
    ...(date < 0 ? {} : { date }),
    ...(holder ? { holder: holder.index } : {}),
    ...(numbers[0] ? { amount: numbers[0].index } : {}),
    ...(numbers[1] ? { fee: numbers[1].index } : {}),
  };
}

function isTotal({ cells }: ListRow): boolean {
  return cells.some((cell) => TOTAL.test(withoutSpaces(cell)));
}

/** The row, or why it cannot be taken over. */
function readRow(row: ListRow, columns: Columns, near: { readonly year: number; readonly today: IsoDate }) {
  const cell = (field: Field): string => (columns[field] === undefined ? '' : (row.cells[columns[field]] ?? '')).trim();
  const date = readDate(cell('date'), near);
  const amount = parseWholeNumber(cell('amount'));
  const fee = cell('fee') === '' ? undefined : parseWholeNumber(cell('fee'));
  if (cell('holder') === '') return '受取人の列が読めません';
  if (date === undefined) return '振込日が読めません';
  if (amount === undefined || amount < 0) return '振込額が読めません';
  if (cell('fee') !== '' && (fee === undefined || fee < 0)) return '手数料が読めません';
  const made: StatementRow = {
    id: `r${row.no}`,
    date,
    holder: cell('holder'),
    amount,
    ...(fee === undefined ? {} : { fee }),
  };
  return made;
}
