import { z } from 'zod';
import { count, date, id, yen } from '../primitives.js';

export const paymentKind = z.enum([
  'courseFee',
  'managementFee',
  'referenceBook',
  'implementationGrant',
  'advance',
  'balance',
  'refund',
]);
export type PaymentKind = z.infer<typeof paymentKind>;
export const PAYMENT_KIND_JA = {
  courseFee: '受講料',
  managementFee: '受講管理料',
  referenceBook: 'リファレンスブック',
  implementationGrant: '実施費',
  advance: '概算払',
  balance: '残額',
  refund: '返納',
} as const satisfies Record<PaymentKind, string>;

/** 日本スポーツ協会との入出金. */
export const payment = z
  .strictObject({
    id,
    kind: paymentKind,
    amount: yen,
    dueOn: date.optional(),
    paidOn: date.optional(),
    account: z.enum(['jspoCommissioned', 'jspoIndependent', 'other']).optional(),
    heads: count.optional(),
    payerKind: z.enum(['hostOrg', 'individual']).optional(),
  })
  .meta({ id: 'payment' });
export type Payment = z.infer<typeof payment>;
