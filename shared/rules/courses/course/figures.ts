import type { FigureKinds } from '../../engine/figure.js';

export const COURSE_FIGURES = {
  /** 委託対象受講人数 (REC-CNT-01). */
  'course.headcount.minimum': 'count',
  /** 委託期間 (APP-PER-01, DL-06). */
  'course.period.firstDay': 'date',
  'course.period.lastDay': 'date',
  /** 申請書の期限 (APP-DL-01, DL-03; 独自: DL-04). */
  'course.application.months': 'months',
  'course.application.lastDay': 'date',
  'course.application.independentMonths': 'months',
  /** 実施報告書の期限 (DL-08; 最終締切 PAY-FIN-05, DL-09; 独自: DL-10, DL-07). */
  'course.report.months': 'months',
  'course.report.lastDay': 'date',
  'course.report.independentMonths': 'months',
  'course.report.independentLastDay': 'date',
  /** 一次承認 (DL-01, DL-02). */
  'course.primaryApproval.coach1Months': 'months',
  'course.primaryApproval.coach1Days': 'days',
  'course.primaryApproval.coach2Months': 'months',
  /** 安全日: this many days before a deadline, where the course sets none. */
  'course.deadline.safetyDays': 'days',
  /** 修正依頼: reminded of after this many days, where the course sets none (APP-REV-01, RPT-REV-01). */
  'course.revision.remindDays': 'days',
} as const satisfies FigureKinds;
