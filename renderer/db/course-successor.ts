/** 委託→独自: the 独自 course that goes on with the plan and the people of a 委託 course. */
import type { Course, CourseStatus } from '../../shared/model/case/course.js';
import type { ApprovalKind } from '../../shared/model/case/approval.js';
import { freshCourseId } from './case-import.js';
import type { StoreTable } from '../../shared/model/change.js';
import type { Draft } from './changes.js';
import type { CourseDraft } from './course-draft.js';
import type { DeskDatabase } from './database.js';

/** What the course is and how far its recruiting is; nothing of its application and its money. */
const KEPT_FIELDS = [
  'fiscalYear',
  'level',
  'subject',
  'mode',
  'competition',
  'managingOrgName',
  'organizingOrgName',
  'surveyReplied',
  'plannedScale',
  'recruitStart',
  'recruitEnd',
  'startDate',
  'endDate',
  'applicationHeadcount',
  'settings',
] as const satisfies readonly (keyof Course)[];

/** Lists in the order in which each finds what it names. The 経費 stay: nobody pays those of a 独自 course. */
const KEPT_LISTS = [
  'venues',
  'rooms',
  'curriculum',
  'sessions',
  'participants',
  'staff',
  'assignments',
  'exemptions',
  'exemptionApplications',
  'enrollments',
] as const;

/** Approvals about people hold for them in the new course as well. */
const ABOUT_PEOPLE: readonly ApprovalKind[] = ['competitionAgeRule', 'startCoachException'];

/** Where a 独自 course goes on: all that comes after the participants are known begins with its own application. */
const GOES_ON_AT: Readonly<Partial<Record<CourseStatus, CourseStatus>>> = {
  planning: 'planning',
  recruitPreparing: 'planning',
  recruiting: 'recruiting',
  confirmingParticipants: 'confirmingParticipants',
};

/** Makes the successor within the same change and links the two. `original` carries the step of the conversion already. */
export async function openSuccessor(draft: Draft, original: CourseDraft): Promise<void> {
  const courseId = freshCourseId();
  const { record } = original;
  const last = record.history?.at(-1);
  const from = record.history?.findLast((step) => step.to === 'convertedToIndependent')?.from;
  const status = (from && GOES_ON_AT[from]) ?? 'applicationPreparing';
  const successor = await draft.course(courseId);
  successor.setRecord(
    {
      stage: 'application',
      ruleSet: record.ruleSet,
      ...(record.asOf === undefined ? {} : { asOf: record.asOf }),
      isSample: record.isSample,
      organization: record.organization,
      course: { ...keptFields(record.course), delivery: 'independent', status },
      history: last === undefined ? [] : [{ on: last.on, to: status, eventJa: '委託講習会から変更' }],
      conversionPair: { courseId: original.courseId, part: 'successor' },
    },
    await draft.nextCourseOrder(),
  );
  for (const table of KEPT_LISTS) for (const entry of original.list(table)) successor.put(table, entry);
  // 受講料 was paid for the 委託 course; what becomes of it is open (CHG-CNV-03).
  for (const { id } of original.list('enrollments')) {
    successor.change('enrollments', id, { feePaidOn: undefined, feeAmount: undefined });
  }
  for (const approval of original.list('approvals')) {
    if (ABOUT_PEOPLE.includes(approval.kind)) successor.put('approvals', approval);
  }
  original.setRecord({ ...record, conversionPair: { courseId, part: 'original' } });
}

/**
 * Takes the two courses apart, within the change of the step back that `original` carries already. A successor that
 * nobody has touched since it was made goes with the conversion; otherwise it stays as a course of its own and its
 * history says so.
 */
export async function leaveSuccessor(draft: Draft, original: CourseDraft, database: DeskDatabase): Promise<void> {
  const record = { ...original.record };
  const pair = record.conversionPair;
  if (pair?.part !== 'original') return;
  delete record.conversionPair;
  original.setRecord(record);
  const successor = await draft.course(pair.courseId);
  if (!successor.exists) return;
  if (!(await isTouched(database, pair.courseId))) {
    successor.removeCourse();
    return;
  }
  const alone = { ...successor.record };
  delete alone.conversionPair;
  const { status } = alone.course;
  const back = record.history?.at(-1);
  const told = back && status ? [{ on: back.on, from: status, to: status, eventJa: TAKEN_APART_JA }] : [];
  successor.setRecord({ ...alone, history: [...(alone.history ?? []), ...told] });
}

const TAKEN_APART_JA = 'もとの委託講習会が前の段階に戻り、つながりを外した';

/** Whether any change but the one that made the course has written into it. */
async function isTouched(database: DeskDatabase, courseId: string): Promise<boolean> {
  const changes = await database.changes
    .filter(({ steps }) => steps.some(({ table, key }) => isOfCourse(table, key, courseId)))
    .limit(2)
    .count();
  return changes > 1;
}

function isOfCourse(table: StoreTable, key: string, courseId: string): boolean {
  return table === 'courses' ? key === courseId : key.startsWith(`${courseId}/`);
}

function keptFields(course: Course): Course {
  const kept = KEPT_FIELDS.flatMap((key) => (course[key] === undefined ? [] : [[key, course[key]]]));
  const next = Object.fromEntries(kept) as Course;
  if (next.settings === undefined) return next;
  // The account of a 独自 course is another one, which nobody has compared with the notice yet (PAY-ACC-02).
  const settings = { ...next.settings };
  delete settings.bankAccountVerified;
  return { ...next, settings };
}
