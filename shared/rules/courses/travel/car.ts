/** 車賃 and rides outside public transport: what is paid at all, and how much per km. */
import { km, portion, yen } from '../../../money.js';
import type { OtherLegKind } from '../../../model/case/lines/travel.js';
import { OTHER_LEG_KIND_JA } from '../../../model/case/lines/travel.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut, hold } from '../../engine/verdict.js';
import { claimedAgainstJa, isCutAway, legJa } from './legs.js';

/** 車賃 needs its reason. */
export const carNecessity = rule({
  id: 'TRV-CAR-01',
  clause: '別表2 車賃',
  stage: 'exclusions',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    if (leg.mode !== 'car' || (leg.carNecessity ?? '').trim() !== '' || isCutAway(paid, ask)) return undefined;
    return hold(
      0,
      `${legJa(leg)}：車賃は、公共交通機関がないなどやむを得ない場合だけが対象です。理由が入力されていません`,
      { remedyJa: '車を使わなければならなかった理由を区間に入力してください' },
    );
  },
});

/** 車賃 by the km rate of the travel regulation, rounded down to the yen per leg. */
export const carRate = rule({
  id: 'TRV-CAR-02',
  clause: '別表2 車賃',
  stage: 'prices',
  on: 'leg',
  check(paid, ask) {
    const { leg } = paid;
    if (leg.mode !== 'car') return undefined;
    const rate = ask.facts.organization.carRatePerKm;
    if (leg.km === undefined || rate === undefined) {
      const missing = [leg.km === undefined ? '距離' : '', rate === undefined ? '旅費規程の1km当たりの額' : ''];
      return confirm(
        `${legJa(leg)}：${missing.filter((word) => word !== '').join('と')}が入力されていないため、車賃の上限を計算できません`,
        { remedyJa: '距離は区間に、旅費規程の1km当たりの額は実施団体に入力してください' },
      );
    }
    const limit = portion(rate, leg.km, 10);
    const claimed = ask.facts.legClaim(paid);
    if (claimed <= limit) return undefined;
    return cut(limit, `${legJa(leg)}：旅費規程で計算した車賃を超えています（${claimedAgainstJa(claimed, limit)}）`, {
      limit,
      work: [
        { labelJa: '距離', textJa: km(leg.km) },
        { labelJa: '旅費規程の1km当たりの額', amount: rate },
        { labelJa: `${km(leg.km)} × ${yen(rate)}（1円未満切捨て）`, amount: limit },
      ],
      remedyJa: '旅費規程で計算した額に直してください。距離が違うときは、経路の分かる地図で直してください',
    });
  },
});

const NEVER_PAID: readonly OtherLegKind[] = ['taxi', 'toll', 'fuel'];
const NOT_MENTIONED: readonly OtherLegKind[] = ['rentalCar', 'parking'];

/** タクシー・高速・ガソリン. */
export const carCosts = rule({
  id: 'TRV-CAR-03',
  clause: '別表2 車賃',
  stage: 'exclusions',
  on: 'leg',
  check({ leg }) {
    if (leg.otherKind === undefined || leg.mode !== 'other' || !NEVER_PAID.includes(leg.otherKind)) return undefined;
    return cut(0, `${legJa(leg)}：${OTHER_LEG_KIND_JA[leg.otherKind]}代（${yen(leg.baseFare)}）は対象外です`, {
      remedyJa: '公共交通機関の運賃か、やむを得ない理由のある車賃（旅費規程による額）で計上してください',
    });
  },
});

/** レンタカー・駐車場: not mentioned under travel (DEC-23). */
export const unmentionedCarCosts = rule({
  id: 'TRV-CAR-07',
  clause: 'DEC-23',
  stage: 'exclusions',
  on: 'leg',
  override: 'unlistedItemAccepted',
  check({ leg }) {
    if (leg.otherKind === undefined || leg.mode !== 'other' || !NOT_MENTIONED.includes(leg.otherKind)) return undefined;
    const whatJa = OTHER_LEG_KIND_JA[leg.otherKind];
    return hold(
      0,
      `${legJa(leg)}：${whatJa}代（${yen(leg.baseFare)}）は手引きの旅費に記載がありません。対象になるか確かめるまで保留します`,
      { confirm: true, remedyJa: '日本スポーツ協会に確かめ、回答を承認記録に残してください' },
    );
  },
});
