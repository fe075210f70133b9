import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { nextBankDay } from '../../shared/payments/bank-day.js';
import { withholdingFigures } from '../../shared/payments/payment-figures.js';
import { withheldFrom, withholdingWork } from '../../shared/payments/withholding.js';
import { paymentRows } from './figure-table.js';

const book = rulebook('R3');

test.each(paymentRows())('$name', ({ expected, actual }) => {
  expect(actual(book)).toBe(expected);
});

test('the next bank day after the year’s end', () => {
  expect(nextBankDay('2021-12-31', book)).toBe('2022-01-04');
  expect(nextBankDay('2021-11-12', book)).toBe('2021-11-12');
  expect(nextBankDay('2022-04-02', book)).toBeUndefined();
});

test('the tax is the exact product without its fraction, whatever the amount', () => {
  const figures = withholdingFigures(book, '2021-11-10');
  if (!figures) throw new Error('no figures');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (base) => {
      const tax = BigInt(withheldFrom(base, figures));
      const yen = BigInt(base);
      const exact = yen <= 1_000_000n ? yen * 1021n : 1_000_000n * 1021n + (yen - 1_000_000n) * 2042n;
      expect(tax * 10_000n <= exact && exact < (tax + 1n) * 10_000n).toBe(true);
    }),
  );
});

test('the arithmetic is shown with both rates only above the threshold', () => {
  const figures = withholdingFigures(book, '2021-11-10');
  if (!figures) throw new Error('no figures');
  expect(withholdingWork(84_000, figures).map((row) => row.textJa ?? row.amount)).toEqual([
    84_000,
    '84,000円 × 10.21%',
    8576,
  ]);
  expect(withholdingWork(1_500_000, figures).map((row) => row.textJa ?? row.amount)).toEqual([
    1_500_000,
    '1,000,000円 × 10.21%',
    '500,000円 × 20.42%',
    204_200,
  ]);
});
