/** Whether 謝金 and 旅費 of a person count, and why not, from what the decision says about the person's lines. */
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Finding } from '../../../shared/rules/engine/finding.js';
import { type Mark, MARKS, marksOf } from '../../../shared/rules/marks.js';

export type Pay = {
  /** No line claims anything for the person. */
  readonly isEmpty: boolean;
  readonly claimed: number;
  readonly eligible: number;
  readonly marks: readonly Mark[];
  /** What the rules say against it, the decisive first. */
  readonly reasons: readonly Finding[];
};

export type PersonPay = { readonly honorarium: Pay; readonly travel: Pay };

const NONE: Pay = { isEmpty: true, claimed: 0, eligible: 0, marks: [], reasons: [] };

/** By staff id. */
export function personPay(value: Case, decision: Decision): ReadonlyMap<string, PersonPay> {
  const owner = new Map((value.assignments ?? []).map((assignment) => [assignment.id, assignment.staffId]));
  const decided = new Map(decision.lines.map((line) => [line.id, line]));
  const pays = new Map<string, PersonPay>();
  for (const line of value.lines ?? []) {
    const staffId = payeeOf(line, owner);
    const own = decided.get(line.id);
    if (staffId === undefined || !own) continue;
    const before = pays.get(staffId) ?? { honorarium: NONE, travel: NONE };
    const kind = line.kind === 'honorarium' ? 'honorarium' : 'travel';
    pays.set(staffId, { ...before, [kind]: plus(before[kind], own) });
  }
  return pays;
}

function payeeOf(line: Line, owner: ReadonlyMap<string, string>): string | undefined {
  if ('staffId' in line) return line.staffId;
  return line.kind === 'honorarium' ? owner.get(line.assignmentIds[0] ?? '') : undefined;
}

function plus(pay: Pay, line: LineDecision): Pay {
  const marks = new Set([...pay.marks, ...marksOf(line)]);
  const against = line.findings.filter((finding) => finding.severity !== 'info');
  const reasons = [...pay.reasons, ...against].sort((a, b) => (b.cut ?? 0) - (a.cut ?? 0));
  return {
    isEmpty: false,
    claimed: pay.claimed + line.claimed,
    eligible: pay.eligible + line.eligible,
    marks: MARKS.filter((mark) => marks.has(mark)),
    reasons: uniqueByMessage(reasons),
  };
}

function uniqueByMessage(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.ruleId} ${finding.messageJa}`, finding])).values()];
}
