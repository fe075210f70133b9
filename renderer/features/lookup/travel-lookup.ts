/** 早見 旅費. */
import { LEG_MODE_JA, MEAL_PLAN_JA, SURCHARGE_KIND_JA } from '../../../shared/model/case/lines/travel.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { dayOf } from '../../../shared/rules/lookup/lookup-case.js';
import { travelCase, type TravelQuestion } from '../../../shared/rules/lookup/travel-question.js';
import { choiceField, dayField, type LookupField, type Values, YES_NO, YES_NO_UNKNOWN } from './fields.js';
import type { Lookup } from './lookup.js';

const KIND_JA = {
  rail: LEG_MODE_JA.rail,
  bus: LEG_MODE_JA.bus,
  air: LEG_MODE_JA.air,
  car: LEG_MODE_JA.car,
  lodging: '宿泊',
  perDiem: '日当',
} as const satisfies Record<TravelQuestion['kind'], string>;
const HOME_JA = { away: '県外', local: '県内' } as const;
const SEAT_JA = { economy: '普通席', upgraded: '上位席' } as const;
const REASON_JA = { economy: '経済的なため', urgency: '急ぐため', none: 'なし' } as const;
const NIGHT_JA = { eve: '担当の前の日', dutyNight: '担当の日' } as const;
const NIGHT_STAY_JA = { no: 'しない', yes: 'する' } as const;

const MOST_DAYS = 30;

const DISTANCE: LookupField = {
  key: 'distance',
  label: '自宅から会場まで',
  kind: 'km',
  note: '最寄駅どうしの片道の距離',
};

function fields(values: Values, book: Rulebook): LookupField[] {
  return [
    choiceField('kind', '何の費用', KIND_JA),
    choiceField('home', '住まい', HOME_JA, '会場のある都道府県から見て'),
    DISTANCE,
    ...ownFields(values),
    dayField('担当の日', dayOf({ book })),
  ];
}

function ownFields(values: Values): LookupField[] {
  switch (values.choice('kind', KIND_JA)) {
    case 'rail':
      return railFields(values);
    case 'bus':
      return [
        { key: 'fare', label: '運賃', kind: 'number', unit: '円', note: '片道', required: true },
        { key: 'km', label: 'バスの距離', kind: 'km' },
      ];
    case 'air':
      return [
        { key: 'fare', label: '運賃', kind: 'number', unit: '円', note: '片道', required: true },
        choiceField('seat', '座席', SEAT_JA),
        ...(values.choice('seat', SEAT_JA) === 'upgraded'
          ? [{ key: 'economyFare', label: '普通席の運賃', kind: 'number', unit: '円' } as const]
          : []),
        choiceField('reason', '航空機を使う理由', REASON_JA),
      ];
    case 'car':
      return [
        { key: 'fare', label: '請求する車賃', kind: 'number', unit: '円', note: '片道', required: true },
        { key: 'km', label: '走る距離', kind: 'km', note: '片道' },
        { key: 'ratePerKm', label: '旅費規程の単価', kind: 'number', unit: '円/km' },
        choiceField('necessary', '車を使う理由の記載', { yes: 'ある', no: 'ない' }),
      ];
    case 'lodging':
      return lodgingFields(values);
    case 'perDiem':
      return [
        { key: 'days', label: '日数', kind: 'number', unit: '日', least: 1, most: MOST_DAYS, required: true },
        { key: 'fare', label: '1日の額', kind: 'number', unit: '円', required: true },
        choiceField('stays', '宿泊', NIGHT_STAY_JA),
      ];
  }
}

function railFields(values: Values): LookupField[] {
  const surcharge = values.choice('surcharge', SURCHARGE_KIND_JA);
  return [
    { key: 'fare', label: '運賃', kind: 'number', unit: '円', note: '片道。往復で計算します', required: true },
    choiceField('surcharge', '特急等の料金', SURCHARGE_KIND_JA),
    ...(surcharge === 'none'
      ? []
      : [
          { key: 'charge', label: '払う料金', kind: 'number', unit: '円', note: '片道', required: true } as const,
          { key: 'section', label: '特急等に乗る距離', kind: 'km', note: '片道' } as const,
        ]),
    ...(surcharge === 'reserved' || surcharge === 'green'
      ? [{ key: 'freeCharge', label: '自由席の料金', kind: 'number', unit: '円', note: '同じ区間の片道' } as const]
      : []),
    choiceField('discount', '往復割引を使う', YES_NO_UNKNOWN),
  ];
}

function lodgingFields(values: Values): LookupField[] {
  const isEve = values.choice('night', NIGHT_JA) === 'eve';
  return [
    { key: 'fare', label: '宿泊料', kind: 'number', unit: '円', note: '1泊、税込', required: true },
    choiceField('plan', '食事', MEAL_PLAN_JA),
    ...(values.choice('plan', MEAL_PLAN_JA) === 'roomOnly'
      ? []
      : [choiceField('noRoomOnly', '素泊まりの料金の設定', { unknown: '分からない', no: 'ある', yes: 'ない' })]),
    choiceField('night', 'いつの泊', NIGHT_JA),
    {
      key: 'clock',
      label: isEve ? '日帰りなら家を出る時刻' : '日帰りなら家に着く時刻',
      kind: 'clock',
      note: '自宅最寄駅で',
    },
  ];
}

function question(values: Values): TravelQuestion {
  const traveller = {
    isLocal: values.choice('home', HOME_JA) === 'local',
    distance: values.number('distance'),
    day: values.text('day'),
  };
  const fare = values.number('fare') ?? 0;
  const kind = values.choice('kind', KIND_JA);
  switch (kind) {
    case 'rail':
      return {
        ...traveller,
        kind,
        fare,
        surchargeKind: values.choice('surcharge', SURCHARGE_KIND_JA),
        surchargeSectionKm: values.number('section'),
        charge: values.number('charge'),
        freeSeatCharge: values.number('freeCharge'),
        roundTripDiscount: values.yesNo('discount'),
      };
    case 'bus':
      return { ...traveller, kind, fare, km: values.number('km') };
    case 'air':
      return {
        ...traveller,
        kind,
        fare,
        seat: values.choice('seat', SEAT_JA),
        economyFare: values.number('economyFare'),
        reason: values.choice('reason', REASON_JA),
      };
    case 'car':
      return {
        ...traveller,
        kind,
        amount: fare,
        km: values.number('km'),
        ratePerKm: values.number('ratePerKm'),
        hasReason: values.choice('necessary', YES_NO) === 'yes',
      };
    case 'lodging':
      return {
        ...traveller,
        kind,
        price: fare,
        plan: values.choice('plan', MEAL_PLAN_JA),
        noRoomOnlyPlan: values.yesNo('noRoomOnly'),
        night: values.choice('night', NIGHT_JA),
        clock: values.number('clock'),
      };
    case 'perDiem':
      return {
        ...traveller,
        kind,
        days: values.number('days') ?? 1,
        perDay: fare,
        withNight: values.choice('stays', NIGHT_STAY_JA) === 'yes',
      };
  }
}

export const TRAVEL_LOOKUP: Lookup = {
  id: 'travel',
  ja: '旅費',
  fields,
  answer: (values, book) => ({ kind: 'lines', asked: travelCase(question(values), book) }),
};
