/** The 経費 of a course at one stage, with everything its parts read: built once per change. */
import { useMemo } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { CaseStage } from '../../../shared/model/case/course.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import { HINT_KEYS, type LimitReader } from '../../../shared/rules/limit-hint.js';
import { limitReader } from '../../../shared/rules/limit-reader.js';
import { lineNumbers } from '../../../shared/rules/line-numbers.js';
import type { PaperFigures } from '../../../shared/rules/papers-needed.js';
import { type Read, useCase, useCourse, useDecision } from '../../db/course-case.js';
import { bookOf } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';
import { type CourseChanges, useCourseChanges } from '../../desk/use-changes.js';
import { lockOf } from '../../desk/lock.js';

export type Claims = {
  readonly courseId: string;
  readonly value: Case;
  readonly facts: Facts;
  readonly decision: Decision;
  readonly book: Rulebook;
  readonly read: LimitReader;
  readonly figures: PaperFigures;
  /** 科目番号-連番 by line. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly decided: ReadonlyMap<string, LineDecision>;
  /** Why nothing here can be changed; absent where it can. */
  readonly lockJa: string | undefined;
  readonly changes: CourseChanges;
};

/** The claims of a course at `stage`; `undefined` while they are read, `null` where there is no such course. */
export function useClaims(courseId: string, stage: CaseStage): Read<Claims> {
  const course = useCourse(courseId);
  const value = useCase(courseId, stage);
  const decision = useDecision(courseId, stage);
  const { books } = useDesk();
  const changes = useCourseChanges(courseId);
  return useMemo(() => {
    if (course === null || value === null || decision === null) return null;
    if (!course || !value || !decision) return undefined;
    const book = bookOf(value, books);
    if (!book) return null;
    return { ...claimsOf(value, decision, book), courseId, lockJa: lockOf(course, stage), changes };
  }, [course, value, decision, books, courseId, stage, changes]);
}

/** What can be said of a case without a store. */
export function claimsOf(
  value: Case,
  decision: Decision,
  book: Rulebook,
): Omit<Claims, 'courseId' | 'lockJa' | 'changes'> {
  const facts = new Facts(value);
  const read = limitReader(book, facts.figureDay);
  return {
    value,
    facts,
    decision,
    book,
    read,
    figures: { notArrangedNight: read(HINT_KEYS.notArranged), twoQuotesFrom: read(HINT_KEYS.twoQuotes) },
    numbers: lineNumbers(facts.lines),
    decided: new Map(decision.lines.map((line) => [line.id, line])),
  };
}
