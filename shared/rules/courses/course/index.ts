import type { Rule } from '../../engine/rule.js';

export const COURSE_RULES: readonly Rule[] = [];
