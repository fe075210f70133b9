/** 業者などへの支払: recorded transfers that pay no 謝金 or 立替旅費, against the lines that name them. */
import type { Case } from '../model/case/case.js';
import type { Transfer } from '../model/case/transfer.js';
import { sum, type Yen } from '../money.js';
import { Facts } from '../rules/facts/facts.js';
import type { Payable } from './payables.js';
import type { StatementRow } from './statement.js';

export type OtherPayment = {
  readonly transfer: Transfer;
  readonly payeeJa: string;
  readonly lineIds: readonly string[];
  /** Sum of the lines. */
  readonly claimed: Yen;
};

export function otherPayments(value: Case, payables: readonly Payable[]): OtherPayment[] {
  const facts = new Facts(value);
  const ofPayees = new Set(payables.flatMap(({ transfer }) => (transfer ? [transfer.id] : [])));
  return facts.transfers
    .filter(({ id, purpose }) => !ofPayees.has(id) && purpose !== 'courseFee' && purpose !== 'refund')
    .map((transfer) => {
      const lines = facts.linesPaidBy(transfer.id).filter((line) => line.kind !== 'transferFee');
      return {
        transfer,
        payeeJa: transfer.payeeName ?? transfer.accountHolder ?? '支払先 未入力',
        lineIds: lines.map(({ id }) => id),
        claimed: sum(lines.map((line) => facts.claimed(line))),
      };
    });
}

export type PairedOthers = {
  readonly paired: readonly { readonly row: StatementRow; readonly other: OtherPayment }[];
  /** Rows of the statement that nothing explains. */
  readonly rest: readonly StatementRow[];
  /** Recorded payments that the statement does not show. */
  readonly missing: readonly OtherPayment[];
};

/** Bodies stand in kanji in the course and in kana at the bank: pairs are found by amount, first with the same day. */
export function pairOthers(rows: readonly StatementRow[], others: readonly OtherPayment[]): PairedOthers {
  const pairs = new Map<StatementRow, OtherPayment>();
  for (const isSameDay of [true, false]) {
    for (const row of rows) {
      const taken = new Set(pairs.values());
      const found = others.find(
        (other) =>
          !taken.has(other) && other.transfer.amount === row.amount && (!isSameDay || other.transfer.date === row.date),
      );
      if (found && !pairs.has(row)) pairs.set(row, found);
    }
  }
  const taken = new Set(pairs.values());
  return {
    paired: [...pairs].map(([row, other]) => ({ row, other })),
    rest: rows.filter((row) => !pairs.has(row)),
    missing: others.filter((other) => !taken.has(other)),
  };
}

/** Recorded transfers to payees as if the bank had printed them, where there is no 振込明細書 yet. */
export function rowsOfRecords(payables: readonly Payable[]): StatementRow[] {
  return payables.flatMap(({ transfer, payee }) =>
    transfer?.date === undefined
      ? []
      : [
          {
            id: transfer.id,
            date: transfer.date,
            holder: transfer.accountHolder ?? payee.nameJa,
            amount: transfer.amount,
            ...(transfer.fee === undefined ? {} : { fee: transfer.fee }),
          },
        ],
  );
}
