import type { FigureKinds } from '../../engine/figure.js';

/** Figures of 交通費: rail, bus, air and car. */
export const RIDE_FIGURES = {
  /** 急行・特急・新幹線: one-way length of the express section (DEC-49). */
  'travel.rail.freeSeatFrom': 'km10',
  'travel.rail.reservedSeatFrom': 'km10',
  /** 往復割引: one-way length of the ticket, and how the fare is recomputed (DEC-21). */
  'travel.rail.roundTripDiscount.from': 'km10',
  'travel.rail.roundTripDiscount.doubtAbove': 'km10',
  'travel.rail.roundTripDiscount.applies': 'flag',
  'travel.rail.roundTripDiscount.percent': 'percent',
  'travel.rail.roundTripDiscount.unit': 'yen',
  /** How near to a distance limit a distance needs evidence (DEC-22). */
  'travel.distance.doubtWithin': 'km10',
  'travel.bus.from': 'km10',
  /** 搭乗案内・搭乗証明書 of a 宿泊交通パック with flights: both directions. */
  'travel.air.packageBoardingPapers': 'count',
} as const satisfies FigureKinds;
