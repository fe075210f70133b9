/** 期限 of courses as the screens show them. */
import { daysBetween, type IsoDate } from '../../shared/dates.js';
import type { Case } from '../../shared/model/case/case.js';
import { type Deadline, isTask } from '../../shared/rules/courses/deadlines/deadline.js';
import { deadlinesOf } from '../../shared/rules/courses/deadlines/deadlines.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { decisionOf } from '../db/course-case.js';
import { bookOf } from './books.js';

/** An open deadline whose day is known. */
export type DueDeadline = Deadline & { readonly dueOn: IsoDate; readonly daysLeft: number };

const known = new WeakMap<Case, { readonly book: Rulebook | undefined; readonly deadlines: readonly Deadline[] }>();

/** All deadlines of a course in the order of the guide; kept with the case. */
export function deadlinesOfCase(value: Case, books: readonly Rulebook[]): readonly Deadline[] {
  const book = bookOf(value, books);
  const own = known.get(value);
  if (own && own.book === book) return own.deadlines;
  const deadlines = compute(value, books);
  known.set(value, { book, deadlines });
  return deadlines;
}

function compute(value: Case, books: readonly Rulebook[]): readonly Deadline[] {
  const book = bookOf(value, books);
  const decision = decisionOf(value, books);
  return book && decision ? deadlinesOf(new Facts(value), book, decision.settlement) : [];
}

/** What is still to be done, sent or received, the earliest first. Periods and reference days are no tasks. */
export function openDeadlines(value: Case, books: readonly Rulebook[]): DueDeadline[] {
  const all = deadlinesOfCase(value, books);
  const reportIsLate = all.some(({ deadlineId, state }) => deadlineId === 'DL-08' && state === 'overdue');
  return all
    .flatMap((deadline): DueDeadline[] =>
      deadline.dueOn === null || deadline.state === 'done' || !isTask(deadline)
        ? []
        : [{ ...deadline, dueOn: deadline.dueOn, daysLeft: daysBetween(value.asOf, deadline.dueOn) }],
    )
    .filter(({ deadlineId }) => deadlineId !== 'DL-09' || reportIsLate)
    .filter(({ deadlineId }) => !BEFORE_COURSE.includes(deadlineId) || !isUnderWay(value))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** The one to look at: the nearest day that must be met or brings money; a guideline only where there is nothing else. */
export function nextDeadline(value: Case, books: readonly Rulebook[]): DueDeadline | undefined {
  const open = openDeadlines(value, books);
  return open.find(({ kind, personId }) => kind !== 'guideline' && personId === undefined) ?? open[0];
}

/** 実施希望調査, 一次承認 and 申請書: settled by the contract or by the report, whatever was recorded. */
const BEFORE_COURSE: readonly string[] = ['DL-01', 'DL-02', 'DL-03', 'DL-04', 'DL-16'];

function isUnderWay({ course, stage }: Case): boolean {
  return stage === 'report' || course.contractOn !== undefined || course.approvalNoticeOn !== undefined;
}

/** The kind of chip: a day that costs money, a guideline, an expected income. */
export function chipKind(deadline: Deadline): 'must' | 'guide' | 'expected' {
  if (deadline.kind === 'payment') return 'expected';
  return deadline.kind === 'guideline' ? 'guide' : 'must';
}
