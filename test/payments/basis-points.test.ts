import { expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { citationText } from '../../shared/rules/citation-text.js';
import { readFigure } from '../../renderer/features/rulebooks/read-figure.js';
import { figureText } from '../../shared/rules/books/figure-text.js';

test('a rate is shown and typed with its two decimals', () => {
  const citation = rulebook('R3').read('payments.withholding.rate', '2021-11-10');
  expect(citationText(citation)).toBe('10.21%');
  expect(figureText(2042, 'basisPoints')).toBe('20.42');
  expect(figureText(1005, 'basisPoints')).toBe('10.05');
});

test.each([
  ['10.21', 1021],
  ['２０．４２％', 2042],
  ['10', 1000],
  ['10.5%', 1050],
])('%s is read', (text, value) => {
  expect(readFigure(text, 'basisPoints', 2021)).toEqual({ ok: true, value });
});

test.each(['10.215', 'たくさん', '-1', '.5'])('%s is not', (text) => {
  expect(readFigure(text, 'basisPoints', 2021).ok).toBe(false);
});
