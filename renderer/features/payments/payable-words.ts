/** A payable in the words and figures of the list. */
import { shortDateJa } from '../../../shared/dates.js';
import { grouped, sum, type Yen } from '../../../shared/money.js';
import type { AccountMatch } from '../../../shared/payments/account-match.js';
import { causeOf } from '../../../shared/payments/difference-cause.js';
import type { Payable } from '../../../shared/payments/payables.js';
import { rowProblems } from '../../../shared/payments/zengin/transfer-file.js';
import type { Mark } from '../../../shared/rules/marks.js';

/** Identity in the list: a payee with the transfer that has paid it. */
export function payableId({ payee, transfer }: Payable): string {
  return `${payee.key} ${transfer?.id ?? ''}`;
}

export type Amounts = {
  readonly honorarium: Yen;
  readonly travel: Yen;
  /** `undefined`: 要確認. */
  readonly tax: Yen | undefined;
  readonly net: Yen | undefined;
  readonly fee: Yen | undefined;
};

/** What is shown of a payable: as recorded once it is paid, as computed before. */
export function amountsOf({ honorarium, travel, tax, net, fee, transfer }: Payable): Amounts {
  const common = { honorarium, travel, fee };
  if (transfer) return { ...common, tax: transfer.withheldTax ?? 0, net: transfer.amount };
  const computed = tax.state === 'withheld' ? tax.amount : tax.state === 'none' ? 0 : undefined;
  return { ...common, tax: computed, net };
}

/** Sums of the columns; what is 要確認 is left out and counted. */
export function sumsOf(payables: readonly Payable[]): Amounts & { readonly open: number; readonly noFee: number } {
  const all = payables.map(amountsOf);
  return {
    honorarium: sum(all.map((one) => one.honorarium)),
    travel: sum(all.map((one) => one.travel)),
    tax: sum(all.map((one) => one.tax ?? 0)),
    net: sum(all.map((one) => one.net ?? 0)),
    fee: all.every((one) => one.fee === undefined) ? undefined : sum(all.map((one) => one.fee ?? 0)),
    noFee: all.filter((one) => one.fee === undefined).length,
    open: all.filter((one) => one.net === undefined).length,
  };
}

/** 支給額 − 源泉徴収額 − 振込額 of a paid one: 0 where the three fit. */
export function gapOf({ gross, transfer }: Payable): Yen {
  return transfer ? gross - transfer.amount - (transfer.withheldTax ?? 0) : 0;
}

/** 「旅費の扱い」 or 「差 151」 beside what was paid; nothing where it is what the lines say. */
export function paidMark(payable: Payable): PayableState | undefined {
  const { transfer, net, figures } = payable;
  if (!transfer || net === undefined || transfer.amount === net) return undefined;
  return causeOf(transfer.amount, payable, figures).kind === 'taxBase'
    ? { ja: '旅費の扱い', mark: 'confirm' }
    : { ja: `差 ${grouped(transfer.amount - net)}`, mark: 'over' };
}

export type PayableState = { readonly ja: string; readonly mark: Mark | undefined };

/** 状態: what is still to be done with the payee. */
export function stateOf(payable: Payable, match: AccountMatch | undefined): PayableState {
  const { payee, transfer, account, net } = payable;
  if (transfer) {
    const day = transfer.date === undefined ? '日付なし' : shortDateJa(transfer.date).replace(/\(.\)$/u, '');
    return { ja: `済 ${day}`, mark: undefined };
  }
  if (payee.kind === 'unknown') return { ja: '支払先', mark: 'confirm' };
  if (net === undefined) return { ja: '源泉', mark: 'confirm' };
  if (!account) return { ja: match?.kind === 'doubtful' ? '同じ名前' : '口座なし', mark: 'confirm' };
  if (rowProblems({ payeeJa: '', account, amount: net }).length > 0) return { ja: '書けません', mark: 'out' };
  const isConfirmed = match?.kind === 'sure' && match.known.value.confirmedOn !== undefined;
  return isConfirmed ? { ja: '口座 確認済み', mark: undefined } : { ja: '口座 未確認', mark: 'confirm' };
}
