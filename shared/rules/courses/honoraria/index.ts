import type { Rule } from '../../engine/rule.js';
import {
  activeLearningHours,
  aloneIsLead,
  instructorPlaces,
  instructorsInDoubt,
  leadNamed,
  oneLead,
} from './active-learning-places.js';
import { instructorRate, leadRate, lecturerInActiveLearning } from './active-learning-rates.js';
import {
  assistantInActiveLearning,
  assistantInTheory,
  assistantSubject,
  theoryRequestInTime,
} from './assistant-courses.js';
import { assistantHours, furtherAssistant } from './assistants.js';
import { doubleBooking } from './double-booking.js';
import { examinerLimit, examinersTogether, examinerSubject, examinerTask, examInSchedule } from './examiners.js';
import { commonSubjectLecture, examMinutes, formatChosen, operationsHonorarium } from './excluded-roles.js';
import { lecturersAtOnce, lecturersInTurn, lectureHours, practicalLecturers } from './lecturers.js';
import { employerInvoice, managingBodyPaid, payeeAccount, transferSlip } from './payments.js';
import { examiningParticipant, jocStaff, paidEmployee, teachingParticipant, unknownStanding } from './persons.js';
import { rateDifference } from './rate-differences.js';
import { assistantRate, lectureRate, practicalRate } from './rates.js';
import { transferAmount } from './transfer-amount.js';

export const HONORARIA_RULES: readonly Rule[] = [
  formatChosen,
  lectureRate,
  lectureHours,
  lecturersInTurn,
  lecturersAtOnce,
  commonSubjectLecture,
  leadRate,
  instructorRate,
  oneLead,
  aloneIsLead,
  instructorPlaces,
  instructorsInDoubt,
  activeLearningHours,
  leadNamed,
  lecturerInActiveLearning,
  practicalRate,
  practicalLecturers,
  assistantRate,
  assistantSubject,
  furtherAssistant,
  assistantInTheory,
  assistantInActiveLearning,
  assistantHours,
  theoryRequestInTime,
  examinerLimit,
  examinersTogether,
  examInSchedule,
  examinerTask,
  examinerSubject,
  examMinutes,
  paidEmployee,
  jocStaff,
  unknownStanding,
  teachingParticipant,
  examiningParticipant,
  operationsHonorarium,
  rateDifference,
  transferSlip,
  payeeAccount,
  employerInvoice,
  managingBodyPaid,
  transferAmount,
  doubleBooking,
];
