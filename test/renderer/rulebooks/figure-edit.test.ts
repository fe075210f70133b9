/** A figure being changed: what is asked for, and the book as it would be. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import {
  type FigureEdit,
  NEW_SOURCE,
  needsSource,
  readEdit,
  shownEdit,
} from '../../../renderer/features/rulebooks/figure-edit.js';
import { figureGroups, figureRows, isOpenRow } from '../../../renderer/features/rulebooks/figure-rows.js';
import { readFigure } from '../../../renderer/features/rulebooks/read-figure.js';
import { nextEdition, nextYear } from '../../../shared/rules/books/copy-book.js';
import { withoutDays } from '../../../shared/rules/books/edit-book.js';
import type { FigureKind } from '../../../shared/rules/engine/figure.js';
import { bookGaps, type RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';

const file = nextEdition(rulebook('R3').file);
const KEY = 'honoraria.practical.rate';
const DATE = 'course.report.lastDay';

function rowOf(key: string, own: RulebookFile = file, index = 0) {
  const row = figureRows(own, new Map()).filter((candidate) => candidate.key === key)[index];
  if (!row) throw new Error(key);
  return row;
}
const read = (edit: FigureEdit, own: RulebookFile = file, key = KEY, lastSource?: string) =>
  readEdit(edit, { row: rowOf(key, own), file: own, lastSource });
const lackOf = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  return result.ok ? undefined : result.field;
};

describe('what is asked for', () => {
  test('a new value needs its document anew, also where the old one had one', () => {
    expect(lackOf({ text: '11,500' })).toBe('source');
    expect(lackOf({ text: '11,500', source: 'guide-r3' })).toBeUndefined();
    expect(lackOf({ text: '11,500', source: 'guide-r3', at: ' ' })).toBe('at');
    expect(lackOf({ text: '11,500' }, file, KEY, 'guide-r3')).toBeUndefined();
    expect(lackOf({ text: '11,500' }, file, KEY, 'gone')).toBe('source');
  });

  test('the same value typed again, or a note alone, keeps its document', () => {
    expect(needsSource({ text: '12,000' }, rowOf(KEY), file)).toBe(false);
    const result = read({ note: '確かめた' });
    expect(result.ok && result.entry).toMatchObject({ value: 12_000, source: 'guide-r3', note: '確かめた' });
  });

  test('a value that cannot be read, a day outside the book, an end before its beginning', () => {
    expect(lackOf({ text: 'たくさん', source: 'guide-r3' })).toBe('value');
    expect(lackOf({ text: '', source: 'guide-r3' })).toBe('value');
    expect(lackOf({ from: '2021/3/31', source: 'guide-r3' })).toBe('from');
    expect(lackOf({ from: '2021/4/1', source: 'guide-r3' })).toBeUndefined();
    expect(lackOf({ to: '2022/4/1', source: 'guide-r3' })).toBe('to');
    expect(lackOf({ to: '2022/3/31', source: 'guide-r3' })).toBeUndefined();
    expect(lackOf({ from: '10/2', to: '10/1', source: 'guide-r3' })).toBe('from');
  });

  test('a new document needs its name, the rest follows', () => {
    expect(lackOf({ text: '1', source: NEW_SOURCE })).toBe('newSource');
    const result = read({
      text: '1',
      source: NEW_SOURCE,
      newSource: { titleJa: '正誤表', publisherJa: '', edition: '' },
    });
    expect(result.ok && result.file.sources['source-1']).toEqual({
      titleJa: '正誤表',
      publisherJa: '公益財団法人日本スポーツ協会',
      edition: '—',
    });
    expect(result.ok && result.entry.source).toBe('source-1');
  });
});

describe('the book as it would be', () => {
  test('from a day on: two periods, and the row of each', () => {
    const result = read({ text: '11,500', source: 'guide-r3', from: '10/1' });
    if (!result.ok) throw new Error(result.ja);
    const rows = figureRows(result.file, new Map()).filter((row) => row.key === KEY);
    expect(rows.map(({ from, to, periodJa, entry }) => [from, to, periodJa, entry?.value])).toEqual([
      ['2021-04-01', '2021-09-30', '9/30まで', 12_000],
      ['2021-10-01', '2022-03-31', '10/1から', 11_500],
    ]);
    expect(bookGaps(result.file, FIGURES)).toEqual([]);
  });

  test('a moved date is confirmed as it stands, with a document, and the mark goes', () => {
    const own = nextYear(rulebook('R3').file, FIGURES);
    expect(isOpenRow(rowOf(DATE, own))).toBe(true);
    expect(lackOf({}, own, DATE)).toBe('source');
    const result = read({ source: 'guide-r3' }, own, DATE);
    expect(result.ok && result.entry).toMatchObject({ value: '2023-01-28' });
    expect(result.ok && isOpenRow(rowOf(DATE, result.file))).toBe(false);
  });

  test('a value that a document gives is no reading of ours any more', () => {
    const key = 'travel.bus.from';
    const decided = Object.keys(file.figures).find((own) => file.figures[own]?.values[0]?.decision) ?? key;
    const row = rowOf(decided);
    expect(row.entry?.decision).toBeDefined();
    const place = { row, file, lastSource: 'guide-r3' };
    const noted = readEdit({ note: 'x' }, place);
    expect(noted.ok && noted.entry.decision).toBe(row.entry?.decision);
    const { text } = shownEdit({}, place);
    const changed = readEdit({ text: row.kind === 'flag' ? 'しない' : `${text}1`.replace(',', '') }, place);
    if (!changed.ok) throw new Error(changed.ja);
    expect(changed.entry.decision).toBeUndefined();
  });

  test('days without a value are a row of their own', () => {
    const own = withoutDays(file, KEY, { from: '2021-10-01', to: '2021-10-31' });
    const rows = figureRows(own, new Map()).filter((row) => row.key === KEY);
    expect(rows.map(({ periodJa, entry }) => [periodJa, entry?.value])).toEqual([
      ['9/30まで', 12_000],
      ['10/1から10/31まで', undefined],
      ['11/1から', 12_000],
    ]);
    expect(rows.map(isOpenRow)).toEqual([false, true, false]);
  });
});

describe('rows and groups', () => {
  test('every key that rules read has a row, once, under the name of its area', () => {
    const rows = figureRows(file, new Map());
    expect(rows.map((row) => row.key).sort()).toEqual(Object.keys(FIGURES).sort());
    const views = (['money', 'dates', 'counts'] as const).flatMap((view) =>
      figureGroups(rows, { view, search: '', file }).flatMap((group) => group.rows),
    );
    expect(views).toHaveLength(rows.length);
    expect(figureGroups(rows, { view: 'money', search: '', file })[0]?.ja).toBe('諸謝金');
  });

  test('a search finds by name, place and value, in any width', () => {
    const rows = figureRows(file, new Map());
    const found = (search: string) =>
      figureGroups(rows, { view: 'dates', search, file }).flatMap((group) => group.rows.map((row) => row.key));
    expect(found('実技・実習の講師')).toEqual([KEY]);
    expect(found('１２，０００')).toContain(KEY);
    expect(found('別表1(3)')).toEqual(['honoraria.examiner.limit']);
    expect(found('そんな項目はない')).toEqual([]);
  });
});

describe('values as they are typed', () => {
  const cases: readonly (readonly [FigureKind, string, unknown])[] = [
    ['yen', '１１，５００円', 11_500],
    ['yen', '0', 0],
    ['yen', '11.5', undefined],
    ['km10', '50', 500],
    ['km10', '５０．５km', 505],
    ['km10', '50.55', undefined],
    ['clock', '7:00', 420],
    ['clock', '七時', undefined],
    ['date', '令和5年1月27日', '2023-01-27'],
    ['date', '1/27', '2023-01-27'],
    ['date', '2023/2/29', undefined],
    ['flag', 'しない', false],
    ['flag', 'たぶん', undefined],
    ['months', '2か月', 2],
    ['percent', '80%', 80],
    ['words', '甲、乙\n丙', ['甲', '乙', '丙']],
    ['words', '、', undefined],
    ['text', ' みずほ ', 'みずほ'],
    ['text', ' ', undefined],
  ];
  test.each(cases)('%s: %s', (kind, text, value) => {
    const result = readFigure(text, kind, 2022);
    expect(result.ok ? result.value : undefined).toEqual(value);
  });
});
