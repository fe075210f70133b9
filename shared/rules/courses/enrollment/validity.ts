/** 過年度受講者と承認: how long an enrolment is good for, and what must have happened before it counts. */
import { rule } from '../../engine/rule.js';
import { note, refuse, warn } from '../../engine/verdict.js';
import type { Ask } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { stands } from '../../facts/headcount.js';

/** Which fiscal year of the enrolment the course falls in: 1 is the year of the start. */
function yearOf({ enrollment }: EnrolledParticipant, { facts }: Ask): number {
  return facts.course.fiscalYear - enrollment.startFiscalYear + 1;
}

/** 受講有効期間を過ぎた受講。 */
export const pastValidity = rule({
  id: 'ENR-VAL-01',
  clause: '※その他(1)',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled, ask) {
    const years = ask.limit('enrollment.validity.years');
    if (!stands(enrolled.enrollment) || yearOf(enrolled, ask) <= years) return undefined;
    const { participant, enrollment } = enrolled;
    return refuse(
      `${participant.nameJa}の受講は${enrollment.startFiscalYear}年度に始まり、${years}年度の有効期間を過ぎているため、受講者に数えません`,
      { uncountable: true, remedyJa: '受講開始年度を確かめます。正しければ、新しく受講を申し込んでもらいます' },
    );
  },
});

/** 受講有効期間の最終年度。 */
export const lastValidYear = rule({
  id: 'ENR-VAL-02',
  clause: '※その他(1)',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled, ask) {
    if (!stands(enrolled.enrollment) || yearOf(enrolled, ask) !== ask.limit('enrollment.validity.years'))
      return undefined;
    const { participant, enrollment } = enrolled;
    return note(`${participant.nameJa}は受講有効期間の最終年度です（受講開始${enrollment.startFiscalYear}年度）`);
  },
});

/** 過年度受講者の申込。 */
export const pastYearApplication = rule({
  id: 'ENR-APL-02',
  clause: '2.(1)注意',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled, ask) {
    const { participant, enrollment } = enrolled;
    if (!stands(enrolled.enrollment) || yearOf(enrolled, ask) <= 1 || enrollment.myPageApplied !== false)
      return undefined;
    return warn(
      `${participant.nameJa}は過年度受講者ですが、この講習会への申込がありません。申込があるまで受講者に数えません`,
      { uncountable: true, remedyJa: '指導者マイページからの申込を本人に頼みます' },
    );
  },
});

/** 一次承認のない最終承認。 */
export const finalWithoutPrimary = rule({
  id: 'ENR-APV-01',
  clause: '3.※2',
  stage: 'enrollments',
  on: 'enrollment',
  check(enrolled) {
    const { participant, enrollment } = enrolled;
    if (!stands(enrolled.enrollment)) return undefined;
    if (enrollment.finalApprovedOn === undefined || enrollment.primaryApprovedOn !== undefined) return undefined;
    return refuse(
      `${participant.nameJa}には最終承認の記録がありますが、一次承認の記録がありません。一次承認があるまで受講者に数えません`,
      { uncountable: true, remedyJa: '一次承認の日付を入れます' },
    );
  },
});
