import { type ReactNode, useState } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import { type Enrollment, JUDGEMENT_JA } from '../../../shared/model/case/participant.js';
import {
  applyEnrollmentStep,
  enrollmentBlockers,
  type EnrollmentStep,
  enrollmentSteps,
} from '../../../shared/workflow/enrollment.js';
import { foldWidth } from '../../../shared/text.js';
import type { CourseChanges } from '../../desk/use-changes.js';
import { AmountField } from '../../ui/amount-field.js';
import { Button } from '../../ui/button.js';
import { DateField } from '../../ui/date-field.js';
import { TextField } from '../../ui/field.js';
import { choicesOf, SelectField, YesNoField } from '../../ui/select-field.js';
import { changePerson } from './change-person.js';
import { dayToRecord } from './day-to-record.js';
import type { Person } from './people.js';

const YEAR = /^\d{4}$/u;

/** 申込から判定まで: the steps that can be taken next, and the facts of the enrolment. */
export function EnrollmentPart({
  value,
  person,
  changes,
}: {
  readonly value: Case;
  readonly person: Person;
  readonly changes: CourseChanges;
}): ReactNode {
  const { enrollment } = person;
  if (!enrollment) return null;
  const { enrollment: set } = changePerson(changes, person);
  const isCoach1 = value.course.level === 'coach1';
  return (
    <section className="people-part" aria-label="申込・承認">
      <h3>申込・承認</h3>
      <Steps value={value} person={person} enrollment={enrollment} changes={changes} />
      <div className="form-rows">
        <TextField
          label="受講開始年度"
          required
          value={String(enrollment.startFiscalYear)}
          onCommit={(text) => {
            const year = foldWidth(text ?? '').trim();
            return set('受講開始年度', YEAR.test(year) ? { startFiscalYear: Number(year) } : {});
          }}
        />
        <YesNoField
          label="マイページで申込"
          value={enrollment.myPageApplied}
          onCommit={(myPageApplied) => set('マイページの申込', { myPageApplied })}
        />
        <DateField
          label="一次承認日"
          placeholder="未入力"
          value={enrollment.primaryApprovedOn}
          onCommit={(primaryApprovedOn) => set('一次承認日', { primaryApprovedOn })}
        />
        <DateField
          label="最終承認日"
          placeholder="未入力"
          value={enrollment.finalApprovedOn}
          onCommit={(finalApprovedOn) => set('最終承認日', { finalApprovedOn })}
        />
        {isCoach1 ? (
          <DateField
            label="共通Ⅰ 納入日"
            placeholder="未入力"
            value={enrollment.common1PaidOn}
            onCommit={(common1PaidOn) => set('共通科目Ⅰの納入日', { common1PaidOn })}
          />
        ) : (
          <SelectField
            label="コーチ1を保有"
            value={enrollment.holdsCoach1}
            choices={choicesOf({ yes: 'はい', no: 'いいえ', unknown: '確かめていない' })}
            emptyJa="未入力"
            onCommit={(holdsCoach1) => set('コーチ1の保有', { holdsCoach1 })}
          />
        )}
        <DateField
          label="受講料納入日"
          placeholder="未納"
          value={enrollment.feePaidOn}
          onCommit={(feePaidOn) => set('受講料納入日', { feePaidOn })}
        />
        <AmountField
          label="受講料の額"
          placeholder="未入力"
          value={enrollment.feeAmount}
          onCommit={(feeAmount) => set('受講料の額', { feeAmount })}
        />
        <SelectField
          label="判定"
          value={enrollment.judgement}
          choices={choicesOf(JUDGEMENT_JA)}
          emptyJa="未入力"
          onCommit={(judgement) => set('判定', { judgement })}
        />
      </div>
    </section>
  );
}

function Steps({
  value,
  person,
  enrollment,
  changes,
}: {
  readonly value: Case;
  readonly person: Person;
  readonly enrollment: Enrollment;
  readonly changes: CourseChanges;
}): ReactNode {
  const [on, setOn] = useState<string | undefined>(() => dayToRecord(value));
  const steps = enrollmentSteps(enrollment.status).filter((step) => !step.inLaterCourse && step.who !== 'time');
  if (steps.length === 0) return null;
  const take = (step: EnrollmentStep): void =>
    void changes.act(`${person.participant.nameJa}さんの${step.eventJa}を記録しました`, (course) => {
      // As it is now: the date of a field that was left by this very click is already written.
      const now = course.get('enrollments', enrollment.id);
      if (on !== undefined && now) course.put('enrollments', applyEnrollmentStep(step.event, now, on));
    });
  const lacks = steps.flatMap((step) => {
    const lack = enrollmentBlockers(step.event, enrollment, person.findings, on).find(({ blocks }) => blocks);
    return lack ? [{ step, ja: lack.ja }] : [];
  });
  return (
    <div className="people-steps">
      <DateField label="記録する日" labelHidden width="short" value={on} onCommit={setOn} />
      {steps.map((step) => (
        <Button
          key={step.event}
          size="small"
          disabled={on === undefined || lacks.some((lack) => lack.step === step)}
          onClick={() => take(step)}
        >
          {step.eventJa}
        </Button>
      ))}
      {lacks.map(({ step, ja }) => (
        <p key={step.event} className="caption">
          {step.eventJa}：{ja}
        </p>
      ))}
    </div>
  );
}
