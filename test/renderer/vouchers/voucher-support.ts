/** Courses with vouchers and pictures, as the screen of 証憑 reads them. */
import { rulebook } from '../../../electron/rulebooks.js';
import {
  judgedPapers,
  type MissingEntry,
  voucherBook,
  type VoucherBook,
  type VoucherEntry,
} from '../../../renderer/features/vouchers/voucher-book.js';
import type { Case } from '../../../shared/model/case/case.js';
import { check } from '../../../shared/rules/check.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import type { Picture } from '../../../shared/vouchers/picture.js';

const book = rulebook('R3');

/** A kept photo; its SHA-256 is made of one digit. */
export function photo(own: Partial<Picture> & { readonly id: string }, digit = '0'): Picture {
  return {
    courseId: 'c1',
    sha256: digit.repeat(64),
    nameJa: `${own.id}.jpg`,
    type: 'image/jpeg',
    bytes: 1000,
    pages: 1,
    order: 1,
    turn: 0,
    ...own,
  };
}

export function bookOf(value: Case, pictures: readonly Picture[] = []): VoucherBook & { readonly facts: Facts } {
  const judged = judgedPapers(value, check(value, book), book);
  return { ...voucherBook(judged, pictures), facts: judged.facts };
}

export function vouchersOf({ entries }: VoucherBook): VoucherEntry[] {
  return entries.filter((entry) => entry.kind === 'voucher');
}

export function missingOf({ entries }: VoucherBook): MissingEntry[] {
  return entries.filter((entry) => entry.kind === 'missing');
}

export function voucherNamed(list: VoucherBook, no: string): VoucherEntry {
  const found = vouchersOf(list).find(({ voucher }) => voucher.no === no);
  if (!found) throw new Error(`no voucher ${no}`);
  return found;
}
