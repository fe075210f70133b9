/** 講習会の間の確認: the same claimed twice in different courses. A pure function; the order of the courses means nothing. */
import { overlappingDuties } from './duties.js';
import type { AcrossCase, AcrossFinding } from './finding.js';
import { sourcesOf } from './source.js';
import { sharedNights, sharedTrips } from './trips.js';
import { sharedVouchers } from './vouchers.js';

/** Everything that two or more of the courses claim at once, certain findings first. No amount is changed by it. */
export function acrossCourses(cases: readonly AcrossCase[]): AcrossFinding[] {
  const sources = sourcesOf(cases);
  if (sources.length < 2) return [];
  const found = [
    ...overlappingDuties(sources),
    ...sharedTrips(sources),
    ...sharedNights(sources),
    ...sharedVouchers(sources),
  ];
  const rank = (finding: AcrossFinding): string => `${finding.isDoubtful ? 1 : 0} ${finding.key}`;
  return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
