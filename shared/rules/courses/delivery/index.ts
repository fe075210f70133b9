import type { Rule } from '../../engine/rule.js';
import { detailsAsked, heldHours } from './content.js';
import { examOutsideHours, examWithExaminer, judged } from './exam.js';

export const DELIVERY_RULES: readonly Rule[] = [examOutsideHours, examWithExaminer, judged, heldHours, detailsAsked];
