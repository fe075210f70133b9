/** A whole case into the store and out of it. */
import { fiscalYear, type IsoDate } from '../../shared/dates.js';
import type { Case } from '../../shared/model/case/case.js';
import { assembleCase } from '../../shared/model/store/assemble-case.js';
import { LIST_TABLES } from '../../shared/model/store/rows.js';
import type { Problem } from '../../shared/model/problem.js';
import { readCase } from '../../shared/model/case/read-case.js';
import type { Door } from './changes.js';
import type { CourseDraft } from './course-draft.js';
import { readCourse } from './course-case.js';
import type { DeskDatabase } from './database.js';

export type Imported =
  | { readonly ok: true; readonly courseId: string; readonly seq: number }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Takes a case over as a new course: everything or nothing, ids kept, in one change that can be taken back.
 * Its 判定日 is kept for the sample and where the case lies in a fiscal year that is over; otherwise today counts.
 */
export async function importCase(
  door: Door,
  input: unknown,
  options: { readonly labelJa: string; readonly isSample: boolean; readonly today: IsoDate },
): Promise<Imported> {
  const read = readCase(input);
  if (!read.ok) return { ok: false, problems: read.problems };
  const value = read.value;
  const courseId = freshCourseId();
  const keepsDay = options.isSample || fiscalYear(value.asOf) < fiscalYear(options.today);
  const recorded = await door.record(options.labelJa, async (draft) => {
    const order = await draft.nextCourseOrder();
    const course = await draft.course(courseId);
    course.setRecord(
      {
        stage: value.stage,
        ruleSet: value.ruleSet,
        ...(keepsDay ? { asOf: value.asOf } : {}),
        isSample: options.isSample,
        organization: value.organization,
        course: value.course,
      },
      order,
    );
    putLists(course, value);
  });
  if (!recorded.ok) return recorded;
  return { ok: true, courseId, seq: recorded.change?.seq ?? 0 };
}

function putLists(course: CourseDraft, value: Case): void {
  for (const table of LIST_TABLES) for (const entry of value[table] ?? []) course.put(table, entry);
}

/** The case of a course as it would be judged today; `undefined` where there is no such course. */
export async function exportCase(database: DeskDatabase, courseId: string, today: IsoDate): Promise<Case | undefined> {
  const snapshot = await readCourse(database, courseId);
  if (!snapshot) return undefined;
  return assembleCase(snapshot.head.value, snapshot.rows, snapshot.head.value.stage, today);
}

/** A course id that no other course has, on this machine or another. */
export function freshCourseId(): string {
  return `c-${crypto.randomUUID()}`;
}
