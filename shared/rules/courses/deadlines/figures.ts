import type { FigureKinds } from '../../engine/figure.js';

export const DEADLINES_FIGURES = {
  /** 実施希望調査 about the courses of this fiscal year, asked in the one before (DL-16). */
  'deadlines.survey.lastDay': 'date',
} as const satisfies FigureKinds;
