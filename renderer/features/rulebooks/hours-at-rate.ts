import { sum } from '../../../shared/money.js';
import type { CourseEffect, Effect, LineEffect } from '../../../shared/rules/books/preview-effect.js';
import { Facts } from '../../../shared/rules/facts/facts.js';

/** An hourly rate before and after, in whole yen. */
export type RateChange = { readonly labelJa: string; readonly before: number; readonly after: number };

const HOUR = 60;

/** 37.0時間: the hours behind an effect, where every changed line follows the rate for whole duties; otherwise undefined. */
export function hoursAtRate(effect: Effect, rate: RateChange): string | undefined {
  const minutes = effect.courses.flatMap((course) => course.lines.map((line) => minutesAtRate(course, line, rate)));
  if (minutes.length === 0 || minutes.some((own) => own === undefined)) return undefined;
  const total = sum(minutes.map((own) => own ?? 0));
  return total % 6 === 0 ? `${Math.floor(total / HOUR)}.${(total % HOUR) / 6}時間` : `${total}分`;
}

function minutesAtRate({ value }: CourseEffect, line: LineEffect, rate: RateChange): number | undefined {
  const facts = new Facts(value);
  const own = facts.line(line.lineId);
  if (own?.kind !== 'honorarium') return undefined;
  const duties = facts.paidAssignments(own).map((paid) => paid.minutes);
  const minutes = ((line.after.eligible - line.before.eligible) * HOUR) / (rate.after - rate.before);
  return minutes > 0 && sumsOf(duties).has(minutes) ? minutes : undefined;
}

/** Every sum that some of the parts have: a line may pay duties at several rates, and only some of them moved. */
function sumsOf(parts: readonly number[]): ReadonlySet<number> {
  let sums = new Set([0]);
  for (const part of parts) sums = new Set([...sums, ...[...sums].map((own) => own + part)]);
  return sums;
}
