import type { Rule } from '../../engine/rule.js';

/** Rules of who travels when, and of 宿泊費, 宿泊交通パック and 日当. */
export const STAY_RULES: readonly Rule[] = [];
