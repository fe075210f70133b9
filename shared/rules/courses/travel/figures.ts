import type { FigureKinds } from '../../engine/figure.js';

export const TRAVEL_FIGURES = {} as const satisfies FigureKinds;
