/** 旅費の対象者: whether a person may be paid travel for the course at all (別表2 対象, 基準一覧 1・2備考). */
import { km } from '../../../money.js';
import type { Staff, StaffRole } from '../../../model/case/staff.js';
import type { Facts } from '../../facts/facts.js';
import type { Ask } from '../../engine/rule.js';

/** The kinds of line that fall with the person. */
export const TRAVEL_KINDS = ['transport', 'lodging', 'package', 'perDiem'] as const;

const TEACHING: readonly StaffRole[] = ['lecturer', 'alLead', 'alInstructor', 'assistant'];

/** 講師 (講義統括者・講義担当者 included) or 助手 in any assignment of the course. */
function teaches(person: Staff, facts: Facts): boolean {
  return facts.assignmentsOf(person.id).some((assignment) => TEACHING.includes(assignment.role));
}

export function hasRole(person: Staff, facts: Facts): boolean {
  return facts.assignmentsOf(person.id).length > 0;
}

/**
 * Where a person lives as seen from the 会場 (DEC-54): in another prefecture, in the same one but far enough (②),
 * in the same one and near, or not known where that decides.
 */
export type Residence = 'elsewhere' | 'far' | 'near' | 'unknown';

export function residence(person: Staff, ask: Ask): Residence {
  const venue = ask.facts.mainVenue;
  const limit = ask.limit('travel.eligibility.distance');
  const distance = person.stationDistance;
  const isFar = distance !== undefined && distance >= limit;
  if (person.homePrefectureCode === undefined || venue === undefined) return isFar ? 'elsewhere' : 'unknown';
  if (person.homePrefectureCode !== venue.prefectureCode) return 'elsewhere';
  if (distance === undefined) return 'unknown';
  return isFar ? 'far' : 'near';
}

/** A 講師 or 助手 who is also a 受講者. */
export function isTeachingParticipant(person: Staff, facts: Facts): boolean {
  return person.participantId !== undefined && teaches(person, facts);
}

export function worksAtVenue(person: Staff): boolean {
  return person.workplaceVenueRelation === 'same' || person.workplaceVenueRelation === 'adjacent';
}

/** `barred`: by a final TRV-ELG-01/02/04/05; `unknown`: TRV-ELG-02 cannot be decided yet. */
export type Entitlement = 'entitled' | 'unknown' | 'barred';

export function entitlement(person: Staff, ask: Ask): Entitlement {
  const { facts } = ask;
  if (!hasRole(person, facts) || isTeachingParticipant(person, facts) || worksAtVenue(person)) return 'barred';
  const home = residence(person, ask);
  if (home === 'near') return 'barred';
  return home === 'unknown' ? 'unknown' : 'entitled';
}

/** Why a person is barred or not yet decided, for lines that fall with the person; 、-joined, empty for an entitled one. */
export function barReasonsJa(person: Staff, ask: Ask): string {
  const { facts } = ask;
  const home = residence(person, ask);
  return [
    ...(hasRole(person, facts) ? [] : ['担当がない']),
    ...(home === 'near' ? [`県内在住で片道${km(person.stationDistance ?? 0)}`] : []),
    ...(home === 'unknown' ? ['住所か距離が未入力'] : []),
    ...(isTeachingParticipant(person, facts) ? ['受講者を兼ねる'] : []),
    ...(worksAtVenue(person) ? ['勤務地が会場と同じか隣接'] : []),
  ].join('、');
}
