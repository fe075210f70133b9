/** What every finding of every table owes the clerk who reads it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import type { Finding } from '../../shared/rules/engine/finding.js';
import { buildCase, readTable } from '../rules/table.js';
import { tableFiles } from '../rules/table-files.js';

/** These only repeat what another finding takes; 直すには stands there. */
const REPEATING: readonly string[] = ['TRV-LDG-01', 'TRV-PDM-05'];

const findings = allFindings();

test('money that is cut or held comes with what would mend it', () => {
  const silent = findings.filter(
    (finding) => takesMoney(finding) && !finding.approved && (finding.remedyJa ?? '').trim() === '',
  );
  expect([...new Set(silent.map(({ ruleId }) => ruleId))].filter((id) => !REPEATING.includes(id))).toEqual([]);
});

test('sentences are plain: no alarm, no hole, no machine words', () => {
  const odd = findings
    .flatMap(({ ruleId, messageJa, remedyJa }) => [messageJa, remedyJa ?? ''].map((text) => `${ruleId} ${text}`))
    .filter((text) => /エラー|[!！]|undefined|NaN|null|\[object|。$|「」/.test(text));
  expect([...new Set(odd)]).toEqual([]);
});

test('every finding names its clause', () => {
  expect([...new Set(findings.filter(({ sourceJa }) => sourceJa.trim() === '').map(({ ruleId }) => ruleId))]).toEqual(
    [],
  );
});

function takesMoney(finding: Finding): boolean {
  return (finding.cut ?? 0) + (finding.provisional ?? 0) > 0;
}

function allFindings(): Finding[] {
  const book = rulebook('R3');
  const bases = new Map<string, unknown>();
  return tableFiles()
    .flatMap(readTable)
    .flatMap(({ base, row }) => {
      const start = bases.get(base) ?? readBase(base);
      bases.set(base, start);
      const decision = check(buildCase(start, row), book);
      return [...decision.findings, ...decision.lines.flatMap((line) => line.findings)];
    });
}

function readBase(name: string): unknown {
  const url = new URL(`../rules/bases/${name}.yaml`, import.meta.url);
  return parse(readFileSync(url, 'utf8'), { schema: 'core' });
}
