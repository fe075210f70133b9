import type { Rule } from '../../engine/rule.js';
import { daysLeft, independentApplication, originalArrived } from './deadlines.js';
import { formOfDelivery, formOfYear } from './forms.js';
import { adjustedScale, commissionedApproval, independentApproval, openRevision } from './review.js';
import { enoughHours, independentPeriod } from './schedule.js';

export const APPLICATION_RULES: readonly Rule[] = [
  independentApplication,
  originalArrived,
  daysLeft,
  formOfYear,
  formOfDelivery,
  openRevision,
  commissionedApproval,
  independentApproval,
  independentPeriod,
  enoughHours,
  adjustedScale,
];
