/** The shape of a rule, and what a rule may ask while it judges. */
import type { Yen } from '../../money.js';
import type { Approval, ApprovalKind } from '../../model/case/approval.js';
import type { Facts } from '../facts/facts.js';
import type { FigureKey, FigureOf, NumericFigureKey } from '../figures.js';
import type { Headcount } from '../facts/headcount.js';
import type { Settlement } from '../settlement.js';
import type { Totals } from './totals.js';
import type { JudgedExemption } from '../courses/exemptions/judged-exemption.js';
import type { Stage } from './stages.js';
import type { Subjects, SubjectKind } from './subjects.js';
import type { Place, Verdict } from './verdict.js';

/** What is left of a place after the stages before the present one. */
export type Standing = {
  readonly claimed: Yen;
  /** After final cuts only. */
  readonly afterCuts: Yen;
  /** After final cuts and what is held. */
  readonly eligible: Yen;
};

/** What is so before any rule has spoken: the case and the book. */
export type Known = {
  readonly facts: Facts;
  /** A numeric figure of the rulebook for the day of the course; its citation goes into the finding. */
  readonly limit: (key: NumericFigureKey) => number;
  /** Any figure, typed by its key. */
  readonly figure: <K extends FigureKey>(key: K) => FigureOf<K>;
};

export type Ask = Known & {
  /** What earlier stages left of a line or of a part of it. */
  readonly standing: (line: string, part?: string) => Standing;
  /** Minutes or days that earlier stages left countable; the claimed quantity where none was cut. */
  readonly quantity: (line: string, part?: string) => number;
  /** True when an earlier stage left nothing of the place, by a cut or by a hold. */
  readonly isOut: (line: string, part?: string) => boolean;
  /** True when rule `ruleId` of an earlier stage spoke about the place (in any severity). */
  readonly said: (ruleId: string, line: string, part?: string) => boolean;
  /** A complete approval of that kind whose scope contains the place, if one is recorded. */
  readonly approval: (kind: ApprovalKind, place: Place) => Approval | undefined;
  /** 免除の判定 of every evidence of the case, by its id. */
  readonly exemptions: () => ReadonlyMap<string, JudgedExemption>;
  readonly headcount: () => Headcount;
  /** False once a rule of an earlier stage, or of this one before, has taken the person out of the 受講者. */
  readonly isCountable: (participantId: string) => boolean;
  /** From stage `settlement` on. */
  readonly totals: () => Totals;
  /** From stage `settlement` on. */
  readonly settlement: () => Settlement;
  /**
   * A computation shared by several checks of one stage, done once for each key; its citations go to each reader.
   * `compute` must be a function of the module, so that it is the same one at every call.
   */
  readonly derive: <T>(compute: (ask: Ask, key: string) => T, key?: string) => T;
  /** As `derive`, for what follows from the case and the book alone: done once for all stages. */
  readonly once: <T>(compute: (known: Known) => T) => T;
};

/** When a rule runs: at 申請, at 報告, or at both. */
export type RunsAt = 'application' | 'report' | 'both';

export type RuleDefinition<K extends SubjectKind> = {
  /** ID of the catalogue. */
  readonly id: string;
  /** Clause of the guide, as printed on the finding. */
  readonly clause: string;
  readonly stage: Stage;
  /** What the rule is asked about. */
  readonly on: K | readonly K[];
  /** Default: both. */
  readonly at?: RunsAt;
  /** The approval that turns its findings into 「承認記録あり」. */
  readonly override?: ApprovalKind;
  /** Whether a matching approval counts for this rule; default: every complete one does. */
  readonly accepts?: (approval: Approval, facts: Facts) => boolean;
  /** A finding of severity error makes the whole course ineligible. */
  readonly gate?: boolean;
  readonly check: (subject: Subjects[K], ask: Ask) => Verdict | readonly Verdict[] | undefined;
};

/** A rule of any subject, as the engine keeps it. */
export type Rule = Omit<RuleDefinition<SubjectKind>, 'on' | 'check'> & {
  readonly on: readonly SubjectKind[];
  readonly check: (subject: never, ask: Ask) => Verdict | readonly Verdict[] | undefined;
};

/** Declares a rule. `check` is a pure function of the subject, the case and the rulebook. */
export function rule<const K extends SubjectKind>(definition: RuleDefinition<K>): Rule {
  const on = (Array.isArray(definition.on) ? definition.on : [definition.on]) as readonly SubjectKind[];
  return { ...definition, on };
}
