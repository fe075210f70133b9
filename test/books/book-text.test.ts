/** A book as one YAML file: out and in again, and what is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bookText } from '../../electron/handlers/write-rulebook.js';
import { rulebook } from '../../electron/rulebooks.js';
import { readBookText } from '../../renderer/features/rulebooks/read-book-text.js';
import { bookDocument } from '../../shared/rules/books/book-document.js';
import { nextYear } from '../../shared/rules/books/copy-book.js';
import { withEntry, withoutDays } from '../../shared/rules/books/edit-book.js';
import type { RulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';

const { file } = rulebook('R3');
const text = bookText(file);

function problems(changed: string): string[] {
  const read = readBookText(changed);
  return read.ok ? [] : read.problems.map(({ path, ja }) => `${path} ${ja}`);
}

describe('out and in again', () => {
  test('the shipped book, a draft with gaps and marks', () => {
    for (const own of [
      file,
      nextYear(file, FIGURES),
      withoutDays(file, 'honoraria.lecture.rate', { from: file.from, to: file.to }),
    ]) {
      const read = readBookText(bookText(own));
      expect(read).toEqual({ ok: true, file: own });
    }
  });

  test('whatever is written into it', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const tricky = fc.constantFrom(
      'yes',
      'null',
      '2021-04-01',
      '0123',
      '1e3',
      '- a',
      '# x',
      'a: b',
      '"',
      "'",
      '&a',
      '*a',
    );
    const word = fc.oneof(words, tricky);
    const keys = Object.entries(FIGURES).flatMap(([key, kind]) => (kind === 'yen' ? [key] : []));
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.integer({ min: 0, max: 999_999_999 }),
        word,
        word,
        word,
        (key, value, at, note, titleJa) => {
          const [source = ''] = Object.keys(file.sources);
          const named = {
            ...file,
            titleJa,
            sources: { ...file.sources, [source]: { titleJa, publisherJa: at, edition: note } },
          };
          const own: RulebookFile = withEntry(named, key, { from: '2021-10-01', value, source, at, note });
          expect(readBookText(bookText(own))).toEqual({ ok: true, file: own });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('the same book gives the same text, whatever the order of its keys', () => {
    const turned = { ...file, figures: Object.fromEntries(Object.entries(file.figures).reverse()) };
    expect(bookText(turned)).toBe(text);
    expect(Object.keys(bookDocument(turned, Object.keys(FIGURES)).figures)).toEqual(
      Object.keys(FIGURES).filter((key) => key in file.figures),
    );
    expect(text.startsWith('# 令和3年度')).toBe(true);
  });
});

describe('what is refused, with its line', () => {
  const lineOf = (words: string, from = text): number => from.slice(0, from.indexOf(words)).split('\n').length;

  test('text that is no YAML, and YAML that is no rulebook', () => {
    expect(problems('a: [1\nb: 2')[0]).toMatch(/^\d+行目 YAMLとして読めません$/);
    expect(problems('format: koshu-case')[0]).toMatch(/基準のファイルではありません/);
    expect(problems('')[0]).toMatch(/基準のファイルではありません/);
    expect(problems('a: &x 1\nb: *x')[0]).toMatch(/別の場所を指す/);
  });

  test('a missing place names the figure and its line', () => {
    const start = text.indexOf('honoraria.lecture.rate:');
    const at = text.indexOf('at: ', start);
    const end = text.indexOf('\n', at);
    const without = text.slice(0, text.lastIndexOf('\n', at)) + text.slice(end);
    const [problem = ''] = problems(without);
    expect(problem).toContain('figures.honoraria.lecture.rate.values[0].at 必ず入れてください');
    const line = Number(/^(\d+)行目/.exec(problem)?.[1]);
    expect(line).toBeGreaterThan(lineOf('honoraria.lecture.rate:', without));
    expect(line).toBeLessThan(lineOf('honoraria.practical.rate:', without));
  });

  test('an unknown key, a value of another kind, a document that is not named, a day twice', () => {
    expect(problems(text.replace('honoraria.lecture.rate:', 'honoraria.lecture.rates:'))[0]).toMatch(
      new RegExp(`^${lineOf('honoraria.lecture.rate:')}行目 figures.honoraria.lecture.rates どの規則も読まない`),
    );
    const wrong = { ...file, figures: { ...file.figures } };
    const KEY = 'honoraria.lecture.rate';
    const own = file.figures[KEY];
    const [entry] = own?.values ?? [];
    if (!own || !entry) throw new Error('no figure');
    const withValues = (...values: (typeof entry)[]): string =>
      bookText({ ...wrong, figures: { ...wrong.figures, [KEY]: { ...own, values } } });
    expect(problems(withValues({ ...entry, value: 'たくさん' }))[0]).toMatch(/行目 figures\.\S+ 値の型が違います$/);
    expect(problems(withValues({ ...entry, source: 'other' }))[0]).toMatch(/出典「other」がありません$/);
    expect(problems(withValues(entry, entry))[0]).toMatch(/の値が重なっています$/);
  });

  test('an amount below zero, and a book that leaves days of its year out', () => {
    const KEY = 'honoraria.lecture.rate';
    const [entry] = file.figures[KEY]?.values ?? [];
    if (!entry) throw new Error('no figure');
    expect(problems(bookText(withEntry(file, KEY, { ...entry, value: 0 })))).toEqual([]);
    expect(problems(bookText(withEntry(file, KEY, { ...entry, value: -1 })))[0]).toMatch(
      new RegExp(`^\\d+行目 figures.${KEY} 0より小さい値です$`),
    );
    expect(problems(text.replace(/^to: .*$/mu, 'to: 2022-03-30'))).toEqual([
      `${lineOf('to: 2022-03-31')}行目 to 年度の末日（2022-03-31）ではありません`,
    ]);
    expect(problems(text.replace(/^from: .*$/mu, 'from: 2021-04-02'))[0]).toBe(
      `${lineOf('from: 2021-04-01')}行目 from 年度の初日（2021-04-01）ではありません`,
    );
  });

  test('a byte order mark is no fault', () => {
    expect(readBookText(`\uFEFF${text}`).ok).toBe(true);
  });
});
