import type { Case } from '../../../shared/model/case/case.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';

/** What is to be looked at, printed or saved as PDF. */
export type PrintOrder = {
  /** Head of the view: 「実施報告書（委託）」「査定の説明書」. */
  readonly titleJa: string;
  /** Then a saved PDF is noted among the written papers of the course. */
  readonly courseId?: string;
  readonly value: Case;
  readonly book: Rulebook;
  /** Ids of shared/forms/papers.ts; default: all that fit the course. */
  readonly papers?: readonly string[];
  readonly forSubmission?: boolean;
  /** For 査定の説明書: these lines alone. */
  readonly lines?: readonly string[];
};
