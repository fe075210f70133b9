import { expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import { missingCount } from '../../../renderer/desk/missing-papers.js';
import { judgedPapers, voucherBook } from '../../../renderer/features/vouchers/voucher-book.js';
import type { Case } from '../../../shared/model/case/case.js';
import { check } from '../../../shared/rules/check.js';
import { sampleCase } from '../../support/sample.js';

const book = rulebook('R3');
const counted = (value: Case): number => missingCount(value, check(value, book), book);

test('the tab counts what the list of 証憑 shows as missing', () => {
  const sample = sampleCase();
  // Without vouchers the slip of a payment is missing from each of its lines, and is one paper.
  for (const value of [sample, { ...sample, vouchers: [] }]) {
    const judged = judgedPapers(value, check(value, book), book);
    const shown = voucherBook(judged, []).entries.filter(({ kind }) => kind === 'missing');
    expect(counted(value)).toBe(shown.length);
    expect(shown.length).toBeGreaterThan(0);
  }
});

test('without any voucher more is missing, and without lines nothing', () => {
  const sample = sampleCase();
  expect(counted({ ...sample, vouchers: [] })).toBeGreaterThan(counted(sample));
  expect(counted({ ...sample, lines: [] })).toBe(0);
});
