/** Courses in a given state for the tests of the machine: the lecture course of the rule tables, with changes. */
import { rulebook } from '../../electron/rulebooks.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Course } from '../../shared/model/case/course.js';
import type { CourseStep } from '../../shared/model/store/course-record.js';
import { check } from '../../shared/rules/check.js';
import { situationOf } from '../../shared/workflow/course-state.js';
import type { CourseEvent, CourseSituation } from '../../shared/workflow/course-step.js';
import type { Lack } from '../../shared/workflow/lack.js';
import { apply, trialCase } from '../../shared/workflow/step-effects.js';
import type { StepInput } from '../../shared/workflow/step-fields.js';
import { blockers } from '../../shared/workflow/step-lacks.js';
import { caseFrom } from '../support/cases.js';

export const book = rulebook('R3');

/** What the base has recorded of a course that is already applied for. */
const APPLIED_FIELDS = ['applicationSentOn', 'applicationReceivedOn', 'applicationIsOriginal', 'applicationForm'];

export type Given = {
  readonly course?: Partial<Course>;
  readonly asOf?: string;
  readonly stage?: Case['stage'];
  readonly drop?: readonly string[];
  readonly history?: readonly CourseStep[];
};

/** The lecture course (one day, 2 October 2021) before its application, with changes. */
export function situation({ course = {}, asOf, stage, drop = [], history = [] }: Given = {}): CourseSituation {
  const lines = stage === 'report' ? { lines: [{ id: 'H1', planned: 24_000, actual: 24_000 }] } : {};
  const value = caseFrom(
    'lecture',
    { ...(asOf === undefined ? {} : { asOf }), ...(stage === undefined ? {} : { stage }), ...lines, course },
    [...APPLIED_FIELDS.filter((field) => !(field in course)).map((field) => `course.${field}`), ...drop],
  );
  return situationOf(value, check(value, book), history);
}

/** What would keep the step back or be told, with what was entered. */
export function lacks(event: CourseEvent, before: CourseSituation, input: StepInput): Lack[] {
  const value = trialCase(event, before, input);
  return blockers(event, { ...before, value, decision: check(value, book) }, input);
}

export function blocking(event: CourseEvent, before: CourseSituation, input: StepInput): string[] {
  return lacks(event, before, input).flatMap((lack) => (lack.blocks ? [lack.ja] : []));
}

/** The course after a step. */
export function after(event: CourseEvent, before: CourseSituation, input: StepInput): CourseSituation {
  const outcome = apply(event, before, input);
  const value = { ...trialCase(event, before, input), stage: outcome.stage ?? before.value.stage };
  return situationOf(value, check(value, book), [...before.history, ...outcome.steps]);
}
