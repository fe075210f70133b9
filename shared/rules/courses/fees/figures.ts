import type { FigureKinds } from '../../engine/figure.js';

export const FEES_FIGURES = {
  /** 受講料 per head (PAY-FEE-01 to PAY-FEE-04). */
  'fees.course.coach1Common1': 'yen',
  'fees.course.coach1Specialty': 'yen',
  'fees.course.coach2Common2': 'yen',
  'fees.course.coach2Specialty': 'yen',
  /** リファレンスブック代 per copy (PAY-FEE-05). */
  'fees.referenceBook': 'yen',
  /** 受講管理料 per new participant (PAY-MGT-01). */
  'fees.management': 'yen',
  /** 納入時期 (PAY-TIM-01, DL-05). */
  'fees.payment.toleranceDays': 'days',
  /** 振込先: to be compared with the official notice, never to be filled into a transfer (PAY-ACC-01, PAY-ACC-02). */
  'fees.account.commissionedBank': 'text',
  'fees.account.commissionedNumber': 'text',
  'fees.account.independentBank': 'text',
  'fees.account.independentNumber': 'text',
  'fees.account.digits': 'count',
} as const satisfies FigureKinds;
