/** 受講者確定: who is a 受講者 for good, who is not yet, and whether everybody can be told. */
import type { EnrollmentStatus } from '../../../model/case/participant.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { note, refuse, type Verdict, warn } from '../../engine/verdict.js';
import { stands } from '../../facts/headcount.js';
import { namesJa, placeOf, standingPeople } from './people.js';

/** 承認済 and what can only follow it. */
const CONFIRMED: readonly EnrollmentStatus[] = ['approved', 'inProgress', 'passed', 'failed', 'absent'];

function withStatus(people: readonly EnrolledParticipant[], ...statuses: readonly EnrollmentStatus[]) {
  return people.filter(({ enrollment }) => statuses.includes(enrollment.status));
}

/** 一次承認のない最終承認。 */
export const finalWithoutPrimary = rule({
  id: 'ENR-APV-01',
  clause: '3.※2',
  stage: 'enrollments',
  on: 'enrollment',
  check({ participant, enrollment }) {
    if (!stands(enrollment)) return undefined;
    if (enrollment.finalApprovedOn === undefined || enrollment.primaryApprovedOn !== undefined) return undefined;
    return refuse(
      `${participant.nameJa}には最終承認の記録がありますが、一次承認の記録がありません。一次承認があるまで受講者に数えません`,
      { uncountable: true, remedyJa: '一次承認の日付を入れます' },
    );
  },
});

/** 受講の確定。 */
export const confirmedPeople = rule({
  id: 'ENR-APV-02',
  clause: '3.(1)',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = ask.once(standingPeople);
    if (people.length === 0) return undefined;
    const confirmed = withStatus(people, ...CONFIRMED).length;
    return note(
      `受講が確定した受講者は${people.length}名のうち${confirmed}名です。日本スポーツ協会の最終承認で「承認済」になった時点で確定します`,
      {
        work: [
          { labelJa: '承認済み（受講確定）', textJa: `${confirmed}名` },
          { labelJa: '一次承認済み', textJa: `${withStatus(people, 'primaryApproved').length}名` },
          { labelJa: '申込済み', textJa: `${withStatus(people, 'applied').length}名` },
        ],
      },
    );
  },
});

/** 確定していない受講者。 */
export const unconfirmedPeople = rule({
  id: 'ENR-APV-03',
  clause: '3.(1)',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = ask.once(standingPeople);
    const applied = withStatus(people, 'applied');
    const waiting = withStatus(people, 'primaryApproved');
    if (hasStarted(ask)) return unconfirmed([...applied, ...waiting], '最終承認');
    return [
      ...unconfirmed(applied, '一次承認'),
      ...(waiting.length === 0
        ? []
        : [
            note(`最終承認を待っている受講者が${waiting.length}名います（${namesJa(waiting)}）`, {
              at: placeOf(waiting),
            }),
          ]),
    ];
  },
});

/** From the first day on, 一次承認 alone is no longer enough. */
function hasStarted({ facts }: Ask): boolean {
  return facts.isReport || (facts.startDate !== undefined && facts.asOf >= facts.startDate);
}

function unconfirmed(people: readonly EnrolledParticipant[], missingJa: string): Verdict[] {
  if (people.length === 0) return [];
  return [
    warn(`受講が確定していない受講者が${people.length}名います（${namesJa(people)}）`, {
      at: placeOf(people),
      remedyJa: `受講管理システムで${missingJa}を確かめ、受講者名簿の状況を改めます`,
    }),
  ];
}

/** 受講確定の通知が届く先。 */
export const reachableByMail = rule({
  id: 'ENR-APV-04',
  clause: '3.(2)',
  stage: 'enrollments',
  on: 'course',
  check(_course, ask) {
    const people = ask.once(standingPeople).filter(({ participant }) => (participant.email ?? '').trim() === '');
    if (people.length === 0) return undefined;
    return note(
      `メールアドレスの記録がない受講者が${people.length}名います（${namesJa(people)}）。受講確定の通知は指導者マイページに登録したアドレスに届きます`,
      {
        at: placeOf(people),
        confirm: people.some(({ participant }) => participant.email === undefined),
        remedyJa: '登録したメールアドレスを本人に確かめます',
      },
    );
  },
});
