/** What a step writes: fields of the course, the history, and what goes with it. Pure; the door records it. */
import type { IsoDate } from '../dates.js';
import type { Case } from '../model/case/case.js';
import type { CaseStage, Course, CourseStatus } from '../model/case/course.js';
import type { Payment } from '../model/case/payment.js';
import type { CourseStep } from '../model/store/course-record.js';
import { snapshotOf } from '../rules/facts/changes.js';
import { Facts } from '../rules/facts/facts.js';
import { recordedState } from './course-state.js';
import type { CourseEvent, CourseSituation, CourseState, StepDefinition } from './course-step.js';
import { isBefore, stepOf } from './course-machine.js';
import type { StepFieldKey, StepInput } from './step-fields.js';

/** Fields of the course; one set to `undefined` is taken away. */
export type CourseFields = { readonly [K in keyof Course]?: Course[K] | undefined };

export type StepOutcome = {
  readonly course: CourseFields;
  /** Entries for the history, oldest first. */
  readonly steps: readonly CourseStep[];
  /** The claim that is worked on from here, where it changes. */
  readonly stage?: CaseStage;
  /** `hold`: the course is decided by today's edition of its book for good; `release`: by the latest one again. */
  readonly book?: 'hold' | 'release';
  readonly payment?: Omit<Payment, 'id'>;
  /** A 独自 course is made from this one. */
  readonly opensIndependentCourse: boolean;
  /** The 独自 course that was made from this one does not go on for it any more. */
  readonly endsConversion?: true;
};

/** What a step records. The caller has seen that nothing blocks it. */
export function apply(event: CourseEvent, situation: CourseSituation, input: StepInput): StepOutcome {
  const { value } = situation;
  const step = stepOf(event, value.course.delivery);
  const on = dayOf(step, input) ?? value.asOf;
  const to = step.to === 'same' ? situation.state : step.to;
  const payment = paymentOf(event, value, input);
  return {
    course: { ...writtenFields(step, input), ...ownFields(event, situation, input, on), ...statusOf(to) },
    steps: [
      ...passedBefore(situation, on),
      {
        on,
        ...(situation.state === 'none' ? {} : { from: situation.state }),
        to: to === 'none' ? 'planning' : to,
        eventJa: step.eventJa,
        ...(input.reasonJa === undefined ? {} : { reasonJa: input.reasonJa }),
      },
    ],
    ...(event === 'endCourse' ? { stage: 'report' as const } : {}),
    ...(event === 'fixAmount' ? { book: 'hold' as const } : {}),
    ...(payment === undefined ? {} : { payment }),
    opensIndependentCourse: event === 'convert',
  };
}

/** The case as it would be with the step, for the rules to judge before anything is recorded. */
export function trialCase(event: CourseEvent, situation: CourseSituation, input: StepInput): Case {
  const { value } = situation;
  const outcome = apply(event, situation, input);
  const course = Object.fromEntries(
    Object.entries({ ...value.course, ...outcome.course }).filter(([, field]) => field !== undefined),
  ) as Course;
  const { payment } = outcome;
  if (payment === undefined) return { ...value, course };
  return { ...value, course, payments: [...(value.payments ?? []), { id: 'trial', ...payment }] };
}

/** Puts a course back to an earlier state. What was recorded stays; only what the later state ended begins anew. */
export function stepBack(situation: CourseSituation, to: CourseStatus, on: IsoDate, reasonJa: string): StepOutcome {
  const { value, state } = situation;
  const kind = value.course.delivery;
  if (reasonJa.trim() === '') throw new Error('A step back needs its reason');
  return {
    course: {
      status: to,
      // With both papers on record the 委託 claim would stay ended.
      ...(state === 'convertedToIndependent' ? { conversion: undefined } : {}),
    },
    steps: [{ on, ...(state === 'none' ? {} : { from: state }), to, eventJa: '前の段階に戻した', reasonJa }],
    ...(isBefore(to, 'reportPreparing', kind) && value.stage === 'report' ? { stage: 'application' as const } : {}),
    ...(isBefore(to, 'amountFixed', kind) ? { book: 'release' as const } : {}),
    opensIndependentCourse: false,
    ...(state === 'convertedToIndependent' ? { endsConversion: true as const } : {}),
  };
}

/** A deadline that passed by itself is written down with the step that answers it. */
function passedBefore({ value, state }: CourseSituation, on: IsoDate): CourseStep[] {
  const recorded = recordedState(value);
  if (recorded === state || recorded === 'none' || state === 'none') return [];
  const eventJa = state === 'overdue' ? '申請書の期限を過ぎた' : '実施報告書の最終締切を過ぎた';
  return [{ on, from: recorded, to: state, eventJa }];
}

function statusOf(to: CourseState): CourseFields {
  return to === 'none' ? {} : { status: to };
}

function dayOf({ day }: StepDefinition, input: StepInput): IsoDate | undefined {
  const on = input[day];
  return typeof on === 'string' ? on : undefined;
}

/** Fields that are written as they were entered; those of the step alone are not fields of the course. */
const NOT_OF_COURSE: readonly StepFieldKey[] = [
  'on',
  'form',
  'feePaidOn',
  'feePaid',
  'feeHeads',
  'noticeOn',
  'newApplicationOn',
  'contactPerson',
  'contactMeans',
  'contactNote',
  'reasonJa',
];

function writtenFields({ fields }: StepDefinition, input: StepInput): CourseFields {
  const own = fields.map(({ key }) => key).filter((key) => !NOT_OF_COURSE.includes(key));
  return Object.fromEntries(own.filter((key) => input[key] !== undefined).map((key) => [key, input[key]]));
}

function ownFields(event: CourseEvent, situation: CourseSituation, input: StepInput, on: IsoDate): CourseFields {
  const { value } = situation;
  switch (event) {
    case 'submitApplication':
      return { ...snapshotFields(situation), ...formFields('applicationForm', value.course, input) };
    case 'resubmitApplication':
      return { ...snapshotFields(situation), ...answered('application', value.course, on) };
    case 'requestRevision':
      return asked('application', value.course, on);
    case 'submitReport':
      return { ...formFields('reportForm', value.course, input), ...noticed('content', value.course, input) };
    case 'requestReportRevision':
      return asked('report', value.course, on);
    case 'resubmitReport':
      return { ...answered('report', value.course, on), ...noticed('content', value.course, input) };
    case 'reportChange':
    case 'consult':
      return contacted(value.course, input, on);
    case 'cancel':
      return { ...noticed('cancellation', value.course, input), ...contacted(value.course, input, on) };
    case 'convert':
      return { ...noticed('conversion', value.course, input), conversion: conversionOf(input, on) };
    default:
      return {};
  }
}

/** 申請時の写し, anew at each 再提出: what counts is what was handed in last. */
function snapshotFields({ value, decision }: CourseSituation): CourseFields {
  return { applicationSnapshot: snapshotOf(new Facts(value), decision) };
}

function formFields(key: 'applicationForm' | 'reportForm', course: Course, { form }: StepInput): CourseFields {
  if (form === undefined) return {};
  return { [key]: { fiscalYear: course[key]?.fiscalYear ?? course.fiscalYear, delivery: form } };
}

function asked(stage: CaseStage, course: Course, requestedOn: IsoDate): CourseFields {
  return { revisionRequests: [...(course.revisionRequests ?? []), { stage, requestedOn }] };
}

/** Answers the requests of the stage that are still open. */
function answered(stage: CaseStage, course: Course, resubmittedOn: IsoDate): CourseFields {
  return {
    revisionRequests: (course.revisionRequests ?? []).map((request) =>
      request.stage === stage && request.resubmittedOn === undefined ? { ...request, resubmittedOn } : request,
    ),
  };
}

type NoticeKind = NonNullable<Course['changeNotices']>[number]['kind'];

function noticed(kind: NoticeKind, course: Course, { noticeOn }: StepInput): CourseFields {
  if (noticeOn === undefined) return {};
  return { changeNotices: [...(course.changeNotices ?? []), { kind, submittedOn: noticeOn }] };
}

function contacted(course: Course, { contactPerson, contactMeans, contactNote }: StepInput, on: IsoDate): CourseFields {
  if (contactPerson === undefined || contactMeans === undefined) return {};
  const note = contactNote === undefined ? {} : { note: contactNote };
  return {
    jspoContacts: [...(course.jspoContacts ?? []), { date: on, contactPerson, means: contactMeans, ...note }],
  };
}

function conversionOf({ newApplicationOn }: StepInput, decidedOn: IsoDate): NonNullable<Course['conversion']> {
  return { decidedOn, ...(newApplicationOn === undefined ? {} : { newApplicationSubmittedOn: newApplicationOn }) };
}

/** 受講料 of a 委託 course, 受講管理料 of a 独自 one, paid with the application. */
function paymentOf(
  event: CourseEvent,
  { course }: Case,
  { feePaid, feePaidOn, feeHeads }: StepInput,
): Omit<Payment, 'id'> | undefined {
  if (event !== 'submitApplication' || feePaid === undefined || feePaidOn === undefined) return undefined;
  return {
    kind: course.delivery === 'commissioned' ? 'courseFee' : 'managementFee',
    amount: feePaid,
    paidOn: feePaidOn,
    payerKind: 'hostOrg',
    ...(feeHeads === undefined ? {} : { heads: feeHeads }),
  };
}
