/** 判定の印: what a clerk sees of a decision at one glance. Each mark has its own word; colour only repeats it. */
import type { Finding } from './engine/finding.js';
import type { LineDecision } from './engine/decide.js';

/** In the order in which they stand in a cell. */
export const MARKS = ['out', 'over', 'waiting', 'confirm', 'approved'] as const;
export type Mark = (typeof MARKS)[number];

export const MARK_JA = {
  out: '対象外',
  over: '超過',
  waiting: '証憑待ち',
  confirm: '要確認',
  approved: '承認記録あり',
} as const satisfies Record<Mark, string>;

/** The marks that ask for something; 承認記録あり is only a note. */
export const OPEN_MARKS = ['out', 'over', 'confirm', 'waiting'] as const satisfies readonly Mark[];
export type OpenMark = (typeof OPEN_MARKS)[number];

/**
 * The marks of a line in their order. 対象外: the whole amount is cut for good. 超過: a part is, and a rest
 * remains. 証憑待ち: a part comes back as soon as something arrives. 要確認: an input or a confirmation is open.
 */
export function marksOf(line: LineDecision): Mark[] {
  const isOut = line.cut > 0 && line.eligible === 0 && line.provisional === 0;
  return MARKS.filter((mark) => {
    switch (mark) {
      case 'out':
        return isOut;
      case 'over':
        return line.cut > 0 && !isOut;
      case 'waiting':
        return line.provisional > 0;
      case 'confirm':
        return line.findings.some((finding) => finding.needsConfirmation);
      case 'approved':
        return line.findings.some((finding) => finding.approved);
    }
  });
}

/** Number of lines that carry each open mark. */
export function markCounts(lines: readonly LineDecision[]): Record<OpenMark, number> {
  const counts: Record<OpenMark, number> = { out: 0, over: 0, confirm: 0, waiting: 0 };
  for (const line of lines) {
    for (const mark of marksOf(line)) {
      if (mark !== 'approved') counts[mark] += 1;
    }
  }
  return counts;
}

/** A rule that only repeats that something was cut; the rule that cut it says more. */
const ECHO = 'CLM-LIM-01';

/** Yen that a finding alone takes or holds back. */
function weight(finding: Finding): number {
  return (finding.cut ?? 0) + (finding.provisional ?? 0);
}

const SEVERITY_ORDER = { error: 0, warning: 1, info: 2 } as const;

/** The findings of a line, the one that decides the amount first; equal ones keep the order of the rules. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding): readonly number[] => [
    -weight(finding),
    finding.ruleId === ECHO ? 1 : 0,
    SEVERITY_ORDER[finding.severity],
    finding.needsConfirmation || finding.approved ? 0 : 1,
  ];
  return findings
    .map((finding) => ({ finding, rank: rank(finding) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ finding }) => finding);
}

/** What the panel explains: everything but results, hints and echoes; an approved finding stays. */
export function reasonsOf(line: LineDecision): Finding[] {
  const own = byWeight(line.findings).filter((finding) => finding.severity !== 'info' || finding.approved);
  const withoutEcho = own.filter((finding) => finding.ruleId !== ECHO);
  return withoutEcho.length > 0 ? withoutEcho : own;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
