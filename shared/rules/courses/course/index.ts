import type { Rule } from '../../engine/rule.js';
import { applicationInTime, hostOrganization, minimumHeadcount } from './gates.js';
import { applicationHeadcount, fellBelow, fewApproved, fewParticipants, independentHeadcount } from './headcounts.js';
import { commissionPeriod } from './period.js';
import { coach1RecruitEnd, coach2RecruitEnd, recruitPeriod, surveyReplied } from './recruiting.js';

export const COURSE_RULES: readonly Rule[] = [
  hostOrganization,
  minimumHeadcount,
  applicationInTime,
  commissionPeriod,
  applicationHeadcount,
  fewParticipants,
  fellBelow,
  independentHeadcount,
  fewApproved,
  surveyReplied,
  recruitPeriod,
  coach1RecruitEnd,
  coach2RecruitEnd,
];
