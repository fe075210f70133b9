import type { ColumnMatch } from '../../../shared/import/columns.js';
import { takenOver } from '../../../shared/import/taken-over.js';
import type { Enrollment, Participant } from '../../../shared/model/case/participant.js';
import type { Door, Recorded } from '../../db/changes.js';
import type { CourseDraft } from '../../db/course-draft.js';
import { countsJa } from '../../desk/list-import/preview-bar.js';
import { countsOf, type PlannedRow } from './import-plan.js';
import { columnsKey, columnsSetting } from './list-source.js';

/** Writes the ticked rows as one step; `said` is the meaning of the columns, where the user had to say it. */
export function takeOver(
  door: Door,
  courseId: string,
  rows: readonly PlannedRow[],
  said: ColumnMatch | undefined,
): Promise<Recorded> {
  const ticked = rows.filter((row) => row.isTicked);
  return door.record(`受講者${ticked.length}件を取り込みました（${countsJa(countsOf(ticked))}）`, async (draft) => {
    write(await draft.course(courseId), ticked);
    if (said && said.headingAt !== undefined)
      (await draft.shelf('settings')).put(columnsKey(said), columnsSetting(said));
  });
}

function write(course: CourseDraft, rows: readonly PlannedRow[]): void {
  const { fiscalYear } = course.record.course;
  const participantIds = freshIds(course, ['participants', 'staff'], 'P');
  const enrollmentIds = freshIds(course, ['enrollments'], 'E');
  const enrollments = new Map(course.list('enrollments').map((one) => [one.participantId, one]));
  const people = new Map(course.list('participants').map((one) => [one.id, one]));
  const added: { participant: Participant; enrollment: Enrollment }[] = [];
  const newEnrollments: Enrollment[] = [];
  for (const { held, person } of rows) {
    // As it is now: it may have changed, or gone, since the list was compared.
    const now = held ? people.get(held.participant.id) : undefined;
    const before = now && { participant: now, enrollment: enrollments.get(now.id) };
    const ids = {
      participantId: before ? '' : participantIds(),
      enrollmentId: before?.enrollment ? '' : enrollmentIds(),
    };
    const taken = takenOver(before, person.values, ids, fiscalYear);
    if (!before) added.push(taken);
    else {
      course.put('participants', taken.participant);
      if (before.enrollment) course.put('enrollments', taken.enrollment);
      else newEnrollments.push(taken.enrollment);
    }
  }
  course.append(
    'participants',
    added.map((one) => one.participant),
  );
  course.append('enrollments', [...newEnrollments, ...added.map((one) => one.enrollment)]);
}

/** Ids that nobody has, counted on from the number of entries: `freshId` looks through all of them each time. */
function freshIds(
  course: CourseDraft,
  tables: readonly ('participants' | 'staff' | 'enrollments')[],
  prefix: string,
): () => string {
  const taken = new Set(tables.flatMap((table) => course.list(table).map((entry) => entry.id)));
  let number = taken.size;
  return () => {
    do number += 1;
    while (taken.has(`${prefix}${number}`));
    return `${prefix}${number}`;
  };
}
