import type { FigureKinds } from '../../engine/figure.js';

export const EXEMPTIONS_FIGURES = {
  /** 共通科目の免除から除かれる資格 (EXM-APP-03). */
  'exemption.excludedQualifications': 'words',
  /** 登録日と、それに間に合う申請完了日 (EXM-APP-05, EXM-APP-06, DL-13, DL-14): 「4月1日」, 「11月末日」. */
  'exemption.registration.spring': 'text',
  'exemption.registration.springCompletedBy': 'text',
  'exemption.registration.autumn': 'text',
  'exemption.registration.autumnCompletedBy': 'text',
} as const satisfies FigureKinds;
