import { z } from 'zod';
import { clock, date, id, positive, word, yen } from '../../primitives.js';
import { lineFields } from './common.js';

/** 会議室利用料: one room on one day. */
export const roomLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('room'),
    account: z.enum(['rental']),
    roomId: id,
    date,
    start: clock,
    end: clock,
    /** The rented 区分, for a room priced by slot. */
    slotNames: z.array(word).min(1).optional(),
  })
  .meta({ id: 'line_room' });
export type RoomLine = z.infer<typeof roomLine>;

/** 備品・機材等使用料. */
export const equipmentLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('equipment'),
    account: z.enum(['rental']),
    name: word,
    days: positive,
    unitPrice: yen,
    qty: positive,
    dates: z.array(date).optional(),
    isConsumable: z.boolean().optional(),
  })
  .meta({ id: 'line_equipment' });
export type EquipmentLine = z.infer<typeof equipmentLine>;

export const copyPurpose = z.enum(['lectureMaterial', 'examMaterial', 'invitation', 'results', 'other']);
export type CopyPurpose = z.infer<typeof copyPurpose>;
export const COPY_PURPOSE_JA = {
  lectureMaterial: '講義資料',
  examMaterial: '検定試験',
  invitation: '開催案内',
  results: '受講結果',
  other: 'その他',
} as const satisfies Record<CopyPurpose, string>;

/** コピー代. `unitPrice: null` means 一式: no price per sheet. */
export const copyLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('copy'),
    account: z.enum(['rental']),
    documentName: word,
    purpose: copyPurpose,
    pages: positive.optional(),
    copies: positive.optional(),
    unitPrice: yen.nullable(),
    outsourced: z.boolean().optional(),
    expenseKind: z.enum(['copy', 'lease', 'consumables']).optional(),
  })
  .refine((line) => line.unitPrice === null || line.pages !== undefined, {
    path: ['pages'],
    params: { code: 'required' },
  })
  .refine((line) => line.unitPrice === null || line.copies !== undefined, {
    path: ['copies'],
    params: { code: 'required' },
  })
  .meta({
    id: 'line_copy',
    if: { properties: { unitPrice: { type: 'integer' } } },
    then: { required: ['pages', 'copies'] },
  });
export type CopyLine = z.infer<typeof copyLine>;

export const onlineSubKind = z.enum(['system', 'equipment', 'venue']);
export type OnlineSubKind = z.infer<typeof onlineSubKind>;
export const ONLINE_SUB_KIND_JA = {
  system: '①システム利用料',
  equipment: '②機材借上料',
  venue: '③会場借上料',
} as const satisfies Record<OnlineSubKind, string>;

/** オンライン講習会関係費. */
export const onlineLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('online'),
    account: z.enum(['rental']),
    subKind: onlineSubKind,
    periodFrom: date,
    periodTo: date,
    price: yen,
    /** Evidenced price per day. */
    dailyPrice: yen.optional(),
  })
  .meta({ id: 'line_online' });
export type OnlineLine = z.infer<typeof onlineLine>;
