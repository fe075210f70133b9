import type { Facts } from '../../facts/facts.js';

/** True once the course will not be held as it was applied for: nothing is awaited any more. */
export function isCalledOff({ course }: Facts): boolean {
  return course.status === 'cancelled' || course.status === 'convertedToIndependent';
}
