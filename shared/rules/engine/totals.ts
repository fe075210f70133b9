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

export function addAmounts(all: readonly Amounts[]): Amounts {
  return all.reduce(
    (sum, one) => ({
      claimed: sum.claimed + one.claimed,
      eligible: sum.eligible + one.eligible,
      cut: sum.cut + one.cut,
      provisional: sum.provisional + one.provisional,
    }),
    { claimed: 0, eligible: 0, cut: 0, provisional: 0 },
  );
}

/** The seven 科目 in their order. A line outside them counts in the totals only. */
export function accountTotals(facts: Facts, amounts: ReadonlyMap<string, Amounts>): AccountAmounts[] {
  return CLAIM_ACCOUNTS.map((account) => ({
    account,
    ...addAmounts(facts.lines.filter((line) => line.account === account).flatMap((line) => amounts.get(line.id) ?? [])),
  }));
}

export function totalsOf(amounts: Iterable<Amounts>, gatedBy: readonly string[]): Totals {
  const all = addAmounts([...amounts]);
  return {
    claimed: all.claimed,
    eligibleBeforeGates: all.eligible,
    cut: all.cut,
    provisional: all.provisional,
    eligible: gatedBy.length > 0 ? 0 : all.eligible,
    gatedBy,
  };
}
