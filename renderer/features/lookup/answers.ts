/** What the engine says to a question about lines, put together for the panel and for copying. */
import type { CaseStage } from '../../../shared/model/case/course.js';
import { sum } from '../../../shared/money.js';
import { check } from '../../../shared/rules/check.js';
import type { LineDecision } from '../../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import type { LookupCase } from '../../../shared/rules/lookup/lookup-case.js';
import { papersNeeded } from '../../../shared/rules/papers-needed.js';
import type { TripleAmounts } from '../../ui/money-triple.js';

export type LinesAnswer = {
  readonly facts: Facts;
  readonly totals: TripleAmounts;
  /** The lines that were asked about; the one that loses most decides what is explained. */
  readonly lines: readonly LineDecision[];
  readonly explained: LineDecision | undefined;
  readonly papersJa: Readonly<Record<CaseStage, readonly string[]>>;
};

export function answerLines({ case: value, lineIds }: LookupCase, book: Rulebook): LinesAnswer {
  const lines = check(value, book).lines.filter((line) => lineIds.includes(line.id));
  const total = (key: keyof TripleAmounts): number => sum(lines.map((line) => line[key]));
  const lost = (line: LineDecision): number => line.cut + line.provisional;
  const [explained] = [...lines].sort((a, b) => lost(b) - lost(a));
  return {
    facts: new Facts(value),
    totals: {
      claimed: total('claimed'),
      eligible: total('eligible'),
      cut: total('cut'),
      provisional: total('provisional'),
    },
    lines,
    explained,
    papersJa: { application: papers(value, lineIds, 'application'), report: papers(value, lineIds, 'report') },
  };
}

function papers(value: LookupCase['case'], lineIds: readonly string[], stage: CaseStage): string[] {
  const facts = new Facts({ ...value, stage });
  const needs = facts.lines.filter((line) => lineIds.includes(line.id)).flatMap((line) => papersNeeded(line, facts));
  return [...new Set(needs.map((need) => need.labelJa))];
}
