/** 旅費 in words for papers: how, from where to where with distance and fare, on which days. */
import { shortDateJa } from '../dates.js';
import { legSurcharge } from '../model/case/detail-amount.js';
import type { Line } from '../model/case/lines/line.js';
import {
  LEG_MODE_JA,
  type Leg,
  MEAL_PLAN_JA,
  OTHER_LEG_KIND_JA,
  SURCHARGE_KIND_JA,
} from '../model/case/lines/travel.js';
import { grouped, km, yen } from '../money.js';
import { datesJa, distinct } from './line-words.js';

/** 手段: 鉄道（グリーン車）, タクシー. */
function legWordJa(leg: Leg): string {
  if (leg.mode === 'other') return leg.otherKind === undefined ? LEG_MODE_JA.other : OTHER_LEG_KIND_JA[leg.otherKind];
  const seat = leg.surchargeKind ?? 'none';
  return seat === 'none' ? LEG_MODE_JA[leg.mode] : `${LEG_MODE_JA[leg.mode]}（${SURCHARGE_KIND_JA[seat]}）`;
}

/** What a travel line pays: how, from where to where with fares, on which days. */
export function travelWordsJa(line: Line): { kind: string; detail: string; dates: string } {
  switch (line.kind) {
    case 'transport':
      return {
        kind: distinct(line.legs.map(legWordJa)).join('\n'),
        detail: tripsJa(line.legs),
        dates: datesJa(line.legs.map((leg) => leg.date)).join('\n'),
      };
    case 'lodging':
      return { kind: '宿泊', detail: MEAL_PLAN_JA[line.plan], dates: `${shortDateJa(line.date)}泊` };
    case 'package':
      return {
        kind: '宿泊交通パック',
        detail: `${line.nights.length}泊`,
        dates: datesJa(line.dates).join('\n'),
      };
    case 'perDiem':
      return { kind: '日当', detail: '', dates: '' };
    default:
      return { kind: '', detail: '', dates: '' };
  }
}

/** Trips of the same rides once: 「三条口→西山公園 39.2km 760円×8（4往復）」. */
function tripsJa(legs: readonly Leg[]): string {
  const trips = new Map<number, Leg[]>();
  for (const leg of legs) trips.set(leg.trip ?? 1, [...(trips.get(leg.trip ?? 1) ?? []), leg]);
  const alike = new Map<string, Leg[][]>();
  for (const trip of trips.values()) {
    const rides = ridesJa(trip);
    alike.set(rides, [...(alike.get(rides) ?? []), trip]);
  }
  return [...alike].map(([rides, same]) => sameTripsJa(rides, same)).join('\n');
}

function ridesJa(trip: readonly Leg[]): string {
  return trip.map(legJa).join('\n');
}

function sameTripsJa(rides: string, trips: readonly (readonly Leg[])[]): string {
  const [there, back, third] = trips[0] ?? [];
  if (there && back && !third && isWayBack(there, back)) {
    return `${legJa(there)}×${trips.length * 2}（${trips.length === 1 ? '' : trips.length}往復）`;
  }
  return trips.length === 1 ? rides : `${rides}\n（以上${trips.length}回）`;
}

/** The same ride in the other direction, for the same price. */
function isWayBack(there: Leg, back: Leg): boolean {
  return legJa({ ...back, from: back.to, to: back.from }) === legJa(there);
}

/** 青海台→西山公園 513.6km 8,360＋5,810円 */
function legJa(leg: Leg): string {
  const distance = leg.km === undefined ? '' : ` ${km(leg.km)}`;
  const surcharge = legSurcharge(leg);
  const fare = surcharge === 0 ? yen(leg.baseFare) : `${grouped(leg.baseFare)}＋${yen(surcharge)}`;
  return `${leg.from}→${leg.to}${distance} ${fare}`;
}
