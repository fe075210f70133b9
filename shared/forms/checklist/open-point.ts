/** 残っている事項: one thing that a paper still lacks, how much it weighs, and where it is mended. */
import type { Severity } from '../../rules/engine/verdict.js';

export type Weight = Severity;
export const WEIGHT_JA = { error: '要対応', warning: '確認', info: '参考' } as const satisfies Record<Weight, string>;

/** Where something is mended, as a screen of the course; the screen decides how it gets there. */
export type OpenPlace = {
  readonly screen: 'overview' | 'schedule' | 'staff' | 'participants' | 'claims' | 'vouchers' | 'payments';
  /** Label of the field or heading of the part, as that screen shows it. */
  readonly section?: string;
  /** Id of a line. */
  readonly line?: string;
  /** Id of a 受講者 on `participants`, of a 講師等 on `staff`. */
  readonly person?: string;
};

export type Open = {
  readonly kindJa: '記入' | '期限' | '書類' | '金額' | '要件' | '要確認';
  readonly weight: Weight;
  readonly ja: string;
  /** Empty for a blank of a paper. */
  readonly ruleId: string;
  /** Sheet and line numbers, or names. */
  readonly placeJa: string;
  /** Settled by an approval on record. */
  readonly isDone: boolean;
  /** The place to begin with, where there are several; absent where the program has no field for it. */
  readonly at?: OpenPlace;
};
