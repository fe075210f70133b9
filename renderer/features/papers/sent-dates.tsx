import type { ReactNode } from 'react';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { DateField } from '../../ui/date-field.js';
import { sentDatesOf, sentOn, withSentOn } from './sent-dates-of.js';

/** 提出の記録: when the paper left and when it arrived; the same fields stand in 概要. */
export function SentDates({
  courseId,
  record: { course },
  paper,
}: {
  readonly courseId: string;
  readonly record: CourseRecord;
  readonly paper: string;
}): ReactNode {
  const { edit } = useCourseChanges(courseId);
  const dates = sentDatesOf(paper, course);
  if (dates.length === 0) return null;
  return (
    <section className="paper-part" aria-label="提出の記録">
      <h3>提出の記録</h3>
      <div className="paper-dates">
        {dates.map((date) => (
          <DateField
            key={date.label}
            label={date.label}
            width="middle"
            placeholder="未入力"
            year={course.fiscalYear}
            value={sentOn(date, course)}
            onCommit={(day) =>
              edit(`「${date.label}」の日を直しました`, (draft) =>
                draft.changeCourse(withSentOn(date, day, draft.record.course)),
              )
            }
          />
        ))}
      </div>
    </section>
  );
}
