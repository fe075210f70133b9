/** 突き合わせ: 振込明細書 against 支払明細, to the yen. */
import type { Staff } from '../model/case/staff.js';
import { sum, type Yen } from '../money.js';
import { isSameAccount } from './bank-account.js';
import { CAUSE_JA, causeOf, type DifferenceCause } from './difference-cause.js';
import type { Payable } from './payables.js';
import { printedName } from './printed-name.js';
import type { StatementRow } from './statement.js';

export type Matched = {
  readonly row: StatementRow;
  readonly payable: Payable;
  /** 振込額 − 差引振込額; undefined while the tax is open. */
  readonly difference: Yen | undefined;
  readonly cause: DifferenceCause;
  readonly causeJa: string;
  /** Fee of the statement − fee of the table; undefined where one is not known. */
  readonly feeDifference: Yen | undefined;
};

export type Reconciliation = {
  readonly matched: readonly Matched[];
  /** Transfers of the statement that pay nothing in the lines. */
  readonly unknown: readonly StatementRow[];
  /** Of these, those that repeat a transfer to the same payee by the same amount. */
  readonly repeated: readonly StatementRow[];
  /** Payables that the statement does not show. */
  readonly unpaid: readonly Payable[];
  /** 振込額 of the statement, and 差引振込額 of all payables; undefined while the tax of one is open. */
  readonly paidTotal: Yen;
  readonly dueTotal: Yen | undefined;
};

/** Pairs each transfer with what it pays: first by the exact amount, then by payee, in the order of the lists. */
export function reconcile(
  rows: readonly StatementRow[],
  payables: readonly Payable[],
  staff: readonly Staff[],
): Reconciliation {
  const names = new Map(payables.map((payable) => [payable, namesOf(payable, staff)]));
  const isFor = (row: StatementRow, payable: Payable): boolean => isPayee(row, payable, names.get(payable) ?? []);
  const pairs = new Map<StatementRow, Payable>();
  const tests = [
    (row: StatementRow, payable: Payable) => row.amount === payable.net && row.date === payable.transfer?.date,
    (row: StatementRow, payable: Payable) => row.amount === payable.net,
    (row: StatementRow, payable: Payable) => row.date === payable.transfer?.date,
    () => true,
  ];
  for (const fits of tests) pair(rows, payables, pairs, (row, payable) => isFor(row, payable) && fits(row, payable));
  const unknown = rows.filter((row) => !pairs.has(row));
  const taken = new Set(pairs.values());
  return {
    matched: rows.flatMap((row) => matchedRow(row, pairs.get(row))),
    unknown,
    repeated: unknown.filter((row) => rows.some((other) => pairs.has(other) && isRepeat(row, other))),
    unpaid: payables.filter((payable) => !taken.has(payable)),
    paidTotal: sum(rows.map((row) => row.amount)),
    dueTotal: payables.some((payable) => payable.net === undefined)
      ? undefined
      : sum(payables.map((payable) => payable.net ?? 0)),
  };
}

function pair(
  rows: readonly StatementRow[],
  payables: readonly Payable[],
  pairs: Map<StatementRow, Payable>,
  fits: (row: StatementRow, payable: Payable) => boolean,
): void {
  const taken = new Set(pairs.values());
  for (const row of rows) {
    if (pairs.has(row)) continue;
    const found = payables.find((payable) => !taken.has(payable) && fits(row, payable));
    if (!found) continue;
    pairs.set(row, found);
    taken.add(found);
  }
}

function matchedRow(row: StatementRow, payable: Payable | undefined): Matched[] {
  if (!payable) return [];
  const cause = causeOf(row.amount, payable, payable.figures);
  return [
    {
      row,
      payable,
      difference: payable.net === undefined ? undefined : row.amount - payable.net,
      cause,
      causeJa: CAUSE_JA[cause.kind],
      feeDifference: row.fee === undefined || payable.fee === undefined ? undefined : row.fee - payable.fee,
    },
  ];
}

function isPayee(row: StatementRow, payable: Payable, names: readonly string[]): boolean {
  if (row.account && payable.account) return isSameAccount(row.account, payable.account);
  return names.includes(printedName(row.holder));
}

/** Every spelling under which a bank may print the payee. */
function namesOf({ payee, account }: Payable, staff: readonly Staff[]): string[] {
  const person = payee.kind === 'employer' ? undefined : staff.find((one) => one.id === payee.key);
  const spellings = [account?.holderKana, person?.accountHolderKana, person?.nameKana, payee.nameJa];
  return spellings.flatMap((name) => (name === undefined ? [] : [printedName(name)]));
}

function isRepeat(a: StatementRow, b: StatementRow): boolean {
  return a.amount === b.amount && printedName(a.holder) === printedName(b.holder);
}
