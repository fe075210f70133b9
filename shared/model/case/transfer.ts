import { z } from 'zod';
import { date, id, text, yen } from '../primitives.js';

export const transferMethod = z
  .enum(['bankTransfer', 'cash', 'card', 'directDebit'])
  .meta({ description: '振込 / 現金 / カード / 口座振替' });
export type TransferMethod = z.infer<typeof transferMethod>;
export const TRANSFER_METHOD_JA = {
  bankTransfer: '振込',
  cash: '現金',
  card: 'カード',
  directDebit: '口座振替',
} as const satisfies Record<TransferMethod, string>;

/** 支払: one transfer (or cash payment); lines point to it. */
export const transfer = z
  .strictObject({
    id,
    date: date.optional(),
    payerName: text.optional(),
    payeeName: text.optional(),
    /** 口座名義. */
    accountHolder: text.optional(),
    amount: yen,
    /** 源泉徴収額. */
    withheldTax: yen.optional(),
    method: transferMethod,
    cashReason: text.optional(),
    fee: yen.optional(),
    purpose: z.enum(['expense', 'courseFee', 'refund']).meta({ description: '経費 / 受講料 / 返納' }).optional(),
    voucherIds: z.array(id).optional(),
  })
  .meta({ id: 'transfer' });
export type Transfer = z.infer<typeof transfer>;
