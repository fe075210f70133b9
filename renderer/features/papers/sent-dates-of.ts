/** 提出の記録: the days of a paper that the course keeps. */
import type { IsoDate } from '../../../shared/dates.js';
import type { Course } from '../../../shared/model/case/course.js';

type SentField = 'applicationSentOn' | 'applicationReceivedOn' | 'reportSentOn' | 'reportReceivedOn';
type SentFields = { readonly [K in SentField | 'judgementReports']?: Course[K] | undefined };
type Reports = NonNullable<Course['judgementReports']>;
type Addressee = Reports[number]['to'];

export type SentDate =
  | { readonly label: string; readonly field: SentField }
  /** 判定結果報告 is sent to each by itself. */
  | { readonly label: string; readonly to: Addressee };

const APPLICATION: readonly SentDate[] = [
  { label: '申請書を発送', field: 'applicationSentOn' },
  { label: '申請書が到着', field: 'applicationReceivedOn' },
];
const REPORT: readonly SentDate[] = [
  { label: '報告書を発送', field: 'reportSentOn' },
  { label: '報告書が到着', field: 'reportReceivedOn' },
];
const OF_PAPER: Readonly<Record<string, readonly SentDate[]>> = {
  commissionedApplication: APPLICATION,
  independentApplication: APPLICATION,
  commissionedReport: REPORT,
  independentReport: REPORT,
};
const ADDRESSEE_JA = {
  jspo: '日本スポーツ協会へ提出',
  nationalFederation: '中央競技団体へ提出',
} as const satisfies Record<Addressee, string>;

/** The days that are recorded for a paper; none for most. */
export function sentDatesOf(paper: string, course: Course): readonly SentDate[] {
  return paper === 'judgementReport'
    ? addresseesOf(course).map((to) => ({ label: ADDRESSEE_JA[to], to }))
    : (OF_PAPER[paper] ?? []);
}

/** Who is to have 判定結果報告: 中央競技団体 only of 専門科目. */
export function addresseesOf({ subject }: Course): readonly Addressee[] {
  return subject === 'specialty' ? ['jspo', 'nationalFederation'] : ['jspo'];
}

export function sentOn(date: SentDate, course: Course): IsoDate | undefined {
  return 'field' in date ? course[date.field] : course.judgementReports?.find(({ to }) => to === date.to)?.sentOn;
}

/** What changes in the course when the day is recorded, or taken back. */
export function withSentOn(date: SentDate, day: IsoDate | undefined, course: Course): SentFields {
  if ('field' in date) return { [date.field]: day };
  const others = (course.judgementReports ?? []).filter(({ to }) => to !== date.to);
  return { judgementReports: day === undefined ? others : [...others, { to: date.to, sentOn: day }] };
}
