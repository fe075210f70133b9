import { useMemo } from 'react';
import { Facts } from '../../../shared/rules/facts/facts.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { useCase, useCourse, useDecision } from '../../db/course-case.js';
import { bookOf } from '../../desk/books.js';
import { deadlinesOfCase } from '../../desk/deadlines.js';
import { useDesk } from '../../desk/desk-context.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { type PaperGroup, paperGroups } from './paper-rows.js';

export type Papers = {
  readonly record: CourseRecord;
  readonly book: Rulebook;
  readonly groups: readonly PaperGroup[];
};

/** The papers of a course; `undefined` while it is read, `null` where there is no such course or no book for it. */
export function usePapers(courseId: string): Papers | undefined | null {
  const record = useCourse(courseId);
  const otherStage = record?.stage === 'report' ? 'application' : 'report';
  const own = useCase(courseId);
  const other = useCase(courseId, otherStage);
  const decision = useDecision(courseId);
  const otherDecision = useDecision(courseId, otherStage);
  const { books } = useDesk();
  return useMemo(() => {
    if (record === null || own === null || other === null) return null;
    if (!record || !own || !other) return undefined;
    const book = bookOf(own, books);
    if (!book || !decision || !otherDecision) return null;
    const groups = paperGroups(
      {
        own: { facts: new Facts(own), decision, book },
        other: { facts: new Facts(other), decision: otherDecision, book },
      },
      deadlinesOfCase(own, books),
    );
    return { record, book, groups };
  }, [record, own, other, decision, otherDecision, books]);
}
