import type { FigureKinds } from '../../engine/figure.js';

export const APPLICATION_FIGURES = {
  /** 祝日: days on which no post is taken in. A deadline on one is pointed out, never moved (APP-DL-04). */
  'application.calendar.holidays': 'words',
} as const satisfies FigureKinds;
