import { z } from 'zod';
import { date, id, km10, positive, text, word, yen } from '../../primitives.js';
import { arrangement, basis, lineFields, necessity, via } from './common.js';

export const legMode = z.enum(['rail', 'bus', 'air', 'car', 'other']);
export type LegMode = z.infer<typeof legMode>;
export const LEG_MODE_JA = {
  rail: '鉄道',
  bus: 'バス',
  air: '航空',
  car: '車賃',
  other: 'その他',
} as const satisfies Record<LegMode, string>;

export const otherLegKind = z.enum(['taxi', 'toll', 'fuel', 'rentalCar', 'parking', 'ferry']);
export type OtherLegKind = z.infer<typeof otherLegKind>;
export const OTHER_LEG_KIND_JA = {
  taxi: 'タクシー',
  toll: '高速・有料道路',
  fuel: 'ガソリン',
  rentalCar: 'レンタカー',
  parking: '駐車場',
  ferry: '船',
} as const satisfies Record<OtherLegKind, string>;

export const surchargeKind = z.enum(['none', 'free', 'reserved', 'green']);
export type SurchargeKind = z.infer<typeof surchargeKind>;
export const SURCHARGE_KIND_JA = {
  none: 'なし',
  free: '自由席',
  reserved: '指定席',
  green: 'グリーン車',
} as const satisfies Record<SurchargeKind, string>;

/** One ride in one direction. A rail leg is one through ticket. */
export const leg = z
  .strictObject({
    mode: legMode,
    from: word,
    to: word,
    date,
    /** Number of the round trip; default 1. */
    trip: positive.optional(),
    /** Of the whole ticket, one way. */
    km: km10.optional(),
    baseFare: yen,
    surchargeKind: surchargeKind.optional(),
    /** 乗車区間 of the express. */
    surchargeSectionKm: km10.optional(),
    freeSeatCharge: yen.optional(),
    reservedCharge: yen.optional(),
    /** The whole surcharge paid when green. */
    classCharge: yen.optional(),
    roundTripDiscountApplied: z.boolean().optional(),
    seatClass: z.enum(['economy', 'upgraded']).optional(),
    economyFare: yen.optional(),
    airReason: z.enum(['urgency', 'economy', 'none']).optional(),
    discountExisted: z.boolean().optional(),
    carNecessity: text.optional(),
    otherKind: otherLegKind.optional(),
    isOverseas: z.boolean().optional(),
  })
  .refine((value) => value.mode !== 'other' || value.otherKind !== undefined, {
    path: ['otherKind'],
    params: { code: 'required' },
  })
  .meta({ id: 'leg', if: { properties: { mode: { const: 'other' } } }, then: { required: ['otherKind'] } });
export type Leg = z.infer<typeof leg>;

/** 交通費. */
export const transportLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('transport'),
    account: z.enum(['travel']),
    staffId: id,
    legs: z.array(leg).min(1),
    arrangement,
    via: via.optional(),
    /** Per round trip, home station ↔ venue station, by the most economical ordinary route. */
    economicalRoundTripFare: yen.optional(),
    basis: basis.optional(),
  })
  .meta({ id: 'line_transport' });
export type TransportLine = z.infer<typeof transportLine>;

export const mealPlan = z
  .enum(['roomOnly', 'breakfast', 'halfBoard', 'other'])
  .meta({ description: '素泊まり / 朝食付き / 夕朝食付き / その他' });
export type MealPlan = z.infer<typeof mealPlan>;
export const MEAL_PLAN_JA = {
  roomOnly: '素泊まり',
  breakfast: '朝食付き',
  halfBoard: '夕朝食付き',
  other: 'その他の食事プラン',
} as const satisfies Record<MealPlan, string>;

/** 宿泊費: one night of one person, including 宿泊税・入湯税. */
export const lodgingLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('lodging'),
    account: z.enum(['travel']),
    staffId: id,
    /** Check-in. */
    date,
    plan: mealPlan,
    price: yen,
    arrangement,
    via: via.optional(),
    paidByCard: z.boolean().optional(),
    /** True: the price list shows no room-only rate. Absent = unknown. */
    noRoomOnlyPlan: z.boolean().optional(),
    arranged: z.boolean().optional(),
    necessity: necessity.optional(),
    basis: basis.optional(),
    isOverseas: z.boolean().optional(),
  })
  .meta({ id: 'line_lodging' });
export type LodgingLine = z.infer<typeof lodgingLine>;

/** 宿泊交通パック. */
export const packageLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('package'),
    account: z.enum(['travel']),
    staffId: id,
    dates: z.array(date).min(1),
    /** Check-in dates. */
    nights: z.array(date),
    price: yen,
    bookedAs: z.enum(['air', 'lodging', 'rail']),
    arrangement,
    via: via.optional(),
    includesFlight: z.boolean().optional(),
    contents: z
      .strictObject({
        itinerary: z.boolean().optional(),
        plan: z.boolean().optional(),
        user: z.boolean().optional(),
        usedOn: z.boolean().optional(),
        route: z.boolean().optional(),
        hotel: z.boolean().optional(),
        meals: z.boolean().optional(),
      })
      .optional(),
    economicalRoundTripFare: yen.optional(),
    necessity: necessity.optional(),
  })
  .meta({ id: 'line_package' });
export type PackageLine = z.infer<typeof packageLine>;

/** 日当. */
export const perDiemLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('perDiem'),
    account: z.enum(['travel']),
    staffId: id,
    days: positive,
    perDay: yen,
  })
  .meta({ id: 'line_perDiem' });
export type PerDiemLine = z.infer<typeof perDiemLine>;
