/** 振込先: the account that money for a payee goes to, kept for all courses under a key that says nothing of the payee. */
import { z } from 'zod';
import { date, prefecture, word } from '../model/primitives.js';
import { bankAccount } from './bank-account.js';

export const payeeAccount = z.strictObject({
  kind: z.enum(['person', 'employer']),
  /** As the payee is written in a course. */
  payeeJa: word.max(200),
  /** Kana and prefecture of a person, which tell two people of one name apart. */
  kana: word.max(200).optional(),
  prefectureCode: prefecture.optional(),
  account: bankAccount,
  /** Day on which somebody compared it with the bank book or the form of the payee. */
  confirmedOn: date.optional(),
  /** People of courses of whom somebody has said that the account is theirs. */
  usedBy: z.array(z.strictObject({ courseId: word.max(100), staffId: word.max(40) })).max(10_000),
});
export type PayeeAccount = z.infer<typeof payeeAccount>;
