/** コーチ1の共通科目Ⅰ: a correspondence course beside this one, paid by the person and judged by one 課題. */
import { type Ask, rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { note } from '../../engine/verdict.js';
import { exemptPeople } from '../../facts/exempt-people.js';
import { namesJa, placeOf, standingPeople } from './people.js';

/** 共通科目Ⅰの受講料。 */
export const common1Paid = rule({
  id: 'ENR-CM1-01',
  clause: '3.※1',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = takingCommon1(ask).filter(
      ({ enrollment }) => enrollment.common1PaidOn === undefined && enrollment.common1Result === undefined,
    );
    if (people.length === 0) return undefined;
    return note(
      `共通科目Ⅰの受講料の納入が記録されていない受講者が${people.length}名います（${namesJa(people)}）。案内・テキスト・課題は、本人の納入の後にNHK学園から届きます`,
      {
        at: placeOf(people),
        confirm: true,
        remedyJa: '納入が済んでいるか本人に確かめ、納入日を入れます。免除になる方は免除の資格を登録します',
      },
    );
  },
});

/** 共通科目Ⅰの可否。 */
export const common1Judged = rule({
  id: 'ENR-CM1-02',
  clause: '3.※1',
  stage: 'enrollments',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const people = takingCommon1(ask).filter(({ enrollment }) => enrollment.common1Result === undefined);
    if (people.length === 0) return undefined;
    return note(
      `共通科目Ⅰの可否が記録されていない受講者が${people.length}名います（${namesJa(people)}）。可否は1回の課題（通信）で決まります`,
      { at: placeOf(people), confirm: true, remedyJa: '課題の結果を確かめ、受講者名簿に記録します' },
    );
  },
});

/** Who takes 共通科目Ⅰ: everybody of a コーチ1 course who is not exempt from it; a doubtful exemption is none yet. */
function takingCommon1(ask: Ask): readonly EnrolledParticipant[] {
  if (ask.facts.course.level !== 'coach1') return [];
  const exempt = exemptPeople(ask.exemptions(), 'common1');
  return ask.once(standingPeople).filter(({ participant }) => !exempt.has(participant.id));
}
