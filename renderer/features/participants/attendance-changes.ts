import type { CourseDraft } from '../../db/course-draft.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Enrollment } from '../../../shared/model/case/participant.js';
import type { Session } from '../../../shared/model/case/schedule.js';

/** Sessions at which people are counted, in the order of the days: no lunch, no break. */
export function countedSessions({ sessions }: Case): readonly Session[] {
  return (sessions ?? [])
    .filter(({ format }) => format !== 'lunch' && format !== 'break')
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.start - b.start));
}

/** `undefined` takes the entry away: nothing is known again. */
export type Presence = boolean | undefined;

export function presenceOf({ attendance }: Enrollment, sessionId: string): Presence {
  return attendance?.find((one) => one.sessionId === sessionId)?.present;
}

/** The enrolment with the same 出欠 at each of the sessions. */
export function withPresence(enrollment: Enrollment, sessionIds: readonly string[], present: Presence): Enrollment {
  const others = (enrollment.attendance ?? []).filter((one) => !sessionIds.includes(one.sessionId));
  const own = present === undefined ? [] : sessionIds.map((sessionId) => ({ sessionId, present }));
  return { ...enrollment, attendance: [...others, ...own] };
}

/** Writes the 出欠 into the enrolment as it is now: keys come faster than the screen is drawn again. */
export function recordPresence(
  course: CourseDraft,
  { id }: Pick<Enrollment, 'id'>,
  sessionIds: readonly string[],
  present: Presence,
): void {
  const now = course.get('enrollments', id);
  if (now) course.put('enrollments', withPresence(now, sessionIds, present));
}
