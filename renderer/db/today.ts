import { useSyncExternalStore } from 'react';
import { type IsoDate, isoDate } from '../../shared/dates.js';

/** Today by the clock of this machine, in its own time zone. */
export function today(): IsoDate {
  return dayOf(new Date());
}

/** The day of a moment in the time zone of this machine. */
export function dayOf(moment: Date): IsoDate {
  return isoDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

/** {@link today}, followed over midnight: the program stays open for days. */
export function useToday(): IsoDate {
  return useSyncExternalStore(subscribe, today);
}

const MINUTE = 60_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE);
  return () => clearInterval(timer);
}
