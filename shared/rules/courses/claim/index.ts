import type { Rule } from '../../engine/rule.js';

export const CLAIM_RULES: readonly Rule[] = [];
