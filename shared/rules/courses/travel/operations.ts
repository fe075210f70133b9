/** 運営係員: as a rule the travel of one per course and day. */
import { addDays, type IsoDate, shortDateJa } from '../../../dates.js';
import type { Line, LineOf } from '../../../model/case/lines/line.js';
import type { Staff } from '../../../model/case/staff.js';
import type { Facts } from '../../facts/facts.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { cut, type Verdict } from '../../engine/verdict.js';
import { legJa } from './legs.js';
import { dutyDates } from './necessity.js';
import { perDiemDates, standingOf, traveller } from './stays.js';

/** By person: duty dates without a place left, each with the name of the first who took one; empty where nobody may. */
type TakenDates = ReadonlyMap<string, ReadonlyMap<IsoDate, string>>;

/** Lines that earlier stages left nothing of take no place (as for 諸謝金). */
function takenDates(ask: Ask): TakenDates {
  const places = ask.limit('travel.operations.perDay');
  const holders = new Map<IsoDate, string[]>();
  const taken = new Map<string, Map<IsoDate, string>>();
  for (const person of ask.facts.staff.filter((candidate) => isOperationsOnly(candidate.id, ask.facts))) {
    for (const date of dutyDates(ask, person.id)) {
      const before = holders.get(date) ?? [];
      if (before.length >= places) {
        taken.set(person.id, (taken.get(person.id) ?? new Map<IsoDate, string>()).set(date, before[0] ?? ''));
      } else if (claimsDate(person, date, ask)) {
        holders.set(date, [...before, person.nameJa]);
      }
    }
  }
  return taken;
}

function isOperationsOnly(staffId: string, facts: Facts): boolean {
  const own = facts.assignmentsOf(staffId);
  return own.length > 0 && own.every((assignment) => assignment.role === 'operations');
}

function claimsDate(person: Staff, date: IsoDate, ask: Ask): boolean {
  return ask.facts
    .linesOf(person.id)
    .some((line) => standingOf(line.id, ask) === 'eligible' && claimedDates(line, ask).includes(date));
}

/** Dates that a 旅費 line claims; a round trip holds every day from its first ride to its last. */
function claimedDates(line: Line, ask: Ask): readonly IsoDate[] {
  switch (line.kind) {
    case 'transport':
      return ask.facts.tripsOf(line).flatMap((trip) => span(trip.legs.map((paid) => paid.leg.date)));
    case 'lodging':
      return [line.date, addDays(line.date, 1)];
    case 'package':
      return span([...line.dates, ...line.nights.flatMap((night) => [night, addDays(night, 1)])]);
    case 'perDiem':
      return dutyDates(ask, line.staffId).slice(0, line.days);
    default:
      return [];
  }
}

function span(dates: readonly IsoDate[]): IsoDate[] {
  const sorted = [...dates].sort();
  const last = sorted.at(-1);
  const all: IsoDate[] = [];
  for (let date = sorted[0]; date !== undefined && last !== undefined && date <= last; date = addDays(date, 1)) {
    all.push(date);
  }
  return all;
}

/** Dates of the line's person that others have taken; none where 運営係員の増員 is approved for the line. */
export function takenFrom(
  line: { readonly id: string; readonly staffId: string },
  ask: Ask,
): ReadonlyMap<IsoDate, string> {
  const isApproved = ask.approval('extraOperationsStaff', { line: line.id }) !== undefined;
  // Asked first: findings about anyone else do not cite the limit of 運営係員.
  if (isApproved || !isOperationsOnly(line.staffId, ask.facts)) return NONE;
  return ask.derive(takenDates).get(line.staffId) ?? NONE;
}
const NONE: ReadonlyMap<IsoDate, string> = new Map();

/** 2人目以降の運営係員. */
export const operationsPerDay = rule({
  id: 'TRV-ELG-08',
  clause: '基準一覧 2(4)',
  stage: 'quantities',
  on: ['leg', 'lodging', 'package', 'perDiem'],
  override: 'extraOperationsStaff',
  check(subject, ask) {
    const line = 'kind' in subject ? subject : subject.line;
    const taken = ask.derive(takenDates).get(line.staffId);
    if (!taken) return undefined;
    if (!('kind' in subject)) return takenLeg(subject, taken, ask);
    if (subject.kind === 'lodging') return takenNight(subject, taken, ask);
    return subject.kind === 'package' ? takenPackage(subject, taken, ask) : takenDays(subject, taken, ask);
  },
});

function takenLeg(paid: PaidLeg, taken: ReadonlyMap<IsoDate, string>, ask: Ask): Verdict | undefined {
  const date = takenRide(paid, taken, ask);
  return date === undefined ? undefined : alreadyTaken(`${legJa(paid.leg)}：`, date, taken, ask);
}

/** The taken date that a ride serves; undefined where it serves a date of the person's own. */
export function takenRide({ leg, line }: PaidLeg, taken: ReadonlyMap<IsoDate, string>, ask: Ask): IsoDate | undefined {
  return servedTaken(leg.date, [addDays(leg.date, 1), addDays(leg.date, -1)], line.staffId, taken, ask);
}

function takenNight(line: LineOf<'lodging'>, taken: ReadonlyMap<IsoDate, string>, ask: Ask): Verdict | undefined {
  const date = servedTaken(line.date, [addDays(line.date, 1)], line.staffId, taken, ask);
  return date === undefined ? undefined : alreadyTaken(`${shortDateJa(line.date)}の泊：`, date, taken, ask);
}

/** A パック has one price: it falls only where nobody is left to pay for on any of its days. */
function takenPackage(line: LineOf<'package'>, taken: ReadonlyMap<IsoDate, string>, ask: Ask): Verdict | undefined {
  const own = dutyDates(ask, line.staffId).filter((date) => claimedDates(line, ask).includes(date));
  const [first] = own;
  if (first === undefined || !own.every((date) => taken.has(date))) return undefined;
  return alreadyTaken('', first, taken, ask);
}

function takenDays(line: LineOf<'perDiem'>, taken: ReadonlyMap<IsoDate, string>, ask: Ask): Verdict | undefined {
  const all = perDiemDates(traveller(line.staffId, ask), 'full');
  const left = all.filter((date) => !taken.has(date));
  const first = all.find((date) => taken.has(date));
  if (first === undefined || line.days <= left.length) return undefined;
  return cut(line.perDay * left.length, alreadyTakenJa(first, taken, ask), {
    work: [
      { labelJa: '請求の日数', textJa: `${line.days}日` },
      { labelJa: '先の運営係員がいる日', textJa: [...taken.keys()].map(shortDateJa).join('、') },
      { labelJa: '残る日数', textJa: `${left.length}日` },
      { labelJa: `1日の額 × ${left.length}日`, amount: line.perDay * left.length },
    ],
    remedyJa: REMEDY_JA,
  });
}

/** The taken date that `date` is, or serves as eve or return: then all its duty days must be taken. */
function servedTaken(
  date: IsoDate,
  neighbours: readonly IsoDate[],
  staffId: string,
  taken: ReadonlyMap<IsoDate, string>,
  ask: Ask,
): IsoDate | undefined {
  if (taken.size === 0) return undefined;
  if (taken.has(date)) return date;
  const duty = dutyDates(ask, staffId);
  if (duty.includes(date)) return undefined;
  const served = neighbours.filter((neighbour) => duty.includes(neighbour));
  return served.every((neighbour) => taken.has(neighbour)) ? served[0] : undefined;
}

function alreadyTaken(placeJa: string, date: IsoDate, taken: ReadonlyMap<IsoDate, string>, ask: Ask): Verdict {
  return cut(0, placeJa + alreadyTakenJa(date, taken, ask), {
    work: taken.get(date)
      ? [{ labelJa: `${shortDateJa(date)}の先の運営係員`, textJa: `${taken.get(date) ?? ''}さん` }]
      : [],
    remedyJa: REMEDY_JA,
  });
}

function alreadyTakenJa(date: IsoDate, taken: ReadonlyMap<IsoDate, string>, ask: Ask): string {
  const places = ask.limit('travel.operations.perDay');
  const first = taken.get(date);
  const before = first ? `。${shortDateJa(date)}は先に${first}さんの旅費があります` : '';
  return `運営係員の旅費は原則1コース1日${places}名までです${before}`;
}

const REMEDY_JA = '2名以上が必要なときは日本スポーツ協会に確認し、認められたら承認記録を残してください';
