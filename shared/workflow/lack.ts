/** What is missing for a step, and where it is mended. */
import type { Finding } from '../rules/engine/finding.js';

/** The screens of a course on which something can be mended. */
export type LackScreen = 'overview' | 'schedule' | 'staff' | 'participants' | 'claims';

export type LackPlace = {
  readonly screen: LackScreen;
  /** Key of the field, where it is a single one of that screen. */
  readonly field?: string;
};

export type Lack = {
  /** One sentence. */
  readonly ja: string;
  readonly where: LackPlace;
  /** The rule that says so, with its clause. */
  readonly ruleId?: string;
  readonly sourceJa?: string;
  /** An approval on record would settle it. */
  readonly canBeApproved?: true;
  /** A warning is told; only the rest keeps a step from being recorded. */
  readonly blocks: boolean;
};

/** The part of a finding that a step looks at. */
export type StepFinding = Pick<
  Finding,
  'ruleId' | 'severity' | 'place' | 'messageJa' | 'sourceJa' | 'approved' | 'needsConfirmation' | 'overrideKind'
>;

/** Who takes a step: 実施団体, 日本スポーツ協会, 受講者本人, 検定員, or time alone. */
export const ACTOR_JA = {
  hostOrg: '実施団体',
  jspo: '日本スポーツ協会',
  person: '本人',
  examiner: '検定員',
  time: '期日',
} as const;
export type Actor = keyof typeof ACTOR_JA;

/** A finding as a lack: errors keep the step back where `blocks` allows it, warnings are only told. */
export function lackOf(finding: StepFinding, where: LackPlace, mayBlock: boolean): Lack {
  return {
    ja: finding.messageJa,
    where,
    ruleId: finding.ruleId,
    sourceJa: finding.sourceJa,
    ...(finding.overrideKind === undefined ? {} : { canBeApproved: true as const }),
    blocks: mayBlock && finding.severity === 'error',
  };
}

/** True for `ENR-APV-01` under `ENR-APV-01` and under `ENR-`. */
export function isOf(ruleId: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => (pattern.endsWith('-') ? ruleId.startsWith(pattern) : ruleId === pattern));
}
