import { describe, expect, test } from 'vitest';
import { byWeight, markCounts, marksOf, reasonsOf } from '../../../shared/rules/marks.js';
import { decision, finding } from './claims-support.js';

describe('marks of a line', () => {
  test.each([
    ['nothing cut, nothing held', { eligible: 1000 }, []],
    ['all cut for good', { eligible: 0, cut: 1000 }, ['out']],
    ['cut to one yen', { eligible: 1, cut: 999 }, ['over']],
    ['one yen cut', { eligible: 999, cut: 1 }, ['over']],
    ['all held', { eligible: 0, provisional: 1000 }, ['waiting']],
    ['nothing counts now, but a part is only held', { eligible: 0, cut: 999, provisional: 1 }, ['over', 'waiting']],
    ['claimed nothing', { claimed: 0, eligible: 0 }, []],
  ] as const)('%s', (_name, amounts, marks) => {
    expect(marksOf(decision(amounts))).toEqual(marks);
  });

  test('要確認 and 承認記録あり come from the findings, after the marks of money', () => {
    const line = decision({
      eligible: 0,
      cut: 1000,
      findings: [finding({ needsConfirmation: true }), finding({ approved: true, severity: 'info' })],
    });
    expect(marksOf(line)).toEqual(['out', 'confirm', 'approved']);
  });

  test('counts lines, not findings, and leaves 承認記録あり out', () => {
    const doubt = finding({ needsConfirmation: true });
    expect(
      markCounts([
        decision({ eligible: 0, cut: 1000 }),
        decision({ findings: [doubt, doubt] }),
        decision({ findings: [finding({ approved: true })] }),
      ]),
    ).toEqual({ out: 1, over: 0, confirm: 1, waiting: 0 });
  });
});

describe('order of reasons', () => {
  test('the finding that takes or holds most stands first, then the severer one', () => {
    const small = finding({ ruleId: 'A', cut: 10 });
    const large = finding({ ruleId: 'B', provisional: 20 });
    const warning = finding({ ruleId: 'C', severity: 'warning' });
    const error = finding({ ruleId: 'D' });
    expect(byWeight([warning, small, error, large]).map((one) => one.ruleId)).toEqual(['B', 'A', 'D', 'C']);
  });

  test('the echo of a cap gives way to the rule that cut, and stands where it is alone', () => {
    const echo = finding({ ruleId: 'CLM-LIM-01', cut: 10 });
    const rule = finding({ cut: 10 });
    expect(reasonsOf(decision({ findings: [echo, rule] }))).toEqual([rule]);
    expect(reasonsOf(decision({ findings: [echo] }))).toEqual([echo]);
  });

  test('results and hints are no reasons, an approved finding is', () => {
    const hint = finding({ severity: 'info' });
    const approved = finding({ severity: 'info', approved: true });
    expect(reasonsOf(decision({ findings: [hint, approved] }))).toEqual([approved]);
  });
});
