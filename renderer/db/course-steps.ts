/** A step of a course as one change: its fields, its line of the history, and whatever goes with it. */
import type { IsoDate } from '../../shared/dates.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';
import { check } from '../../shared/rules/check.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { situationOf } from '../../shared/workflow/course-state.js';
import type { CourseEvent, CourseSituation } from '../../shared/workflow/course-step.js';
import type { StepOutcome } from '../../shared/workflow/step-effects.js';
import type { Door, Draft, Recorded } from './changes.js';
import { beginReport } from './claim-stage.js';
import type { CourseDraft } from './course-draft.js';
import { leaveSuccessor, openSuccessor } from './course-successor.js';

export type CourseStepToRecord = {
  readonly courseId: string;
  readonly labelJa: string;
  /** Absent for a step back. */
  readonly event?: CourseEvent;
  /** What the step writes, by the course as it lies in the store: a field may have been left by the same click. */
  readonly outcomeOf: (now: CourseSituation) => StepOutcome;
  /** The book that decides the course now, and its day. */
  readonly book: Rulebook;
  readonly asOf: IsoDate;
};

/** Records a step. Undo takes all of it back, the 独自 course that it made included. */
export function recordStep(door: Door, step: CourseStepToRecord): Promise<Recorded> {
  return door.record(step.labelJa, async (draft) => {
    const course = await draft.course(step.courseId);
    const value = { ...course.case(), asOf: step.asOf };
    const outcome = step.outcomeOf(situationOf(value, check(value, step.book), course.record.history));
    course.changeCourse(outcome.course);
    course.setRecord(withStep(course.record, outcome, step.book.edition));
    if (outcome.stage === 'report') beginReport(course);
    if (outcome.stage === 'application') course.setRecord({ ...course.record, stage: 'application' });
    if (outcome.payment) course.put('payments', { ...outcome.payment, id: course.freshId('payments', 'PM') });
    if (outcome.opensIndependentCourse) await openSuccessor(draft, course);
    if (outcome.endsConversion) await leaveSuccessor(draft, course, door.database);
    if (step.event === 'submitApplication') await tellOriginal(draft, course);
  });
}

function withStep(record: CourseRecord, outcome: StepOutcome, edition: number): CourseRecord {
  const next = { ...record, history: [...(record.history ?? []), ...outcome.steps] };
  if (outcome.book === 'hold') return { ...next, bookEdition: edition };
  if (outcome.book === 'release') delete next.bookEdition;
  return next;
}

/** The 独自 application of a converted course completes the conversion of its original. */
async function tellOriginal(draft: Draft, successor: CourseDraft): Promise<void> {
  const pair = successor.record.conversionPair;
  const submittedOn = successor.record.course.applicationSentOn;
  if (pair?.part !== 'successor' || submittedOn === undefined) return;
  const original = await draft.course(pair.courseId);
  if (!original.exists || original.record.course.conversion === undefined) return;
  original.changeCourse({
    conversion: { ...original.record.course.conversion, newApplicationSubmittedOn: submittedOn },
  });
}
