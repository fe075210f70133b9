/** Figures for what stands beside a claim, read from a book without the fault of a rule that asks for a missing one. */
import { MissingFigure } from './engine/figure.js';
import type { Rulebook } from './engine/rulebook.js';
import type { LimitReader } from './limit-hint.js';

/** Reads numbers of a book for a day; a figure the book lacks is `undefined`, never 0. */
export function limitReader(book: Rulebook, day: string): LimitReader {
  return (key) => {
    try {
      const { value } = book.read(key, day);
      return typeof value === 'number' ? value : undefined;
    } catch (error) {
      if (error instanceof MissingFigure) return undefined;
      throw error;
    }
  };
}
