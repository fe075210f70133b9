/** 申請 → 報告 and back, each as one change that can be taken back. */
import type { Line } from '../../shared/model/case/lines/line.js';
import type { Door, Recorded } from './changes.js';
import type { CourseDraft } from './course-draft.js';

/**
 * Goes on to the report. Lines of the application that the report does not have yet come over with 実績 = 申請額;
 * lines that were already worked on at the report stay as they are.
 */
export function moveToReport(door: Door, courseId: string): Promise<Recorded> {
  return door.record('報告の段階に進みました', async (draft) => beginReport(await draft.course(courseId)));
}

/** The same as a part of a larger step. */
export function beginReport(course: CourseDraft): void {
  const known = new Set(course.list('lines', 'report').map((line) => line.id));
  for (const line of course.list('lines', 'application')) {
    if (!known.has(line.id)) course.put('lines', asReported(line), { stage: 'report' });
  }
  course.setRecord({ ...course.record, stage: 'report' });
}

/** Goes back to the application; the lines of the report stay in the store. */
export function backToApplication(door: Door, courseId: string): Promise<Recorded> {
  return door.record('申請の段階に戻しました', async (draft) => {
    const course = await draft.course(courseId);
    course.setRecord({ ...course.record, stage: 'application' });
  });
}

function asReported(line: Line): Line {
  return { ...line, actual: line.planned ?? 0 };
}
