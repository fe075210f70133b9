/** What uses a voucher: lines that list it, lines of the payment it hangs on, and records that name it. */
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Transfer } from '../../../shared/model/case/transfer.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';

export type VoucherUse = {
  /** Lines in the order of the list, each once. */
  readonly lines: readonly Line[];
  readonly transfers: readonly Transfer[];
  /** Named by an approval, a quote of a printing job, or a distance of a person. */
  readonly isNamedElsewhere: boolean;
};

const NO_USE: VoucherUse = { lines: [], transfers: [], isNamedElsewhere: false };

export type VoucherUses = { readonly of: (voucherId: string) => VoucherUse };

/** The uses of all vouchers of a case, found once. */
export function voucherUses(facts: Facts): VoucherUses {
  const lines = new Map<string, Line[]>();
  const transfers = new Map<string, Transfer[]>();
  for (const line of facts.lines) {
    for (const voucher of facts.papersOf(line)) push(lines, voucher.id, line);
  }
  for (const transfer of facts.value.transfers ?? []) {
    for (const id of transfer.voucherIds ?? []) push(transfers, id, transfer);
  }
  const named = namedElsewhere(facts);
  const known = new Map<string, VoucherUse>();
  const ids = new Set([...lines.keys(), ...transfers.keys(), ...named]);
  for (const id of ids) {
    known.set(id, {
      lines: lines.get(id) ?? [],
      transfers: transfers.get(id) ?? [],
      isNamedElsewhere: named.has(id),
    });
  }
  return { of: (voucherId) => known.get(voucherId) ?? NO_USE };
}

/** Whether anything needs the voucher at all. */
export function isUsed({ lines, transfers, isNamedElsewhere }: VoucherUse): boolean {
  return lines.length > 0 || transfers.length > 0 || isNamedElsewhere;
}

function namedElsewhere(facts: Facts): Set<string> {
  const named = new Set<string>();
  for (const approval of facts.value.approvals ?? []) for (const id of approval.voucherIds ?? []) named.add(id);
  for (const person of facts.value.staff ?? []) if (person.distanceEvidenceId) named.add(person.distanceEvidenceId);
  for (const line of facts.lines) {
    if (line.kind !== 'printing') continue;
    for (const quote of line.quotes ?? []) if (quote.voucherId) named.add(quote.voucherId);
  }
  return named;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const own = map.get(key);
  if (own) own.push(value);
  else map.set(key, [value]);
}
