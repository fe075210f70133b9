import type { Rule } from '../../engine/rule.js';

export const COMMUNICATION_RULES: readonly Rule[] = [];
