import type { FigureKinds } from '../../engine/figure.js';

export const PRINTING_FIGURES = {
  /** 印刷物の予備部数. */
  'printing.spare': 'count',
  /** Orders of this amount or more need quotes of several firms. */
  'printing.quotes.from': 'yen',
  'printing.quotes.firms': 'count',
} as const satisfies FigureKinds;
