/** What a participant and the enrolment become when the values of a list are taken over. */
import type { Enrollment, EnrollmentStatus, Participant } from '../model/case/participant.js';
import { withoutSpaces } from '../text.js';
import type { PersonValues } from './read-people.js';

/** A person of the course as it is now. */
export type Held = { readonly participant: Participant; readonly enrollment: Enrollment | undefined };

export const TAKEN_FIELDS = [
  'nameJa',
  'nameKana',
  'birthDate',
  'prefectureCode',
  'email',
  'tel',
  'myPageId',
  'startFiscalYear',
  'primaryApprovedOn',
  'finalApprovedOn',
  'feePaidOn',
] as const;
export type TakenField = (typeof TAKEN_FIELDS)[number];

export type FieldChange = {
  readonly field: TakenField;
  readonly before: string | number | undefined;
  readonly after: string | number;
};

/** What the list would change of a person: nothing is ever emptied, and another spacing is no change. */
export function changesOf(held: Held, values: PersonValues, fiscalYear: number): FieldChange[] {
  const now: Readonly<Record<string, unknown>> = { ...held.enrollment, ...held.participant };
  const next = { ...values, startFiscalYear: startYear(values, held.enrollment?.startFiscalYear, fiscalYear) };
  return TAKEN_FIELDS.flatMap((field): FieldChange[] => {
    const after = next[field];
    const before = now[field] as string | number | undefined;
    return after === undefined || isSame(field, before, after) ? [] : [{ field, before, after }];
  });
}

function isSame(field: TakenField, before: string | number | undefined, after: string | number): boolean {
  if (before === undefined) return false;
  if (field === 'nameJa' || field === 'nameKana') return withoutSpaces(`${before}`) === withoutSpaces(`${after}`);
  if (field === 'tel') return `${before}`.replace(/\D/gu, '') === `${after}`.replace(/\D/gu, '');
  return before === after;
}

/** 受講開始年度 as the list says it: the year itself, or 新規 as the fiscal year of the course. */
function startYear(values: PersonValues, now: number | undefined, fiscalYear: number): number | undefined {
  if (values.startFiscalYear !== undefined) return values.startFiscalYear;
  if (values.isPast === false) return fiscalYear;
  return values.isPast === true ? now : undefined;
}

/** 過年度 without its year, or beside a year that is none: what keeps the year from being known. */
export function startYearProblem(
  values: PersonValues,
  now: number | undefined,
  fiscalYear: number,
): string | undefined {
  const year = startYear(values, now, fiscalYear);
  if (year !== undefined && year > fiscalYear) return `受講開始年度が${fiscalYear}年度より後です`;
  if (values.isPast === undefined) return undefined;
  if (values.isPast && (year === undefined || year >= fiscalYear)) return '過年度ですが、受講開始年度がありません';
  return !values.isPast && year !== fiscalYear ? '新規ですが、受講開始年度が前の年度です' : undefined;
}

type Ids = { readonly participantId: string; readonly enrollmentId: string };

/** The records to be written; `held` is absent for a new person, `ids` are used for what is new. */
export function takenOver(
  held: Held | undefined,
  values: PersonValues,
  ids: Ids,
  fiscalYear: number,
): { readonly participant: Participant; readonly enrollment: Enrollment } {
  const before: Held = held ?? {
    participant: { id: ids.participantId, nameJa: values.nameJa ?? '' },
    enrollment: undefined,
  };
  const changed = Object.fromEntries(
    changesOf(before, values, fiscalYear).map((change) => [change.field, change.after]),
  ) as { [K in TakenField]?: never };
  const { startFiscalYear, primaryApprovedOn, finalApprovedOn, feePaidOn, ...own } = changed;
  const participant = { ...before.participant, ...own };
  const enrollment: Enrollment = {
    ...(before.enrollment ?? {
      id: ids.enrollmentId,
      participantId: participant.id,
      startFiscalYear: fiscalYear,
      status: 'applied',
    }),
    ...present({ startFiscalYear, primaryApprovedOn, finalApprovedOn, feePaidOn }),
  };
  return { participant, enrollment: { ...enrollment, status: statusAfter(enrollment) } };
}

/** A day of an approval carries the enrolment on to that step, never back. */
function statusAfter({ status, primaryApprovedOn, finalApprovedOn }: Enrollment): EnrollmentStatus {
  if (finalApprovedOn !== undefined && (status === 'applied' || status === 'primaryApproved')) return 'approved';
  return primaryApprovedOn !== undefined && status === 'applied' ? 'primaryApproved' : status;
}

function present<T extends object>(value: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
