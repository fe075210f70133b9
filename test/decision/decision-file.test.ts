/** The public 判定ファイル: exact keys, nulls for what is unknown, the same bytes for the same case. */
import { expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { readCase } from '../../shared/model/case/read-case.js';
import { decisionFile, refusedCase } from '../../shared/model/decision/decision-file.js';
import { check } from '../../shared/rules/check.js';
import { decisionFileOf, decisionFileText, refusedCaseOf } from '../../shared/rules/decision-file.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');
const fileOf = (...parameters: Parameters<typeof caseFrom>) => {
  const value = caseFrom(...parameters);
  return decisionFileOf(value, check(value, book));
};

test('a decision on any base fits the published shape, without a key too many', () => {
  for (const base of ['lecture', 'claims', 'claims-report', 'whole-course']) {
    expect(decisionFile.parse(fileOf(base))).toEqual(fileOf(base));
  }
});

test('keys stand in the order of the format', () => {
  const file = fileOf('claims-report');
  expect(Object.keys(file)).toEqual([
    'format',
    'version',
    'ruleSet',
    'stage',
    'lines',
    'accounts',
    'totals',
    'headcount',
    'exemptions',
    'settlement',
    'deadlines',
    'findings',
  ]);
  expect(Object.keys(file.lines[0] ?? {})).toEqual([
    'id',
    'account',
    'claimed',
    'eligible',
    'cut',
    'provisional',
    'findings',
  ]);
  expect(file.accounts.map((amounts) => amounts.account)).toEqual([
    'honorarium',
    'travel',
    'rental',
    'printing',
    'consumables',
    'communication',
    'misc',
  ]);
});

test('a finding about a line stands in the line and names it, one about the course names nothing', () => {
  const file = fileOf('claims-report', { vouchers: [{ id: 'vR1i', addressee: '青葉県バドミントン協会' }] });
  const line = file.lines.find(({ id }) => id === 'R1');
  expect(line).toMatchObject({ account: 'rental', claimed: 6000, eligible: 0, cut: 6000, provisional: 0 });
  expect(line?.findings.find(({ ruleId }) => ruleId === 'CLM-ADR-01')).toEqual({
    ruleId: 'CLM-ADR-01',
    severity: 'error',
    target: { lineId: 'R1' },
    claimed: 6000,
    limit: 0,
    eligible: 0,
    cut: 6000,
    provisional: 0,
    messageJa: expect.stringContaining('青葉県バドミントン協会') as string,
    sourceJa: '基準一覧 3(1)備考・5備考',
    overrideKind: 'addresseeAccepted',
    needsConfirmation: false,
  });
  const sum = file.findings.find(({ ruleId }) => ruleId === 'CLM-SUM-01');
  expect(sum).toMatchObject({ severity: 'info', target: {} });
  expect(file.findings.every(({ target }) => target.lineId === undefined)).toBe(true);
});

test('unknown amounts, days and heads are null, never 0 and never left out', () => {
  const file = fileOf('lecture', {}, ['course.applicationHeadcount', 'sessions.s1', 'assignments.a1', 'lines.H1']);
  expect(file.headcount).toEqual({ application: null, report: null });
  expect(file.settlement).toMatchObject({ advanceDueOn: null, finalAmount: null, refund: null });
  expect(file.deadlines.find(({ deadlineId }) => deadlineId === 'DL-03')).toEqual({
    deadlineId: 'DL-03',
    dueOn: null,
    safeOn: null,
    doneOn: '2021-08-02',
    state: 'done',
  });
});

test.each([
  ['common2', 'コーチ2', undefined, 'needsConfirmation', 'EXM-COM-04'],
  ['common1', 'コーチ2', 4, 'needsConfirmation', 'EXM-COM-04'],
  ['common2', 'コーチ1', undefined, 'notExempt', 'EXM-COM-03'],
  ['common1', 'コーチ2', 19, 'notExempt', 'EXM-APP-11'],
  ['common1', 'スポーツドクター', undefined, 'notExempt', 'EXM-APP-03'],
  ['specialty', 'A級指導者資格', 30, 'notExempt', 'EXM-SPC-30'],
  ['specialty', 'A級指導者資格', 31, 'notExempt', 'EXM-APP-11'],
])('an exemption for %s by %s (No.%s) is %s under %s', (subject, qualificationJa, tableRowNo, result, ruleId) => {
  const file = fileOf('lecture', {
    participants: [{ id: 'P1', nameJa: '一ノ瀬 泉' }],
    exemptions: [
      { id: 'X1', participantId: 'P1', subject, qualificationJa, ...(tableRowNo === undefined ? {} : { tableRowNo }) },
    ],
  });
  expect(file.exemptions).toEqual([{ id: 'X1', result, ruleId }]);
});

test('the same case gives the same bytes, whatever the order of its keys', () => {
  const value = caseFrom('claims-report');
  const turned = readCase(reversedKeys(JSON.parse(JSON.stringify(value))));
  if (!turned.ok) throw new Error('not a case');
  const text = decisionFileText(decisionFileOf(value, check(value, book)));
  expect(decisionFileText(decisionFileOf(turned.value, check(turned.value, book)))).toBe(text);
  expect(text).toMatch(/\}\n$/);
  expect(JSON.parse(text)).toEqual(fileOf('claims-report'));
});

test('an invalid case is answered with its problems', () => {
  const read = readCase({ ...caseFrom('lecture'), extra: 1 });
  const file = refusedCaseOf(read.ok ? [] : read.problems);
  expect(refusedCase.parse(file)).toEqual({
    format: 'koshu-decision',
    version: 1,
    error: { code: 'invalidCase', messages: ['extra: この項目は使えません (unknown key)'] },
  });
});

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, own]) => [key, reversedKeys(own)]),
  );
}
