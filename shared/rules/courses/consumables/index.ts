import type { Rule } from '../../engine/rule.js';

export const CONSUMABLES_RULES: readonly Rule[] = [];
