import type { Rule } from '../../engine/rule.js';
import { RIDE_RULES } from './ride-rules.js';
import { STAY_RULES } from './stay-rules.js';

export const TRAVEL_RULES: readonly Rule[] = [...STAY_RULES, ...RIDE_RULES];
