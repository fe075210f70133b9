/** The fields of a ride, by its mode. */
import {
  LEG_MODE_JA,
  type LegMode,
  OTHER_LEG_KIND_JA,
  SURCHARGE_KIND_JA,
} from '../../../shared/model/case/lines/travel.js';
import { choice, count, day, optional, required, text, type ValueField, yen, yesNo } from './line-fields.js';

const AIR_REASON_JA = { urgency: '緊急性', economy: '経済性', none: 'なし' };
const MODE: ValueField = choice('mode', '手段', LEG_MODE_JA);
const TRIP: ValueField = count('trip', '往復の番号', '', optional);
const OVERSEAS: ValueField = yesNo('isOverseas', '海外', 'いいえ');
const KM: ValueField = { key: 'km', labelJa: '片道の距離', type: 'km', optional };
const ENDS: readonly ValueField[] = [
  MODE,
  text('from', '出発', required),
  text('to', '到着', required),
  day('date', '利用日'),
];
const FARE: ValueField = yen('baseFare', '運賃', required);

/** Fields of a ride, by its mode. */
export const LEG_FIELDS: { readonly [M in LegMode]: readonly ValueField[] } = {
  rail: [
    ...ENDS,
    FARE,
    KM,
    choice('surchargeKind', '特急等の料金', SURCHARGE_KIND_JA, 'なし'),
    { key: 'surchargeSectionKm', labelJa: '特急等の区間', type: 'km', optional },
    yen('freeSeatCharge', '自由席料金', optional),
    yen('reservedCharge', '指定席料金', optional),
    yen('classCharge', 'グリーン車の料金', optional),
    yesNo('roundTripDiscountApplied', '往復割引を適用'),
    TRIP,
    OVERSEAS,
  ],
  bus: [...ENDS, FARE, KM, TRIP, OVERSEAS],
  air: [
    ...ENDS,
    FARE,
    choice('seatClass', '座席', { economy: '普通席', upgraded: '普通席より上' }, '未入力'),
    yen('economyFare', '普通席の運賃', optional),
    choice('airReason', '航空機の理由', AIR_REASON_JA, '未入力'),
    yesNo('discountExisted', '割引運賃があった'),
    TRIP,
    OVERSEAS,
  ],
  car: [...ENDS, FARE, KM, text('carNecessity', '車を使う理由', optional, true), TRIP, OVERSEAS],
  other: [...ENDS, choice('otherKind', '種類', OTHER_LEG_KIND_JA), FARE, KM, TRIP, OVERSEAS],
};
