/** What an approval would change, found by judging the case with it: exact, and never a promise the engine breaks. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { APPROVAL_KINDS, type Approval, type ApprovalKind } from '../../../shared/model/case/approval.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Yen } from '../../../shared/money.js';
import { check } from '../../../shared/rules/check.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import { reasonsOf } from '../../../shared/rules/marks.js';
import { TRIAL_ID } from '../../desk/approval-form.js';
import type { Claims } from './use-claims.js';

export type Trial = {
  /** Rules whose finding an approval of the kind would settle. */
  readonly settles: readonly string[];
  readonly gain: Yen;
};

export type Trials = {
  /** What one more approval of a kind would do for the line; `undefined` while that is not known yet. */
  readonly of: (kind: ApprovalKind) => Trial | undefined;
  /** The line as it would be judged with an approval more. */
  readonly withApproval: (approval: Approval) => LineDecision | undefined;
};

const decisions = new WeakMap<Decision, Map<string, Decision>>();

/** Moving through the table must not wait for trials: they begin when the choice has rested for a moment. */
const REST_MS = 150;

export function useTrials(claims: Claims, lineId: string): Trials {
  const { decision, decided } = claims;
  const [known, setKnown] = useState<ReadonlyMap<ApprovalKind, Trial>>(new Map());

  const withApproval = useCallback(
    (approval: Approval) => tried(claims, approval).lines.find((line) => line.id === lineId),
    [claims, lineId],
  );

  useEffect(() => {
    const before = decided.get(lineId);
    const timer = setTimeout(() => {
      if (before) setKnown(trialsOf(before, withApproval));
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [decision, decided, lineId, withApproval]);

  return useMemo(() => ({ of: (kind) => known.get(kind), withApproval }), [known, withApproval]);
}

function trialsOf(
  before: LineDecision,
  withApproval: (approval: Approval) => LineDecision | undefined,
): Map<ApprovalKind, Trial> {
  const kinds = new Set(
    reasonsOf(before).flatMap(({ overrideKind, severity, approved }) =>
      overrideKind === undefined || severity === 'info' || approved ? [] : [overrideKind],
    ),
  );
  return new Map([...kinds].map((kind) => [kind, trialOf(before, withApproval(completeApproval(kind, before.id)))]));
}

function trialOf(before: LineDecision, after: LineDecision | undefined): Trial {
  const settles = (after?.findings ?? []).filter((finding) => finding.approved).map((finding) => finding.ruleId);
  return { settles, gain: Math.max(0, (after?.eligible ?? before.eligible) - before.eligible) };
}

function tried({ value, decision, book }: Claims, approval: Approval): Decision {
  const own = decisions.get(decision) ?? new Map<string, Decision>();
  decisions.set(decision, own);
  const key = JSON.stringify(approval);
  const known = own.get(key) ?? check(withOneMore(value, approval), book);
  own.set(key, known);
  return known;
}

/** The case as it would be with an approval more. */
export function withOneMore(value: Case, approval: Approval): Case {
  return { ...value, approvals: [...(value.approvals ?? []), approval] };
}

/** A complete approval of a kind for one line, to be tried and thrown away. */
export function completeApproval(kind: ApprovalKind, lineId: string): Approval {
  return {
    id: TRIAL_ID,
    kind,
    source: APPROVAL_KINDS[kind].source,
    date: '2000-01-01',
    contactPerson: TRIAL_ID,
    means: TRIAL_ID,
    note: TRIAL_ID,
    voucherIds: [TRIAL_ID],
    scope: 'line',
    scopeId: lineId,
  };
}
