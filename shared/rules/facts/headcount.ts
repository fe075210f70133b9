/** 受講者数 n and the staff counts of the copy and shield limits. */
import type { Enrollment, EnrollmentStatus } from '../../model/case/participant.js';
import type { StaffRole } from '../../model/case/staff.js';
import type { Facts } from './facts.js';

export type Headcount = {
  /** 申請時の受講者数; unknown while neither a list nor a number is recorded. */
  readonly application: number | undefined;
  /** 報告時の受講者数; only at the report. */
  readonly report: number | undefined;
  /** n at the stage of the case. */
  readonly participants: number | undefined;
  /** Of the list, those with 一次承認 or more; unknown without a list. */
  readonly approved: number | undefined;
  readonly lecturers: number;
  readonly assistants: number;
  readonly operations: number;
};

const GONE: readonly EnrollmentStatus[] = ['rejected', 'withdrawn', 'expired'];
const TEACHING: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor'];

/** True while the enrolment stands: who was refused or has left is neither counted nor asked about any more. */
export function stands({ status }: Pick<Enrollment, 'status'>): boolean {
  return !GONE.includes(status);
}

/**
 * Counts heads. `uncountable` are participants whom a rule has taken out.
 * A person is counted once: as 講師 before 助手 before 運営係員, and a 受講者 who teaches only as 受講者.
 */
export function headcount(facts: Facts, uncountable: ReadonlySet<string>): Headcount {
  const { course } = facts;
  const counted =
    facts.enrolled.length > 0
      ? facts.enrolled.filter(
          ({ enrollment, participant }) => isCounted(enrollment) && !uncountable.has(participant.id),
        )
      : undefined;
  const countable = counted?.length;
  const approved = counted?.filter(({ enrollment }) => enrollment.status !== 'applied').length;
  const applied = countable ?? course.applicationHeadcount;
  const reported = course.reportHeadcount ?? countable ?? course.startHeadcount ?? course.applicationHeadcount;
  const application = facts.isReport ? course.applicationHeadcount : applied;
  const report = facts.isReport ? reported : undefined;
  const participants = facts.isReport ? reported : applied;
  return { application, report, participants, approved, ...staffCounts(facts) };
}

/** A 受講 that stands; who is recorded as exempt from the subject does not take it. */
export function isCounted(enrollment: Enrollment): boolean {
  return stands(enrollment) && enrollment.judgement !== 'exempt';
}

function staffCounts(facts: Facts): Pick<Headcount, 'lecturers' | 'assistants' | 'operations'> {
  const counts = { lecturers: 0, assistants: 0, operations: 0 };
  for (const person of facts.staff) {
    if (person.participantId !== undefined) continue;
    const roles = facts.assignmentsOf(person.id).map((assignment) => assignment.role);
    if (roles.some((role) => TEACHING.includes(role))) counts.lecturers += 1;
    else if (roles.includes('assistant')) counts.assistants += 1;
    else if (roles.includes('operations')) counts.operations += 1;
  }
  return counts;
}

/** 部数: 受講者＋講師＋助手＋予備; unknown while the number of 受講者 is. */
export function copiesLimit(headcount: Headcount, spare: number | undefined): number | undefined {
  if (headcount.participants === undefined || spare === undefined) return undefined;
  return headcount.participants + headcount.lecturers + headcount.assistants + spare;
}

/** フェイスシールド: 講師＋助手＋運営係員. */
export function shieldLimit(headcount: Headcount): number {
  return headcount.lecturers + headcount.assistants + headcount.operations;
}
