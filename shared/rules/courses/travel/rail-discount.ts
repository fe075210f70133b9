/** 鉄道賃: 往復割引 of long tickets. The guide names the distance only; rate and rounding are figures of the book. */
import { grouped, km, yen } from '../../../money.js';
import type { Leg } from '../../../model/case/lines/travel.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { confirm, cut, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { legJa } from './legs.js';
import { allowedCharge, allowedFare, discountedFare, isDiscountDue } from './rail-fare.js';

export const roundTripDiscount = rule({
  id: 'TRV-RAIL-05',
  clause: '別表2 鉄道賃・DEC-21',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    if (leg.roundTripDiscountApplied === true || !isDiscountDue(leg, ask)) return undefined;
    const from = km(ask.limit('travel.rail.roundTripDiscount.from'));
    if (leg.roundTripDiscountApplied === undefined) {
      return confirm(
        `${legJa(leg)}：片道${from}以上の区間です。請求の運賃${yen(leg.baseFare)}が往復割引を適用した額か確かめてください`,
        {
          work: [{ labelJa: '割引前の運賃とみた場合の割引後の運賃', amount: discountedFare(leg.baseFare, ask) }],
          remedyJa: '往復割引を適用したかどうかを区間に入力してください',
        },
      );
    }
    return undiscounted(leg, from, ask);
  },
});

function undiscounted(leg: Leg, from: string, ask: Ask): Verdict | undefined {
  const fare = allowedFare(leg, ask);
  if (fare >= leg.baseFare) return undefined;
  const charge = allowedCharge(leg, ask);
  return cut(
    fare + charge,
    `${legJa(leg)}：片道${from}以上のため、往復割引を適用した運賃${yen(fare)}までが対象です（請求の運賃${yen(leg.baseFare)}）`,
    {
      limit: fare + charge,
      work: discountWork(leg, ask, fare, charge),
      remedyJa: '往復割引を適用した運賃に直してください。割引後の運賃を入力していたときは、割引適用済みとしてください',
    },
  );
}

function discountWork(leg: Leg, ask: Ask, fare: number, charge: number): WorkStep[] {
  const percent = ask.limit('travel.rail.roundTripDiscount.percent');
  const unit = ask.limit('travel.rail.roundTripDiscount.unit');
  return [
    { labelJa: '請求の運賃（片道）', amount: leg.baseFare },
    { labelJa: '往復割引', textJa: `${percent}%引き、${grouped(unit)}円未満切捨て` },
    { labelJa: '割引後の運賃（片道）', amount: fare },
    ...(charge > 0 ? [{ labelJa: '対象となる特急等の料金', amount: charge }] : []),
    { labelJa: '対象額', amount: fare + charge },
  ];
}

/** Fractions of a km are counted up on the railway: just below the limit it may already be reached. */
export const discountBorder = rule({
  id: 'TRV-RAIL-06',
  clause: 'DEC-21',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    if (leg.mode !== 'rail' || leg.roundTripDiscountApplied === true) return undefined;
    if (!ask.figure('travel.rail.roundTripDiscount.applies')) return undefined;
    if (leg.km === undefined) return unknownLength(paid, ask);
    const from = ask.limit('travel.rail.roundTripDiscount.from');
    if (leg.km <= ask.limit('travel.rail.roundTripDiscount.doubtAbove') || leg.km >= from) return undefined;
    return confirm(
      `${legJa(leg)}：片道${km(leg.km)}は、往復割引を適用する${km(from)}の境目です。営業キロを確かめてください`,
      { remedyJa: '営業キロの分かる資料で距離を確かめ、割引の対象であれば割引後の運賃に直してください' },
    );
  },
});

/** A ticket without its length is doubtful only where it may reach the limit: it is no longer than the whole way. */
function unknownLength({ leg, person }: PaidLeg, ask: Ask): Verdict | undefined {
  const short = ask.limit('travel.rail.roundTripDiscount.doubtAbove');
  const longest = Math.max(person.stationDistance ?? short + 1, leg.surchargeSectionKm ?? 0);
  if (leg.baseFare === 0 || longest <= short) return undefined;
  return confirm(
    `${legJa(leg)}：営業キロが入力されていないため、往復割引（片道${km(ask.limit('travel.rail.roundTripDiscount.from'))}以上）を適用する区間か確かめられません`,
    { remedyJa: '区間の営業キロを入力してください' },
  );
}
