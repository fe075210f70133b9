/** What a clerk reads: the sentence names the numbers and the days of the course, the arithmetic adds up. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import type { Finding } from '../../shared/rules/engine/finding.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');

function finding(rule: string, ...parameters: Parameters<typeof caseFrom>): Finding | undefined {
  const decision = check(caseFrom(...parameters), book);
  const all = [...decision.findings, ...decision.lines.flatMap((line) => line.findings)];
  return all.find(({ ruleId }) => ruleId === rule);
}
const rows = (own: Finding | undefined) => own?.work.map(({ labelJa, amount }) => [labelJa, amount]);

describe('APP-DL-01', () => {
  const start = { sessions: [{ id: 's1', date: '2021-10-28' }] };

  test('sent late', () => {
    const own = finding('APP-DL-01', 'lecture', { ...start, course: { applicationSentOn: '2021-09-29' } });
    expect(own?.messageJa).toBe(
      '申請書の発送（2021年9月29日）が期限（2021年9月28日）を過ぎています。原則として委託対象外です',
    );
  });

  test('neither sent nor arrived', () => {
    const own = finding('APP-DL-01', 'lecture', { ...start, asOf: '2021-09-29' }, [
      'course.applicationSentOn',
      'course.applicationReceivedOn',
    ]);
    expect(own?.messageJa).toBe(
      '申請書の期限（2021年9月28日）を過ぎましたが、発送も到着も記録されていません。原則として委託対象外です',
    );
  });

  test('arrived after the last day', () => {
    const own = finding('APP-DL-01', 'lecture', { ...start, course: { applicationReceivedOn: '2021-11-27' } });
    expect(own?.messageJa).toContain('最終締切日（2021年11月26日、原本必着）を過ぎています。到着は2021年11月27日です');
  });

  test('a contract says why the total stands', () => {
    const course = { applicationSentOn: '2021-09-29', contractOn: '2021-10-08' };
    expect(finding('APP-DL-01', 'lecture', { ...start, course })?.messageJa).toMatch(
      /2021年10月8日に委託契約を結んでいるため、合計は減らしません$/,
    );
  });
});

describe('the final amount', () => {
  test('is an estimate until it is fixed', () => {
    const estimate = finding('PAY-FIN-06', 'claims-report', { course: { reductionByJspo: 6786 } });
    expect(estimate?.messageJa).toBe('確定見込額は90,000円です（対象実績96,786円、契約額120,000円）');
    expect(rows(estimate)).toEqual([
      ['対象実績', 96786],
      ['契約額', 120000],
      ['小さい方', 96786],
      ['日本スポーツ協会による減額', -6786],
      ['確定見込額', 90000],
    ]);
    const fixed = finding('PAY-FIN-06', 'claims-report', { course: { reductionByJspo: 6786, finalAmount: 90000 } });
    expect(fixed?.messageJa).toBe('確定額は90,000円です（対象実績96,786円、契約額120,000円）');
    expect(rows(fixed)).toEqual([
      ['対象実績', 96786],
      ['契約額', 120000],
      ['確定額', 90000],
    ]);
  });

  test('below an advance that is only calculated, the refund depends on whether it was paid', () => {
    const given = { course: { reductionByJspo: 96786 } };
    expect(finding('PAY-FIN-04', 'claims-report', given)?.messageJa).toBe(
      '確定見込額0円が概算払96,000円に届かないため、差額96,000円の返納が必要です',
    );
    expect(finding('PAY-FIN-04', 'claims-report', given, ['course.advanceReceived'])?.messageJa).toBe(
      '確定見込額0円が概算払96,000円に届きません。概算払を受け取っているときは差額96,000円の返納が必要です',
    );
  });
});

test('CLM-SUM-01 adds up over the accounts', () => {
  const own = finding('CLM-SUM-01', 'whole-course');
  const amounts = (own?.work ?? []).map(({ amount }) => amount ?? 0);
  const total = amounts.at(-1);
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(total);
  expect(total).toBe(258546);
});

test('CLM-LIM-01 says what was claimed, what remains and what is over', () => {
  const own = finding('CLM-LIM-01', 'whole-course', { lines: [{ id: 'H1', rate: 12001 }] });
  expect(own?.messageJa).toBe('請求144,012円のうち144,000円までが単価基準の範囲です。超えた12円は委託対象外です');
  expect(own).toMatchObject({ claimed: 144012, eligible: 144000, cut: 12, provisional: 0, limit: 144000 });
});

test('a name on a paper is quoted beside the name it should bear', () => {
  const foreign = finding('CLM-ADR-01', 'claims-report', {
    vouchers: [{ id: 'vR1i', addressee: '青葉県バドミントン協会' }],
  });
  expect(foreign?.messageJa).toBe(
    '宛先が契約団体名「公益財団法人青葉県スポーツ協会」ではありません（請求明細書「青葉県バドミントン協会」）。原則として対象外です',
  );
  const spelling = finding('CLM-ADR-02', 'claims-report', {
    vouchers: [{ id: 'vR1i', addressee: '青葉県 スポーツ協会' }],
  });
  expect(spelling?.messageJa).toContain('少し違います（請求明細書「青葉県 スポーツ協会」）');
  const other = finding('CLM-ADR-02', 'claims-report', {
    vouchers: [{ id: 'vY1i', addressee: '青葉県バドミントン協会' }],
  });
  expect(other?.messageJa).toContain('か確かめてください（請求明細書「青葉県バドミントン協会」）');
});
