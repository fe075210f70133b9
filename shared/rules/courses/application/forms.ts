/** 申請書の様式: of the fiscal year and of the delivery of the course. The wrong one is refused; no amount changes. */
import { DELIVERY_JA } from '../../../model/case/course.js';
import { fiscalYearJa } from '../../../dates.js';
import { rule } from '../../engine/rule.js';
import { confirm, refuse } from '../../engine/verdict.js';

/** 該当年度の様式。 */
export const formOfYear = rule({
  id: 'APP-FRM-01',
  clause: '4.※3・7.※1',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const { applicationForm, fiscalYear } = facts.course;
    if (applicationForm === undefined) {
      // Nothing is asked while nothing has been handed in; one question covers 年度 and 区分.
      if (facts.submittedOn === undefined) return undefined;
      return confirm('提出した申請書がどの年度・区分の様式か、記録がありません', {
        remedyJa: '使った様式の年度と区分（委託・独自）を確かめて記録します',
      });
    }
    if (applicationForm.fiscalYear === fiscalYear) return undefined;
    return refuse(
      `申請書の様式が${fiscalYearJa(applicationForm.fiscalYear)}用です。${fiscalYearJa(fiscalYear)}の様式を使います`,
      { remedyJa: `${fiscalYearJa(fiscalYear)}の様式で作り直します` },
    );
  },
});

/** 委託・独自それぞれの様式。 */
export const formOfDelivery = rule({
  id: 'APP-FRM-02',
  clause: '4.※3・7.※1',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const { applicationForm, delivery } = facts.course;
    if (applicationForm === undefined || applicationForm.delivery === delivery) return undefined;
    return refuse(
      `申請書の様式が${DELIVERY_JA[applicationForm.delivery]}講習会用です。この講習会は${DELIVERY_JA[delivery]}で、様式が違います`,
      { remedyJa: `${DELIVERY_JA[delivery]}講習会の様式で作り直します` },
    );
  },
});
