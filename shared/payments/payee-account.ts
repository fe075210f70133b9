/** 振込先: the account that money for a payee goes to, kept for all courses. */
import { z } from 'zod';
import { date, word } from '../model/primitives.js';
import { bankAccount } from './bank-account.js';

export const payeeAccount = z.strictObject({
  /** As the payee is written in a course. */
  payeeJa: word.max(200),
  account: bankAccount,
  /** Day on which somebody compared it with the bank book or the form of the payee. */
  confirmedOn: date.optional(),
});
export type PayeeAccount = z.infer<typeof payeeAccount>;
