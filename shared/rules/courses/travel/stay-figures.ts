import type { FigureKinds } from '../../engine/figure.js';

/** Figures of who travels and of 宿泊費, 宿泊交通パック and 日当. */
export const STAY_FIGURES = {} as const satisfies FigureKinds;
