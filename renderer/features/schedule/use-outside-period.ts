import { useMemo } from 'react';
import type { IsoDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { MissingFigure } from '../../../shared/rules/engine/figure.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { bookOf } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';

/** Whether a day lies outside the 委託期間; never for a 独自 course. */
export function useOutsidePeriod(value: Case): (date: IsoDate) => boolean {
  const { books } = useDesk();
  return useMemo(() => outsidePeriod(value, books), [value, books]);
}

function outsidePeriod(value: Case, books: readonly Rulebook[]): (date: IsoDate) => boolean {
  const book = bookOf(value, books);
  const facts = new Facts(value);
  if (!book || !facts.isCommissioned) return () => false;
  const first = dayOf(book, 'course.period.firstDay', facts.figureDay);
  const last = dayOf(book, 'course.period.lastDay', facts.figureDay);
  return (date) => (first !== undefined && date < first) || (last !== undefined && date > last);
}

/** A book without the day says nothing about it. */
function dayOf(book: Rulebook, key: string, day: IsoDate): IsoDate | undefined {
  try {
    return String(book.read(key, day).value);
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}
