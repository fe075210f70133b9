import type { Rule } from '../../engine/rule.js';
import { airReason, airSeat, boardingDate, selfArrangedFlight } from './air.js';
import { organizationPaidFlight, selfPaidFlight } from './air-payments.js';
import { boardingDiffers, boardingMissing, securitySlipOnly } from './boarding-papers.js';
import { shortBus } from './bus.js';
import { carCosts, carNecessity, carRate, unmentionedCarCosts } from './car.js';
import { carPapersAtApplication, carPapersAtReport, carRegulationOwner } from './car-papers.js';
import { distanceBorder } from './distance-border.js';
import { counterPurchase, fareEvidence, landPayment } from './land-papers.js';
import { directLodging, lodgingStatement, selfPaidLodging } from './lodging-papers.js';
import { freeSeatSection, noChargeSection, reservedSeatSection, specialClass } from './rail-charges.js';
import { discountBorder, roundTripDiscount } from './rail-discount.js';
import { advancedAboveFixed, advancedOtherwise, travelPayee } from './travel-payments.js';

/** Rules of the rides (鉄道賃・バス賃・航空賃・車賃), of how travel is paid and of the papers of a stay. */
export const RIDE_RULES: readonly Rule[] = [
  noChargeSection,
  freeSeatSection,
  reservedSeatSection,
  specialClass,
  roundTripDiscount,
  discountBorder,
  distanceBorder,
  fareEvidence,
  landPayment,
  counterPurchase,
  shortBus,
  airReason,
  airSeat,
  boardingDate,
  selfArrangedFlight,
  boardingMissing,
  securitySlipOnly,
  boardingDiffers,
  selfPaidFlight,
  organizationPaidFlight,
  carNecessity,
  carRate,
  carCosts,
  unmentionedCarCosts,
  carPapersAtApplication,
  carPapersAtReport,
  carRegulationOwner,
  travelPayee,
  advancedAboveFixed,
  advancedOtherwise,
  lodgingStatement,
  selfPaidLodging,
  directLodging,
];
