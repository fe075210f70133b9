import type { Rule } from '../../engine/rule.js';

export const MISC_RULES: readonly Rule[] = [];
