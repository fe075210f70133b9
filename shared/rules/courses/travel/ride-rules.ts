import type { Rule } from '../../engine/rule.js';

/** Rules of the rides (鉄道賃・バス賃・航空賃・車賃), of how travel is paid and of the papers of a stay. */
export const RIDE_RULES: readonly Rule[] = [];
