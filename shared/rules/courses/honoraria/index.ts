import type { Rule } from '../../engine/rule.js';
import { assistantRate, lectureRate, practicalRate } from './rates.js';

export const HONORARIA_RULES: readonly Rule[] = [lectureRate, practicalRate, assistantRate];
