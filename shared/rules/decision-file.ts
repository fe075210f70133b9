/** The decision as the public 判定ファイル: the same decision always gives the same bytes. */
import type { Case } from '../model/case/case.js';
import type { DecisionFile, DecisionFinding, RefusedCase } from '../model/decision/decision-file.js';
import { type Problem, problemLine } from '../model/problem.js';
import type { Decision } from './engine/decide.js';
import type { Finding } from './engine/finding.js';

/** The public form of a decision on a case. Keys stand in the order of the format; what is absent has no key. */
export function decisionFileOf(value: Case, decision: Decision): DecisionFile {
  const { totals, settlement, headcount } = decision;
  return {
    format: 'koshu-decision',
    version: 1,
    ruleSet: value.ruleSet,
    stage: decision.stage,
    lines: linesOf(value, decision),
    accounts: decision.accounts.map(({ account, claimed, eligible, cut, provisional }) => ({
      account,
      claimed,
      eligible,
      cut,
      provisional,
    })),
    totals: {
      claimed: totals.claimed,
      eligibleBeforeGates: totals.eligibleBeforeGates,
      cut: totals.cut,
      provisional: totals.provisional,
      eligible: totals.eligible,
      gatedBy: [...totals.gatedBy],
    },
    headcount: { application: headcount.application ?? null, report: headcount.report ?? null },
    exemptions: decision.exemptions.map(({ id, result, ruleId }) => ({ id, result, ruleId })),
    settlement: {
      contractAmount: settlement.contractAmount,
      advance: settlement.advance,
      advanceDueOn: settlement.advanceDueOn,
      finalAmount: settlement.finalAmount,
      balance: settlement.balance,
      balanceDueOn: settlement.balanceDueOn,
      refund: settlement.refund,
      implementationGrant: settlement.implementationGrant,
    },
    deadlines: decision.deadlines.map(({ deadlineId, dueOn, safeOn, doneOn, state }) => ({
      deadlineId,
      dueOn,
      safeOn,
      doneOn,
      state,
    })),
    findings: decision.findings.map(findingOf),
  };
}

/** What is written in place of a decision when the case is invalid. */
export function refusedCaseOf(problems: readonly Problem[]): RefusedCase {
  return {
    format: 'koshu-decision',
    version: 1,
    error: { code: 'invalidCase', messages: problems.map(problemLine) },
  };
}

/** The text of a 判定ファイル, ending in a line break. */
export function decisionFileText(file: DecisionFile | RefusedCase): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

function linesOf(value: Case, decision: Decision): DecisionFile['lines'] {
  const accounts = new Map((value.lines ?? []).map((line) => [line.id, line.account]));
  return decision.lines.map(({ id, claimed, eligible, cut, provisional, findings }) => ({
    id,
    account: accounts.get(id) ?? 'other',
    claimed,
    eligible,
    cut,
    provisional,
    findings: findings.map(findingOf),
  }));
}

function findingOf(finding: Finding): DecisionFinding {
  const { place } = finding;
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    target: {
      ...(place.line === undefined ? {} : { lineId: place.line }),
      ...(place.person === undefined ? {} : { personId: place.person }),
    },
    ...(finding.claimed === undefined ? {} : { claimed: finding.claimed }),
    ...(finding.limit === undefined ? {} : { limit: finding.limit }),
    ...(finding.eligible === undefined ? {} : { eligible: finding.eligible }),
    ...(finding.cut === undefined ? {} : { cut: finding.cut }),
    ...(finding.provisional === undefined ? {} : { provisional: finding.provisional }),
    messageJa: finding.messageJa,
    sourceJa: finding.sourceJa,
    ...(finding.overrideKind === undefined ? {} : { overrideKind: finding.overrideKind }),
    needsConfirmation: finding.needsConfirmation,
  };
}
