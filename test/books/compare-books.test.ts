/** What two books say differently. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { compareBooks, differenceCount } from '../../shared/rules/books/compare-books.js';
import { nextYear } from '../../shared/rules/books/copy-book.js';
import { withEntry, withoutRow, withRow, withSource, withTax } from '../../shared/rules/books/edit-book.js';
import { FIGURES } from '../../shared/rules/figures.js';

const { file } = rulebook('R3');
const KEY = 'honoraria.practical.rate';
const old = file.figures[KEY]?.values[0];
if (!old) throw new Error('no value');

test('a book does not differ from itself, nor from itself with its keys in another order', () => {
  expect(differenceCount(compareBooks(file, file))).toBe(0);
  const [row, ...rows] = file.exemptions.common;
  if (!row) throw new Error('no row');
  const turned = Object.fromEntries(Object.entries(row).reverse()) as typeof row;
  const own = { ...file, exemptions: { ...file.exemptions, common: [...rows, turned] } };
  expect(differenceCount(compareBooks(file, own))).toBe(0);
});

describe('figures', () => {
  test('a value, and a document alone', () => {
    const value = compareBooks(file, withEntry(file, KEY, { ...old, value: 11_500 }));
    expect(value.figures).toMatchObject([{ key: KEY, labelJa: '実技・実習の講師', isOnlySource: false }]);
    expect(value.figures[0]?.before?.values[0]?.value).toBe(12_000);
    expect(value.figures[0]?.after?.values[0]?.value).toBe(11_500);
    const source = compareBooks(file, withEntry(file, KEY, { ...old, at: '別表1(2)' }));
    expect(source.figures).toMatchObject([{ key: KEY, isOnlySource: true }]);
  });

  test('a period, a tax, a key that only one book has', () => {
    expect(compareBooks(file, withEntry(file, KEY, { ...old, from: '2021-10-01', value: 1 })).figures).toHaveLength(1);
    expect(compareBooks(file, withTax(file, KEY, 'included')).figures).toHaveLength(1);
    const figures = { ...file.figures };
    delete figures[KEY];
    expect(compareBooks(file, { ...file, figures }).figures).toMatchObject([{ key: KEY, after: undefined }]);
    expect(compareBooks({ ...file, figures }, file).figures).toMatchObject([{ key: KEY, before: undefined }]);
  });

  test("next year's copy differs only in its dates", () => {
    const { figures, common, specialty } = compareBooks(file, nextYear(file, FIGURES));
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.every(({ after }) => after?.values.every((entry) => entry.unchecked))).toBe(true);
    expect([...common, ...specialty]).toEqual([]);
  });
});

test('rows and documents', () => {
  const row = file.exemptions.specialty[0];
  if (!row) throw new Error('no row');
  const own = withSource(
    withoutRow(
      withRow(withRow(file, 'specialty', { ...row, no: 31 }), 'specialty', { ...row, coach2: ['X'] }),
      'common',
      18,
    ),
    'source-1',
    {
      titleJa: '正誤表',
      publisherJa: '協会',
      edition: '9/24',
    },
  );
  const difference = compareBooks(file, own);
  expect(difference.specialty.map(({ no, kind }) => [no, kind])).toEqual([
    [1, 'changed'],
    [31, 'added'],
  ]);
  expect(difference.common.map(({ no, kind }) => [no, kind])).toEqual([[18, 'removed']]);
  expect(difference.sources).toEqual(['source-1']);
  expect(differenceCount(difference)).toBe(4);
});
