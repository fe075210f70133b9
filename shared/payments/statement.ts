/** 振込明細書: what the bank says was transferred. */
import { z } from 'zod';
import { date, id, word, yen } from '../model/primitives.js';
import { accountPlace } from './bank-account.js';

export const statementRow = z.strictObject({
  id,
  date,
  /** 受取人名 as printed, mostly half-width kana. */
  holder: word.max(200),
  amount: yen,
  fee: yen.optional(),
  account: accountPlace.optional(),
});
export type StatementRow = z.infer<typeof statementRow>;
