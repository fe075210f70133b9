import type { FigureKinds } from '../../engine/figure.js';

export const COMMUNICATION_FIGURES = {} as const satisfies FigureKinds;
