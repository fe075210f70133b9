/** Figures for what stands beside a claim, read from a book without the fault of a rule that asks for a missing one. */
import type { IsoDate } from '../dates.js';
import { type Citation, MissingFigure } from './engine/figure.js';
import type { Rulebook } from './engine/rulebook.js';
import type { LimitReader } from './limit-hint.js';

/** Reads numbers of a book for a day; a figure the book lacks is `undefined`, never 0. */
export function limitReader(book: Rulebook, day: IsoDate): LimitReader {
  return (key) => {
    const value = valueOf(book, key, day);
    return typeof value === 'number' ? value : undefined;
  };
}

/** 年齢を数える日 of the book that holds on `day`; undefined where it holds none. */
export function ageReferenceDay(book: Rulebook, day: IsoDate): IsoDate | undefined {
  const value = valueOf(book, 'enrollment.age.referenceDay', day);
  return typeof value === 'string' ? value : undefined;
}

function valueOf(book: Rulebook, key: string, day: IsoDate): Citation['value'] | undefined {
  try {
    return book.read(key, day).value;
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}
