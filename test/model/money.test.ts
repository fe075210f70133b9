/** Whole yen: every division is a floor, parts add up, nothing goes through fractions. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, floorTo, grouped, hourly, km, portion, sum, yen } from '../../shared/money.js';

describe('products and floors', () => {
  test('an hourly price for minutes is rounded down', () => {
    expect(hourly(12000, 90)).toBe(18000);
    expect(hourly(12000, 100)).toBe(20000);
    expect(hourly(1000, 1)).toBe(16);
    expect(hourly(1400, 555)).toBe(12950);
  });

  test('80 % of an amount, to a thousand', () => {
    expect(portion(437850, 80, 100)).toBe(350280);
    expect(floorTo(portion(437850, 80, 100), 1000)).toBe(350000);
    expect(floorTo(399000, 1000)).toBe(399000);
    expect(floorTo(398999, 1000)).toBe(398000);
  });

  test('a product beyond the exact integers is still exact', () => {
    expect(portion(9_007_199_254_740_991, 3, 3)).toBe(9_007_199_254_740_991);
    expect(portion(9_007_199_254_740_991, 99, 100)).toBe(8_917_127_262_193_581);
  });

  test('floor of a product agrees with exact arithmetic', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(100_000), fc.integer({ min: 1, max: 10_000 }), (amount, by, over) => {
        expect(portion(amount, by, over)).toBe(Number((BigInt(amount) * BigInt(by)) / BigInt(over)));
      }),
    );
  });
});

describe('splitting', () => {
  test('parts are whole yen and add up to the total', () => {
    expect(apportion(100, [1, 1, 1])).toEqual([33, 33, 34]);
    expect(apportion(20000, [60, 120])).toEqual([6666, 13334]);
    expect(apportion(7, [])).toEqual([]);
    expect(apportion(7, [0, 0])).toEqual([7, 0]);
  });

  test('for any total and weights', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(fc.nat(5000), { minLength: 1, maxLength: 12 }), (total, weights) => {
        const parts = apportion(total, weights);
        expect(sum(parts)).toBe(total);
        expect(parts.every((part) => Number.isInteger(part) && part >= 0)).toBe(true);
      }),
    );
  });
});

test('amounts as people read them', () => {
  expect(yen(1234567)).toBe('1,234,567円');
  expect(yen(0)).toBe('0円');
  expect(grouped(-1840)).toBe('−1,840');
  expect(grouped(999)).toBe('999');
  expect(km(999)).toBe('99.9km');
  expect(km(1000)).toBe('100.0km');
});
