/** A course on its way, for the screen: where it stands, what each step would meet, and the way to record it. */
import { useMemo } from 'react';
import type { CourseStatus } from '../../../shared/model/case/course.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { check } from '../../../shared/rules/check.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { situationOf } from '../../../shared/workflow/course-state.js';
import type { CourseSituation, StepDefinition } from '../../../shared/workflow/course-step.js';
import type { Lack } from '../../../shared/workflow/lack.js';
import { apply, stepBack, type StepOutcome, trialCase } from '../../../shared/workflow/step-effects.js';
import type { StepInput } from '../../../shared/workflow/step-fields.js';
import { blockers } from '../../../shared/workflow/step-lacks.js';
import type { Recorded } from '../../db/changes.js';
import { type Read, useCase, useCourse, useDecision } from '../../db/course-case.js';
import { recordStep } from '../../db/course-steps.js';
import { bookOf } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';
import { useTold } from '../../desk/use-changes.js';

export type Workflow = {
  readonly courseId: string;
  readonly record: CourseRecord;
  readonly situation: CourseSituation;
  readonly book: Rulebook;
  /** What stands in the way of a step or is told before it, with what was entered. */
  readonly lacksOf: (step: StepDefinition, input: StepInput) => readonly Lack[];
  readonly take: (step: StepDefinition, input: StepInput) => Promise<Recorded>;
  readonly goBack: (to: CourseStatus, on: string, reasonJa: string) => Promise<Recorded>;
};

export function useWorkflow(courseId: string): Read<Workflow> {
  const record = useCourse(courseId);
  const value = useCase(courseId);
  const decision = useDecision(courseId);
  const { books, door } = useDesk();
  const tell = useTold();
  return useMemo(() => {
    if (!record || !value || !decision) return undefined;
    const book = bookOf(value, books);
    if (!book) return undefined;
    const situation = situationOf(value, decision, record.history);
    const write = (
      labelJa: string,
      outcomeOf: (now: CourseSituation) => StepOutcome,
      step?: StepDefinition,
    ): Promise<Recorded> =>
      tell(
        recordStep(door, {
          courseId,
          labelJa,
          outcomeOf,
          book,
          asOf: value.asOf,
          ...(step === undefined ? {} : { event: step.event }),
        }),
      );
    return {
      courseId,
      record,
      situation,
      book,
      lacksOf: (step, input) => lacksOf(situation, step, input, book),
      take: (step, input) => write(`「${step.eventJa}」を記録しました`, (now) => apply(step.event, now, input), step),
      goBack: (to, on, reasonJa) => write('前の段階に戻しました', (now) => stepBack(now, to, on, reasonJa)),
    };
  }, [courseId, record, value, decision, books, door, tell]);
}

function lacksOf(situation: CourseSituation, step: StepDefinition, input: StepInput, book: Rulebook): Lack[] {
  const value = trialCase(step.event, situation, input);
  return blockers(step.event, { ...situation, value, decision: check(value, book) }, input);
}
