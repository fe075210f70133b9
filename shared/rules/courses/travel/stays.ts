/**
 * 担当日・対象となる宿泊・移動日 of each traveller. Read by the rules of 交通費, 宿泊交通パック and 日当 from stage
 * `quantities` on: by then every night has been judged, so these functions tell what earlier stages left.
 */
import { addDays, daysBetween, type IsoDate, shortDateJa } from '../../../dates.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Ask } from '../../engine/rule.js';
import type { WorkStep } from '../../engine/verdict.js';
import { dutyDates, necessityOf } from './necessity.js';

/** `provisional`: counts as soon as what is missing for the night is supplied. */
export type DayState = 'eligible' | 'provisional' | 'out';

const WEIGHT = { eligible: 2, provisional: 1, out: 0 } as const satisfies Record<DayState, number>;

function better(a: DayState, b: DayState): DayState {
  return WEIGHT[a] >= WEIGHT[b] ? a : b;
}

function worse(a: DayState, b: DayState): DayState {
  return WEIGHT[a] >= WEIGHT[b] ? b : a;
}

export type Traveller = {
  readonly staffId: string;
  readonly dutyDates: readonly IsoDate[];
  /** Check-in dates of claimed nights, 宿泊費 and パック alike. */
  readonly nights: ReadonlyMap<IsoDate, DayState>;
};

/** The traveller as earlier stages leave the nights. */
export function traveller(staffId: string, ask: Ask): Traveller {
  return ask.derive(travellerOf, staffId);
}

function travellerOf(ask: Ask, staffId: string): Traveller {
  const nights = new Map<IsoDate, DayState>();
  const add = (date: IsoDate, state: DayState): void => {
    nights.set(date, better(nights.get(date) ?? 'out', state));
  };
  for (const line of ask.facts.linesOf(staffId)) {
    if (line.kind === 'lodging') add(line.date, standingOf(line.id, ask));
    if (line.kind === 'package') packageNights(line, ask).forEach((state, date) => add(date, state));
  }
  return { staffId, dutyDates: dutyDates(ask, staffId), nights };
}

/** What earlier stages left of a place, as a yes, a not yet or a no; a ride or a night for nothing still is one. */
export function standingOf(line: string, ask: Ask, part?: string): DayState {
  const { claimed, afterCuts, eligible } = ask.standing(line, part);
  if (claimed === 0) return 'eligible';
  if (afterCuts === 0) return 'out';
  return eligible === 0 ? 'provisional' : 'eligible';
}

/** The nights of a パック: judged like 宿泊費, but one by one inside a line that has a single price. */
export function packageNights(line: LineOf<'package'>, ask: Ask): Map<IsoDate, DayState> {
  const standing = standingOf(line.id, ask);
  const isApproved = ask.approval('lodgingNecessary', { line: line.id }) !== undefined;
  const judged = (date: IsoDate): DayState => {
    const necessity = necessityOf(line, date, ask);
    if (necessity === 'unrelated') return 'out';
    if (isApproved || necessity === 'justified' || necessity === 'reasoned') return 'eligible';
    return necessity === 'undecided' ? 'provisional' : 'out';
  };
  return new Map(line.nights.map((date) => [date, worse(standing, judged(date))]));
}

/** 移動できる日: a duty day, or its eve or the day after with a night that counts. */
export function travelDay(person: Traveller, date: IsoDate): DayState {
  const { dutyDates: duty, nights } = person;
  if (duty.includes(date)) return 'eligible';
  const before = addDays(date, -1);
  const asEve = duty.includes(addDays(date, 1)) ? nights.get(date) : undefined;
  const asReturn = duty.includes(before) ? nights.get(before) : undefined;
  return better(asEve ?? 'out', asReturn ?? 'out');
}

/** Which nights to count with: only those that count already, or also those that may still come to count. */
export type Counting = 'now' | 'full';

export function countedNights(person: Traveller, counting: Counting): IsoDate[] {
  return [...person.nights].flatMap(([date, state]) => (isCounted(state, counting) ? [date] : [])).sort();
}

function isCounted(state: DayState, counting: Counting): boolean {
  return state === 'eligible' || (counting === 'full' && state === 'provisional');
}

/** 滞在: duty days joined by nights. Without nights every duty day is one of its own. */
export function stayCount(person: Traveller, counting: Counting): number {
  const nights = countedNights(person, counting);
  const { dutyDates: duty } = person;
  const isJoined = (date: IsoDate, index: number): boolean => {
    const previous = duty[index - 1];
    return previous !== undefined && datesBetween(previous, addDays(date, -1)).every((night) => nights.includes(night));
  };
  return duty.filter((date, index) => !isJoined(date, index)).length;
}

/**
 * 日当の日: with a night that counts, every date from the first to the last travel or duty day; else the duty days.
 * Each such night lies between two of them (DEC-27: one night makes two days), and no ride counts on any other day.
 */
export function perDiemDates(person: Traveller, counting: Counting): IsoDate[] {
  const nights = countedNights(person, counting);
  if (nights.length === 0) return [...person.dutyDates];
  const dates = [...person.dutyDates, ...nights.flatMap((night) => [night, addDays(night, 1)])].sort();
  return datesBetween(dates[0] ?? '', dates.at(-1) ?? '');
}

/** All dates from `first` to `last`, both included. */
function datesBetween(first: IsoDate, last: IsoDate): IsoDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** `10/2(土)、10/3(日)`; なし where there is none. */
export function datesJa(dates: readonly IsoDate[]): string {
  return dates.length === 0 ? 'なし' : dates.map(shortDateJa).join('、');
}

/** 計算 rows: the nights that count, and those that wait. */
export function nightRows(person: Traveller): WorkStep[] {
  const now = countedNights(person, 'now');
  const waiting = countedNights(person, 'full').filter((date) => !now.includes(date));
  return [
    { labelJa: '対象となる宿泊', textJa: datesJa(now) },
    ...(waiting.length > 0 ? [{ labelJa: '保留中の宿泊', textJa: datesJa(waiting) }] : []),
  ];
}
