/** 集計: amounts per line, per 科目 and in all, in whole yen. claimed = eligible + cut + provisional everywhere. */
import type { ClaimAccount } from '../../model/case/account.js';
import { CLAIM_ACCOUNTS } from '../../model/case/account.js';
import type { Yen } from '../../money.js';
import type { Facts } from '../facts/facts.js';
import type { Standing } from './rule.js';

export type Amounts = {
  readonly claimed: Yen;
  readonly eligible: Yen;
  /** 委託対象外・上限超過: for good. */
  readonly cut: Yen;
  /** 証憑不足・確認待ち: recoverable. */
  readonly provisional: Yen;
};

export type AccountAmounts = Amounts & { readonly account: ClaimAccount };

export type Totals = {
  readonly claimed: Yen;
  readonly eligibleBeforeGates: Yen;
  readonly cut: Yen;
  readonly provisional: Yen;
  /** 0 under a failed gate. */
  readonly eligible: Yen;
  /** Rules whose gate failed. */
  readonly gatedBy: readonly string[];
};

export function amountsOf(standing: Standing): Amounts {
  return {
    claimed: standing.claimed,
    eligible: standing.eligible,
    cut: standing.claimed - standing.afterCuts,
    provisional: standing.afterCuts - standing.eligible,
  };
}

export function addAmounts(all: Iterable<Amounts>): Amounts {
  const total = { claimed: 0, eligible: 0, cut: 0, provisional: 0 };
  for (const one of all) {
    total.claimed += one.claimed;
    total.eligible += one.eligible;
    total.cut += one.cut;
    total.provisional += one.provisional;
  }
  return total;
}

/** The seven 科目 in their order. A line outside them counts in the totals only. */
export function accountTotals(facts: Facts, amounts: ReadonlyMap<string, Amounts>): AccountAmounts[] {
  const byAccount = new Map<string, Amounts[]>(CLAIM_ACCOUNTS.map((account) => [account, []]));
  for (const line of facts.lines) {
    const own = amounts.get(line.id);
    if (own) byAccount.get(line.account)?.push(own);
  }
  return CLAIM_ACCOUNTS.map((account) => ({ account, ...addAmounts(byAccount.get(account) ?? []) }));
}

export function totalsOf(amounts: Iterable<Amounts>, gatedBy: readonly string[]): Totals {
  const all = addAmounts(amounts);
  return {
    claimed: all.claimed,
    eligibleBeforeGates: all.eligible,
    cut: all.cut,
    provisional: all.provisional,
    eligible: gatedBy.length > 0 ? 0 : all.eligible,
    gatedBy,
  };
}
