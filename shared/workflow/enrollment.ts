/** 受講の流れ: 申込 → 一次承認 → 最終承認 → 受講中 → 判定, as data and pure functions. */
import type { IsoDate } from '../dates.js';
import { longDateJa } from '../dates.js';
import type { Enrollment, EnrollmentStatus } from '../model/case/participant.js';
import { type Actor, isOf, type Lack, lackOf, type StepFinding } from './lack.js';

export type EnrollmentEvent =
  | 'approvePrimary'
  | 'approveFinal'
  | 'begin'
  | 'pass'
  | 'fail'
  | 'missExam'
  | 'reject'
  | 'withdraw'
  | 'applyAgain'
  | 'expire';

export type EnrollmentStep = {
  readonly event: EnrollmentEvent;
  readonly eventJa: string;
  readonly to: EnrollmentStatus;
  readonly who: Actor;
  /** The step opens an enrolment of its own in the course of a later fiscal year; this one stays as it is. */
  readonly inLaterCourse: boolean;
};

type Definition = Omit<EnrollmentStep, 'inLaterCourse'> & {
  readonly from: readonly EnrollmentStatus[];
  readonly inLaterCourse?: true;
  /** Rules whose errors about the person keep the step back. */
  readonly blockedBy: readonly string[];
  /** Rules that are only told. */
  readonly told: readonly string[];
};

/** What keeps a person from being counted: age, validity, a course taken at the same time. */
const ELIGIBILITY = ['REC-AGE-', 'ENR-CON-', 'ENR-VAL-'] as const;
const UNFINISHED: readonly EnrollmentStatus[] = [
  'applied',
  'primaryApproved',
  'approved',
  'inProgress',
  'failed',
  'absent',
];

const DEFINITIONS: readonly Definition[] = [
  {
    event: 'approvePrimary',
    eventJa: '一次承認',
    from: ['applied'],
    to: 'primaryApproved',
    who: 'hostOrg',
    blockedBy: ELIGIBILITY,
    told: ['ENR-APL-', 'ENR-DL-', 'REC-PRQ-'],
  },
  {
    event: 'approveFinal',
    eventJa: '最終承認',
    from: ['primaryApproved'],
    to: 'approved',
    who: 'jspo',
    // What the association has decided is recorded as received.
    blockedBy: [],
    told: [...ELIGIBILITY, 'ENR-APV-04'],
  },
  {
    event: 'begin',
    eventJa: '受講の開始',
    from: ['approved'],
    to: 'inProgress',
    who: 'hostOrg',
    blockedBy: [],
    told: ELIGIBILITY,
  },
  { event: 'pass', eventJa: '合格', from: ['inProgress'], to: 'passed', who: 'examiner', blockedBy: [], told: [] },
  { event: 'fail', eventJa: '不合格', from: ['inProgress'], to: 'failed', who: 'examiner', blockedBy: [], told: [] },
  { event: 'missExam', eventJa: '欠席', from: ['inProgress'], to: 'absent', who: 'examiner', blockedBy: [], told: [] },
  {
    event: 'applyAgain',
    eventJa: '次年度に申込',
    from: ['failed', 'absent'],
    to: 'applied',
    who: 'person',
    inLaterCourse: true,
    blockedBy: ['ENR-VAL-01'],
    told: ['ENR-VAL-02'],
  },
  {
    event: 'reject',
    eventJa: '却下',
    from: ['applied', 'primaryApproved'],
    to: 'rejected',
    who: 'hostOrg',
    blockedBy: [],
    told: [],
  },
  {
    event: 'withdraw',
    eventJa: '取下げ',
    from: ['applied', 'primaryApproved'],
    to: 'withdrawn',
    who: 'person',
    blockedBy: [],
    told: [],
  },
  { event: 'expire', eventJa: '有効期間満了', from: UNFINISHED, to: 'expired', who: 'time', blockedBy: [], told: [] },
];

/** The steps that lead on from a status, the next of the way first; none from 合格, 却下, 取下げ and 有効期間満了. */
export function enrollmentSteps(status: EnrollmentStatus): EnrollmentStep[] {
  return DEFINITIONS.filter((definition) => definition.from.includes(status)).map(
    ({ event, eventJa, to, who, inLaterCourse }) => ({
      event,
      eventJa,
      to,
      who,
      inLaterCourse: inLaterCourse === true,
    }),
  );
}

/** The way of an enrolment that goes through; where it left the way, 判定 stands for all three results. */
const WAY: readonly EnrollmentStatus[] = ['applied', 'primaryApproved', 'approved', 'inProgress'];

/** Statuses to which an enrolment may be put back, with a reason: all that lie before the present one. */
export function earlierEnrollmentStatuses(status: EnrollmentStatus): readonly EnrollmentStatus[] {
  const at = WAY.indexOf(status);
  if (status === 'rejected' || status === 'withdrawn') return WAY.slice(0, 2);
  return at === -1 ? WAY : WAY.slice(0, at);
}

/**
 * What is missing for a step of one person, and what is only told. `findings` are those of the decision about the
 * course; `on` is the day for which the step is to be recorded, where that is known already.
 */
export function enrollmentBlockers(
  event: EnrollmentEvent,
  enrollment: Enrollment,
  findings: readonly StepFinding[],
  on?: IsoDate,
): Lack[] {
  const definition = DEFINITIONS.find((candidate) => candidate.event === event);
  if (!definition) return [];
  return [...wrongStatus(definition, enrollment), ...wrongDay(event, enrollment, on), ...byRules()];

  function byRules(): Lack[] {
    const { blockedBy, told } = definition as Definition;
    return findings
      .filter(
        (finding) =>
          finding.place.person === enrollment.participantId &&
          finding.severity !== 'info' &&
          isOf(finding.ruleId, [...blockedBy, ...told]),
      )
      .map((finding) => lackOf(finding, { screen: 'participants' }, isOf(finding.ruleId, blockedBy)));
  }
}

function wrongStatus({ from, eventJa }: Definition, { status }: Enrollment): Lack[] {
  if (from.includes(status)) return [];
  const ja =
    eventJa === '最終承認' && status === 'applied'
      ? '一次承認の後に最終承認を記録します'
      : `いまの状態からは「${eventJa}」に進めません`;
  return [{ ja, where: { screen: 'participants', field: 'status' }, blocks: true }];
}

function wrongDay(event: EnrollmentEvent, { primaryApprovedOn }: Enrollment, on: IsoDate | undefined): Lack[] {
  if (event !== 'approveFinal' || on === undefined || primaryApprovedOn === undefined || on >= primaryApprovedOn) {
    return [];
  }
  return [
    {
      ja: `最終承認の日が、一次承認の日（${longDateJa(primaryApprovedOn)}）より前です`,
      where: { screen: 'participants', field: 'finalApprovedOn' },
      blocks: true,
    },
  ];
}

/** The enrolment after a step recorded for the day `on`. A step into a later course changes nothing here. */
export function applyEnrollmentStep(event: EnrollmentEvent, enrollment: Enrollment, on: IsoDate): Enrollment {
  const definition = DEFINITIONS.find((candidate) => candidate.event === event);
  if (!definition || definition.inLaterCourse === true) return enrollment;
  return { ...enrollment, status: definition.to, ...fieldsOf(event, on) };
}

function fieldsOf(event: EnrollmentEvent, on: IsoDate): Partial<Enrollment> {
  switch (event) {
    case 'approvePrimary':
      return { primaryApprovedOn: on };
    case 'approveFinal':
      return { finalApprovedOn: on };
    case 'pass':
      return { judgement: 'pass' };
    case 'fail':
      return { judgement: 'fail' };
    case 'missExam':
      return { judgement: 'absent' };
    default:
      return {};
  }
}

export const COMMON1_STATE_JA = {
  unpaid: '未納',
  paid: '納入済',
  passed: '合格',
  failed: '不合格',
  exempt: '免除',
} as const;
export type Common1State = keyof typeof COMMON1_STATE_JA;

/** 共通科目Ⅰ of コーチ1, the track that the person walks beside the course. */
export function common1State(enrollment: Enrollment, isExempt: boolean): Common1State {
  if (isExempt) return 'exempt';
  if (enrollment.common1Result !== undefined) return enrollment.common1Result === 'pass' ? 'passed' : 'failed';
  return enrollment.common1PaidOn === undefined ? 'unpaid' : 'paid';
}
