/** 期限の一覧: the deadlines that a course has, in the order of their numbers. A pure function without a clock. */
import type { IsoDate } from '../../../dates.js';
import type { FigureKey, FigureOf } from '../../figures.js';
import { MissingFigure } from '../../engine/figure.js';
import type { Rulebook } from '../../engine/rulebook.js';
import { type ReadFigure, safeDay } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import type { Settlement } from '../../settlement.js';
import { BEFORE_COURSE } from './before-course.js';
import { COURSE_AND_AFTER } from './course-and-after.js';
import { type Deadline, type DeadlineDefinition, NOT_STARTED, stateOf } from './deadline.js';

const DEFINITIONS: readonly DeadlineDefinition[] = [...BEFORE_COURSE, ...COURSE_AND_AFTER];

/** DL-01 to DL-12 as far as they concern the level and the delivery of the course. "Today" is the day of the case. */
export function deadlinesOf(facts: Facts, book: Rulebook, settlement: Settlement): Deadline[] {
  const figure: ReadFigure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
  return DEFINITIONS.filter((definition) => definition.appliesTo(facts)).map((definition) => {
    try {
      return deadline(definition, facts, settlement, figure);
    } catch (error) {
      if (!(error instanceof MissingFigure)) throw error;
      return withoutFigure(definition, error);
    }
  });
}

function deadline(definition: DeadlineDefinition, facts: Facts, settlement: Settlement, figure: ReadFigure): Deadline {
  const due = definition.due(facts, figure);
  const progress = definition.progress(facts, settlement, figure);
  const isLate = due !== undefined && (definition.isLate?.(facts, due, figure) ?? facts.asOf > due);
  return {
    ...words(definition),
    dueOn: due ?? null,
    safeOn: due === undefined ? null : safeOn(definition, due, facts, figure),
    doneOn: progress.doneOn,
    state: stateOf(progress, isLate),
    formulaJa: definition.formulaJa(facts, figure),
  };
}

function safeOn(definition: DeadlineDefinition, due: IsoDate, facts: Facts, figure: ReadFigure): IsoDate | null {
  if (definition.kind !== 'deadline' && definition.kind !== 'guideline') return null;
  return safeDay(due, facts.course.settings?.safetyDays ?? figure('course.deadline.safetyDays'));
}

/** A book without the figure gives no date: it is asked for, never guessed. */
function withoutFigure(definition: DeadlineDefinition, error: MissingFigure): Deadline {
  return {
    ...words(definition),
    dueOn: null,
    safeOn: null,
    doneOn: null,
    state: stateOf(NOT_STARTED, false),
    formulaJa: `基準に「${error.key}」の値がないため、日付を出せません`,
  };
}

function words(definition: DeadlineDefinition): Omit<Deadline, 'dueOn' | 'safeOn' | 'doneOn' | 'state' | 'formulaJa'> {
  const { deadlineId, nameJa, kind, arrival, lateJa, sourceJa } = definition;
  return { deadlineId, nameJa, kind, arrival, lateJa, sourceJa };
}
