import type { FigureKinds } from '../../engine/figure.js';

export const ENROLLMENT_FIGURES = {
  /** 満年齢 on the reference day (REC-AGE-01, REC-AGE-02, DL-17). */
  'enrollment.age.referenceDay': 'date',
  'enrollment.age.coach1': 'count',
  'enrollment.age.coach2': 'count',
  /** 受講有効期間 in fiscal years, the year of the start included (ENR-VAL-01). */
  'enrollment.validity.years': 'count',
  /** 同時受講の例外の対象外 (ENR-CON-03). */
  'enrollment.exception.excludedCompetitions': 'words',
} as const satisfies FigureKinds;
