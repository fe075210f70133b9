/** 写して直す and 次年度へ写す. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { bookIdOf, copyContents, nextEdition, nextYear } from '../../shared/rules/books/copy-book.js';
import { compareBooks, differenceCount } from '../../shared/rules/books/compare-books.js';
import { withEntry } from '../../shared/rules/books/edit-book.js';
import { bookFaults, bookGaps, rulebookFile, uncoveredDays } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';

const { file } = rulebook('R3');

test('写して直す: the same book as a draft of the next edition', () => {
  const own = nextEdition(file);
  expect(own).toEqual({ ...file, edition: 2, state: 'draft' });
  expect(differenceCount(compareBooks(file, own))).toBe(0);
});

describe('次年度へ写す', () => {
  const own = nextYear(file, FIGURES);

  test('the head is that of the next year', () => {
    expect(own).toMatchObject({
      id: 'R4',
      edition: 1,
      titleJa: '令和4年度 講習会・委託金の基準',
      fiscalYear: 2022,
      from: '2022-04-01',
      to: '2023-03-31',
      state: 'draft',
    });
    expect(bookIdOf(2022)).toBe('R4');
    expect(rulebookFile.safeParse(own).success).toBe(true);
    expect(bookFaults(own, FIGURES)).toEqual([]);
  });

  const isHolidays = (key: string): boolean => key === 'application.calendar.holidays';

  test('every date moves by one year with a mark; every other value stays as it is', () => {
    for (const [key, figure] of Object.entries(own.figures)) {
      const before = file.figures[key]?.values[0];
      const after = figure.values[0];
      if (isHolidays(key)) {
        expect(after?.unchecked, key).toBe(true);
        expect(after?.value, key).toContain('2022-04-29');
        expect(after?.value, key).not.toContain('2021-04-29');
      } else if (FIGURES[key as keyof typeof FIGURES] === 'date') {
        expect(after?.unchecked, key).toBe(true);
        expect(String(after?.value).slice(4), key).toBe(String(before?.value).slice(4));
        expect(Number(String(after?.value).slice(0, 4)), key).toBe(Number(String(before?.value).slice(0, 4)) + 1);
      } else {
        expect(after, key).toEqual({ ...before, from: '2022-04-01' });
      }
    }
  });

  test('the dates are what is missing before it can be put in force, and nothing else', () => {
    const missing = new Set(bookGaps(own, FIGURES).map(({ at }) => at));
    const dates = Object.entries(FIGURES).filter(([key, kind]) => kind === 'date' || isHolidays(key));
    expect([...missing].sort()).toEqual(dates.map(([key]) => key).sort());
    expect(copyContents(file, FIGURES)).toEqual({
      figures: Object.keys(FIGURES).length,
      dates: dates.length,
      common: 18,
      specialty: 30,
      sources: Object.keys(file.sources).length,
    });
  });

  test('documents are marked as those of the earlier year, the tables stay', () => {
    expect(Object.values(own.sources).every((source) => source.carried === true)).toBe(true);
    expect(own.exemptions).toEqual(file.exemptions);
  });

  test('periods move without a gap, over 29 February too', () => {
    const key = 'honoraria.practical.rate';
    const base = { value: 11_500, source: 'guide-r3', at: '別表1(1)' };
    const leap = { ...file, fiscalYear: 2023, from: '2023-04-01', to: '2024-03-31' };
    const whole = withEntry({ ...leap, figures: { [key]: { label: '講師', unit: '円/時間', values: [] } } }, key, {
      ...base,
      from: '2023-04-01',
    });
    for (const day of ['2024-02-28', '2024-02-29', '2024-03-01']) {
      const moved = nextYear(withEntry(whole, key, { ...base, from: day, value: 12_000 }), FIGURES);
      const figure = moved.figures[key];
      if (!figure) throw new Error('no figure');
      expect(uncoveredDays(figure, moved), day).toEqual([]);
      expect(bookFaults(moved, FIGURES), day).toEqual([]);
    }
    const before = { ...leap, fiscalYear: 2022, from: '2022-04-01', to: '2023-03-31' };
    const plain = { ...before, figures: whole.figures };
    const split = withEntry(withEntry(plain, key, { ...base, from: '2022-04-01' }), key, {
      ...base,
      from: '2023-03-01',
      value: 12_000,
    });
    const moved = nextYear(split, FIGURES);
    expect(moved.figures[key]?.values.map(({ from, to }) => [from, to])).toEqual([
      ['2023-04-01', '2024-02-29'],
      ['2024-03-01', undefined],
    ]);
  });
});
