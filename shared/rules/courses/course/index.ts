import type { Rule } from '../../engine/rule.js';
import { applicationInTime, hostOrganization, minimumHeadcount } from './gates.js';
import { applicationHeadcount, fellBelow, fewApproved, fewParticipants } from './headcounts.js';
import { commissionPeriod } from './period.js';

export const COURSE_RULES: readonly Rule[] = [
  hostOrganization,
  minimumHeadcount,
  applicationInTime,
  commissionPeriod,
  applicationHeadcount,
  fewParticipants,
  fellBelow,
  fewApproved,
];
