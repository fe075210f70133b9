/** Keys of the timetable: arrows choose, Alt moves, Alt+Shift lengthens. */
import type { KeyboardEvent } from 'react';
import type { Session } from '../../../shared/model/case/schedule.js';
import { nextDay, type ScheduleChanges } from './schedule-changes.js';
import type { PlacedSession, TimetableDay } from './timetable.js';

/** Minutes that one key press moves or lengthens. */
const STEP = 15;

type KeyContext = {
  readonly days: readonly TimetableDay[];
  readonly choose: (id: string) => void;
  readonly onChoose: (id: string) => void;
  readonly onEnter: () => void;
  readonly changes: ScheduleChanges;
};

/** What a key does on a chosen session. */
export function keyAction(event: KeyboardEvent, session: Session, context: KeyContext): (() => unknown) | undefined {
  const { changes } = context;
  const { altKey, shiftKey, ctrlKey, key } = event;
  if (altKey && shiftKey) {
    if (key === 'ArrowDown') return () => changes.lengthen(session, STEP);
    return key === 'ArrowUp' ? () => changes.lengthen(session, -STEP) : undefined;
  }
  if (altKey) return movingAction(key, session, context);
  if (ctrlKey) {
    if (key.toLowerCase() !== 'd') return undefined;
    return async () => {
      const dates = context.days.map((day) => day.date);
      const id = await changes.copyTo(session, nextDay(dates, session.date));
      if (id !== undefined) context.onChoose(id);
    };
  }
  if (key === 'Enter' || key === 'F2') return context.onEnter;
  if (key === 'Delete') return () => changes.remove(session);
  const next = neighbour(context.days, session, key);
  return next === undefined ? undefined : () => context.choose(next);
}

function movingAction(key: string, session: Session, { days, changes }: KeyContext): (() => unknown) | undefined {
  const dates = days.map((day) => day.date);
  const index = dates.indexOf(session.date);
  switch (key) {
    case 'ArrowDown':
      return () => changes.move(session, STEP);
    case 'ArrowUp':
      return () => changes.move(session, -STEP);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const date = dates[index + (key === 'ArrowRight' ? 1 : -1)];
      return () => (date === undefined ? undefined : changes.moveToDay(session, date));
    }
    default:
      return undefined;
  }
}

/** The session that an arrow leads to: up and down by time, left and right to the nearest of the day beside. */
function neighbour(days: readonly TimetableDay[], session: Session, key: string): string | undefined {
  const dayIndex = days.findIndex((day) => day.date === session.date);
  const own = days[dayIndex]?.sessions.map((placed) => placed.session) ?? [];
  const index = own.findIndex((candidate) => candidate.id === session.id);
  switch (key) {
    case 'ArrowDown':
      return own[index + 1]?.id;
    case 'ArrowUp':
      return own[index - 1]?.id;
    case 'Home':
      return own[0]?.id;
    case 'End':
      return own.at(-1)?.id;
    case 'ArrowLeft':
    case 'ArrowRight': {
      const beside = days[dayIndex + (key === 'ArrowRight' ? 1 : -1)]?.sessions ?? [];
      const distance = (placed: PlacedSession): number => Math.abs(placed.session.start - session.start);
      const nearest = beside.reduce<PlacedSession | undefined>(
        (best, placed) => (best === undefined || distance(placed) < distance(best) ? placed : best),
        undefined,
      );
      return nearest?.session.id;
    }
    default:
      return undefined;
  }
}
