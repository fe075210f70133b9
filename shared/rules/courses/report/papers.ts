/** 実施報告の書類: the form, the two addressees of the 判定結果報告, what is asked back, and the final notice. */
import { daysBetween, fiscalYearJa, longDateJa } from '../../../dates.js';
import { type CourseStatus, DELIVERY_JA } from '../../../model/case/course.js';
import { yen } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { confirm, note, refuse, warn } from '../../engine/verdict.js';

/** 報告様式の年度と区分。 */
export const reportForm = rule({
  id: 'RPT-FRM-01',
  clause: '7.※1',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    const { reportForm: form, fiscalYear, delivery, reportSentOn, reportReceivedOn } = facts.course;
    if (form === undefined) {
      // Nothing is asked while nothing has been handed in.
      if (reportSentOn === undefined && reportReceivedOn === undefined) return undefined;
      return confirm('提出した報告書がどの年度・区分の様式か、記録がありません', {
        remedyJa: '使った様式の年度と区分（委託・独自）を確かめて記録します',
      });
    }
    if (form.fiscalYear === fiscalYear && form.delivery === delivery) return undefined;
    const needed = `${fiscalYearJa(fiscalYear)}の${DELIVERY_JA[delivery]}講習会用`;
    return refuse(
      `報告書の様式が${fiscalYearJa(form.fiscalYear)}の${DELIVERY_JA[form.delivery]}講習会用です。${needed}の様式を使います`,
      { remedyJa: `${needed}の様式で作り直します` },
    );
  },
});

/** 判定結果報告の提出先。 */
export const judgementReports = rule({
  id: 'RPT-JDG-01',
  clause: '7.※2',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    if (facts.course.subject !== 'specialty') return undefined;
    const sent = (facts.course.judgementReports ?? []).map(({ to }) => to);
    const missing = [
      ...(sent.includes('jspo') ? [] : ['日本スポーツ協会']),
      ...(sent.includes('nationalFederation') ? [] : ['中央競技団体']),
    ];
    if (missing.length === 0) return undefined;
    return warn(
      `判定結果報告を${missing.join('と')}に提出した記録がありません。専門科目の判定結果報告は日本スポーツ協会と中央競技団体のそれぞれに提出します`,
      { remedyJa: '提出したら、提出先ごとに提出日を記録します' },
    );
  },
});

/** 報告書の修正依頼。 */
export const reportRevision = rule({
  id: 'RPT-REV-01',
  clause: '基準要項 8⑧⑨',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const { course, asOf } = ask.facts;
    const open = (course.revisionRequests ?? []).filter(
      ({ stage, resubmittedOn }) => stage === 'report' && resubmittedOn === undefined,
    );
    if (open.length === 0 && course.status === 'reportRevision') {
      return confirm('報告修正中となっていますが、修正依頼の日の記録がありません', {
        remedyJa: '修正依頼を受けた日を記録します。再提出が済んでいれば講習会の状況を改めます',
      });
    }
    return open.map(({ requestedOn }) => {
      const remindDays = course.settings?.remindDays ?? ask.limit('course.revision.remindDays');
      const days = daysBetween(requestedOn, asOf);
      const sentence = `報告書の修正依頼（${longDateJa(requestedOn)}）に、まだ再提出していません`;
      return warn(days >= remindDays ? `${sentence}。依頼から${days}日たちました（目安は${remindDays}日）` : sentence, {
        work: [
          { labelJa: '修正の依頼', textJa: longDateJa(requestedOn) },
          { labelJa: '依頼からの日数', textJa: `${days}日` },
          { labelJa: '督促の目安', textJa: `${remindDays}日` },
        ],
        remedyJa: '指摘された所を直して速やかに再提出し、再提出日を記録します',
      });
    });
  },
});

/** From the fixing on. A course whose advance goes back in full has had no 確定通知. */
const FIXED: readonly CourseStatus[] = ['amountFixed', 'balancePending', 'refundPending', 'refunded', 'completed'];

/** 委託金確定通知。 */
export const finalNotice = rule({
  id: 'RPT-FIX-01',
  clause: '基準要項 8⑩',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    const { status, finalAmount, finalNoticeOn } = facts.course;
    if (!facts.isCommissioned || finalNoticeOn !== undefined) return undefined;
    const isFixed = finalAmount !== undefined || (status !== undefined && FIXED.includes(status));
    if (!isFixed) return undefined;
    const amountJa = finalAmount === undefined ? '' : `（確定額${yen(finalAmount)}）`;
    return note(`委託金の額が確定しています${amountJa}が、委託金確定通知の受領が記録されていません`, {
      remedyJa: '委託金確定通知の日付を記録します',
    });
  },
});
