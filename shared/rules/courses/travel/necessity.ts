/** 宿泊の必要: whether a night may be claimed at all (別表2 宿泊目安, 基準一覧 2備考). Prices are not looked at here. */
import { addDays, type IsoDate } from '../../../dates.js';
import { sum, type Yen } from '../../../money.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Facts } from '../../facts/facts.js';
import type { Ask, Known } from '../../engine/rule.js';

export type StayLine = LineOf<'lodging'> | LineOf<'package'>;

/**
 * 担当日: distinct days on which a person has a duty at the course, in order (DEC-61: for 検定員・運営係員 the days of
 * their assignment). レポート採点 is no duty at the course.
 */
export function dutyDates(ask: Ask, staffId: string): readonly IsoDate[] {
  return ask.once(dutyDatesByPerson).get(staffId) ?? [];
}

function dutyDatesByPerson({ facts }: Known): ReadonlyMap<string, readonly IsoDate[]> {
  const datesOf = (staffId: string): IsoDate[] => {
    const duties = facts.assignmentsOf(staffId).filter((assignment) => assignment.task !== 'reportMarking');
    return [...new Set(duties.flatMap((assignment) => facts.dateOf(assignment) ?? []))].sort();
  };
  return new Map(facts.staff.map((person) => [person.id, datesOf(person.id)]));
}

/**
 * - `justified`: by a time of departure or return, or because staying is cheaper than going home between duty days
 * - `reasoned`: by a reason in words only
 * - `unjustified`: everything that could justify it is known and does not
 * - `undecided`: something that could justify it is not entered
 * - `unrelated`: neither the eve of a duty day nor a duty day
 */
export type Necessity = 'justified' | 'reasoned' | 'unjustified' | 'undecided' | 'unrelated';

export type NightPosition = { readonly isEve: boolean; readonly isDutyNight: boolean };

/** How the night that begins on `date` lies to the duty dates; both may be true between two duty days. */
export function nightPosition(date: IsoDate, duty: readonly IsoDate[]): NightPosition {
  return { isEve: duty.includes(addDays(date, 1)), isDutyNight: duty.includes(date) };
}

export function necessityOf(line: StayLine, date: IsoDate, ask: Ask): Necessity {
  const position = nightPosition(date, dutyDates(ask, line.staffId));
  if (!position.isEve && !position.isDutyNight) return 'unrelated';
  const grounds = [...timeGrounds(line, position, ask), ...comparisonGrounds(line, ask)];
  if (grounds.includes('holds')) return 'justified';
  if ((line.necessity?.reason ?? '').trim() !== '') return 'reasoned';
  return grounds.includes('notKnown') ? 'undecided' : 'unjustified';
}

type Ground = 'holds' | 'fails' | 'notKnown';

/** 宿泊目安: the departure decides about an eve, the return about the night of a duty day. */
function timeGrounds({ necessity }: StayLine, { isEve, isDutyNight }: NightPosition, ask: Ask): Ground[] {
  const ground = (time: number | undefined, fits: (time: number) => boolean): Ground =>
    time === undefined ? 'notKnown' : fits(time) ? 'holds' : 'fails';
  return [
    ...(isEve ? [ground(necessity?.departAt, (time) => time <= ask.limit('travel.lodging.departBy'))] : []),
    ...(isDutyNight ? [ground(necessity?.arriveAt, (time) => time >= ask.limit('travel.lodging.returnFrom'))] : []),
  ];
}

/** Several duty days: a ground only where it is claimed. */
function comparisonGrounds(line: StayLine, ask: Ask): Ground[] {
  if (line.necessity?.multiDay !== true) return [];
  const comparison = stayComparison(line.staffId, ask);
  if (!comparison) return ['notKnown'];
  return [isCheaper(comparison) ? 'holds' : 'fails'];
}

/** 複数の担当: what all nights of a person cost beside the fares of going home after each duty day (DEC-24), yen. */
export type StayComparison = { readonly fare: Yen; readonly days: number; readonly lodging: Yen };

/** Undefined while the fare of one round trip is not known. */
export function stayComparison(staffId: string, ask: Ask): StayComparison | undefined {
  const fare = roundTripFare(staffId, ask.facts);
  if (fare === undefined) return undefined;
  return { fare, days: dutyDates(ask, staffId).length, lodging: lodgingTotal(staffId, ask.facts) };
}

/** The test of the guide, word for word. */
export function isCheaper({ fare, days, lodging }: StayComparison): boolean {
  return lodging < fare * days;
}

/** The comparison with the one round trip that a stay still needs. */
export function isCheaperWithTrip({ fare, days, lodging }: StayComparison): boolean {
  return fare + lodging < fare * days;
}

/** Claimed nights of a person; of a パック what it costs beyond its fare. */
function lodgingTotal(staffId: string, facts: Facts): Yen {
  return sum(
    facts.linesOf(staffId).map((line) => {
      if (line.kind === 'lodging') return facts.claimed(line);
      return line.kind === 'package' ? Math.max(0, facts.claimed(line) - (line.economicalRoundTripFare ?? 0)) : 0;
    }),
  );
}

/** 往復交通費 of a person: an economical fare that is entered, else what the first round trip claims. */
function roundTripFare(staffId: string, facts: Facts): Yen | undefined {
  const lines = facts.linesOf(staffId);
  const packages = lines.filter((line) => line.kind === 'package');
  const rides = lines.filter((line) => line.kind === 'transport');
  const known = [...packages.flatMap((line) => line.economicalRoundTripFare ?? []), ...economicalFare(rides)];
  if (known.length > 0) return Math.max(...known);
  return packages.length > 0 || rides.length === 0 ? undefined : firstTripClaim(rides, facts);
}

/** Of the first journey, else of the first line that has one: a list of one fare, empty where none is entered. */
function economicalFare(rides: readonly LineOf<'transport'>[]): Yen[] {
  const fares = (lines: readonly LineOf<'transport'>[]): Yen[] =>
    lines.flatMap((line) => line.economicalRoundTripFare ?? []);
  const first = fares(firstJourney(rides));
  return first.length > 0 ? [sum(first)] : fares(rides).slice(0, 1);
}

/** Lines that set out on the first day are parts of one journey: 航空券 bought for a person and the train to the airport. */
function firstJourney(lines: readonly LineOf<'transport'>[]): LineOf<'transport'>[] {
  const start = (line: LineOf<'transport'>): IsoDate => line.legs.map((leg) => leg.date).sort()[0] ?? '';
  const first = lines.map(start).sort()[0];
  return lines.filter((line) => start(line) === first);
}

/** A round trip is known by its number, also where its rides stand on several lines. */
function firstTripClaim(rides: readonly LineOf<'transport'>[], facts: Facts): Yen {
  const trips = rides.flatMap((line) => facts.tripsOf(line));
  const first = Math.min(...trips.map((trip) => trip.trip));
  return sum(
    trips.filter((trip) => trip.trip === first).flatMap((trip) => trip.legs.map((leg) => facts.legClaim(leg))),
  );
}
