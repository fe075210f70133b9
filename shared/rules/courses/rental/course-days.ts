/** 講習会の日: the session dates; while there are no sessions, every day from the first to the last day entered. */
import { addDays, daysBetween, type IsoDate } from '../../../dates.js';
import type { Facts } from '../../facts/facts.js';

/** Longest course that is still spelled out day by day. */
const ONE_YEAR = 366;

/** `undefined` while the days are not known. */
export function courseDays({ courseDates, startDate, endDate }: Facts): readonly IsoDate[] | undefined {
  if (courseDates.length > 0) return courseDates;
  if (startDate === undefined || endDate === undefined) return undefined;
  const length = daysBetween(startDate, endDate) + 1;
  if (length < 1 || length > ONE_YEAR) return undefined;
  return Array.from({ length }, (_, index) => addDays(startDate, index));
}
