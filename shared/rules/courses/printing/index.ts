import type { Rule } from '../../engine/rule.js';
import { printingBook, printingCount, printingHybrid, printingOnline, printingSupplier } from './documents.js';
import { printingEstimate, printingLowest, printingPapers, printingQuotes } from './papers.js';

export const PRINTING_RULES: readonly Rule[] = [
  printingOnline,
  printingHybrid,
  printingCount,
  printingBook,
  printingSupplier,
  printingQuotes,
  printingLowest,
  printingPapers,
  printingEstimate,
];
