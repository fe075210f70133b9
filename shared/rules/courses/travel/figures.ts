import type { FigureKinds } from '../../engine/figure.js';
import { RIDE_FIGURES } from './ride-figures.js';
import { STAY_FIGURES } from './stay-figures.js';

export const TRAVEL_FIGURES = { ...STAY_FIGURES, ...RIDE_FIGURES } as const satisfies FigureKinds;
