/** アクティブラーニング形式: who counts as 講義統括者 and who as 講義担当者 of a 科目. */
import type { StaffRole } from '../../../model/case/staff.js';
import type { Facts } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { byPerson, paidBySubject, type PaidSubject, placeOf, subjectKey } from './paid-by-subject.js';

/** `furtherLead`: a 講義統括者 beside the first one, without an approval. */
export type Seat = 'lead' | 'furtherLead' | 'instructor';

export type ActiveLearningSubject = PaidSubject & {
  /** Exactly one person teaches the 科目, paid or not. */
  readonly isTaughtAlone: boolean;
  readonly hasLead: boolean;
  readonly seats: ReadonlyMap<PaidAssignment, Seat>;
  /** Persons by seat, in the order of the list. */
  readonly furtherLeads: readonly string[];
  readonly instructors: readonly string[];
};

const AL_ROLES: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor'];

/** True for 講義統括者, 講義担当者 and 講師 in an アクティブラーニング session; 助手 have no place there. */
export function isActiveLearning({ line, session }: PaidAssignment): boolean {
  return session?.format === 'activeLearning' && AL_ROLES.includes(line.role);
}

/** The アクティブラーニング 科目 of the course by each 担当 that counts in them. */
export function activeLearningSubjects(ask: Ask): ReadonlyMap<PaidAssignment, ActiveLearningSubject> {
  const taught = rolesTaught(ask.facts);
  const subjects = paidBySubject(ask, isActiveLearning).map((subject) => seated(subject, taught.get(subject.key), ask));
  return new Map(subjects.flatMap((subject) => subject.entries.map((paid) => [paid, subject] as const)));
}

/** The limit that applies to a 担当: of its seat, or by its role where it does not count in its 科目. */
export function seatOf(paid: PaidAssignment, ask: Ask): Seat {
  const seat = ask.derive(activeLearningSubjects).get(paid)?.seats.get(paid);
  return seat ?? (paid.line.role === 'alInstructor' ? 'instructor' : 'lead');
}

type Taught = { readonly people: Set<string>; hasLead: boolean };

/** Everyone who stands in the 日程 of the アクティブラーニング 科目, with or without an honorarium. */
function rolesTaught(facts: Facts): ReadonlyMap<string, Taught> {
  const taught = new Map<string, Taught>();
  for (const { staffId, role, sessionId } of facts.assignments) {
    const session = facts.session(sessionId);
    if (session?.format !== 'activeLearning' || !AL_ROLES.includes(role)) continue;
    const key = subjectKey({ session, item: facts.item(session.curriculumItemId) });
    const subject = taught.get(key) ?? { people: new Set(), hasLead: false };
    subject.people.add(staffId);
    subject.hasLead ||= role === 'alLead';
    taught.set(key, subject);
  }
  return taught;
}

function seated(subject: PaidSubject, taught: Taught | undefined, ask: Ask): ActiveLearningSubject {
  const isTaughtAlone = (taught?.people.size ?? 0) === 1;
  const hasDeclaredLead = taught?.hasLead ?? false;
  const firstLecturer = subject.entries.find((paid) => paid.line.role === 'lecturer')?.person.id;
  const firstLead = subject.entries.find((paid) => paid.line.role === 'alLead')?.person.id;
  const seatFor = (paid: PaidAssignment): Seat => {
    if (isTaughtAlone) return 'lead';
    if (paid.line.role === 'alInstructor') return 'instructor';
    if (paid.line.role === 'lecturer') {
      return !hasDeclaredLead && paid.person.id === firstLecturer ? 'lead' : 'instructor';
    }
    const isFurther = paid.person.id !== firstLead && !ask.approval('extraLecturer', placeOf(paid));
    return isFurther ? 'furtherLead' : 'lead';
  };
  const seats = new Map(subject.entries.map((paid) => [paid, seatFor(paid)]));
  const people = (seat: Seat): string[] => [
    ...byPerson(subject.entries.filter((paid) => seats.get(paid) === seat)).keys(),
  ];
  return {
    ...subject,
    isTaughtAlone,
    hasLead: hasDeclaredLead || people('lead').length > 0,
    seats,
    furtherLeads: people('furtherLead'),
    instructors: people('instructor'),
  };
}

/** The first 担当 of the person in the 科目: findings about the person stand there once. */
export function isFirstOfPerson(paid: PaidAssignment, subject: PaidSubject): boolean {
  return subject.entries.find((entry) => entry.person.id === paid.person.id) === paid;
}
