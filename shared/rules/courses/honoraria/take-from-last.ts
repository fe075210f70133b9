import { sum, type Yen } from '../../../money.js';

/** Spreads `amount` over the list from its end: what each entry gives, at most what it has. */
export function takeFromLast<T>(entries: readonly T[], amount: Yen, available: (entry: T) => Yen): Map<T, Yen> {
  const shares = new Map<T, Yen>();
  for (const entry of [...entries].reverse()) {
    const share = Math.min(amount - sum(shares.values()), available(entry));
    if (share > 0) shares.set(entry, share);
  }
  return shares;
}
