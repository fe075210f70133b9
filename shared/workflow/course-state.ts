/** Where a course stands: as recorded, as time has made it, or, without a record, as its dates tell. */
import type { Case } from '../model/case/case.js';
import type { Decision } from '../rules/engine/decide.js';
import { courseDatesOf } from './course-dates.js';
import type { CourseStep } from '../model/store/course-record.js';
import type { CourseSituation, CourseState } from './course-step.js';

const WAITING_FOR_REPORT: readonly CourseState[] = ['advancePaid', 'running', 'reportPreparing'];

/** What was recorded; a course that came in without a status stands where its dates say. */
export function recordedState(value: Case): CourseState {
  return value.course.status ?? stateByFields(value);
}

/**
 * The state in which a course is shown and from which its steps go on: a passed deadline shows by itself and goes
 * away by itself, as soon as an approval or a date in time is recorded.
 */
export function courseState(value: Case, decision: Pick<Decision, 'totals'>): CourseState {
  const recorded = recordedState(value);
  if (value.course.delivery !== 'commissioned') return recorded;
  const { gatedBy } = decision.totals;
  if (recorded === 'applicationPreparing' && gatedBy.includes('APP-DL-01')) return 'overdue';
  if (WAITING_FOR_REPORT.includes(recorded) && gatedBy.includes('PAY-FIN-05')) return 'fullRefundPending';
  return recorded;
}

/** Where the recorded dates alone would put the course. */
export function stateByFields(value: Case): CourseState {
  const { course } = value;
  if (course.balanceReceivedOn !== undefined) return 'completed';
  if (course.refundPaidOn !== undefined) return 'refunded';
  if (course.finalAmountFixedOn !== undefined || course.finalAmount !== undefined) return 'amountFixed';
  if ((course.reportSentOn ?? course.reportReceivedOn) !== undefined) return 'reported';
  if (value.stage === 'report') return 'reportPreparing';
  return agreedState(value) ?? plannedState(value);
}

/** After the approval: the days of the course tell whether it has begun. */
function agreedState(value: Case): CourseState | undefined {
  const { course, asOf } = value;
  const isCommissioned = course.delivery === 'commissioned';
  if ((isCommissioned ? course.contractOn : course.approvalNoticeOn) === undefined) return undefined;
  const { first, last } = courseDatesOf(value);
  if (last !== undefined && asOf > last) return 'reportPreparing';
  if (first !== undefined && asOf >= first) return 'running';
  if (!isCommissioned) return 'approvedIndependent';
  return course.advanceReceivedOn === undefined ? 'contracted' : 'advancePaid';
}

function plannedState({ course, asOf }: Case): CourseState {
  if ((course.applicationSentOn ?? course.applicationReceivedOn) !== undefined) return 'applied';
  if (course.recruitEnd !== undefined && asOf > course.recruitEnd) return 'confirmingParticipants';
  if (course.recruitStart !== undefined && asOf >= course.recruitStart) return 'recruiting';
  return course.surveyReplied === undefined ? 'none' : 'planning';
}

/** A course as its steps find it. */
export function situationOf(value: Case, decision: Decision, history: readonly CourseStep[] = []): CourseSituation {
  return { value, decision, history, state: courseState(value, decision) };
}
