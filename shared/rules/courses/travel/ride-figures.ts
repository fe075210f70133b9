import type { FigureKinds } from '../../engine/figure.js';

/** Figures of 交通費: rail, bus, air and car. */
export const RIDE_FIGURES = {} as const satisfies FigureKinds;
