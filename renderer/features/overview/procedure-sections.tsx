import type { ReactNode } from 'react';
import type { Course } from '../../../shared/model/case/course.js';
import { DateField } from '../../ui/date-field.js';
import { type Choice, SelectField } from '../../ui/select-field.js';
import { CourseDate, CourseNumber, CourseYesNo, useHead } from './course-fields.js';
import { Section } from './section.js';

/** 募集と人数. */
export function RecruitSection(): ReactNode {
  return (
    <Section title="募集と人数">
      <CourseYesNo field="surveyReplied" label="実施希望調査" yesJa="回答した" noJa="回答していない" />
      <CourseDate field="recruitStart" label="募集の開始" />
      <CourseDate field="recruitEnd" label="募集の締切" />
      <CourseNumber field="plannedScale" label="希望した規模" unit="名" />
      <CourseNumber field="approvedScale" label="承認された規模" unit="名" />
      <CourseNumber field="applicationHeadcount" label="申請時の受講者" unit="名" />
      <CourseNumber field="startHeadcount" label="開講時の受講者" unit="名" />
      <CourseNumber field="reportHeadcount" label="報告時の受講者" unit="名" />
    </Section>
  );
}

/** 申請書 and what came back. */
export function ApplicationSection(): ReactNode {
  return (
    <Section title="申請">
      <CourseDate field="applicationSentOn" label="申請書を発送" />
      <CourseDate field="applicationReceivedOn" label="申請書が到着" />
      <CourseYesNo field="applicationIsOriginal" label="申請書は" yesJa="原本" noJa="写し" />
      <FormField field="applicationForm" label="申請書の様式" />
      <CourseDate field="approvalNoticeOn" label="承認通知" />
    </Section>
  );
}

/** 委託契約と概算払. */
export function ContractSection(): ReactNode {
  return (
    <Section title="契約・概算払">
      <CourseDate field="contractOn" label="契約日" />
      <CourseNumber field="contractAmount" label="契約額" />
      <CourseDate field="contractAmountFixedOn" label="委託金額の確定" />
      <CourseNumber field="advanceReceived" label="概算払" />
      <CourseDate field="advanceReceivedOn" label="概算払の受領" />
    </Section>
  );
}

/** 実施報告書. */
export function ReportSection(): ReactNode {
  return (
    <Section title="報告">
      <CourseDate field="reportSentOn" label="報告書を発送" />
      <CourseDate field="reportReceivedOn" label="報告書が到着" />
      <CourseYesNo field="reportIsOriginal" label="報告書は" yesJa="原本" noJa="写し" />
      <FormField field="reportForm" label="報告書の様式" />
      <JudgementReport to="jspo" label="判定結果　日本スポーツ協会へ" />
      <JudgementReport to="nationalFederation" label="判定結果　中央競技団体へ" />
    </Section>
  );
}

/** 確定・残額・返納. */
export function SettlementSection(): ReactNode {
  return (
    <Section title="精算">
      <CourseNumber field="reductionByJspo" label="日本スポーツ協会の減額" />
      <CourseNumber field="finalAmount" label="確定額" />
      <CourseDate field="finalAmountFixedOn" label="金額の確定" />
      <CourseDate field="finalNoticeOn" label="確定通知" />
      <CourseDate field="balanceReceivedOn" label="残額の受領" />
      <CourseDate field="refundInvoicedOn" label="返納の請求" />
      <CourseDate field="refundPaidOn" label="返納" />
    </Section>
  );
}

const FORMS: readonly Choice<'commissioned' | 'independent'>[] = [
  { value: 'commissioned', ja: '委託の様式' },
  { value: 'independent', ja: '独自の様式' },
];

/** Which form was used; its year is that of the course. */
function FormField({
  field,
  label,
}: {
  readonly field: 'applicationForm' | 'reportForm';
  readonly label: string;
}): ReactNode {
  const { record, edit } = useHead();
  const form: Course['applicationForm'] = record.course[field];
  return (
    <SelectField
      label={label}
      value={form?.delivery}
      choices={FORMS}
      emptyJa="未入力"
      onCommit={(delivery) =>
        edit(`${label}を直しました`, (course) =>
          course.changeCourse({
            [field]:
              delivery === undefined
                ? undefined
                : { fiscalYear: form?.fiscalYear ?? course.record.course.fiscalYear, delivery },
          }),
        )
      }
    />
  );
}

function JudgementReport({
  to,
  label,
}: {
  readonly to: 'jspo' | 'nationalFederation';
  readonly label: string;
}): ReactNode {
  const { record, edit } = useHead();
  const reports = record.course.judgementReports ?? [];
  return (
    <DateField
      label={label}
      year={record.course.fiscalYear}
      value={reports.find((report) => report.to === to)?.sentOn}
      onCommit={(sentOn) =>
        edit('判定結果報告の発送日を直しました', (course) => {
          const others = (course.record.course.judgementReports ?? []).filter((report) => report.to !== to);
          course.changeCourse({ judgementReports: sentOn === undefined ? others : [...others, { to, sentOn }] });
        })
      }
    />
  );
}
