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
import { type Deadline, type DeadlineDefinition, NOT_STARTED, type PersonDeadline, stateOf } from './deadline.js';
import { OF_FISCAL_YEAR } from './of-fiscal-year.js';
import { personDeadlines } from './of-people.js';

const DEFINITIONS: readonly DeadlineDefinition[] = [...BEFORE_COURSE, ...COURSE_AND_AFTER, ...OF_FISCAL_YEAR];

/**
 * DL-01 to DL-18 as far as they concern the level and the delivery of the course and the people on its lists.
 * "Today" is the day of the case.
 */
export function deadlinesOf(facts: Facts, book: Rulebook, settlement: Settlement): Deadline[] {
  const figure: ReadFigure = <K extends FigureKey>(key: K) => book.read(key, facts.figureDay).value as FigureOf<K>;
  const ofCourse = DEFINITIONS.filter((definition) => definition.appliesTo(facts)).map((definition) =>
    orWithoutFigure(words(definition), () => deadline(definition, facts, settlement, figure)),
  );
  const ofPeople = personDeadlines(facts, book).flatMap((own) => personDeadline(own, facts, figure));
  return [...ofCourse, ...ofPeople].sort((a, b) =>
    a.deadlineId < b.deadlineId ? -1 : a.deadlineId > b.deadlineId ? 1 : 0,
  );
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

/** Without the figure that tells which deadline it is, there is none. */
function personDeadline(own: PersonDeadline, facts: Facts, figure: ReadFigure): Deadline[] {
  try {
    const due = own.due(figure);
    const progress = own.progress();
    const deadlineId = own.deadlineId(figure);
    return [
      {
        deadlineId,
        key: `${deadlineId}.${own.subjectId}`,
        personId: own.personId,
        personJa: own.personJa,
        nameJa: own.nameJa(figure),
        kind: own.kind,
        arrival: own.arrival,
        lateJa: own.lateJa(figure),
        sourceJa: own.sourceJa,
        dueOn: due ?? null,
        safeOn: due === undefined ? null : safeOn(own, due, facts, figure),
        doneOn: progress.doneOn,
        state: stateOf(progress, own.isLate?.() ?? (due !== undefined && facts.asOf > due)),
        formulaJa: own.formulaJa(figure),
      },
    ];
  } catch (error) {
    if (error instanceof MissingFigure) return [];
    throw error;
  }
}

function safeOn({ kind }: Pick<Deadline, 'kind'>, due: IsoDate, facts: Facts, figure: ReadFigure): IsoDate | null {
  if (kind !== 'deadline' && kind !== 'guideline') return null;
  return safeDay(due, facts.course.settings?.safetyDays ?? figure('course.deadline.safetyDays'));
}

type Words = Omit<Deadline, 'dueOn' | 'safeOn' | 'doneOn' | 'state' | 'formulaJa'>;

/** A book without the figure gives no date: it is asked for, never guessed. */
function orWithoutFigure(own: Words, compute: () => Deadline): Deadline {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof MissingFigure)) throw error;
    return {
      ...own,
      dueOn: null,
      safeOn: null,
      doneOn: null,
      state: stateOf(NOT_STARTED, false),
      formulaJa: `基準に「${error.key}」の値がないため、日付を出せません`,
    };
  }
}

function words({ deadlineId, nameJa, kind, arrival, lateJa, sourceJa }: DeadlineDefinition): Words {
  return { deadlineId, key: deadlineId, nameJa, kind, arrival, lateJa, sourceJa };
}
