/**
 * What 別表2 allows of a rail leg, component by component. Every rule that limits a leg leaves the sum of both
 * allowed components, so that headroom in the one never pays for an excess in the other.
 */
import { floorTo, portion, type Yen } from '../../../money.js';
import { legSurcharge } from '../../../model/case/detail-amount.js';
import type { Leg } from '../../../model/case/lines/travel.js';
import type { Ask } from '../../engine/rule.js';

/** 特急等の料金 claimed on a rail leg, yen; 0 on any other ride. */
export function railCharge(leg: Leg): Yen {
  return leg.mode === 'rail' ? legSurcharge(leg) : 0;
}

/**
 * What is allowed of the claimed 特急等の料金, by the express section. A charge that the cap needs and that is
 * not recorded counts as 0. Without a recorded section only the class of the seat is limited.
 */
export function allowedCharge(leg: Leg, ask: Ask): Yen {
  const claimed = railCharge(leg);
  if (claimed === 0) return 0;
  const section = leg.surchargeSectionKm;
  if (section !== undefined && section < ask.limit('travel.rail.freeSeatFrom')) return 0;
  if (section !== undefined && section < ask.limit('travel.rail.reservedSeatFrom')) {
    return Math.min(claimed, leg.freeSeatCharge ?? 0);
  }
  return leg.surchargeKind === 'green' ? Math.min(claimed, leg.reservedCharge ?? 0) : claimed;
}

/** What is allowed of the claimed fare: recomputed where 往復割引 was due and is recorded as not applied. */
export function allowedFare(leg: Leg, ask: Ask): Yen {
  // The flag is asked first: only then does a finding about the seat cite the figures of the discount.
  return leg.roundTripDiscountApplied === false && isDiscountDue(leg, ask)
    ? discountedFare(leg.baseFare, ask)
    : leg.baseFare;
}

/** True when the ticket is long enough for 往復割引 and the year's rules count with it. */
export function isDiscountDue(leg: Leg, ask: Ask): boolean {
  if (leg.mode !== 'rail' || leg.km === undefined) return false;
  return (
    ask.figure('travel.rail.roundTripDiscount.applies') && leg.km >= ask.limit('travel.rail.roundTripDiscount.from')
  );
}

/** One direction with 往復割引, yen. */
export function discountedFare(fare: Yen, ask: Ask): Yen {
  const percent = ask.limit('travel.rail.roundTripDiscount.percent');
  return floorTo(portion(fare, 100 - percent, 100), ask.limit('travel.rail.roundTripDiscount.unit'));
}
