import type { FigureKinds } from '../../engine/figure.js';

/** Figures of what is paid out; no rule of the claim reads them, `shared/payments` does. */
export const PAYMENTS_FIGURES = {
  /** 源泉徴収 of 報酬・料金: rate up to the threshold of one payment, and on what lies above it. */
  'payments.withholding.rate': 'basisPoints',
  'payments.withholding.threshold': 'yen',
  'payments.withholding.rateAbove': 'basisPoints',
  /** The tax is rounded down to a multiple of this. */
  'payments.withholding.roundingUnit': 'yen',
  /** 旅費 that is paid to the person together with the 謝金 counts as 報酬. */
  'payments.withholding.includesTravel': 'flag',
  /** 区分 whose 謝金 is 教授・指導料; the others are asked about. */
  'payments.withholding.roles': 'words',
  /** 支払調書: to be filed where the payments of a calendar year are more than this. */
  'payments.report.filedAbove': 'yen',
  /** Days besides weekends and holidays on which no bank works, as `12-31`. */
  'payments.transfer.bankClosedDays': 'words',
} as const satisfies FigureKinds;
