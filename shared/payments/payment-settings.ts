/** What the desk remembers for payments: the account that pays, fees of its bank, answers about 源泉徴収, 振込明細書. */
import { z } from 'zod';
import { date, word } from '../model/primitives.js';
import { statementRow } from './statement.js';
import { transferFeeTable } from './transfer-fees.js';
import { travelChoice } from './travel-choice.js';
import { transferPayer } from './zengin/transfer-order.js';

const courseId = word.max(100);

/** Answer to 要確認 about one payee of one course; the next course asks again, because the work may be another. */
const withholdingAnswer = z.strictObject({
  kind: z.literal('withholding'),
  courseId,
  /** Key of the payee in the course. */
  payeeKey: word.max(40),
  answer: z.enum(['withhold', 'none']),
  reasonJa: word.max(1000),
  confirmedOn: date,
});
export type WithholdingAnswer = z.infer<typeof withholdingAnswer>;

/** Kinds of settings, for the shelf of the desk. */
export const PAYMENT_SETTINGS = [
  z.strictObject({ kind: z.literal('payer'), payer: transferPayer }),
  z.strictObject({ kind: z.literal('transferFees'), table: transferFeeTable }),
  z.strictObject({ kind: z.literal('withholdingTravel'), choice: travelChoice }),
  withholdingAnswer,
  z.strictObject({ kind: z.literal('statement'), courseId, rows: z.array(statementRow).max(5000) }),
] as const;

export const PAYER_KEY = 'payer';
export const FEES_KEY = 'transferFees';

export function travelChoiceKey(from: string): string {
  return `withholdingTravel/${from}`;
}

export function answerKey(course: string, payeeKey: string): string {
  return `withholding/${course}/${payeeKey}`;
}

export function statementKey(course: string): string {
  return `statement/${course}`;
}
