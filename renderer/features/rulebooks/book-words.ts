/** What a book is called on the screens. */
import { fiscalYearJa } from '../../../shared/dates.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';

/** 令和3年度 第2版 */
export function bookNameJa(book: Pick<Rulebook, 'fiscalYear' | 'edition'>): string {
  return `${fiscalYearJa(book.fiscalYear)} 第${book.edition}版`;
}

export const STATE_JA = { inForce: '確定', draft: '改訂案' } as const satisfies Record<Rulebook['state'], string>;
