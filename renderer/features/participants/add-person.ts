import type { CourseChanges } from '../../desk/use-changes.js';

/** Adds a person with an enrolment of this year; the name is typed next. Returns the id, where it was written. */
export async function addPerson(changes: CourseChanges): Promise<string | undefined> {
  let id: string | undefined;
  const recorded = await changes.act('受講者を1人加えました', (course) => {
    const participantId = course.freshId('participants', 'P');
    id = participantId;
    course.put('participants', { id: participantId, nameJa: '氏名 未入力' });
    course.put('enrollments', {
      id: course.freshId('enrollments', 'E'),
      participantId,
      startFiscalYear: course.record.course.fiscalYear,
      status: 'applied',
    });
  });
  return recorded.ok ? id : undefined;
}
