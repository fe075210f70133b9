/** What two courses of the desk claim at once, found once per change of any of them. */
import { acrossCourses } from '../../shared/rules/across/across-courses.js';
import type { AcrossFinding } from '../../shared/rules/across/finding.js';
import type { Case } from '../../shared/model/case/case.js';
import type { CourseRow } from '../../shared/model/store/rows.js';
import { useCases } from '../db/course-case.js';
import { courseNameJa } from './course-words.js';
import { useCourses } from './use-courses.js';

/** The findings of all courses, or only those that name `courseId`. 見本 is compared with 見本 only. */
export function useAcross(courseId?: string): readonly AcrossFinding[] {
  const rows = useCourses() ?? NO_ROWS;
  const cases = useCases(rows.map((row) => row.courseId));
  const found = remembered(rows, cases);
  if (courseId === undefined) return found;
  return found.filter((finding) => finding.places.some((place) => place.courseId === courseId));
}

const NO_ROWS: readonly CourseRow[] = [];

type Known = { readonly key: readonly unknown[]; readonly found: readonly AcrossFinding[] };
let last: Known = { key: [], found: [] };

/** Several screens ask for the same courses; a case stays the same object until something in it changes. */
function remembered(rows: readonly CourseRow[], cases: readonly (Case | null | undefined)[]): readonly AcrossFinding[] {
  const key = rows.flatMap((row, index) => [row.courseId, cases[index]]);
  if (key.length === last.key.length && key.every((own, index) => own === last.key[index])) return last.found;
  const given = rows.flatMap((row, index) => {
    const value = cases[index];
    return value ? [{ row, courseId: row.courseId, nameJa: courseNameJa(value.course), case: value }] : [];
  });
  const found = [true, false].flatMap((isSample) =>
    acrossCourses(given.filter(({ row }) => row.value.isSample === isSample)),
  );
  last = { key, found };
  return found;
}
