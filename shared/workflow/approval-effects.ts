/** 承認記録: which kinds the present findings ask for, and what a record restores. Found by judging, never guessed. */
import { type Approval, APPROVAL_KINDS, type ApprovalKind } from '../model/case/approval.js';
import type { Case } from '../model/case/case.js';
import type { Yen } from '../money.js';
import { check } from '../rules/check.js';
import { isComplete } from '../rules/engine/approvals.js';
import type { Decision } from '../rules/engine/decide.js';
import type { Finding } from '../rules/engine/finding.js';
import type { Rulebook } from '../rules/engine/rulebook.js';

export type WantedApproval = {
  readonly kind: ApprovalKind;
  /** Open findings that it would settle, in the order of the decision. */
  readonly findings: readonly Finding[];
  /** Yen that come back with it for the whole course. */
  readonly gain: Yen;
};

/** Kinds of approval that open findings name, what brings most first. */
export function wantedApprovals(value: Case, decision: Decision, book: Rulebook): WantedApproval[] {
  const byKind = new Map<ApprovalKind, Finding[]>();
  for (const finding of allFindings(decision)) {
    const { overrideKind, approved, severity } = finding;
    if (overrideKind === undefined || approved || severity === 'info') continue;
    byKind.set(overrideKind, [...(byKind.get(overrideKind) ?? []), finding]);
  }
  return [...byKind]
    .flatMap(([kind, findings]): WantedApproval[] => {
      const after = check(withApproval(value, completeApproval(kind)), book);
      const settles = allFindings(after).some((finding) => finding.approved && finding.overrideKind === kind);
      return settles ? [{ kind, findings, gain: gainOf(decision, after) }] : [];
    })
    .sort((a, b) => b.gain - a.gain);
}

export type RecordedApproval = {
  readonly approval: Approval;
  /** False: something is missing, and the record counts as none. */
  readonly counts: boolean;
  /** Yen that would fall away without it. */
  readonly restores: Yen;
  /** Findings that it has turned into 承認記録あり. */
  readonly settles: number;
};

/** The approvals on record with what each of them does. */
export function recordedApprovals(value: Case, decision: Decision, book: Rulebook): RecordedApproval[] {
  const approvals = value.approvals ?? [];
  return approvals.map((approval): RecordedApproval => {
    const counts = isComplete(approval);
    if (!counts) return { approval, counts, restores: 0, settles: 0 };
    const without = check({ ...value, approvals: approvals.filter((other) => other.id !== approval.id) }, book);
    return {
      approval,
      counts,
      restores: gainOf(without, decision),
      settles: approvedCount(decision) - approvedCount(without),
    };
  });
}

/** What one more approval would bring: yen that come back, findings that are settled. */
export function effectOf(
  approval: Approval,
  value: Case,
  decision: Decision,
  book: Rulebook,
): { readonly gain: Yen; readonly settles: number } {
  const after = check(withApproval(value, approval), book);
  return { gain: gainOf(decision, after), settles: approvedCount(after) - approvedCount(decision) };
}

function withApproval(value: Case, approval: Approval): Case {
  return { ...value, approvals: [...(value.approvals ?? []), approval] };
}

/** A complete approval for the whole course, to be tried and thrown away. */
function completeApproval(kind: ApprovalKind): Approval {
  const words = 'trial';
  return {
    id: words,
    kind,
    source: APPROVAL_KINDS[kind].source,
    date: '2000-01-01',
    contactPerson: words,
    means: words,
    note: words,
    voucherIds: [words],
    scope: 'course',
  };
}

function gainOf(before: Decision, after: Decision): Yen {
  return Math.max(0, after.totals.eligible - before.totals.eligible);
}

function approvedCount(decision: Decision): number {
  return allFindings(decision).filter((finding) => finding.approved).length;
}

function allFindings({ findings, lines }: Decision): Finding[] {
  return [...findings, ...lines.flatMap((line) => line.findings)];
}
