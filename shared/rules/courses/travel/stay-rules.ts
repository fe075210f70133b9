import type { Rule } from '../../engine/rule.js';
import {
  farWithinPrefecture,
  participantOnStaff,
  travelOfUnpaid,
  travelResidence,
  travelRole,
  workplaceAtVenue,
} from './eligibility.js';
import { economicalRoute, ownRegulation, stations } from './fares.js';
import {
  breakfastCap,
  halfBoardCap,
  mealPlanOverRoomOnly,
  mealPlanWithinRoomOnly,
  notArranged,
  roomOnlyCap,
  selfArrangedLodging,
  unlistedPlan,
} from './lodging.js';
import { nightDate, nightNecessity, nightOfBarred, stayOrTravel } from './nights.js';
import { operationsPerDay } from './operations.js';
import { packageBooking, packageContents, packageOfUnentitled, packagePrice } from './package.js';
import {
  perDiemDays,
  perDiemDistance,
  perDiemOfBarred,
  perDiemOfPaid,
  perDiemRate,
  perDiemWithLodging,
} from './per-diem.js';
import { overseas, travelDate, tripCount } from './trips.js';

/** Rules of who travels when, and of 宿泊費, 宿泊交通パック and 日当. */
export const STAY_RULES: readonly Rule[] = [
  travelRole,
  travelResidence,
  farWithinPrefecture,
  participantOnStaff,
  workplaceAtVenue,
  travelDate,
  ownRegulation,
  operationsPerDay,
  economicalRoute,
  stations,
  overseas,
  travelOfUnpaid,
  tripCount,
  nightOfBarred,
  nightNecessity,
  nightDate,
  roomOnlyCap,
  breakfastCap,
  halfBoardCap,
  mealPlanOverRoomOnly,
  stayOrTravel,
  notArranged,
  unlistedPlan,
  selfArrangedLodging,
  mealPlanWithinRoomOnly,
  packageOfUnentitled,
  packageBooking,
  packageContents,
  packagePrice,
  perDiemRate,
  perDiemDistance,
  perDiemWithLodging,
  perDiemOfPaid,
  perDiemOfBarred,
  perDiemDays,
];
