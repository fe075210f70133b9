/** コーチ2の受講条件: some 競技 take only who holds コーチ1 already. */
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { confirm, type Verdict, warn } from '../../engine/verdict.js';
import { namesJa, placeOf, standingPeople } from './people.js';

/** コーチ1の保有。 */
export const coach1Held = rule({
  id: 'REC-PRQ-01',
  clause: '6.注意',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const { level, subject, competition } = ask.facts.course;
    // 共通科目Ⅱ is held for people of many 競技: without one on record there is no condition to ask for.
    if (level !== 'coach2' || (subject === 'common2' && competition === undefined)) return undefined;
    const required = competition?.requiresCoach1 ?? 'unknown';
    if (required === 'no') return undefined;
    return required === 'yes' ? holders(ask) : conditionUnknown(competition?.nameJa);
  },
});

function conditionUnknown(competitionJa: string | undefined): Verdict {
  return confirm(`コーチ1の保有が受講の条件になる競技か、${competitionJa ?? '競技'}については記録されていません`, {
    remedyJa: '中央競技団体に受講条件を確かめ、講習会に記録します',
  });
}

function holders(ask: Ask): Verdict[] {
  const people = ask.once(standingPeople);
  const unknown = people.filter(({ enrollment }) => (enrollment.holdsCoach1 ?? 'unknown') === 'unknown');
  return [
    ...people.filter(({ enrollment }) => enrollment.holdsCoach1 === 'no').map(withoutCoach1),
    ...(unknown.length === 0 ? [] : [holdingUnknown(unknown)]),
  ];
}

function withoutCoach1({ participant }: EnrolledParticipant): Verdict {
  return warn(`${participant.nameJa}はコーチ1を持っていませんが、コーチ1の保有が条件の競技です`, {
    at: { person: participant.id },
    remedyJa: '受講できるか中央競技団体に確かめます',
  });
}

function holdingUnknown(people: readonly EnrolledParticipant[]): Verdict {
  return confirm(
    `コーチ1の保有が条件の競技ですが、保有しているか分からない受講者が${people.length}名います（${namesJa(people)}）`,
    { at: placeOf(people), remedyJa: 'コーチ1の登録を確かめ、受講者名簿に記録します' },
  );
}
