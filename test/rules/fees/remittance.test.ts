/** 納入額: the arithmetic that the screens show beside the sentence. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import { check } from '../../../shared/rules/check.js';
import { caseFrom } from '../../support/cases.js';

const book = rulebook('R3');

function rows(rule: string, ...parameters: Parameters<typeof caseFrom>): unknown {
  const own = check(caseFrom(...parameters), book).findings.find(({ ruleId }) => ruleId === rule);
  return own?.work.map(({ labelJa, amount }) => [labelJa, amount]);
}

describe('the last row is what the organisation remits', () => {
  test('専門科目', () => {
    expect(rows('PAY-FEE-02', 'payers')).toEqual([
      ['受講料 4名 × 15,400', 61600],
      ['納入額', 61600],
    ]);
  });

  test('共通科目Ⅱ with its books, beside both rules', () => {
    const books = { course: { level: 'coach2', subject: 'common2' } };
    const expected = [
      ['受講料 4名 × 17,600', 70400],
      ['リファレンスブック 4冊 × 3,300', 13200],
      ['納入額', 83600],
    ];
    expect(rows('PAY-FEE-03', 'payers', books)).toEqual(expected);
    expect(rows('PAY-FEE-05', 'payers', books)).toEqual(expected);
  });

  test('受講管理料', () => {
    expect(rows('PAY-MGT-01', 'payers', { course: { delivery: 'independent' } })).toEqual([
      ['受講管理料 4名 × 1,100', 4400],
      ['納入額', 4400],
    ]);
  });

  test('what a person pays alone is never part of it', () => {
    expect(rows('PAY-FEE-01', 'payers')).toEqual([['本人が納める額 4名 × 18,700', 74800]]);
    expect(rows('PAY-FEE-05', 'payers')).toEqual([]);
  });
});

test('an estimate says what it rests on', () => {
  const findings = check(caseFrom('whole-course'), book).findings;
  const own = findings.find(({ ruleId }) => ruleId === 'PAY-FEE-02');
  expect(own).toMatchObject({ severity: 'info', needsConfirmation: true });
  expect(own?.remedyJa).toContain('過年度受講者と免除の方を除いて');
});
