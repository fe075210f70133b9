/** 振込の依頼: what a 総合振込 file is made of. */
import { z } from 'zod';
import { date, word } from '../../model/primitives.js';
import { accountPlace, bankAccount } from '../bank-account.js';

/** 振込依頼人: the organisation with the code that its bank gave it and the account that is debited. */
export const transferPayer = z.strictObject({
  /** 委託者コード, up to 10 digits. */
  clientCode: z.string().regex(/^[0-9]{1,10}$/),
  nameKana: word.max(200),
  account: accountPlace,
});
export type TransferPayer = z.infer<typeof transferPayer>;

export const transferOrder = z.strictObject({
  payer: transferPayer,
  /** 振込指定日. */
  payOn: date,
  rows: z.array(z.strictObject({ payeeJa: word.max(200), account: bankAccount, amount: z.int() })).max(10_000),
});
export type TransferOrder = z.infer<typeof transferOrder>;
