/** 交通費: on which days rides count, how many round trips, and what is never paid. */
import { type IsoDate, shortDateJa } from '../../../dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { PaidLeg, PaidTrip } from '../../engine/subjects.js';
import { cut, hold, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { legJa } from './legs.js';
import { takenFrom, takenRide } from './operations.js';
import { datesJa, nightRows, standingOf, stayCount, travelDay, type Traveller, traveller } from './stays.js';

/** 直接関わる日: a duty day, or its eve or the day after with a night that counts. */
export const travelDate = rule({
  id: 'TRV-ELG-06',
  clause: '基準一覧 2備考',
  stage: 'quantities',
  on: 'leg',
  check(paid, ask) {
    const person = traveller(paid.line.staffId, ask);
    if (standingOf(paid.line.id, ask) === 'out') return undefined;
    const state = travelDay(person, paid.leg.date);
    if (state === 'eligible') return undefined;
    return state === 'out' ? unrelatedDate(paid, person) : dependsOnNight(paid, person, ask);
  },
});

function unrelatedDate({ leg }: PaidLeg, person: Traveller): Verdict {
  return cut(
    0,
    `${legJa(leg)}：${shortDateJa(leg.date)}は担当日でも、対象となる宿泊に伴う前日・翌日でもないため対象外です`,
    {
      work: dateWork(leg.date, person),
      remedyJa: '日付が違うときは区間を直してください。前日・翌日の移動は、その宿泊が対象になれば対象になります',
    },
  );
}

function dependsOnNight({ line, leg }: PaidLeg, person: Traveller, ask: Ask): Verdict | undefined {
  // A line that waits for the person's own data says so already.
  if (standingOf(line.id, ask) === 'provisional') return undefined;
  return hold(
    0,
    `${legJa(leg)}：${shortDateJa(leg.date)}の移動は、保留中の宿泊が対象になれば対象になります。それまで保留します`,
    { work: dateWork(leg.date, person), remedyJa: '宿泊費の行で、足りない時刻か理由を入力してください' },
  );
}

function dateWork(date: IsoDate, person: Traveller): WorkStep[] {
  return [
    { labelJa: '利用日', textJa: shortDateJa(date) },
    { labelJa: '担当日', textJa: datesJa(person.dutyDates) },
    ...nightRows(person),
  ];
}

/** One round trip per stay: without nights one per duty day. */
export const tripCount = rule({
  id: 'TRV-ELG-13',
  clause: '別表2・基準一覧 2備考',
  stage: 'quantities',
  on: 'trip',
  check(trip, ask) {
    const { line } = trip;
    const rank = ask.derive(countedTrips, line.staffId).indexOf(trip.trip) + 1;
    if (rank === 0) return undefined;
    const person = onOpenDays(traveller(line.staffId, ask), takenFrom(line, ask));
    // The first round trip of somebody with a duty day is never one too many.
    if (rank === 1 && person.dutyDates.length > 0) return undefined;
    if (rank > stayCount(person, 'now')) return tooManyTrips(trip, rank, person);
    return rank > stayCount(person, 'full') ? tripOrNight(rank, person) : undefined;
  },
});

function onOpenDays(person: Traveller, taken: ReadonlyMap<IsoDate, string>): Traveller {
  if (taken.size === 0) return person;
  return { ...person, dutyDates: person.dutyDates.filter((date) => !taken.has(date)) };
}

/** Numbers of the person's round trips in order; a trip without any ride that counts takes no place. */
function countedTrips(ask: Ask, staffId: string): number[] {
  const person = traveller(staffId, ask);
  const trips = ask.facts
    .linesOf(staffId)
    .flatMap((line) => (line.kind === 'transport' ? ask.facts.tripsOf(line) : []))
    .filter((trip) => trip.legs.some((paid) => isCountedRide(paid, person, ask)));
  return [...new Set(trips.map((trip) => trip.trip))].sort((a, b) => a - b);
}

function isCountedRide(paid: PaidLeg, person: Traveller, ask: Ask): boolean {
  if (standingOf(paid.line.id, ask, paid.part) === 'out') return false;
  return travelDay(person, paid.leg.date) !== 'out' && takenRide(paid, takenFrom(paid.line, ask), ask) === undefined;
}

function tooManyTrips({ trip }: PaidTrip, rank: number, person: Traveller): Verdict {
  const allowed = stayCount(person, 'now');
  return cut(0, `往復${trip}：担当と宿泊からみて往復は${allowed}回までですが、これは${rank}回目のため対象外です`, {
    work: tripWork(person),
    remedyJa: '同じ往復の区間には同じ往復番号を付けてください。余分な往復は請求から外してください',
  });
}

function tripOrNight(rank: number, person: Traveller): Verdict {
  return hold(
    0,
    `保留中の宿泊が対象になると、往復は${stayCount(person, 'full')}回までになります（これは${rank}回目）。決まるまで保留します`,
    { work: tripWork(person), remedyJa: '宿泊費の行で、足りない時刻か理由を入力してください' },
  );
}

function tripWork(person: Traveller): WorkStep[] {
  return [
    { labelJa: '担当日', textJa: datesJa(person.dutyDates) },
    ...nightRows(person),
    { labelJa: '宿泊でつながる担当日を1回と数えた往復', textJa: `${stayCount(person, 'now')}回` },
  ];
}

/** 海外渡航費・現地滞在費. */
export const overseas = rule({
  id: 'TRV-ELG-11',
  clause: '基準一覧 2備考・別表2',
  stage: 'exclusions',
  on: ['leg', 'lodging'],
  check(subject, ask) {
    const isNight = 'kind' in subject;
    if ((isNight ? subject.isOverseas : subject.leg.isOverseas) !== true) return undefined;
    return cut(
      0,
      isNight
        ? `${shortDateJa(subject.date)}の泊：海外での滞在費は対象外です`
        : `${legJa(subject.leg)}：海外への渡航費は対象外です`,
      {
        work: [{ labelJa: '海外の分', amount: isNight ? subject.price : ask.facts.legClaim(subject) }],
        remedyJa: '国内の区間・宿泊のときは、海外の印を外してください',
      },
    );
  },
});
