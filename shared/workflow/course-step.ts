/** One step of a course: from which states, to which, who takes it, what it asks and what may keep it back. */
import type { Case } from '../model/case/case.js';
import type { CourseStatus, Delivery } from '../model/case/course.js';
import type { CourseStep } from '../model/store/course-record.js';
import type { Decision } from '../rules/engine/decide.js';
import type { Actor, Lack } from './lack.js';
import type { StepFieldKey, StepInput } from './step-fields.js';

export type CourseEvent =
  | 'answerSurvey'
  | 'becomeHost'
  | 'openRecruitment'
  | 'closeRecruitment'
  | 'confirmParticipants'
  | 'submitApplication'
  | 'beginReview'
  | 'requestRevision'
  | 'resubmitApplication'
  | 'concludeContract'
  | 'receiveApproval'
  | 'receiveAdvance'
  | 'receiveAdvanceLate'
  | 'openCourse'
  | 'endCourse'
  | 'submitReport'
  | 'beginReportReview'
  | 'requestReportRevision'
  | 'resubmitReport'
  | 'fixAmount'
  | 'awaitBalance'
  | 'settleEven'
  | 'acceptRefundInvoice'
  | 'receiveBalance'
  | 'payRefund'
  | 'finish'
  | 'finishUnpaid'
  | 'missApplicationDeadline'
  | 'resumeApplication'
  | 'missReportDeadline'
  | 'reportChange'
  | 'consult'
  | 'cancel'
  | 'convert';

/** A course as a step finds it: the case, what the rules say of it, and the steps so far. */
export type CourseSituation = {
  readonly value: Case;
  readonly decision: Decision;
  readonly history: readonly CourseStep[];
  readonly state: CourseState;
};

/** Where a course stands; `none` before the first step. */
export type CourseState = CourseStatus | 'none';

export type StepField = {
  readonly key: StepFieldKey;
  readonly required?: true;
  /** Default: the field's own words. */
  readonly ja?: string;
  /** Default: always asked. */
  readonly when?: (situation: CourseSituation) => boolean;
};

/** `way`: leads on along the way; `turn`: back and forth with the association; `aside`: leaves the way or stays. */
export type StepKind = 'way' | 'turn' | 'aside';

export type StepDefinition = {
  readonly event: CourseEvent;
  /** What happened, as it stands in the history: 申請書の提出. */
  readonly eventJa: string;
  /** What the button says: 申請書を提出した. */
  readonly actionJa: string;
  readonly from: readonly CourseState[];
  /** `same`: the course stays where it is. */
  readonly to: CourseStatus | 'same';
  readonly who: Actor;
  readonly kind: StepKind;
  /** Default: both. */
  readonly only?: Delivery;
  /** Which field holds the day of the step. */
  readonly day: StepFieldKey;
  readonly fields: readonly StepField[];
  /** Rules whose errors keep the step back; an ID, or a group ending in `-`. */
  readonly blockedBy?: readonly string[];
  /** Rules that are told. */
  readonly told?: readonly string[];
  /** What the step demands besides the rules. */
  readonly guard?: (situation: CourseSituation, input: StepInput) => readonly Lack[];
  /** Whether the step is one of this course at all, by its amounts or dates. Default: always. */
  readonly applies?: (situation: CourseSituation) => boolean;
};
