import type { FigureKinds } from '../../engine/figure.js';

export const COURSE_FIGURES = {} as const satisfies FigureKinds;
