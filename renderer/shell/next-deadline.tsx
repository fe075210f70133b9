import type { ReactNode } from 'react';
import { shortDateJa } from '../../shared/dates.js';
import { ARRIVAL_JA, deadlineTitleJa } from '../../shared/rules/courses/deadlines/deadline.js';
import { useCase } from '../db/course-case.js';
import { chipKind, nextDeadline } from '../desk/deadlines.js';
import { useDesk } from '../desk/desk-context.js';
import { DeadlineChip } from '../ui/deadline-chip.js';

/** The nearest open deadline of a course, at the right of its head. */
export function NextDeadline({ courseId }: { readonly courseId: string }): ReactNode {
  const { books } = useDesk();
  const value = useCase(courseId);
  if (!value) return null;
  const next = nextDeadline(value, books);
  if (!next) return null;
  const arrival = ARRIVAL_JA[next.arrival];
  return (
    <div className="course-next">
      <span>
        {deadlineTitleJa(next)}
        {arrival === '' ? null : `（${arrival}）`} <span className="whole">{shortDateJa(next.dueOn)}</span>
      </span>
      <DeadlineChip dueOn={next.dueOn} today={value.asOf} kind={chipKind(next)} />
    </div>
  );
}
