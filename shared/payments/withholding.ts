/** 源泉徴収 of 報酬・料金 paid to a person. */
import { floorTo, grouped, hundredths, portion, type Yen } from '../money.js';
import type { WorkStep } from '../rules/engine/verdict.js';
import type { WithholdingFigures } from './payment-figures.js';

/** A rate is in hundredths of a percent. */
const WHOLE = 10_000;

/** The tax on one payment: the rate up to the threshold, the higher rate above it, rounded down once at the end. */
export function withheldFrom(base: Yen, figures: WithholdingFigures): Yen {
  const above = Math.max(base - figures.threshold, 0);
  const below = base - above;
  // One division of the sum: two would each lose a fraction.
  const tax = portion(1, below * figures.rate + above * figures.rateAbove, WHOLE);
  return floorTo(tax, figures.roundingUnit);
}

/** The arithmetic of {@link withheldFrom}, as rows of 計算. */
export function withholdingWork(base: Yen, figures: WithholdingFigures): WorkStep[] {
  const above = Math.max(base - figures.threshold, 0);
  const row = (amount: Yen, rate: number): string => `${grouped(amount)}円 × ${hundredths(rate)}%`;
  return [
    { labelJa: '源泉徴収の対象', amount: base },
    { labelJa: `${grouped(figures.threshold)}円以下の部分`, textJa: row(base - above, figures.rate) },
    ...(above === 0
      ? []
      : [{ labelJa: `${grouped(figures.threshold)}円を超える部分`, textJa: row(above, figures.rateAbove) }]),
    { labelJa: `源泉徴収額（${grouped(figures.roundingUnit)}円未満切捨て）`, amount: withheldFrom(base, figures) },
  ];
}
