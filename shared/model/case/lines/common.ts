import { z } from 'zod';
import { clock, id, text, yen } from '../../primitives.js';

/** Fields that every 経費明細 carries besides its details. */
export const lineFields = {
  id,
  itemId: text.optional(),
  /** 申請額; at the report the 申請時確定額. */
  planned: yen.optional(),
  /** 実績額. */
  actual: yen.optional(),
  remarks: text.optional(),
  /** 欄外の記載. */
  marginNote: text.optional(),
  voucherIds: z.array(id).optional(),
  /** The transfer that pays the line. */
  transferId: id.optional(),
  taxIncluded: z.boolean().optional(),
};

export const arrangement = z.enum(['self', 'org']).meta({ description: '自己手配 / 団体手配' });
export const ARRANGEMENT_JA = { self: '自己手配', org: '団体手配' } as const;

export const via = z.enum(['agency', 'counter', 'direct']);
export const VIA_JA = { agency: '旅行代理店等', counter: '窓口', direct: '直接購入' } as const;

export const basis = z.enum(['actual', 'ownRegulation']);

/** 宿泊の必要: what decides whether a night may be claimed. */
export const necessity = z
  .strictObject({
    /** When the person would have to leave home on the first duty day. */
    departAt: clock.optional(),
    /** When the person would be home after the last duty. */
    arriveAt: clock.optional(),
    multiDay: z.boolean().optional(),
    reason: text.optional(),
  })
  .meta({ id: 'necessity' });
