/** 受講者 in a finding: who is asked about, how several are named, and where the finding stands. */
import type { EnrolledParticipant } from '../../engine/subjects.js';
import type { Known } from '../../engine/rule.js';
import type { Place } from '../../engine/verdict.js';
import { stands } from '../../facts/headcount.js';

/** More names than this only lengthen a sentence. */
const NAMED = 3;

/** 受講者 whose enrolment stands, in the order of the list. To be asked for by `ask.once`. */
export function standingPeople({ facts }: Known): readonly EnrolledParticipant[] {
  return facts.enrolled.filter(({ enrollment }) => stands(enrollment));
}

/** 「青木 大」, 「青木 大、石田 光」, 「青木 大、石田 光、上野 学ほか7名」 */
export function namesJa(people: readonly EnrolledParticipant[]): string {
  const named = people
    .slice(0, NAMED)
    .map(({ participant }) => participant.nameJa)
    .join('、');
  return people.length > NAMED ? `${named}ほか${people.length - NAMED}名` : named;
}

/** One finding for all of them: on the person where there is only one, else on the course. */
export function placeOf(people: readonly EnrolledParticipant[]): Place {
  const [first] = people;
  return people.length === 1 && first ? { person: first.participant.id } : {};
}
