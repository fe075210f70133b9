/** Findings about the course and about people: in which order they stand, and under which mark. */
import type { Finding } from '../../../shared/rules/engine/finding.js';
import type { Mark } from '../../../shared/rules/marks.js';

/** What stops everything first, then what is wrong, then what is open, then mere notes; the course before people. */
export function inPriority(findings: readonly Finding[], gatedBy: readonly string[]): Finding[] {
  const rank = (finding: Finding): number => {
    if (finding.severity === 'error') return gatedBy.includes(finding.ruleId) ? 0 : 1;
    if (finding.severity === 'warning') return finding.needsConfirmation ? 2 : 3;
    return finding.approved ? 4 : 5;
  };
  const people = (finding: Finding): number => (finding.place.person === undefined ? 0 : 1);
  return [...findings].sort((a, b) => rank(a) - rank(b) || people(a) - people(b));
}

/** The mark with its narrower word; a mere note has none. */
export function findingMark(
  finding: Finding,
  gatedBy: readonly string[],
): { readonly mark: Mark; readonly ja: string | undefined } | undefined {
  if (finding.approved) return { mark: 'approved', ja: undefined };
  if (finding.severity === 'error') {
    return { mark: 'out', ja: gatedBy.includes(finding.ruleId) ? undefined : '不備' };
  }
  if (finding.severity !== 'warning') return undefined;
  return finding.needsConfirmation ? { mark: 'confirm', ja: undefined } : { mark: 'over', ja: '注意' };
}
