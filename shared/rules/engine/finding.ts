/** 指摘: what one rule found, as the decision keeps it. */
import type { ApprovalKind } from '../../model/case/approval.js';
import type { Yen } from '../../money.js';
import type { Citation } from './figure.js';
import type { Place, Severity, WorkStep } from './verdict.js';

export type Finding = {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly place: Place;
  readonly claimed?: Yen;
  readonly limit?: Yen;
  readonly eligible?: Yen;
  readonly cut?: Yen;
  readonly provisional?: Yen;
  readonly messageJa: string;
  /** Clause of the guide. */
  readonly sourceJa: string;
  /** The approval that would silence it. */
  readonly overrideKind?: ApprovalKind;
  readonly needsConfirmation: boolean;
  /** Figures that the rule read, with their places. */
  readonly citations: readonly Citation[];
  /** 計算. */
  readonly work: readonly WorkStep[];
  /** 直すには. */
  readonly remedyJa?: string;
  /** True where an approval on record has turned it into a mere note. */
  readonly approved: boolean;
};
