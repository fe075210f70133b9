/** 旅費の源泉徴収の扱い that the organisation has settled for itself, where it differs from the book, with its reason. */
import { z } from 'zod';
import type { IsoDate } from '../dates.js';
import { date, word } from '../model/primitives.js';

export const travelChoice = z.strictObject({
  /** First day of payment that it holds for. */
  from: date,
  /** 旅費 that is paid to the person counts for 源泉徴収. */
  includesTravel: z.boolean(),
  /** Why: 税務署の確認, 実費精算 … */
  reasonJa: word.max(1000),
  /** Day on which it was settled. */
  confirmedOn: date,
});
export type TravelChoice = z.infer<typeof travelChoice>;

/** The choice that holds for a payment of a day: the latest that has begun. */
export function choiceFor(day: IsoDate, choices: readonly TravelChoice[]): TravelChoice | undefined {
  const begun = choices.filter(({ from }) => from <= day);
  return begun.reduce<TravelChoice | undefined>(
    (latest, one) => (latest === undefined || one.from >= latest.from ? one : latest),
    undefined,
  );
}
