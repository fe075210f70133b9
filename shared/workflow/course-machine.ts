/** 講習会の流れ: which steps there are from where, and to where a course may be put back. */
import { COURSE_STATUS_JA, type CourseStatus, type Delivery } from '../model/case/course.js';
import type { CourseStep } from '../model/store/course-record.js';
import { APPLICATION_STEPS } from './application-steps.js';
import { ASIDE_STEPS } from './aside-steps.js';
import type { CourseEvent, CourseSituation, CourseState, StepDefinition } from './course-step.js';
import { REPORT_STEPS } from './report-steps.js';

const DEFINITIONS: readonly StepDefinition[] = [...APPLICATION_STEPS, ...REPORT_STEPS, ...ASIDE_STEPS];

/** The states in their order as the course walks on; those beside the way stand with the one they belong to. */
const ORDER: Readonly<Record<Delivery, readonly CourseStatus[]>> = {
  commissioned: [
    'planning',
    'recruitPreparing',
    'recruiting',
    'confirmingParticipants',
    'applicationPreparing',
    'overdue',
    'applied',
    'applicationReview',
    'applicationRevision',
    'contracted',
    'advancePaid',
    'running',
    'reportPreparing',
    'reported',
    'reportReview',
    'reportRevision',
    'amountFixed',
    'balancePending',
    'refundPending',
    'fullRefundPending',
    'refunded',
    'completed',
    'cancelled',
    'convertedToIndependent',
  ],
  independent: [
    'planning',
    'recruiting',
    'confirmingParticipants',
    'applicationPreparing',
    'applied',
    'applicationReview',
    'applicationRevision',
    'approvedIndependent',
    'running',
    'reportPreparing',
    'reported',
    'completed',
    'cancelled',
  ],
};

/** States that are over. */
export const FINAL_STATES: readonly CourseState[] = ['completed', 'cancelled', 'convertedToIndependent'];

/** All states that a course of the kind can be in. */
export function statesOf(kind: Delivery): readonly CourseState[] {
  return ['none', ...ORDER[kind]];
}

/** 「申請準備」; 「はじまり」 before the first step. */
export function stateJa(state: CourseState): string {
  return state === 'none' ? '始める前' : COURSE_STATUS_JA[state];
}

/** Every step that leads on from a state, those of the way first. */
export function stepsFrom(state: CourseState, kind: Delivery): readonly StepDefinition[] {
  return DEFINITIONS.filter(({ from, only }) => from.includes(state) && (only === undefined || only === kind));
}

/** The steps of this very course: without those that its amounts and dates rule out, and without what time does. */
export function stepsNow(situation: CourseSituation): readonly StepDefinition[] {
  return stepsFrom(situation.state, situation.value.course.delivery).filter(
    (step) => step.who !== 'time' && (step.applies?.(situation) ?? true),
  );
}

/**
 * The next step of the course: on along the way, or the answer to a request; past a deadline the word to the
 * association or the refund. Absent where it is over.
 */
export function nextStep(situation: CourseSituation): StepDefinition | undefined {
  const steps = stepsNow(situation);
  if (situation.state === 'overdue') return steps.find((step) => step.event === 'consult');
  if (situation.state === 'fullRefundPending')
    return steps.find((step) => step.to === 'refunded' || step.to === 'completed');
  return steps.find((step) => step.kind === 'way') ?? steps.find((step) => step.kind === 'turn');
}

/** The definition of an event for courses of a kind. */
export function stepOf(event: CourseEvent, kind: Delivery): StepDefinition {
  const found = DEFINITIONS.find((step) => step.event === event && (step.only === undefined || step.only === kind));
  if (!found) throw new Error(`No step ${event} of a ${kind} course`);
  return found;
}

/** True where `a` lies before `b` on the way of a course. `none` lies before everything. */
export function isBefore(a: CourseState, b: CourseState, kind: Delivery): boolean {
  const order = statesOf(kind);
  return order.indexOf(a) < order.indexOf(b);
}

/** The states that every course of a kind passes, in their order: what one goes back to. */
const MAIN: Readonly<Record<Delivery, readonly CourseStatus[]>> = {
  commissioned: [
    'planning',
    'recruitPreparing',
    'recruiting',
    'confirmingParticipants',
    'applicationPreparing',
    'applied',
    'applicationReview',
    'contracted',
    'advancePaid',
    'running',
    'reportPreparing',
    'reported',
    'reportReview',
    'amountFixed',
  ],
  independent: [
    'planning',
    'recruiting',
    'confirmingParticipants',
    'applicationPreparing',
    'applied',
    'applicationReview',
    'approvedIndependent',
    'running',
    'reportPreparing',
    'reported',
  ],
};

/** The last state of the way before one that lies beside it, where the history does not tell. */
const BESIDE: Readonly<Partial<Record<CourseState, CourseStatus>>> = {
  overdue: 'applicationPreparing',
  applicationRevision: 'applicationReview',
  contracted: 'applicationReview',
  advancePaid: 'applicationReview',
  approvedIndependent: 'applicationReview',
  reportRevision: 'reportReview',
  balancePending: 'amountFixed',
  refundPending: 'amountFixed',
  fullRefundPending: 'reportPreparing',
  reportReview: 'reported',
  amountFixed: 'reported',
};

/** How far along its way a course is: the state itself, or for one beside the way the last that it passed there. */
export function farthestOnWay(state: CourseState, kind: Delivery, history: readonly CourseStep[]): CourseState {
  const main: readonly CourseState[] = MAIN[kind];
  if (state === 'none' || main.includes(state)) return state;
  const passed = history.flatMap(({ from, to }) => [from, to]).filter((one) => one !== undefined);
  const last = passed.findLast((one) => main.includes(one));
  if (last !== undefined) return last;
  if (state === 'completed' || state === 'refunded') return main.at(-1) ?? 'none';
  const beside = BESIDE[state];
  return beside !== undefined && main.includes(beside) ? beside : 'planning';
}

/**
 * States to which a course may be put back with a reason: all on the way before where it stands. A course beside the
 * way, cancelled or over can also go back to where it was before.
 */
export function earlierStates(
  state: CourseState,
  kind: Delivery,
  history: readonly CourseStep[],
): readonly CourseStatus[] {
  const main = MAIN[kind];
  const farthest = farthestOnWay(state, kind, history);
  return main.slice(0, main.findIndex((one) => one === farthest) + (farthest === state ? 0 : 1));
}
