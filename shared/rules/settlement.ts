/** 精算: 委託金額・概算払・確定額・残額・返納. Amounts are whole yen; null where a day or an amount is unknown. */
import type { IsoDate } from '../dates.js';
import { floorTo, portion, type Yen } from '../money.js';
import { payoutDue } from './facts/due-dates.js';
import type { Facts } from './facts/facts.js';
import type { Totals } from './engine/totals.js';

export type Settlement = {
  readonly contractAmount: Yen | null;
  readonly advance: Yen | null;
  readonly advanceDueOn: IsoDate | null;
  readonly finalAmount: Yen | null;
  readonly balance: Yen | null;
  readonly balanceDueOn: IsoDate | null;
  readonly refund: Yen | null;
  readonly implementationGrant: Yen | null;
};

/** How 概算払 follows from the contract amount. */
export type AdvanceFigures = {
  /** Percent of the contract amount. */
  readonly advancePercent: number;
  /** Rounded down to a multiple of this many yen. */
  readonly advanceUnit: Yen;
};

/** Figures that the settlement needs, as read from the rulebook; null where the book does not hold them. */
export type SettlementFigures = {
  readonly advance: AdvanceFigures | null;
  /** 概算払 and 残額 come at the end of the month that is so many after the one of the fixing. */
  readonly advanceMonths: number | null;
  readonly balanceMonths: number | null;
  /** 実施費 per head whose 受講料 was paid. */
  readonly grantPerHead: Yen | null;
};

/** 概算払: contract × percent, rounded down to the unit (PAY-ADV-01). */
export function advanceOf(contractAmount: Yen, figures: AdvanceFigures): Yen {
  return floorTo(portion(contractAmount, figures.advancePercent, 100), figures.advanceUnit);
}

/**
 * 受講料の納入実績人数: by the payment days in the list of 受講者, else by the recorded payments.
 * Unknown, not none, where neither records a payment.
 */
export function paidHeads(facts: Facts): number | undefined {
  const paid = facts.enrolled.filter(({ enrollment }) => enrollment.feePaidOn !== undefined).length;
  if (paid > 0) return paid;
  const fees = (facts.case.payments ?? []).filter(
    (payment) => payment.kind === 'courseFee' && payment.paidOn !== undefined,
  );
  if (fees.length === 0 || fees.some((payment) => payment.heads === undefined)) return undefined;
  return fees.reduce((sum, payment) => sum + (payment.heads ?? 0), 0);
}

/** The settlement of a course at the stage of its case. A 独自 course has none but zeros: its gate leaves nothing. */
export function settle(facts: Facts, totals: Totals, figures: SettlementFigures): Settlement {
  const { course } = facts;
  const contractAmount = course.contractAmount ?? (facts.isReport ? null : totals.eligible);
  const computed =
    contractAmount === null || figures.advance === null ? null : advanceOf(contractAmount, figures.advance);
  const advance = course.advanceReceived ?? computed;
  const finalAmount = finalAmountOf(facts, totals, contractAmount);
  const known = finalAmount !== null && advance !== null;
  const heads = paidHeads(facts);
  return {
    contractAmount,
    advance,
    advanceDueOn: payoutDue(course.contractAmountFixedOn, figures.advanceMonths) ?? null,
    finalAmount,
    balance: known ? Math.max(finalAmount - advance, 0) : null,
    balanceDueOn: payoutDue(course.finalAmountFixedOn, figures.balanceMonths) ?? null,
    refund: known ? Math.max(advance - finalAmount, 0) : null,
    implementationGrant:
      facts.isReport && facts.isCommissioned && heads !== undefined && figures.grantPerHead !== null
        ? heads * figures.grantPerHead
        : null,
  };
}

/** 確定額: as fixed by JSPO, else min(実績の対象額, 契約額) − 減額 and not below 0 (PAY-FIN-06). */
function finalAmountOf(facts: Facts, totals: Totals, contractAmount: Yen | null): Yen | null {
  if (!facts.isReport) return null;
  if (totals.gatedBy.length > 0) return 0;
  if (facts.course.finalAmount !== undefined) return facts.course.finalAmount;
  if (contractAmount === null) return null;
  return Math.max(Math.min(totals.eligible, contractAmount) - (facts.course.reductionByJspo ?? 0), 0);
}
