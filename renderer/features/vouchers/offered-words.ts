/** 前に入れた言葉: what vouchers of this and of other courses have in a field, offered while the next one is typed. */
import type { Case } from '../../../shared/model/case/case.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import type { VoucherEntry } from './voucher-book.js';

export type OfferedWords = {
  readonly issuer: readonly string[];
  readonly addressee: readonly string[];
  readonly personName: readonly string[];
};

const MOST = 60;

/** First what the case itself knows (whom the lines pay, the contract name), then by how often it was used. */
export function offeredWords(entry: VoucherEntry, facts: Facts, cases: readonly Case[]): OfferedWords {
  const vouchers = [facts.vouchers, ...cases.map((value) => value.vouchers ?? [])].flat();
  const people = entry.use.lines.flatMap((line) => facts.personOf(line)?.nameJa ?? []);
  const payees = entry.use.transfers.flatMap((transfer) => transfer.payeeName ?? []);
  return {
    issuer: ranked(
      payees,
      vouchers.map((voucher) => voucher.issuer),
    ),
    addressee: ranked(
      [facts.organization.contractName, ...people],
      vouchers.map((voucher) => voucher.addressee),
    ),
    personName: ranked(
      [...people, ...facts.staff.map((person) => person.nameJa)],
      vouchers.map((voucher) => voucher.personName),
    ),
  };
}

function ranked(first: readonly (string | undefined)[], used: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const word of used) if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([word]) => word);
  return [...new Set([...first.filter((word) => word !== undefined), ...often])].slice(0, MOST);
}
