import type { Rule } from '../../engine/rule.js';

export const TRAVEL_RULES: readonly Rule[] = [];
