/** 銀行営業日: whether banks transfer money on a day. */
import { addDays, type IsoDate, isWeekend } from '../dates.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import { closedDays } from './payment-figures.js';

/** `unknown`: the book does not cover the day. */
export type BankDay = 'open' | 'weekend' | 'holiday' | 'yearEnd' | 'unknown';

/** Whether banks are open on a day, or why they are not. */
export function bankDay(day: IsoDate, book: Rulebook): BankDay {
  const closed = closedDays(book, day);
  if (closed?.yearly.includes(day.slice(5))) return 'yearEnd';
  if (isWeekend(day)) return 'weekend';
  if (closed === undefined) return 'unknown';
  return closed.holidays.includes(day) ? 'holiday' : 'open';
}

/** The first open day from `day` on; undefined where the book does not tell. */
export function nextBankDay(day: IsoDate, book: Rulebook): IsoDate | undefined {
  const found = bankDay(day, book);
  if (found === 'unknown') return undefined;
  return found === 'open' ? day : nextBankDay(addDays(day, 1), book);
}
