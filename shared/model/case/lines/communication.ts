import { z } from 'zod';
import { count, id, text, yen } from '../../primitives.js';
import { lineFields } from './common.js';

export const mailMethod = z.enum(['stamps', 'metered']);
export type MailMethod = z.infer<typeof mailMethod>;
export const MAIL_METHOD_JA = { stamps: '郵券', metered: '後納郵便' } as const satisfies Record<MailMethod, string>;

export const mailRecipient = z.enum([
  'participant',
  'lecturer',
  'assistant',
  'examiner',
  'operations',
  'applicant',
  'other',
]);
export type MailRecipient = z.infer<typeof mailRecipient>;
export const MAIL_RECIPIENT_JA = {
  participant: '受講者',
  lecturer: '講師',
  assistant: '助手',
  examiner: '検定員',
  operations: '運営係員',
  applicant: '受講希望者',
  other: 'その他',
} as const satisfies Record<MailRecipient, string>;

export const mailPurpose = z.enum(['guidance', 'results', 'recruitment', 'advertising']);
export type MailPurpose = z.infer<typeof mailPurpose>;
export const MAIL_PURPOSE_JA = {
  guidance: '案内',
  results: '結果通知',
  recruitment: '募集案内',
  advertising: '広告',
} as const satisfies Record<MailPurpose, string>;

/** 送料. */
export const mailLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('mail'),
    account: z.enum(['communication']),
    method: mailMethod,
    recipientKind: mailRecipient,
    purpose: mailPurpose,
    /** Used. */
    qty: count,
    unitPrice: yen,
    boughtQty: count.optional(),
    expenseKind: z.enum(['postage', 'telephone', 'fax', 'internet']).optional(),
  })
  .meta({ id: 'line_mail' });
export type MailLine = z.infer<typeof mailLine>;

/** 資料等の発送. */
export const shippingLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('shipping'),
    account: z.enum(['communication']),
    carrierKind: z.enum(['carrier', 'privateCar', 'parking']),
    carrier: text.optional(),
    destinationVenueId: id.optional(),
    price: yen,
  })
  .meta({ id: 'line_shipping' });
export type ShippingLine = z.infer<typeof shippingLine>;
