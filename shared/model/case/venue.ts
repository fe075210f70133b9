import { z } from 'zod';
import { clock, id, prefecture, text, word, yen, yesNoUnknown } from '../primitives.js';

/** 会場. */
export const venue = z
  .strictObject({
    id,
    nameJa: word,
    prefectureCode: prefecture,
    isPublicFacility: z.boolean().optional(),
    ownerOrgId: id.optional(),
    /** 指定管理者. */
    operatorOrgId: id.optional(),
    /** Whether the fee becomes the organisation's own income; absent = unknown. */
    feeIsOwnIncome: yesNoUnknown.optional(),
    nearestStation: text.optional(),
  })
  .meta({ id: 'venue' });
export type Venue = z.infer<typeof venue>;

export const priceUnit = z.enum(['hour', 'slot', 'day']).meta({ description: '時間 / 区分 / 日' });
export type PriceUnit = z.infer<typeof priceUnit>;
export const PRICE_UNIT_JA = { hour: '時間', slot: '区分', day: '日' } as const satisfies Record<PriceUnit, string>;

/** 部屋 of a venue with its price list. */
export const room = z
  .strictObject({
    id,
    venueId: id,
    nameJa: word,
    priceUnit,
    unitPrice: yen.optional(),
    slots: z.array(z.strictObject({ name: word, start: clock, end: clock, price: yen })).optional(),
    /** 特記事項: what the room is used for. */
    usageNote: text.optional(),
  })
  .meta({ id: 'room' });
export type Room = z.infer<typeof room>;
