/** What can be asked about one piece of 免除 evidence, and what is answered. */
import type { IsoDate } from '../../../dates.js';
import type { Level } from '../../../model/case/course.js';
import type { Exemption } from '../../../model/case/exemption.js';
import type { CommonExemptionRow, SpecialtyExemptionRow } from '../../engine/exemption-rows.js';
import type { Citation } from '../../engine/figure.js';
import type { Severity } from '../../engine/verdict.js';

export type ExemptSubject = Exemption['subject'];
export const EXEMPT_SUBJECT_JA = {
  common1: '共通科目Ⅰ',
  common2: '共通科目Ⅱ',
  specialty: '専門科目',
} as const satisfies Record<ExemptSubject, string>;

/**
 * A qualification as it is held, apart from who holds it and what it is used for. A field that is absent is not
 * known. `tableRowNo` is a number in the table of the subject that is asked about.
 */
export type ExemptionEvidence = Omit<Exemption, 'id' | 'participantId' | 'subject' | 'appliedOn'>;

export type ExemptionQuestion = {
  /** Of the qualification that is aimed at; decides the column of the 専門科目 table. */
  readonly level: Level;
  readonly subject: ExemptSubject;
  /** Of the course; without it the competition of the evidence is taken. */
  readonly competition?: string | undefined;
  /** 免除申請日: everything is judged as of this day. */
  readonly appliedOn: IsoDate;
  /** First day of the course and day of the registration, to warn of evidence that runs out before. */
  readonly startsOn?: IsoDate | undefined;
  readonly registersOn?: IsoDate | undefined;
  /** True when the 中央競技団体 has been asked for rules of its own. */
  readonly federationAsked?: boolean | undefined;
};

export const EXEMPTION_RESULT_JA = {
  exempt: '免除できます',
  notExempt: '免除できません',
  needsConfirmation: '要確認',
} as const;
export type ExemptionResult = keyof typeof EXEMPTION_RESULT_JA;

/** One thing that speaks for or against, under the rule that says it. */
export type ExemptionReason = {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly messageJa: string;
  readonly remedyJa?: string;
  /** 要確認. */
  readonly confirm: boolean;
  /** Clause of the guide. */
  readonly sourceJa: string;
};

/** A row of the 免除資格等一覧 under the ID of its rule: `EXM-COM-07`, `EXM-SPC-13`. */
export type PlacedRow =
  | { readonly table: 'common'; readonly ruleId: string; readonly row: CommonExemptionRow }
  | { readonly table: 'specialty'; readonly ruleId: string; readonly row: SpecialtyExemptionRow };

export type ExemptionJudgement = {
  readonly result: ExemptionResult;
  /** The rule that stands for the result: of the row, or of what kept the evidence from having one. */
  readonly ruleId: string;
  readonly row?: PlacedRow;
  /** The row's own reason first; never empty. */
  readonly reasons: readonly ExemptionReason[];
  /** 必要書類 for the application, whether handed in or not. */
  readonly papersJa: readonly string[];
  /** Those that are still to be brought; empty where no paper would help. */
  readonly missingPapersJa: readonly string[];
  /** Last 免除申請日 on which the evidence surely holds; absent where there is no limit or it is unknown. */
  readonly validUntil?: IsoDate;
  /** Who must be asked, while a confirmation is open. */
  readonly confirmWith?: string;
  /** Figures that were read besides the row. */
  readonly citations: readonly Citation[];
};
