/** What a course is called and when it is, in the words of the screens. */
import { type IsoDate, shortDateJa } from '../../shared/dates.js';
import { type Course, LEVEL_JA, SUBJECT_JA } from '../../shared/model/case/course.js';
import type { Session } from '../../shared/model/case/schedule.js';

/** 「バドミントン コーチ2 専門科目」; 共通科目Ⅱ has no 競技. */
export function courseNameJa(course: Course): string {
  const words = [LEVEL_JA[course.level], SUBJECT_JA[course.subject]];
  return course.competition ? [course.competition.nameJa, ...words].join(' ') : words.join(' ');
}

export type CourseDates = {
  readonly first: IsoDate | undefined;
  readonly last: IsoDate | undefined;
  /** Number of distinct course days; 0 before there is a session. */
  readonly days: number;
};

/** First and last day: of the sessions, else as entered at the course. */
export function courseDates(course: Course, sessions: readonly Session[] = []): CourseDates {
  const dates = [...new Set(sessions.map((session) => session.date))].sort();
  return { first: dates[0] ?? course.startDate, last: dates.at(-1) ?? course.endDate, days: dates.length };
}

/** 「8/21〜9/5」 without weekdays; 「日程 未入力」 while unknown. */
export function periodJa({ first, last }: CourseDates): string {
  if (first === undefined) return '日程 未入力';
  const bare = (date: IsoDate): string => shortDateJa(date).replace(/\(.\)$/u, '');
  return last === undefined || last === first ? bare(first) : `${bare(first)}〜${bare(last)}`;
}
