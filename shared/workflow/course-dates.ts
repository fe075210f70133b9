import type { IsoDate } from '../dates.js';
import type { Case } from '../model/case/case.js';

/** First and last day of a course: of its sessions, 検定 included, else as entered at the course. */
export function courseDatesOf({ course, sessions = [] }: Case): {
  readonly first: IsoDate | undefined;
  readonly last: IsoDate | undefined;
} {
  const days = sessions.map((session) => session.date).sort();
  return { first: days[0] ?? course.startDate, last: days.at(-1) ?? course.endDate };
}
