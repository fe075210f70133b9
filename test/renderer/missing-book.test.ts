import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { decisionOf } from '../../renderer/db/course-case.js';
import { bookOf, lackingBookJa, notePin } from '../../renderer/desk/books.js';
import { deadlinesOfCase } from '../../renderer/desk/deadlines.js';
import { mustDoCount } from '../../renderer/desk/must-do.js';
import { sampleCase } from '../support/sample.js';

const books = [rulebook('R3')];

describe('the edition that decided a course is gone', () => {
  test('it is judged by no other one, and nothing is thrown', () => {
    const value = sampleCase();
    notePin(value, 9);
    expect(bookOf(value, books)).toBeUndefined();
    expect(decisionOf(value, books)).toBeNull();
    expect(deadlinesOfCase(value, books)).toEqual([]);
    expect(mustDoCount(value, books)).toBeUndefined();
    expect(lackingBookJa(value)).toBe('R3 第9版');
  });

  test('once the edition is back, the same case is judged', () => {
    const value = sampleCase();
    notePin(value, 1);
    expect(decisionOf(value, [])).toBeNull();
    expect(decisionOf(value, books)?.totals.claimed).toBeGreaterThan(0);
  });
});

describe('要対応', () => {
  test('counts what 書類 lists as 要対応 of the report', () => {
    expect(mustDoCount(sampleCase(), books)).toBe(21);
  });

  test('nothing is asked of a course whose amount is fixed', () => {
    const value = sampleCase();
    expect(mustDoCount({ ...value, course: { ...value.course, status: 'amountFixed' } }, books)).toBe(0);
    expect(mustDoCount({ ...value, course: { ...value.course, status: 'reported' } }, books)).toBe(21);
  });
});
