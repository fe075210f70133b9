import type { FigureKinds } from '../../engine/figure.js';

export const RENTAL_FIGURES = {} as const satisfies FigureKinds;
