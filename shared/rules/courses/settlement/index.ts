import type { Rule } from '../../engine/rule.js';

export const SETTLEMENT_RULES: readonly Rule[] = [];
