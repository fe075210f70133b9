import type { Rule } from '../../engine/rule.js';
import { ageOnTheEdge, coach1Age, coach2Age } from './age.js';
import { exceptionEvidence, exceptionExcluded, otherOpenEnrollment } from './other-enrollments.js';
import { finalWithoutPrimary, lastValidYear, pastValidity, pastYearApplication } from './validity.js';

export const ENROLLMENT_RULES: readonly Rule[] = [
  coach1Age,
  coach2Age,
  ageOnTheEdge,
  pastYearApplication,
  pastValidity,
  lastValidYear,
  otherOpenEnrollment,
  exceptionEvidence,
  exceptionExcluded,
  finalWithoutPrimary,
];
