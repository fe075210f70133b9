/** 受講有効期間: how many fiscal years an enrolment is good for. */
import { rule } from '../../engine/rule.js';
import { note, refuse } from '../../engine/verdict.js';
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
