import type { Rule } from '../../engine/rule.js';

export const RENTAL_RULES: readonly Rule[] = [];
