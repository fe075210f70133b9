import { z } from 'zod';
import { word, yen } from '../../primitives.js';
import { lineFields } from './common.js';

/** 振込手数料: the fee of the transfer named by `transferId`. */
export const transferFeeLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('transferFee'),
    account: z.enum(['misc']),
    /** One key per person, venue or vendor. */
    payeeKey: word,
    fee: yen,
  })
  .meta({ id: 'line_transferFee' });
export type TransferFeeLine = z.infer<typeof transferFeeLine>;

/** Anything the forms above do not hold. */
export const otherLine = z
  .strictObject({
    ...lineFields,
    kind: z.literal('other'),
    account: z.enum(['misc', 'other']),
    descriptionJa: word,
    price: yen,
  })
  .meta({ id: 'line_other' });
export type OtherLine = z.infer<typeof otherLine>;
