/** 期限 of all courses as the board sorts them. */
import { addDays, type IsoDate, weekday } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { CourseRow } from '../../../shared/model/store/rows.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { type DueDeadline, openDeadlines } from '../../desk/deadlines.js';

/** A course with its case. */
export type Held = { readonly row: CourseRow; readonly value: Case };
/** One open deadline of a course. */
export type Due = Held & { readonly deadline: DueDeadline };

export type DueGroup = { readonly ja: string; readonly entries: readonly Due[] };

/** The open deadlines of all courses, the earliest first; equal days in the order of the courses. */
export function dueOf(held: readonly Held[], books: readonly Rulebook[]): Due[] {
  return held
    .flatMap((one) => openDeadlines(one.value, books).map((deadline) => ({ ...one, deadline })))
    .sort((a, b) => a.deadline.daysLeft - b.deadline.daysLeft);
}

/** Identity of a row on the board. */
export function dueKey({ row, deadline }: Due): string {
  return `${row.courseId} ${deadline.key}`;
}

/** Passed, until the coming Sunday, and later: by the day of each course. */
export function groupsOf(due: readonly Due[]): readonly [DueGroup, DueGroup, DueGroup] {
  const isPast = ({ deadline }: Due): boolean => deadline.daysLeft < 0;
  const isThisWeek = (entry: Due): boolean => !isPast(entry) && entry.deadline.dueOn <= endOfWeek(entry.value.asOf);
  return [
    { ja: '過ぎたもの', entries: due.filter(isPast) },
    { ja: '今週', entries: due.filter(isThisWeek) },
    { ja: '来週から', entries: due.filter((entry) => !isPast(entry) && !isThisWeek(entry)) },
  ];
}

/** The Sunday of the week of a day, which begins on Monday. */
function endOfWeek(day: IsoDate): IsoDate {
  return addDays(day, (7 - weekday(day)) % 7);
}
