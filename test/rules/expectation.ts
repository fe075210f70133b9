/** Compares a decision with what a row expects; returns the differences as sentences. */
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Finding } from '../../shared/rules/engine/finding.js';
import type { TableCase } from './table.js';

export function differences(decision: Decision, expect: TableCase['expect']): string[] {
  const problems: string[] = [];
  for (const [id, expected] of Object.entries(expect.lines ?? {})) {
    const line = decision.lines.find((candidate) => candidate.id === id);
    if (!line) {
      problems.push(`no line ${id}`);
      continue;
    }
    for (const key of ['claimed', 'eligible', 'cut', 'provisional'] as const) {
      const wanted = expected[key];
      if (wanted !== undefined && wanted !== line[key]) {
        problems.push(`${id}.${key}: expected ${wanted}, is ${line[key]} (${spoken(line.findings)})`);
      }
    }
    problems.push(...compareFindings(id, line.findings, expected));
  }
  if (expect.course) {
    problems.push(...compareFindings('course', decision.findings, expect.course));
  }
  compareRecord('totals', decision.totals, expect.totals, problems);
  compareRecord('settlement', decision.settlement, expect.settlement, problems);
  compareRecord('headcount', decision.headcount, expect.headcount, problems);
  const dues = Object.fromEntries(decision.deadlines.map((deadline) => [deadline.key, deadline.dueOn]));
  compareRecord('deadlines', dues, expect.deadlines, problems);
  const safeDays = Object.fromEntries(decision.deadlines.map((deadline) => [deadline.key, deadline.safeOn]));
  compareRecord('safeDays', safeDays, expect.safeDays, problems);
  const results = Object.fromEntries(decision.exemptions.map(({ id, result, ruleId }) => [id, `${result} ${ruleId}`]));
  compareRecord('exemptions', results, expect.exemptions, problems);
  for (const [account, expected] of Object.entries(expect.accounts ?? {})) {
    const own = decision.accounts.find((candidate) => candidate.account === account);
    compareRecord(account, own ?? {}, expected, problems);
  }
  for (const line of decision.lines) {
    if (
      line.claimed !== line.eligible + line.cut + line.provisional ||
      line.eligible < 0 ||
      line.cut < 0 ||
      line.provisional < 0
    ) {
      problems.push(`${line.id}: ${line.claimed} ≠ ${line.eligible} + ${line.cut} + ${line.provisional}`);
    }
  }
  return problems;
}

function compareFindings(
  where: string,
  findings: readonly Finding[],
  expected: NonNullable<TableCase['expect']['course']>,
): string[] {
  return [
    ...(expected.findings ?? [])
      .filter((mention) => !findings.some((finding) => matches(finding, mention)))
      .map((mention) => `${where}: no ${mention} among ${spoken(findings)}`),
    ...(expected.silent ?? [])
      .filter((id) => findings.some((finding) => finding.ruleId === id))
      .map(
        (id) => `${where}: ${id} should be silent, but: ${spoken(findings.filter((finding) => finding.ruleId === id))}`,
      ),
    ...Object.entries(expected.says ?? {})
      .filter(([id, words]) => !findings.some((own) => own.ruleId === id && own.messageJa.includes(words)))
      .map(([id, words]) => `${where}: ${id} does not say 「${words}」 among ${spoken(findings)}`),
  ];
}

function matches(finding: Finding, mention: string): boolean {
  const [rest = '', person] = mention.split('@');
  const [id, ...words] = rest.split(':');
  if (finding.ruleId !== id || (person !== undefined && finding.place.person !== person)) return false;
  return words.every((word) => {
    if (word === 'confirm') return finding.needsConfirmation;
    if (word === 'plain') return !finding.needsConfirmation;
    if (word === 'approved') return finding.approved;
    return finding.severity === word;
  });
}

function compareRecord(where: string, actual: object, wanted: object | undefined, problems: string[]): void {
  for (const [key, value] of Object.entries(wanted ?? {})) {
    const is = (actual as Record<string, unknown>)[key];
    if (JSON.stringify(is ?? null) !== JSON.stringify(value)) {
      problems.push(`${where}.${key}: expected ${JSON.stringify(value)}, is ${JSON.stringify(is ?? null)}`);
    }
  }
}

function spoken(findings: readonly Finding[]): string {
  return (
    findings.map((finding) => `${finding.ruleId}:${finding.severity}「${finding.messageJa}」`).join(' / ') || 'silence'
  );
}
