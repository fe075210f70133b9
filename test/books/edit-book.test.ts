/** Changes to a draft: periods, gaps, documents, rows. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import {
  citedBy,
  freshSourceId,
  nextRowNumber,
  withEntry,
  withoutDays,
  withoutRow,
  withoutSource,
  withRow,
  withSource,
  withTax,
} from '../../shared/rules/books/edit-book.js';
import { bookFaults, bookGaps, type FigureEntry, readableRulebook } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';

const { file } = rulebook('R3');
const KEY = 'honoraria.practical.rate';

const entry = (from: string, value: number, to?: string): FigureEntry => ({
  from,
  ...(to === undefined ? {} : { to }),
  value,
  source: 'guide-r3',
  at: '別表1(1)',
});
const days = (own = file) =>
  own.figures[KEY]?.values.map(({ from, to, value }) => [from, to ?? '', value] as const) ?? [];
const gaps = (own = file) => bookGaps(own, FIGURES).map(({ at, ja }) => `${at} ${ja}`);

describe('a value on its days', () => {
  test('for the whole year it takes the place of the old one', () => {
    expect(days(withEntry(file, KEY, entry('2021-04-01', 11_500)))).toEqual([['2021-04-01', '', 11_500]]);
  });

  test('from a day on it leaves the days before it, and not one day is uncovered or covered twice', () => {
    const own = withEntry(file, KEY, entry('2021-10-01', 11_500));
    expect(days(own)).toEqual([
      ['2021-04-01', '2021-09-30', 12_000],
      ['2021-10-01', '', 11_500],
    ]);
    expect([...gaps(own), ...bookFaults(own, FIGURES)]).toEqual([]);
    const book = readableRulebook(own);
    expect(book.read(KEY, '2021-09-30').value).toBe(12_000);
    expect(book.read(KEY, '2021-10-01').value).toBe(11_500);
  });

  test('in the middle of the year it leaves both sides', () => {
    expect(days(withEntry(file, KEY, entry('2021-10-01', 11_500, '2021-10-31')))).toEqual([
      ['2021-04-01', '2021-09-30', 12_000],
      ['2021-10-01', '2021-10-31', 11_500],
      ['2021-11-01', '', 12_000],
    ]);
  });

  test('the last day of the book is written as no last day, and equal neighbours become one', () => {
    const split = withEntry(file, KEY, entry('2021-10-01', 11_500, '2022-03-31'));
    expect(days(split).at(-1)).toEqual(['2021-10-01', '', 11_500]);
    expect(days(withEntry(split, KEY, entry('2021-10-01', 12_000)))).toEqual([['2021-04-01', '', 12_000]]);
  });

  test('a key that the book lacks needs its name and unit', () => {
    const lacking = { ...file, figures: {} };
    expect(withEntry(lacking, KEY, entry('2021-04-01', 1)).figures).toEqual({});
    const head = { label: '講師', unit: '円/時間' };
    expect(withEntry(lacking, KEY, entry('2021-04-01', 1), head).figures[KEY]).toMatchObject(head);
  });

  test('the file it was made from stays as it was', () => {
    const before = JSON.stringify(file);
    withEntry(file, KEY, entry('2021-10-01', 1));
    withoutDays(file, KEY, { from: '2021-04-01', to: '2022-03-31' });
    expect(JSON.stringify(file)).toBe(before);
  });
});

describe('未入力', () => {
  test('a year without a value is a gap and reads as missing, never as 0', () => {
    const own = withoutDays(file, KEY, { from: '2021-04-01', to: '2022-03-31' });
    expect(gaps(own)).toEqual([`${KEY} 2021-04-01 からの値がありません`]);
    expect(() => readableRulebook(own).read(KEY, '2021-08-01')).toThrow(/No figure/);
  });

  test('one day without a value is a gap too', () => {
    const own = withoutDays(file, KEY, { from: '2022-03-31', to: '2022-03-31' });
    expect(gaps(own)).toEqual([`${KEY} 2022-03-31 からの値がありません`]);
    expect(readableRulebook(own).read(KEY, '2022-03-30').value).toBe(12_000);
  });

  test('a date that was moved along and not looked at is a gap', () => {
    const own = withEntry(file, 'course.report.lastDay', {
      from: '2021-04-01',
      value: '2022-01-28',
      source: 'guide-r3',
      at: '8⑬',
      unchecked: true,
    });
    expect(gaps(own)).toEqual(['course.report.lastDay 2021-04-01 からの値を確かめていません']);
  });
});

describe('documents', () => {
  test('a new one gets a key of its own; a cited one cannot be removed', () => {
    const id = freshSourceId(file);
    const source = { titleJa: '正誤表', publisherJa: '協会', edition: '9/24' };
    const own = withSource(file, id, source);
    expect(own.sources[id]).toEqual(source);
    expect(freshSourceId(own)).not.toBe(id);
    expect(withoutSource(own, id).sources).not.toHaveProperty(id);
    const cited = withEntry(own, KEY, { ...entry('2021-04-01', 11_500), source: id });
    expect(citedBy(cited, id)).toBe(1);
    expect(withoutSource(cited, id)).toBe(cited);
  });

  test('a changed document is no longer that of an earlier year', () => {
    const [[id = '', source] = []] = Object.entries(file.sources);
    if (!source) throw new Error('no source');
    const own = { ...file, sources: { [id]: { ...source, carried: true as const } } };
    expect(withSource(own, id, { ...source, edition: '令和4年度' }).sources[id]).not.toHaveProperty('carried');
  });
});

test('the tax of a figure is set and taken away', () => {
  expect(withTax(file, KEY, 'included').figures[KEY]?.tax).toBe('included');
  expect(withTax(file, KEY, undefined).figures[KEY]).not.toHaveProperty('tax');
});

describe('rows of the exemption tables', () => {
  const row = file.exemptions.common[0];
  if (!row) throw new Error('no row');

  test('a row is added at the end, changed in its place, renumbered and removed', () => {
    expect(nextRowNumber(file, 'common')).toBe(19);
    const added = withRow(file, 'common', { ...row, no: 19, qualification: '新しい資格' });
    expect(added.exemptions.common).toHaveLength(19);
    expect(added.exemptions.common.at(-1)?.qualification).toBe('新しい資格');
    const changed = withRow(added, 'common', { ...row, no: 20 }, 19);
    expect(changed.exemptions.common.map(({ no }) => no).slice(-2)).toEqual([18, 20]);
    expect(withoutRow(changed, 'common', 20).exemptions).toEqual(file.exemptions);
  });
});
