import type { ReactNode } from 'react';
import { fiscalYearJa } from '../../../shared/dates.js';
import { COURSE_MODE_JA, type Course, DELIVERY_JA, LEVEL_JA, SUBJECT_JA } from '../../../shared/model/case/course.js';
import { AmountField } from '../../ui/amount-field.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { CourseDate, CourseSelect, CourseText, EMPTY_JA, useHead } from './course-fields.js';
import { Section } from './section.js';

/** 講習会: what it is, and the day from which it is judged. */
export function CourseSection({ hasSessions }: { readonly hasSessions: boolean }): ReactNode {
  const { record, edit } = useHead();
  const { course } = record;
  return (
    <Section title="講習会">
      <p className="form-fixed">
        <span>年度</span>
        <span>{fiscalYearJa(course.fiscalYear)}</span>
      </p>
      <CourseSelect field="level" label="級" choices={choicesOf(LEVEL_JA)} />
      <CourseSelect field="subject" label="科目" choices={choicesOf(SUBJECT_JA)} />
      {course.subject === 'specialty' ? <CompetitionFields competition={course.competition} /> : null}
      <CourseSelect field="delivery" label="委託・独自" choices={choicesOf(DELIVERY_JA)} />
      <CourseSelect field="mode" label="実施方法" choices={choicesOf(COURSE_MODE_JA)} />
      <CourseText field="managingOrgName" label="主管団体" />
      <CourseText field="organizingOrgName" label="主催団体" />
      {hasSessions ? null : (
        <>
          <CourseDate field="startDate" label="開始日" note="日程を入れると、日程の日になります" />
          <CourseDate field="endDate" label="終了日" />
        </>
      )}
      <DateField
        label="判定日"
        placeholder="今日"
        year={course.fiscalYear}
        value={record.asOf}
        note={record.asOf === undefined ? '空欄なら今日。期限と規則をこの日で見ます' : '空欄にすると今日になります'}
        onCommit={(value) =>
          edit('判定日を直しました', (draft) => {
            const record = { ...draft.record };
            delete record.asOf;
            draft.setRecord(value === undefined ? record : { ...record, asOf: value });
          })
        }
      />
    </Section>
  );
}

type Competition = NonNullable<Course['competition']>;

const YES_NO_UNKNOWN = [
  { value: 'yes', ja: '必要' },
  { value: 'no', ja: '不要' },
  { value: 'unknown', ja: '未確認' },
] as const;

function CompetitionFields({ competition }: { readonly competition: Competition | undefined }): ReactNode {
  const { edit } = useHead();
  const set = (labelJa: string, fields: { readonly [K in keyof Competition]?: Competition[K] | undefined }) =>
    edit(`${labelJa}を直しました`, (course) =>
      course.changeCourse({ competition: { ...course.record.course.competition, ...fields } as Competition }),
    );
  return (
    <>
      <TextField label="競技" required value={competition?.nameJa} onCommit={(nameJa) => set('競技', { nameJa })} />
      {competition === undefined ? null : (
        <>
          <SelectField
            label="コーチ1の保有"
            note="受講の条件。中央競技団体に確かめます"
            value={competition.requiresCoach1}
            choices={YES_NO_UNKNOWN}
            emptyJa="未入力"
            onCommit={(requiresCoach1) => set('コーチ1の保有の条件', { requiresCoach1 })}
          />
          <AmountField
            label="競技の年齢条件"
            placeholder={EMPTY_JA}
            unit="歳以上"
            value={competition.ageRule?.minAge}
            onCommit={(minAge) => set('競技の年齢条件', { ageRule: minAge === undefined ? undefined : { minAge } })}
          />
          <YesNoField
            label="実施要領の確認"
            yesJa="確認済み"
            noJa="まだ"
            value={competition.guidelineChecked}
            onCommit={(guidelineChecked) => set('実施要領の確認', { guidelineChecked })}
          />
        </>
      )}
    </>
  );
}
