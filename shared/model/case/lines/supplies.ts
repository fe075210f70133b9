import { z } from 'zod';
import { id, positive, text, word, yen } from '../../primitives.js';
import { lineFields } from './common.js';

/** 印刷製本費. */
export const printingLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('printing'),
    account: z.enum(['printing']),
    documentName: word,
    copies: positive,
    /** 発注額, tax included. */
    orderAmount: yen,
    quotes: z.array(z.strictObject({ firm: word, amount: yen, voucherId: id.optional() })).optional(),
    quoteReason: text.optional(),
    isReadyMadeBook: z.boolean().optional(),
    supplierKind: z
      .enum(['printer', 'ownCopier', 'selfService'])
      .meta({ description: '印刷業者 / 自団体の複写機 / セルフコピー' })
      .optional(),
  })
  .meta({ id: 'line_printing' });
export type PrintingLine = z.infer<typeof printingLine>;

export const consumableSubKind = z.enum(['thermometer', 'disinfectant', 'faceShield', 'mask', 'other']);
export type ConsumableSubKind = z.infer<typeof consumableSubKind>;
export const CONSUMABLE_SUB_KIND_JA = {
  thermometer: '①体温計',
  disinfectant: '②アルコール消毒液',
  faceShield: '③フェイスシールド',
  mask: '④マスク',
  other: 'その他の消耗品',
} as const satisfies Record<ConsumableSubKind, string>;

/** 消耗品費. */
export const consumableLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('consumable'),
    account: z.enum(['consumables']),
    subKind: consumableSubKind,
    qty: positive,
    unitPrice: yen,
    /** フェイスシールド: who wears them. */
    users: z
      .array(
        z.strictObject({
          kind: z.enum(['lecturer', 'assistant', 'operations', 'examiner', 'participant']),
          qty: positive,
        }),
      )
      .optional(),
    bottleMl: positive.optional(),
    /** マスク: absent counts as spare. */
    isSpare: z.boolean().optional(),
  })
  .meta({ id: 'line_consumable' });
export type ConsumableLine = z.infer<typeof consumableLine>;
