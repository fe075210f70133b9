/** A line of the claim with what was decided about it, ready to be explained. */
import type { Line } from '../../model/case/lines/line.js';
import type { LineDecision } from '../../rules/engine/decide.js';
import type { Finding } from '../../rules/engine/finding.js';
import { lineKindText, lineText } from '../../rules/line-text.js';
import { reasonsOf } from '../../rules/marks.js';
import type { Paper } from '../paper.js';

export type ExplainedLine = {
  readonly line: Line;
  /** 2-03 */
  readonly numberJa: string;
  /** 「北条 悟　宿泊 10/28(木) 朝食付き」 */
  readonly nameJa: string;
  readonly decision: LineDecision;
  /** Why, the reason that decides the amount first. */
  readonly reasons: readonly Finding[];
};

/** The lines that the paper is about, in the order of the claim. */
export function explainedLines(paper: Paper): ExplainedLine[] {
  const { facts, decided, numberOf, lines: chosen } = paper;
  return facts.lines.flatMap((line): ExplainedLine[] => {
    const decision = decided.get(line.id);
    if (!decision) return [];
    const isAsked = chosen === undefined ? decision.eligible < decision.claimed : chosen.includes(line.id);
    if (!isAsked) return [];
    const nameJa = lineNameJa(line, paper);
    return [{ line, numberJa: numberOf(line.id), nameJa, decision, reasons: reasonsOf(decision) }];
  });
}

/** Whom or what a line is for, and the kind of it. */
export function lineNameJa(line: Line, { facts }: Pick<Paper, 'facts'>): string {
  const { nameJa, detailJa } = lineText(line, facts);
  const kindJa = lineKindText(line);
  const details = detailJa === '' ? kindJa : detailJa;
  return nameJa === details ? nameJa : `${nameJa}　${details}`;
}

/** What would mend a reason: its own words, a paper that is missing, or a recorded approval. */
export function remedyJa(finding: Finding, line: Line, paper: Paper): string | undefined {
  if (finding.approved) return undefined;
  if (finding.remedyJa !== undefined) return `${finding.remedyJa}。`.replace(/。。$/u, '。');
  const missing = paper.ticksOf(line).find((tick) => !tick.isThere && tick.ruleIds.includes(finding.ruleId));
  if (missing) return `${missing.labelJa}を付ける。`;
  return finding.overrideKind === undefined ? undefined : '確認して、承認記録を付ける。';
}

/** How the paper names what waits: for 証憑 at the report, for a word of somebody before. */
export function waitingJa({ facts }: Pick<Paper, 'facts'>): string {
  return facts.isReport ? '証憑待ち' : '確認待ち';
}
