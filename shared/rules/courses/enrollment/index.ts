import type { Rule } from '../../engine/rule.js';
import { ageOnTheEdge, coach1Age, coach2Age, competitionAge } from './age.js';
import { ownApplication, pastYearApplication } from './applications.js';
import { common1Judged, common1Paid } from './common-subject.js';
import { confirmedPeople, finalWithoutPrimary, reachableByMail, unconfirmedPeople } from './confirmation.js';
import { exceptionEvidence, exceptionExcluded, otherOpenEnrollment } from './other-enrollments.js';
import { coach1Held } from './prerequisite.js';
import { coach1PrimaryApproval, coach2PrimaryApproval } from './primary-approval.js';
import { lastValidYear, pastValidity } from './validity.js';

export const ENROLLMENT_RULES: readonly Rule[] = [
  coach1Age,
  coach2Age,
  competitionAge,
  ageOnTheEdge,
  coach1Held,
  ownApplication,
  pastYearApplication,
  pastValidity,
  lastValidYear,
  otherOpenEnrollment,
  exceptionEvidence,
  exceptionExcluded,
  coach1PrimaryApproval,
  coach2PrimaryApproval,
  finalWithoutPrimary,
  confirmedPeople,
  unconfirmedPeople,
  reachableByMail,
  common1Paid,
  common1Judged,
];
