/** 講習会の進み: the six phases of a course, from the one machine that all screens read. */
import type { Case } from '../../../shared/model/case/case.js';
import { type PhaseState, phasesOf } from '../../../shared/workflow/way.js';

export type StepState = PhaseState;

/** All six phases; the one under way is `now`, the ones that the course lacks `none`. */
export function stepsOf(value: Case): readonly StepState[] {
  return phasesOf(value);
}
