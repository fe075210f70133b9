/** The plain list of all rules of courses and claims. Their order within a stage means nothing. */
import type { Rule } from '../engine/rule.js';
import { APPLICATION_RULES } from './application/index.js';
import { CHANGES_RULES } from './changes/index.js';
import { CLAIM_RULES } from './claim/index.js';
import { COMMUNICATION_RULES } from './communication/index.js';
import { CONSUMABLES_RULES } from './consumables/index.js';
import { COURSE_RULES } from './course/index.js';
import { DELIVERY_RULES } from './delivery/index.js';
import { ENROLLMENT_RULES } from './enrollment/index.js';
import { EXEMPTION_RULES } from './exemptions/index.js';
import { FEES_RULES } from './fees/index.js';
import { HONORARIA_RULES } from './honoraria/index.js';
import { MISC_RULES } from './misc/index.js';
import { PRINTING_RULES } from './printing/index.js';
import { RENTAL_RULES } from './rental/index.js';
import { REPORT_RULES } from './report/index.js';
import { SETTLEMENT_RULES } from './settlement/index.js';
import { TRAVEL_RULES } from './travel/index.js';

export const ALL_COURSE_RULES: readonly Rule[] = [
  ...COURSE_RULES,
  ...EXEMPTION_RULES,
  ...ENROLLMENT_RULES,
  ...APPLICATION_RULES,
  ...CHANGES_RULES,
  ...DELIVERY_RULES,
  ...REPORT_RULES,
  ...CLAIM_RULES,
  ...HONORARIA_RULES,
  ...TRAVEL_RULES,
  ...RENTAL_RULES,
  ...PRINTING_RULES,
  ...CONSUMABLES_RULES,
  ...COMMUNICATION_RULES,
  ...MISC_RULES,
  ...FEES_RULES,
  ...SETTLEMENT_RULES,
];
