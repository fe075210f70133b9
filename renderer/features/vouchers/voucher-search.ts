/**
 * さがす: 取引年月日, 金額 and 取引先, ranges of the first two, and any combination of them, as 電子帳簿保存法 asks.
 */
import type { IsoDate } from '../../../shared/dates.js';
import type { Yen } from '../../../shared/money.js';
import { folded } from '../../../shared/text.js';
import type { VoucherEntry } from './voucher-book.js';

export type Search = {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly least?: Yen | undefined;
  readonly most?: Yen | undefined;
  /** Part of the name of an issuer, addressee, payee or traveller; width, case and spaces do not matter. */
  readonly payee?: string | undefined;
};

/** Whether anything is asked for at all. */
export function isAsking({ from, to, least, most, payee }: Search): boolean {
  return [from, to, least, most].some((bound) => bound !== undefined) || (payee ?? '').trim() !== '';
}

/** Whether a voucher meets all that is asked for. What is not recorded is never found by a range. */
export function meets({ date, amount, payees }: VoucherEntry, search: Search): boolean {
  const { from, to, least, most } = search;
  return within(date, from, to) && within(amount, least, most) && isNamed(payees, search.payee ?? '');
}

function within<T extends string | number>(value: T | undefined, least: T | undefined, most: T | undefined): boolean {
  if (least === undefined && most === undefined) return true;
  if (value === undefined) return false;
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}

function isNamed(names: readonly string[], part: string): boolean {
  const wanted = folded(part).toLowerCase();
  return wanted === '' || names.some((name) => folded(name).toLowerCase().includes(wanted));
}

/** Vouchers that a range could not find because the date or the amount it asks for is not recorded. */
export function unsearchable(entries: readonly VoucherEntry[], search: Search): number {
  const asksDate = search.from !== undefined || search.to !== undefined;
  const asksAmount = search.least !== undefined || search.most !== undefined;
  return entries.filter(({ date, amount }) => (asksDate && date === undefined) || (asksAmount && amount === undefined))
    .length;
}
