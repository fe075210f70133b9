/** 受講申込: everybody applies in person on 指導者マイページ, carried over from an earlier year or not. */
import { rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { confirm, type Verdict, warn } from '../../engine/verdict.js';
import type { Facts } from '../../facts/facts.js';
import { namesJa, placeOf, standingPeople } from './people.js';

function isPastYear({ enrollment }: EnrolledParticipant, { course }: Facts): boolean {
  return enrollment.startFiscalYear < course.fiscalYear;
}

/** 本人による受講申込。 */
export const ownApplication = rule({
  id: 'ENR-APL-01',
  clause: '2.(1)',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = ask.once(standingPeople);
    const unknown = people.filter((own) => own.enrollment.myPageApplied === undefined && !isPastYear(own, ask.facts));
    return [
      ...people.filter(({ enrollment }) => enrollment.myPageApplied === false).map(notApplied),
      ...(unknown.length === 0 ? [] : [applicationUnknown(unknown)]),
    ];
  },
});

function notApplied({ participant }: EnrolledParticipant): Verdict {
  return warn(`${participant.nameJa}の受講申込がありません。申込は本人が指導者マイページで行います`, {
    at: { person: participant.id },
    remedyJa: '指導者マイページからの申込を本人に頼みます',
  });
}

function applicationUnknown(people: readonly EnrolledParticipant[]): Verdict {
  return confirm(
    `指導者マイページでの受講申込が確かめられていない受講者が${people.length}名います（${namesJa(people)}）`,
    { at: placeOf(people), remedyJa: '受講管理システムで申込を確かめ、受講者名簿に記録します' },
  );
}

/** 過年度受講者の申込。 */
export const pastYearApplication = rule({
  id: 'ENR-APL-02',
  clause: '2.(1)注意',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = ask.once(standingPeople).filter((own) => isPastYear(own, ask.facts));
    const unknown = people.filter(({ enrollment }) => enrollment.myPageApplied === undefined);
    return [
      ...people.filter(({ enrollment }) => enrollment.myPageApplied === false).map(notAppliedAgain),
      ...(unknown.length === 0 ? [] : [pastYearUnknown(unknown)]),
    ];
  },
});

function notAppliedAgain({ participant }: EnrolledParticipant): Verdict {
  return warn(
    `${participant.nameJa}は過年度受講者ですが、この講習会への申込がありません。申込があるまで受講者に数えません`,
    {
      at: { person: participant.id },
      uncountable: true,
      remedyJa: '指導者マイページからの申込を本人に頼みます',
    },
  );
}

/** They stay counted until the answer is there. */
function pastYearUnknown(people: readonly EnrolledParticipant[]): Verdict {
  return confirm(
    `この講習会への申込が確かめられていない過年度受講者が${people.length}名います（${namesJa(people)}）。申込がなければ受講者に数えません`,
    { at: placeOf(people), remedyJa: '受講管理システムで申込を確かめ、受講者名簿に記録します' },
  );
}
