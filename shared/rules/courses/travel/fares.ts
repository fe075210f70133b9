/** 最も経済的な通常の経路: the economical round-trip fare is the ceiling of each round trip, after the limits of its legs. */
import { sum, yen, type Yen } from '../../../money.js';
import { sameName } from '../../../text.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { PaidTrip } from '../../engine/subjects.js';
import { cut, hold, refuse, type Verdict } from '../../engine/verdict.js';

const ASK_FARE_JA =
  '自宅最寄駅と会場最寄駅の間の、最も経済的な経路の往復運賃を入力し、料金表や経路検索結果を付けてください';

/** 実施団体の旅費規程 (車賃 excepted). A price, not a right: a night so computed is still a night. */
export const ownRegulation = rule({
  id: 'TRV-ELG-07',
  clause: '基準一覧 2備考',
  stage: 'prices',
  on: ['trip', 'lodging'],
  check(subject, ask) {
    if ('kind' in subject) return subject.basis === 'ownRegulation' ? regulationNight(subject) : undefined;
    return subject.line.basis === 'ownRegulation' ? regulationTrip(subject, ask) : undefined;
  },
});

function regulationNight(line: LineOf<'lodging'>): Verdict {
  return hold(0, '宿泊費は実施団体の旅費規程ではなく実費で計上します。実費が分かるまで保留します', {
    work: [{ labelJa: '旅費規程による額', amount: line.price }],
    remedyJa: '実際に払う宿泊料金で計上し、算出の根拠を「実費」に直してください',
  });
}

function regulationTrip(trip: PaidTrip, ask: Ask): Verdict | undefined {
  const cars = trip.legs.filter((paid) => paid.leg.mode === 'car');
  if (cars.length === trip.legs.length) return undefined;
  const car = sum(cars.map((paid) => ask.facts.legClaim(paid)));
  const fare = trip.line.economicalRoundTripFare;
  if (fare === undefined) {
    return hold(
      car,
      '交通費は実施団体の旅費規程では計上できません（車賃を除く）。実費の根拠が入力されるまで保留します',
      {
        work: [
          { labelJa: '旅費規程による額', amount: sum(trip.legs.map((paid) => ask.facts.legClaim(paid))) - car },
          ...(car > 0 ? [{ labelJa: '車賃', amount: car }] : []),
        ],
        remedyJa: ASK_FARE_JA,
      },
    );
  }
  return cut(
    fare + car,
    `交通費は実施団体の旅費規程では計上できません（車賃を除く）。最も経済的な往復運賃${yen(fare)}までが対象です`,
    {
      limit: fare + car,
      work: [{ labelJa: '最も経済的な往復運賃', amount: fare }, ...(car > 0 ? [{ labelJa: '車賃', amount: car }] : [])],
      remedyJa: '実費で計上し、算出の根拠を「実費」に直してください',
    },
  );
}

/** Dearer than the most economical ordinary route. */
export const economicalRoute = rule({
  id: 'TRV-ELG-09',
  clause: '別表2 交通費',
  stage: 'groups',
  on: 'trip',
  override: 'routeJustified',
  check(trip, ask) {
    const fare = trip.line.economicalRoundTripFare;
    // 緊急性 is a ground of its own for a flight that is not the cheapest way.
    const isUrgent = trip.legs.some(({ leg }) => leg.mode === 'air' && leg.airReason === 'urgency');
    if (fare === undefined || isUrgent) return undefined;
    return overFare(trip, fare, ask, (left) => ({
      messageJa: `最も経済的な通常の経路の往復運賃${yen(fare)}までが対象です（区間ごとの上限のあとの額は${yen(left)}）`,
      remedyJa: '最安でない経路に理由があるときは、理由と資料を付けて事務局確認を記録してください',
    }));
  },
});

/** 自宅最寄駅 ↔ 会場最寄駅; asked of rides by rail and bus only, whose stops are stations. */
export const stations = rule({
  id: 'TRV-ELG-10',
  clause: '別表2 交通費',
  stage: 'groups',
  on: 'trip',
  check(trip, ask) {
    if (ask.standing(trip.line.id).afterCuts === 0) return undefined;
    if (!trip.line.legs.every((leg) => leg.mode === 'rail' || leg.mode === 'bus')) return undefined;
    const home = trip.person.homeStation;
    const venues = ask.facts.venues.flatMap((venue) => venue.nearestStation ?? []).filter((name) => name !== '');
    if (home === undefined || home === '' || venues.length === 0) return undefined;
    const problemJa = stationProblem(trip, home, venues);
    if (problemJa === undefined) return undefined;
    return cappedToStations(trip, problemJa, ask);
  },
});

function stationProblem({ legs }: PaidTrip, home: string, venues: readonly string[]): string | undefined {
  const from = legs[0]?.leg.from ?? '';
  const to = legs.at(-1)?.leg.to ?? '';
  if (!sameName(from, home)) return `出発が自宅最寄駅（${home}）ではなく${from}です`;
  if (!sameName(to, home)) return `帰着が自宅最寄駅（${home}）ではなく${to}です`;
  const reached = legs.some(({ leg }) => venues.some((venue) => sameName(venue, leg.to)));
  return reached ? undefined : `会場最寄駅（${venues.join('、')}）に着く区間がありません`;
}

function cappedToStations(trip: PaidTrip, problemJa: string, ask: Ask): Verdict | undefined {
  const fare = trip.line.economicalRoundTripFare;
  if (fare === undefined) {
    return hold(0, `${problemJa}。自宅最寄駅と会場最寄駅の間の往復運賃が入力されるまで保留します`, {
      work: [{ labelJa: '保留する額', amount: ask.standing(trip.line.id, trip.part).afterCuts }],
      remedyJa: ASK_FARE_JA,
    });
  }
  const remedyJa = '駅名が違うときは区間か講師等の自宅最寄駅を直してください';
  return (
    overFare(trip, fare, ask, (left) => ({
      messageJa: `${problemJa}。自宅最寄駅と会場最寄駅の間の往復運賃${yen(fare)}までが対象です（区間ごとの上限のあとの額は${yen(left)}）`,
      remedyJa,
    })) ??
    refuse(`${tripJa(trip.line, trip.trip)}${problemJa}。往復運賃${yen(fare)}の範囲内のため減額はありません`, {
      limit: fare,
      remedyJa,
    })
  );
}

/** Cuts what the limits of the legs have left of a trip down to the fare. */
function overFare(
  trip: PaidTrip,
  fare: Yen,
  ask: Ask,
  words: (left: Yen) => { messageJa: string; remedyJa: string },
): Verdict | undefined {
  const left = ask.standing(trip.line.id, trip.part).afterCuts;
  if (left <= fare) return undefined;
  const { messageJa, remedyJa } = words(left);
  return cut(fare, tripJa(trip.line, trip.trip) + messageJa, {
    limit: fare,
    work: [
      { labelJa: '区間ごとの上限のあとの額', amount: left },
      { labelJa: '最も経済的な往復運賃', amount: fare },
      { labelJa: '超える額', amount: left - fare },
    ],
    remedyJa,
  });
}

/** `往復2：` where a line holds more than one round trip. */
function tripJa(line: LineOf<'transport'>, trip: number): string {
  return line.legs.some((leg) => (leg.trip ?? 1) !== trip) ? `往復${trip}：` : '';
}
