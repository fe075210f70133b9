/** 確定した内容: when the lines of a claim can no longer be changed, in words. */
import type { CaseStage, CourseStatus } from '../../shared/model/case/course.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';

/** 申請 is settled once the contract is made. */
const AFTER_CONTRACT: readonly CourseStatus[] = ['contracted', 'advancePaid', 'running'];

/** 報告 is settled once the amount is fixed, or the course is over in another way. */
const AFTER_FIXING: readonly CourseStatus[] = [
  'amountFixed',
  'balancePending',
  'refundPending',
  'fullRefundPending',
  'refunded',
  'cancelled',
  'convertedToIndependent',
  'completed',
];

/** Why the lines of `stage` cannot be changed; `undefined` where they can. */
export function lockOf(course: CourseRecord, stage: CaseStage): string | undefined {
  if (stage !== course.stage) {
    return stage === 'application'
      ? '申請の内容です。報告の段階では変えられません'
      : '報告の内容です。申請の段階では変えられません';
  }
  const { status } = course.course;
  if (status === undefined) return undefined;
  if (AFTER_FIXING.includes(status)) return '確定した内容です';
  if (stage === 'application' && AFTER_CONTRACT.includes(status)) {
    return '契約した内容です。変えるときは変更届を出すか、報告の段階に進んでください';
  }
  return undefined;
}
