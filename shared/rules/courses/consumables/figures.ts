import type { FigureKinds } from '../../engine/figure.js';

export const CONSUMABLES_FIGURES = {} as const satisfies FigureKinds;
