/** 進み: the way of a course as the screens show it, in steps with their days and in six phases. */
import type { IsoDate } from '../dates.js';
import type { Case } from '../model/case/case.js';
import type { Delivery } from '../model/case/course.js';
import { courseDatesOf } from './course-dates.js';
import { farthestOnWay, isBefore, stepOf } from './course-machine.js';
import type { CourseEvent, CourseSituation, CourseState } from './course-step.js';
import { recordedState, stateByFields } from './course-state.js';
import type { Actor } from './lack.js';

export const PHASES = ['計画', '申請', '契約', '実施', '報告', '精算'] as const;
export type Phase = (typeof PHASES)[number];

/** What a 独自 course does not have. */
const COMMISSIONED_ONLY: readonly Phase[] = ['契約', '精算'];

const WAY: Readonly<Record<Delivery, readonly (readonly [Phase, CourseEvent])[]>> = {
  commissioned: [
    ['計画', 'answerSurvey'],
    ['計画', 'becomeHost'],
    ['計画', 'openRecruitment'],
    ['計画', 'closeRecruitment'],
    ['計画', 'confirmParticipants'],
    ['申請', 'submitApplication'],
    ['契約', 'beginReview'],
    ['契約', 'concludeContract'],
    ['契約', 'receiveAdvance'],
    ['実施', 'openCourse'],
    ['実施', 'endCourse'],
    ['報告', 'submitReport'],
    ['報告', 'beginReportReview'],
    ['報告', 'fixAmount'],
  ],
  independent: [
    ['計画', 'answerSurvey'],
    ['計画', 'openRecruitment'],
    ['計画', 'closeRecruitment'],
    ['計画', 'confirmParticipants'],
    ['申請', 'submitApplication'],
    ['申請', 'beginReview'],
    ['申請', 'receiveApproval'],
    ['実施', 'openCourse'],
    ['実施', 'endCourse'],
    ['報告', 'submitReport'],
    ['報告', 'finish'],
  ],
};

export type WayStep = {
  readonly event: CourseEvent;
  readonly ja: string;
  readonly phase: Phase;
  readonly who: Actor;
  readonly isDone: boolean;
  /** Where it is done and the day is known. */
  readonly on: IsoDate | undefined;
};

/** The steps of the way of this course, in their order. */
export function wayOf(situation: CourseSituation): readonly WayStep[] {
  const { state, value, history } = situation;
  const kind = value.course.delivery;
  const reached = state === 'completed' || state === 'refunded' ? state : farthestOnWay(state, kind, history);
  return [...WAY[kind], ...(kind === 'commissioned' ? endOf(situation) : [])].map(([phase, event]): WayStep => {
    const step = stepOf(event, kind);
    const isDone = step.to !== 'same' && !isBefore(reached, step.to, kind) && !wasSkipped(event, situation);
    return {
      event,
      ja: step.eventJa,
      phase,
      who: step.who,
      isDone,
      on: isDone ? dayOf(event, situation) : undefined,
    };
  });
}

/** How the money ends: with a balance, with a refund, or with neither; the balance while that is open. */
function endOf({ value: { course }, state }: CourseSituation): readonly (readonly [Phase, CourseEvent])[] {
  const { finalAmount, advanceReceived = 0 } = course;
  const isRefund = finalAmount !== undefined && finalAmount < advanceReceived;
  if (isRefund || state === 'fullRefundPending' || state === 'refunded') {
    return [
      ['精算', 'payRefund'],
      ['精算', 'finish'],
    ];
  }
  return [['精算', finalAmount !== undefined && finalAmount === advanceReceived ? 'settleEven' : 'receiveBalance']];
}

/** A course may begin before its 概算払 has come, and one whose report never came has no fixed amount. */
function wasSkipped(event: CourseEvent, { value: { course }, history }: CourseSituation): boolean {
  if (event === 'receiveAdvance') {
    return course.advanceReceivedOn === undefined && course.advanceReceived === undefined;
  }
  const isAboutReport = event === 'submitReport' || event === 'beginReportReview' || event === 'fixAmount';
  if (!isAboutReport || !history.some((step) => step.to === 'fullRefundPending')) return false;
  return !history.some((step) => step.eventJa === stepOf(event, course.delivery).eventJa);
}

function dayOf(event: CourseEvent, { value, history }: CourseSituation): IsoDate | undefined {
  const { day, eventJa } = stepOf(event, value.course.delivery);
  const recorded = history.findLast((step) => step.eventJa === eventJa)?.on;
  if (recorded !== undefined) return recorded;
  if (event === 'openCourse') return courseDatesOf(value).first;
  if (event === 'endCourse') return courseDatesOf(value).last;
  const entered = (value.course as Readonly<Record<string, unknown>>)[day];
  return typeof entered === 'string' ? entered : undefined;
}

export type PhaseState = { readonly ja: Phase; readonly state: 'done' | 'now' | 'open' | 'none' };

/** The six phases: the one under way is `now`, the ones that the course lacks or will not reach any more `none`. */
export function phasesOf(value: Case): readonly PhaseState[] {
  const kind = value.course.delivery;
  const state = recordedState(value);
  const isOff = state === 'cancelled' || state === 'convertedToIndependent';
  const current = phaseOf(isOff ? stateByFields(value) : state, kind);
  return PHASES.map((ja, index): PhaseState => {
    if (kind === 'independent' && COMMISSIONED_ONLY.includes(ja)) return { ja, state: 'none' };
    if (index < current) return { ja, state: 'done' };
    if (isOff) return { ja, state: 'none' };
    return { ja, state: index === current ? 'now' : 'open' };
  });
}

/** Index of the phase under way; one past the last when everything is over. */
function phaseOf(state: CourseState, kind: Delivery): number {
  if (state === 'completed') return PHASES.length;
  const begins: readonly (readonly [CourseState, Phase])[] =
    kind === 'commissioned'
      ? [
          ['amountFixed', '精算'],
          ['reportPreparing', '報告'],
          ['contracted', '実施'],
          ['applied', '契約'],
          ['applicationPreparing', '申請'],
        ]
      : [
          ['reportPreparing', '報告'],
          ['approvedIndependent', '実施'],
          ['applicationPreparing', '申請'],
        ];
  const begun = begins.find(([from]) => !isBefore(farthestOnWay(state, kind, []), from, kind));
  return PHASES.indexOf(begun?.[1] ?? '計画');
}
