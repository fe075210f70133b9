/** 照合 as rows of one table: what the bank did against what the lines say, and why they differ. */
import { grouped, sum, type Yen } from '../../../shared/money.js';
import { CAUSE_JA } from '../../../shared/payments/difference-cause.js';
import {
  type OtherPayment,
  otherPayments,
  pairOthers,
  rowsOfRecords,
} from '../../../shared/payments/other-payments.js';
import type { Payable } from '../../../shared/payments/payables.js';
import { type Matched, reconcile } from '../../../shared/payments/reconcile.js';
import type { StatementRow } from '../../../shared/payments/statement.js';
import type { Payments } from './use-payments.js';

export type ReconciledRow = {
  readonly id: string;
  readonly date: string | undefined;
  readonly payeeJa: string;
  /** Of the bank; `undefined` where it shows nothing. */
  readonly paid: Yen | undefined;
  /** Of the lines; `undefined` while it is open or where no line says anything. */
  readonly due: Yen | undefined;
  /** `undefined`: cannot be compared. */
  readonly difference: Yen | undefined;
  readonly causeJa: string;
  readonly isTaxBase: boolean;
  readonly payable?: Payable;
  readonly lineIds: readonly string[];
  readonly feeDifference?: Yen | undefined;
  /** The row of the 振込明細書, to be mended. */
  readonly row?: StatementRow;
};

export type ReconciledGroup = { readonly ja: string; readonly rows: readonly ReconciledRow[] };

export type Source = 'records' | 'statement';

export type ReconciledView = {
  readonly groups: readonly ReconciledGroup[];
  readonly paid: Yen;
  readonly due: Yen;
  readonly difference: Yen;
  /** Rows that differ, and rows that cannot be compared. */
  readonly wrong: number;
  readonly open: number;
  /** Of the wrong ones, those that differ only by whether 旅費 counts. */
  readonly byTravel: number;
  readonly travelDifference: Yen;
};

/** Compares the recorded transfers, or the rows of the 振込明細書, with the lines. */
export function reconciled({ payables, staff, value, statements, courseId }: Payments, source: Source): ReconciledView {
  const rows = source === 'statement' ? (statements.get(courseId) ?? []) : rowsOfRecords(payables);
  const result = reconcile(rows, payables, staff);
  const others = otherPayments(value, payables);
  const repeated = new Set(result.repeated);
  const paired =
    source === 'statement'
      ? pairOthers(result.unknown, others)
      : { paired: others.map((other) => ({ row: undefined, other })), rest: result.unknown, missing: [] };
  const groups: ReconciledGroup[] = [
    { ja: '謝金・旅費', rows: result.matched.map(matchedRow) },
    { ja: '業者などへの支払', rows: paired.paired.map(({ row, other }) => otherRow(other, row)) },
    { ja: '明細書にだけある振込', rows: paired.rest.map((row) => strangeRow(row, repeated.has(row))) },
    {
      ja: source === 'statement' ? '支払明細にだけある支払' : 'まだ振込の記録がない支払',
      rows: [...result.unpaid.map(unpaidRow), ...paired.missing.map(missingRow)],
    },
  ].filter((group) => group.rows.length > 0);
  return { groups, ...sums(groups.flatMap((group) => group.rows)) };
}

function sums(rows: readonly ReconciledRow[]): Omit<ReconciledView, 'groups'> {
  const compared = rows.filter((row) => row.difference !== undefined);
  const wrong = compared.filter((row) => row.difference !== 0);
  return {
    paid: sum(compared.map((row) => row.paid ?? 0)),
    due: sum(compared.map((row) => row.due ?? 0)),
    difference: sum(compared.map((row) => row.difference ?? 0)),
    wrong: wrong.length,
    open: rows.length - compared.length,
    byTravel: wrong.filter((row) => row.isTaxBase).length,
    travelDifference: sum(wrong.map((row) => (row.isTaxBase ? (row.difference ?? 0) : 0))),
  };
}

function matchedRow({ row, payable, difference, cause, causeJa, feeDifference }: Matched): ReconciledRow {
  const lineIds = cause.kind === 'lineLeftOut' ? [cause.lineId] : payable.lines.map(({ id }) => id);
  return {
    id: `m ${row.id}`,
    date: row.date,
    payeeJa: payable.payee.nameJa,
    paid: row.amount,
    due: payable.net,
    difference,
    causeJa: cause.kind === 'taxBase' ? taxBaseJa(payable) : causeJa,
    isTaxBase: cause.kind === 'taxBase',
    payable,
    lineIds,
    feeDifference,
    row,
  };
}

function taxBaseJa({ figures }: Payable): string {
  return figures?.includesTravel === true
    ? '旅費を除いて源泉徴収した額と一致します'
    : '旅費も含めて源泉徴収した額と一致します';
}

function otherRow(other: OtherPayment, row: StatementRow | undefined): ReconciledRow {
  const { transfer, payeeJa, claimed, lineIds } = other;
  const paid = row?.amount ?? transfer.amount;
  const difference = paid - claimed;
  return {
    id: `o ${transfer.id}`,
    date: row?.date ?? transfer.date,
    payeeJa,
    paid,
    due: claimed,
    difference,
    causeJa: otherCause(other, difference),
    isTaxBase: false,
    lineIds,
    ...(row ? { row } : {}),
  };
}

function otherCause({ lineIds }: OtherPayment, difference: Yen): string {
  if (difference === 0) return CAUSE_JA.none;
  if (lineIds.length === 0) return 'この振込で払う明細が決まっていません';
  return difference > 0
    ? `明細の合計より${grouped(difference)}円多く払っています。ほかの明細の分を含まないか確かめてください`
    : `明細の合計より${grouped(-difference)}円少なく払っています`;
}

function strangeRow(row: StatementRow, isRepeat: boolean): ReconciledRow {
  return {
    id: `s ${row.id}`,
    date: row.date,
    payeeJa: row.holder,
    paid: row.amount,
    due: 0,
    difference: row.amount,
    causeJa: isRepeat ? '同じ支払先へ同じ額が2回振り込まれています' : 'この振込に当たる支払明細がありません',
    isTaxBase: false,
    lineIds: [],
    row,
  };
}

function unpaidRow(payable: Payable): ReconciledRow {
  const { payee, net, lines } = payable;
  const difference = net === undefined ? undefined : -net;
  const causeJa = net === undefined ? CAUSE_JA.taxOpen : net === 0 ? CAUSE_JA.none : 'まだ振り込まれていません';
  return {
    id: `u ${payee.key} ${payable.transfer?.id ?? ''}`,
    date: payable.transfer?.date,
    payeeJa: payee.nameJa,
    paid: undefined,
    due: net,
    difference,
    causeJa,
    isTaxBase: false,
    payable,
    lineIds: lines.map(({ id }) => id),
  };
}

function missingRow({ transfer, payeeJa, lineIds, claimed }: OtherPayment): ReconciledRow {
  return {
    id: `x ${transfer.id}`,
    date: transfer.date,
    payeeJa,
    paid: undefined,
    due: claimed,
    difference: -claimed,
    causeJa: '振込の記録はありますが、明細書にありません',
    isTaxBase: false,
    lineIds,
  };
}
