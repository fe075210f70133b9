/** 会場使用料 by room and day: several lines of one room and day are judged as one, the last-listed losing first. */
import { groupBy } from '../../../group-by.js';
import { hourly, sum, type Yen } from '../../../money.js';
import type { IsoDate } from '../../../dates.js';
import type { LineOf } from '../../../model/case/lines/line.js';
import type { Session } from '../../../model/case/schedule.js';
import type { Room } from '../../../model/case/venue.js';
import type { Known } from '../../engine/rule.js';
import {
  type CoveredMinutes,
  coveredMinutes,
  type DaySchedule,
  daySchedule,
  type RoomHours,
  roomHours,
  type RoomLimits,
} from './room-hours.js';

export type RoomLine = LineOf<'room'>;

export type RoomDay = {
  readonly room: Room;
  readonly date: IsoDate;
  readonly lines: readonly RoomLine[];
  /** By the formats that are chosen; a session without a format counts for nothing. */
  readonly hours: RoomHours;
  /** As if every session without a format were a lecture; the same as `hours` where there is none. */
  readonly hoursIfTaught: RoomHours;
  /** Lunch above this many minutes is to be confirmed. */
  readonly lunchCap: number;
  readonly margin: number;
};

/** One line in its room and day, with the minutes of the lines listed before it. */
export type RentedLine = {
  readonly line: RoomLine;
  readonly day: RoomDay;
  readonly minutes: number;
  readonly minutesBefore: number;
};

/** Every 会場使用料 line by its id. To be read through `ask.once`. */
export function rentedLines(ask: Known): ReadonlyMap<string, RentedLine> {
  const { facts } = ask;
  const limits = limitsOf(ask);
  const days = groupBy(facts.linesOfKind('room'), (line) => `${line.roomId} ${line.date}`);
  const schedules = schedulesByDate(facts.sessions);
  const covered = coveredMinutes(facts.sessions, facts.curriculum);
  const taught = facts.sessions.some((session) => session.format === null) ? facts.sessions.map(asTaught) : undefined;
  const schedulesIfTaught = taught && schedulesByDate(taught);
  const coveredIfTaught = taught && coveredMinutes(taught, facts.curriculum);

  const rented = new Map<string, RentedLine>();
  for (const lines of days.values()) {
    const [first] = lines;
    const room = facts.room(first?.roomId);
    if (!first || !room) continue;
    const hours = (byDate: ReadonlyMap<IsoDate, DaySchedule>, known: CoveredMinutes): RoomHours =>
      roomHours(room.id, byDate.get(first.date) ?? NO_SESSIONS, known, limits);
    const asChosen = hours(schedules, covered);
    const day: RoomDay = {
      room,
      date: first.date,
      lines,
      hours: asChosen,
      hoursIfTaught: schedulesIfTaught && coveredIfTaught ? hours(schedulesIfTaught, coveredIfTaught) : asChosen,
      lunchCap: limits.lunchCap,
      margin: limits.margin,
    };
    let minutesBefore = 0;
    for (const line of lines) {
      const minutes = line.end - line.start;
      rented.set(line.id, { line, day, minutes, minutesBefore });
      minutesBefore += minutes;
    }
  }
  return rented;
}

/** Minutes that are kept without holding anything: eligible time and gaps. */
export function keptMinutes(hours: RoomHours): number {
  return hours.eligible + hours.gaps;
}

/** Total minutes that the lines of the day rent. */
export function rentedMinutes(day: RoomDay): number {
  return sum(day.lines.map((line) => line.end - line.start));
}

/**
 * What `limit` minutes of the whole day leave of this line at an hourly price: the step of the running sum,
 * rounded down to the yen.
 */
export function hourlyShare({ day, minutes, minutesBefore }: RentedLine, limit: number): Yen {
  const price = day.room.unitPrice ?? 0;
  const upTo = Math.min(minutesBefore + minutes, limit);
  return hourly(price, upTo) - hourly(price, Math.min(minutesBefore, limit));
}

function limitsOf(ask: Known): RoomLimits & { readonly lunchCap: number } {
  const { settings } = ask.facts.course;
  const lunchCap = settings?.lunchCapMinutes ?? ask.limit('rental.lunch.cap');
  const lunchKeep = settings?.lunchKeepMinutes ?? ask.limit('rental.lunch.keep');
  return { margin: ask.limit('rental.room.margin'), lunchCap, lunchKeep: Math.max(lunchCap, lunchKeep) };
}

const NO_SESSIONS = daySchedule([]);

function schedulesByDate(sessions: readonly Session[]): Map<IsoDate, DaySchedule> {
  const byDate = groupBy(sessions, (session) => session.date);
  return new Map([...byDate].map(([date, own]) => [date, daySchedule(own)]));
}

function asTaught(session: Session): Session {
  return session.format === null ? { ...session, format: 'lecture' } : session;
}
