/** Everything the 日程 screen changes. */
import { addDays, clockJa, type IsoDate, shortDateJa } from '../../../shared/dates.js';
import type { Session } from '../../../shared/model/case/schedule.js';
import type { CourseDraft } from '../../db/course-draft.js';
import type { Recorded } from '../../db/changes.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { inTime } from './timetable.js';

const DAY_START = 9 * 60;
const LAST_CLOCK = 24 * 60;
const FIRST_LENGTH = 60;

export type ScheduleChanges = ReturnType<typeof scheduleChanges>;

/** The verbs of the screen. `titleOf` names a session in the toast. */
export function scheduleChanges({ edit, act }: CourseChanges, titleOf: (session: Session) => string) {
  /** By minutes within the day; stops at its borders. */
  const move = (session: Session, minutes: number): Promise<Recorded> | undefined => {
    const start = session.start + minutes;
    if (start < 0 || session.end + minutes > LAST_CLOCK) return undefined;
    return act(`${titleOf(session)}を ${clockJa(session.start)} から ${clockJa(start)} へ動かしました`, (course) =>
      course.change('sessions', session.id, { start, end: session.end + minutes }),
    );
  };
  const moveToDay = (session: Session, date: IsoDate): Promise<Recorded> =>
    act(`${titleOf(session)}を ${shortDateJa(date)} へ動かしました`, (course) =>
      course.change('sessions', session.id, { date }),
    );
  const lengthen = (session: Session, minutes: number): Promise<Recorded> | undefined => {
    const end = session.end + minutes;
    if (end <= session.start || end > LAST_CLOCK) return undefined;
    return act(`${titleOf(session)}の終わりを ${clockJa(end)} にしました`, (course) => {
      for (const assignment of course.list('assignments')) {
        const tooLong = assignment.sessionId === session.id && (assignment.minutes ?? 0) > end - session.start;
        if (tooLong) course.change('assignments', assignment.id, { minutes: undefined });
      }
      course.change('sessions', session.id, { end });
    });
  };
  const remove = (session: Session): Promise<Recorded> =>
    act(`${titleOf(session)}を消しました`, (course) => course.remove('sessions', session.id));

  /** A new session after the last one of the day (or of a lunch's length of room); its id comes back. */
  const add = async (date: IsoDate, after?: Session): Promise<string | undefined> => {
    let id: string | undefined;
    const recorded = await act('予定を加えました', (course) => {
      id = course.freshId('sessions', 's');
      const start = freeStart(course, date, after);
      const roomId = after?.roomId;
      course.put('sessions', {
        id,
        date,
        start,
        end: Math.min(start + FIRST_LENGTH, LAST_CLOCK),
        format: null,
        ...(roomId === undefined ? {} : { roomId }),
      });
    });
    return recorded.ok ? id : undefined;
  };

  /** The session with its people on another day at the same time. */
  const copyTo = async (session: Session, date: IsoDate): Promise<string | undefined> => {
    let id: string | undefined;
    const recorded = await act(`${titleOf(session)}を ${shortDateJa(date)} に写しました`, (course) => {
      id = course.freshId('sessions', 's');
      course.put('sessions', { ...session, id, date });
      for (const assignment of course.list('assignments')) {
        if (assignment.sessionId !== session.id) continue;
        course.put('assignments', { ...assignment, id: course.freshId('assignments', 'a'), sessionId: id });
      }
    });
    return recorded.ok ? id : undefined;
  };

  return { edit, act, move, moveToDay, lengthen, remove, add, copyTo };
}

function freeStart(course: CourseDraft, date: IsoDate, after: Session | undefined): number {
  const own = inTime(course.list('sessions').filter((session) => session.date === date));
  if (after?.date === date) {
    const next = own.find((session) => session.start >= after.end && session.id !== after.id);
    if (!next || next.start - after.end >= FIRST_LENGTH) return Math.min(after.end, LAST_CLOCK - FIRST_LENGTH);
  }
  const end = Math.max(DAY_START, ...own.map((session) => session.end));
  return own.length === 0 ? DAY_START : Math.min(end, LAST_CLOCK - FIRST_LENGTH);
}

/** The course day after `date`, or the next calendar day where there is none. */
export function nextDay(dates: readonly IsoDate[], date: IsoDate): IsoDate {
  return dates.find((candidate) => candidate > date) ?? addDays(date, 1);
}
