import type { Case } from '../../../shared/model/case/case.js';
import type { ExemptSubject } from '../../../shared/rules/courses/exemptions/judgement.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { sameName } from '../../../shared/text.js';

/** The qualifications that the book's list names for a subject of this course. */
export function listedQualifications(
  { exemptions }: Rulebook,
  { course }: Case,
  subject: ExemptSubject,
): readonly string[] {
  if (subject !== 'specialty') {
    const rows = exemptions.common.filter((row) => row[subject]);
    return rows.flatMap((row) => [row.qualification, ...(row.alsoAccepted ?? [])]);
  }
  const competition = course.competition?.nameJa;
  const rows = exemptions.specialty.filter(
    (row) => competition !== undefined && sameName(row.competition, competition),
  );
  return [...new Set(rows.flatMap((row) => (course.level === 'coach1' ? row.coach1 : row.coach2)))];
}
