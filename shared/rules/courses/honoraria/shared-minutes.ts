/** 同時刻の担当: minutes in which a person teaches beside people listed before. */
import { dayNumber } from '../../../dates.js';
import type { Session } from '../../../model/case/schedule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import { byPerson } from './paid-by-subject.js';

const MINUTES_PER_DAY = 24 * 60;

/**
 * Minutes of each 担当 that coincide with people listed before; a 担当 without any is absent. Where less than
 * the whole session is claimed, the minutes are laid where nobody else stands, so two people who divide a
 * session between them do not coincide.
 */
export function sharedMinutes(entries: readonly PaidAssignment[]): ReadonlyMap<PaidAssignment, number> {
  const shared = new Map<PaidAssignment, number>();
  const people = byPerson(entries);
  if (people.size < 2) return shared;
  const taken = new Set<number>();
  for (const own of people.values()) {
    const mine = new Set<number>();
    for (const paid of own) {
      if (!paid.session) continue;
      const clock = clockMinutes(paid.session);
      const besideOthers = clock.filter((minute) => taken.has(minute));
      const free = clock.filter((minute) => !taken.has(minute) && !mine.has(minute));
      const minutes = Math.min(Math.max(paid.minutes - free.length, 0), besideOthers.length);
      if (minutes > 0) shared.set(paid, minutes);
      for (const minute of free.slice(0, paid.minutes)) mine.add(minute);
    }
    for (const minute of mine) taken.add(minute);
  }
  return shared;
}

/** Minutes for which two 担当 must stand in two places at once, however they lie within their sessions. */
export function collidingMinutes(a: PaidAssignment, b: PaidAssignment): number {
  // The same 担当 on two lines is paid twice for the same minutes.
  if (a.assignment === b.assignment) return a.minutes;
  if (!a.session || !b.session) return 0;
  const either = length(a.session) + length(b.session) - overlap(a.session, b.session);
  return Math.max(a.minutes + b.minutes - either, 0);
}

function length({ start, end }: Session): number {
  return end - start;
}

function overlap(a: Session, b: Session): number {
  return a.date === b.date ? Math.max(Math.min(a.end, b.end) - Math.max(a.start, b.start), 0) : 0;
}

function clockMinutes({ date, start, end }: Session): number[] {
  const midnight = dayNumber(date) * MINUTES_PER_DAY;
  return Array.from({ length: end - start }, (_, index) => midnight + start + index);
}
