import { check } from '../../shared/rules/check.js';
import { acceptCase } from '../accept-case.js';
import type { Handler } from '../handler.js';
import { acceptBook, rulebook } from '../rulebooks.js';

/** The pages of papers, for the screen and the printer; nothing is written. */
export const drawPapers: Handler<'draw-papers'> = async (input) => {
  const value = acceptCase(input.case);
  const book = input.book === undefined ? rulebook(value.ruleSet) : acceptBook(input.book);
  // The fonts are large, and only PDF needs them.
  const { drawnPapers } = await import('../pdf/papers-as-pdf.js');
  const { bytes, pages } = await drawnPapers(check(value, book), value, book, input);
  return { base64: Buffer.from(bytes).toString('base64'), pages };
};
