import type { FigureKinds } from '../../engine/figure.js';

export const ENROLLMENT_FIGURES = {
  /** 満年齢 on 1 April of the fiscal year (REC-AGE-01, REC-AGE-02). */
  'enrollment.age.coach1': 'count',
  'enrollment.age.coach2': 'count',
  /** 受講有効期間 in fiscal years, the year of the start included (ENR-VAL-01). */
  'enrollment.validity.years': 'count',
} as const satisfies FigureKinds;
