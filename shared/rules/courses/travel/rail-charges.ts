/** 鉄道賃: 急行・特急・新幹線の料金, by the express section of the leg (DEC-49) and the class of the seat. */
import { km, yen } from '../../../money.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { PaidLeg } from '../../engine/subjects.js';
import { confirm, cut, note, type Verdict } from '../../engine/verdict.js';
import { CHARGE_JA, claimedAgainstJa, fareWork, legJa } from './legs.js';
import { allowedCharge, allowedFare, railCharge } from './rail-fare.js';

/** Below the first distance no 特急等の料金. */
export const noChargeSection = rule({
  id: 'TRV-RAIL-01',
  clause: '別表2 鉄道賃・DEC-49',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    const section = leg.surchargeSectionKm;
    if (railCharge(leg) === 0 || section === undefined) return undefined;
    const from = ask.limit('travel.rail.freeSeatFrom');
    if (section >= from) return undefined;
    return cutCharge(
      paid,
      `乗車区間が片道${km(section)}で${km(from)}に満たないため、特急等の料金は対象外です（請求${yen(railCharge(leg))}）`,
      `運賃だけの計上に直してください。乗車区間の距離が違うときは、営業キロの分かる資料を付けて直してください`,
      ask,
    );
  },
});

/** Between the two distances the charge of a non-reserved seat. */
export const freeSeatSection = rule({
  id: 'TRV-RAIL-02',
  clause: '別表2 鉄道賃・DEC-49',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    const section = leg.surchargeSectionKm;
    if (leg.surchargeKind !== 'reserved' || railCharge(leg) === 0 || section === undefined) return undefined;
    const from = ask.limit('travel.rail.freeSeatFrom');
    const reservedFrom = ask.limit('travel.rail.reservedSeatFrom');
    const allowed = allowedCharge(leg, ask);
    if (section < from || section >= reservedFrom || railCharge(leg) <= allowed) return undefined;
    return cutCharge(
      paid,
      `乗車区間が片道${km(section)}（${km(from)}以上${km(reservedFrom)}未満）のため、自由席料金までが対象です（${claimedAgainstJa(railCharge(leg), allowed)}）`,
      leg.freeSeatCharge === undefined
        ? '自由席料金を入力すると、その額までが対象になります'
        : '自由席料金での計上に直してください',
      ask,
    );
  },
});

/** From the second distance on the charge of a reserved seat. */
export const reservedSeatSection = rule({
  id: 'TRV-RAIL-03',
  clause: '別表2 鉄道賃',
  stage: 'prices',
  on: 'leg',
  check({ leg }, ask) {
    const section = leg.surchargeSectionKm;
    if (railCharge(leg) === 0 || section === undefined) return undefined;
    const from = ask.limit('travel.rail.reservedSeatFrom');
    if (section < from) return undefined;
    return note(`${legJa(leg)}：乗車区間が片道${km(section)}（${km(from)}以上）のため、指定席料金までが対象です`);
  },
});

/** グリーン車: never more than the ordinary class that the section allows. */
export const specialClass = rule({
  id: 'TRV-RAIL-04',
  clause: '別表2 鉄道賃',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    const claimed = railCharge(leg);
    if (leg.surchargeKind !== 'green' || claimed === 0) return undefined;
    const allowed = allowedCharge(leg, ask);
    if (claimed <= allowed) {
      return confirm(
        `${legJa(leg)}：グリーン車の料金（${yen(claimed)}）が普通車の料金（${yen(allowed)}）を超えていません。特急料金を含む総額か確かめてください`,
        { remedyJa: 'グリーン車に乗ったときに払った特急料金とグリーン料金の合計を入力してください' },
      );
    }
    return cutCharge(
      paid,
      `グリーン車の料金は対象外です。普通車の料金までが対象です（${claimedAgainstJa(claimed, allowed)}）`,
      leg.reservedCharge === undefined && leg.freeSeatCharge === undefined
        ? '普通車の料金を入力すると、区間に応じた額までが対象になります'
        : '普通車の料金での計上に直してください',
      ask,
    );
  },
});

function cutCharge(paid: PaidLeg, messageJa: string, remedyJa: string, ask: Ask): Verdict {
  const { leg } = paid;
  const fare = allowedFare(leg, ask);
  const charge = allowedCharge(leg, ask);
  return cut(fare + charge, `${legJa(leg)}：${messageJa}`, {
    limit: fare + charge,
    work: fareWork(fare, {
      labelJa: `対象となる特急等の料金（請求は${CHARGE_JA[leg.surchargeKind ?? 'none']}）`,
      amount: charge,
    }),
    remedyJa,
  });
}
