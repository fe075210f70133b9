/** 講習会の進み: the steps of a course and how far it is, from what is recorded. */
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseStatus } from '../../../shared/model/case/course.js';
import { courseDates } from '../../desk/course-words.js';

const STEPS = ['計画', '申請', '契約', '実施', '報告', '精算'] as const;
type Step = (typeof STEPS)[number];

/** Steps that a 独自 course does not have. */
const COMMISSIONED_ONLY: readonly Step[] = ['契約', '精算'];

export type StepState = { readonly ja: Step; readonly state: 'done' | 'now' | 'open' | 'none' };

/** All six steps; the one under way is `now`, the ones that the course lacks `none`. */
export function stepsOf(value: Case): StepState[] {
  const current = currentStep(value);
  return STEPS.map((ja, index) => {
    if (value.course.delivery === 'independent' && COMMISSIONED_ONLY.includes(ja)) return { ja, state: 'none' };
    return { ja, state: index < current ? 'done' : index === current ? 'now' : 'open' };
  });
}

/** Index of the step under way; one past the last when everything is over. */
function currentStep(value: Case): number {
  const { course, asOf } = value;
  const { first, last } = courseDates(course, value.sessions);
  const isOver = course.balanceReceivedOn ?? course.refundPaidOn ?? (isClosed(course.status) ? asOf : undefined);
  if (isOver) return 6;
  if (course.reportReceivedOn ?? course.reportSentOn) return course.delivery === 'independent' ? 6 : 5;
  if (last !== undefined && asOf > last) return 4;
  if (first !== undefined && asOf >= first) return 3;
  return stepBefore(course, first !== undefined);
}

function stepBefore(course: Case['course'], hasDates: boolean): number {
  if (course.contractOn) return 3;
  if (course.applicationSentOn ?? course.applicationReceivedOn) return course.delivery === 'independent' ? 3 : 2;
  return hasDates ? 1 : 0;
}

function isClosed(status: CourseStatus | undefined): boolean {
  return status === 'completed' || status === 'refunded';
}
