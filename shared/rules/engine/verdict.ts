/** What a rule says. The engine turns verdicts into findings; a rule never touches an amount itself. */
import type { Yen } from '../../money.js';

export type Severity = 'error' | 'warning' | 'info';

/** Which line, part of a line (an assignment, a leg, a trip) or person a verdict is about. */
export type Place = {
  readonly line?: string;
  readonly part?: string;
  readonly person?: string;
};

/** One row of the 計算 that stands beside a decision: a label and an amount or a quantity in words. */
export type WorkStep = {
  readonly labelJa: string;
  readonly amount?: Yen;
  readonly textJa?: string;
  /** The other line that the row speaks of. */
  readonly line?: string;
};

type Options = {
  /** Default: the subject that the rule was asked about. */
  readonly at?: Place;
  /** 要確認. */
  readonly confirm?: boolean;
  /** The limit in yen that the amount was compared with. */
  readonly limit?: Yen;
  /** Minutes or days that remain countable; read by rules of later stages. */
  readonly quantity?: number;
  readonly work?: readonly WorkStep[];
  /** 直すには: what would mend it, in one sentence. */
  readonly remedyJa?: string;
  /** The person is not counted as a 受講者. */
  readonly uncountable?: boolean;
  /** False where a recorded approval of the rule's kind does not change this outcome. */
  readonly overridable?: boolean;
};

export type Verdict = Options & {
  readonly severity: Severity;
  readonly messageJa: string;
  /** Yen that final cuts leave of the place; absent = nothing is cut. */
  readonly leaves?: Yen;
  /** Yen that count until what is missing arrives; the rest up to `leaves` is provisional. */
  readonly leavesUntil?: Yen;
};

/** 委託対象外・上限超過: `leaves` yen remain for good. */
export function cut(leaves: Yen, messageJa: string, options: Options = {}): Verdict {
  return { severity: 'error', messageJa, leaves, ...options };
}

/** 証憑不足・確認待ち: `leaves` yen count now, the rest as soon as it is supplied or confirmed. */
export function hold(leaves: Yen, messageJa: string, options: Options = {}): Verdict {
  return { severity: 'error', messageJa, leavesUntil: leaves, ...options };
}

/** Part cut for good, part held: `until` ≤ `leaves`. */
export function cutAndHold(
  amounts: { readonly leaves: Yen; readonly until: Yen },
  messageJa: string,
  options: Options = {},
): Verdict {
  return { severity: 'error', messageJa, leaves: amounts.leaves, leavesUntil: amounts.until, ...options };
}

/** An error without effect on money: a document or a person would be refused, or a gate falls. */
export function refuse(messageJa: string, options: Options = {}): Verdict {
  return { severity: 'error', messageJa, ...options };
}

/** Something to explain, confirm or add; the amount is kept. */
export function warn(messageJa: string, options: Options = {}): Verdict {
  return { severity: 'warning', messageJa, ...options };
}

/** {@link warn} as 要確認. */
export function confirm(messageJa: string, options: Options = {}): Verdict {
  return { severity: 'warning', messageJa, confirm: true, ...options };
}

/** A result or a hint. */
export function note(messageJa: string, options: Options = {}): Verdict {
  return { severity: 'info', messageJa, ...options };
}
