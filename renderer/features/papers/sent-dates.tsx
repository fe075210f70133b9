import type { ReactNode } from 'react';
import type { IsoDate } from '../../../shared/dates.js';
import type { Course } from '../../../shared/model/case/course.js';
import type { CourseRecord } from '../../../shared/model/store/course-record.js';
import { useCourseChanges } from '../../desk/use-changes.js';
import { DateField } from '../../ui/date-field.js';

type SentField = 'applicationSentOn' | 'applicationReceivedOn' | 'reportSentOn' | 'reportReceivedOn';
type Addressee = NonNullable<Course['judgementReports']>[number]['to'];

type SentDate =
  | { readonly label: string; readonly field: SentField }
  /** 判定結果報告 goes to two places. */
  | { readonly label: string; readonly to: Addressee; readonly when?: (course: Course) => boolean };

const APPLICATION: readonly SentDate[] = [
  { label: '申請書を発送', field: 'applicationSentOn' },
  { label: '申請書が到着', field: 'applicationReceivedOn' },
];
const REPORT: readonly SentDate[] = [
  { label: '報告書を発送', field: 'reportSentOn' },
  { label: '報告書が到着', field: 'reportReceivedOn' },
];
const JUDGEMENTS: readonly SentDate[] = [
  { label: '日本スポーツ協会へ提出', to: 'jspo' },
  {
    label: '中央競技団体へ提出',
    to: 'nationalFederation',
    when: ({ subject }) => subject === 'specialty',
  },
];

const OF_PAPER: Readonly<Record<string, readonly SentDate[]>> = {
  commissionedApplication: APPLICATION,
  independentApplication: APPLICATION,
  commissionedReport: REPORT,
  independentReport: REPORT,
  judgementReport: JUDGEMENTS,
};

/** 提出の記録: when the paper left and when it arrived; the same fields stand in 概要. */
export function SentDates({
  courseId,
  record,
  paper,
}: {
  readonly courseId: string;
  readonly record: CourseRecord;
  readonly paper: string;
}): ReactNode {
  const { edit } = useCourseChanges(courseId);
  const { course } = record;
  const dates = (OF_PAPER[paper] ?? []).filter((one) => !('when' in one) || (one.when?.(course) ?? true));
  if (dates.length === 0) return null;
  const commit = (one: SentDate, day: IsoDate | undefined) =>
    edit(`「${one.label}」の日を直しました`, (draft) =>
      draft.changeCourse(
        'field' in one
          ? { [one.field]: day }
          : { judgementReports: reportsWith(draft.record.course.judgementReports ?? [], one.to, day) },
      ),
    );
  return (
    <section className="paper-part" aria-label="提出の記録">
      <h3>提出の記録</h3>
      <div className="paper-dates">
        {dates.map((one) => (
          <DateField
            key={one.label}
            label={one.label}
            width="middle"
            placeholder="未入力"
            year={course.fiscalYear}
            value={
              'field' in one ? course[one.field] : course.judgementReports?.find(({ to }) => to === one.to)?.sentOn
            }
            onCommit={(day) => commit(one, day)}
          />
        ))}
      </div>
    </section>
  );
}

type Reports = NonNullable<Course['judgementReports']>;

function reportsWith(reports: Reports, to: Addressee, sentOn: IsoDate | undefined): Reports {
  const others = reports.filter((report) => report.to !== to);
  return sentOn === undefined ? others : [...others, { to, sentOn }];
}
