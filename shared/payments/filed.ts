import type { IsoDate } from '../dates.js';
import type { Yen } from '../money.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import { reportFiledAbove } from './payment-figures.js';

/** Whether a 支払調書 goes to the tax office for what one person got in a year; undefined where the book does not say. */
export function isFiled(paid: Yen, book: Rulebook, day: IsoDate): boolean | undefined {
  const above = reportFiledAbove(book, day);
  return above === undefined ? undefined : paid > above;
}
