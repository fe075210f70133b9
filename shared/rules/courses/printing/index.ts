import type { Rule } from '../../engine/rule.js';

export const PRINTING_RULES: readonly Rule[] = [];
