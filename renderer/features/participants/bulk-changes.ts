/** One action on many people: what each enrolment becomes, and who is left out and why. */
import type { IsoDate } from '../../../shared/dates.js';
import type { Enrollment, Judgement } from '../../../shared/model/case/participant.js';
import { applyEnrollmentStep, enrollmentBlockers, type EnrollmentEvent } from '../../../shared/workflow/enrollment.js';
import type { CourseDraft } from '../../db/course-draft.js';
import { withPresence } from './attendance-changes.js';
import type { Person } from './people.js';

export type BulkAction =
  | { readonly kind: 'step'; readonly event: 'approvePrimary' | 'approveFinal' | 'begin'; readonly on: IsoDate }
  | { readonly kind: 'fee'; readonly on: IsoDate }
  | { readonly kind: 'attendance'; readonly sessionIds: readonly string[]; readonly present: boolean }
  | { readonly kind: 'judgement'; readonly judgement: 'pass' | 'fail' | 'absent'; readonly on: IsoDate };

export type BulkPlan = {
  readonly enrollments: readonly Enrollment[];
  readonly leftOut: readonly { readonly nameJa: string; readonly ja: string }[];
};

export function bulkPlan(action: BulkAction, people: readonly Person[]): BulkPlan {
  const enrollments: Enrollment[] = [];
  const leftOut: { nameJa: string; ja: string }[] = [];
  for (const person of people) {
    const next = person.enrollment ? after(action, person.enrollment, person) : '受講の申込がありません';
    if (typeof next === 'string') leftOut.push({ nameJa: person.participant.nameJa, ja: next });
    else enrollments.push(next);
  }
  return { enrollments, leftOut };
}

/** Does the action on the enrolments as they are now: a field just left may be newer than what the screen shows. */
export function recordBulk(course: CourseDraft, action: BulkAction, people: readonly Person[]): void {
  const now = people.map((person) => ({
    ...person,
    enrollment: person.enrollment && course.get('enrollments', person.enrollment.id),
  }));
  for (const enrollment of bulkPlan(action, now).enrollments) course.put('enrollments', enrollment);
}

/** The enrolment after the action, or why it cannot be. */
function after(action: BulkAction, enrollment: Enrollment, person: Person): Enrollment | string {
  switch (action.kind) {
    case 'fee':
      return { ...enrollment, feePaidOn: action.on };
    case 'attendance':
      return withPresence(enrollment, action.sessionIds, action.present);
    case 'step':
      return stepped(action.event, enrollment, person, action.on);
    case 'judgement':
      return judged(action.judgement, enrollment, person, action.on);
  }
}

function stepped(
  event: EnrollmentEvent,
  enrollment: Enrollment,
  { findings }: Person,
  on: IsoDate,
): Enrollment | string {
  const lack = enrollmentBlockers(event, enrollment, findings, on).find(({ blocks }) => blocks);
  return lack ? lack.ja : applyEnrollmentStep(event, enrollment, on);
}

const EVENTS = { pass: 'pass', fail: 'fail', absent: 'missExam' } as const satisfies Record<
  'pass' | 'fail' | 'absent',
  EnrollmentEvent
>;
const RESULTS = { pass: 'passed', fail: 'failed', absent: 'absent' } as const;

/** Whoever was approved has taken part when a result is known; a result may be put right. */
function judged(
  judgement: Extract<Judgement, keyof typeof EVENTS>,
  enrollment: Enrollment,
  person: Person,
  on: IsoDate,
): Enrollment | string {
  const { status } = enrollment;
  if (status === 'passed' || status === 'failed' || status === 'absent') {
    return { ...enrollment, judgement, status: RESULTS[judgement] };
  }
  const begun = status === 'approved' ? applyEnrollmentStep('begin', enrollment, on) : enrollment;
  if (begun.status !== 'inProgress') return '最終承認がまだのため、判定を記録できません';
  return stepped(EVENTS[judgement], begun, person, on);
}
