import type { FigureKinds } from '../../engine/figure.js';

export const PRINTING_FIGURES = {} as const satisfies FigureKinds;
