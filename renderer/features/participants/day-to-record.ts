import type { IsoDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { today } from '../../db/today.js';

/** The day a step of a 受講者 is first offered with: today, or the 判定日 of a course that is looked at from an earlier day. */
export function dayToRecord({ asOf }: Case): IsoDate {
  const now = today();
  return asOf < now ? asOf : now;
}
