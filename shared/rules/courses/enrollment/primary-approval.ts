/** 一次承認の期日: コーチ1 a guideline, コーチ2 a deadline; both counted back from the first day of the course. */
import { type IsoDate, longDateJa } from '../../../dates.js';
import type { Level } from '../../../model/case/course.js';
import { type Ask, rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { confirm, type Verdict, warn } from '../../engine/verdict.js';
import { primaryApprovalDue } from '../../facts/due-dates.js';
import { namesJa, placeOf, standingPeople } from './people.js';

const DAY_JA = { coach1: '目途', coach2: '期日' } as const satisfies Record<Level, string>;

/** コーチ1の一次承認の目途。 */
export const coach1PrimaryApproval = rule({
  id: 'ENR-DL-01',
  clause: '3.(1)',
  stage: 'enrollments',
  on: 'course',
  check: (_course, ask) => (ask.facts.course.level === 'coach1' ? approvals(ask) : undefined),
});

/** コーチ2の一次承認の期日。 */
export const coach2PrimaryApproval = rule({
  id: 'ENR-DL-02',
  clause: '3.(1)',
  stage: 'enrollments',
  on: 'course',
  check: (_course, ask) => (ask.facts.course.level === 'coach2' ? approvals(ask) : undefined),
});

function approvals(ask: Ask): Verdict[] {
  const people = ask.once(standingPeople);
  const due = primaryApprovalDue(ask.facts, ask.figure);
  const dated = people.filter(({ enrollment }) => enrollment.primaryApprovedOn !== undefined);
  if (due === undefined) return dated.length === 0 ? [] : [startUnknown(dated)];
  const undated = people.filter(({ enrollment }) => enrollment.primaryApprovedOn === undefined);
  const name = DAY_JA[ask.facts.course.level];
  return [
    ...late(dated, due, name),
    // Before that day passes nobody can be late.
    ...(ask.facts.asOf > due ? overdue(undated, due, name) : []),
  ];
}

function late(people: readonly EnrolledParticipant[], due: IsoDate, name: string): Verdict[] {
  const own = people.filter(({ enrollment }) => (enrollment.primaryApprovedOn ?? due) > due);
  if (own.length === 0) return [];
  return [
    warn(`一次承認が${name}（${longDateJa(due)}）より後になった受講者が${own.length}名います（${namesJa(own)}）`, {
      at: placeOf(own),
      work: [
        { labelJa: `一次承認の${name}`, textJa: longDateJa(due) },
        ...own.map(({ participant, enrollment }) => ({
          labelJa: participant.nameJa,
          textJa: longDateJa(enrollment.primaryApprovedOn ?? due),
        })),
      ],
      remedyJa: '最終承認と申請書に間に合うか確かめます。日付の誤りなら一次承認日を直します',
    }),
  ];
}

/** Still waiting, or approved on a day that nobody wrote down. */
function overdue(people: readonly EnrolledParticipant[], due: IsoDate, name: string): Verdict[] {
  const waiting = people.filter(({ enrollment }) => enrollment.status === 'applied');
  const dayUnknown = people.filter(({ enrollment }) => enrollment.status !== 'applied');
  const found: Verdict[] = [];
  if (waiting.length > 0) {
    found.push(
      warn(
        `一次承認の${name}（${longDateJa(due)}）を過ぎて、一次承認がまだの受講者が${waiting.length}名います（${namesJa(waiting)}）`,
        { at: placeOf(waiting), remedyJa: '一次承認を急ぎ、最終承認と申請書に間に合うか確かめます' },
      ),
    );
  }
  if (dayUnknown.length > 0) {
    found.push(
      confirm(
        `一次承認の日の記録がない受講者が${dayUnknown.length}名います（${namesJa(dayUnknown)}）。${name}（${longDateJa(due)}）までに済んだか確かめてください`,
        { at: placeOf(dayUnknown), remedyJa: '受講管理システムで一次承認日を確かめて入れます' },
      ),
    );
  }
  return found;
}

function startUnknown(people: readonly EnrolledParticipant[]): Verdict {
  return confirm(
    `講習会の開始日が決まっていないため、${people.length}名の一次承認（${namesJa(people)}）が期日に間に合っているか確かめられません`,
    { at: placeOf(people), remedyJa: '日程か開始日を入れます' },
  );
}
