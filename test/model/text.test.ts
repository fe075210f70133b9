/** Names and numbers as people write them. */
import { describe, expect, test } from 'vitest';
import { bareOrganizationName, foldWidth, parseWholeNumber, sameName, withoutSpaces } from '../../shared/text.js';

describe('names', () => {
  test('spaces of either width do not matter', () => {
    expect(sameName('岡部 直樹', '岡部　直樹')).toBe(true);
    expect(sameName('岡部直樹', '岡部　直樹')).toBe(true);
    expect(sameName('岡部 直樹', '岡部 直輝')).toBe(false);
    expect(withoutSpaces(' 青葉\t県　協会\n')).toBe('青葉県協会');
  });

  test('width is folded for numbers and bank kana', () => {
    expect(foldWidth('ｵｶﾍﾞ　ﾅｵｷ')).toBe('オカベ ナオキ');
    expect(foldWidth('１２，３４０')).toBe('12,340');
  });

  test.each([
    ['公益財団法人青葉県スポーツ協会', '青葉県スポーツ協会'],
    ['（公財）青葉県 スポーツ協会', '青葉県スポーツ協会'],
    ['(公財)青葉県スポーツ協会', '青葉県スポーツ協会'],
    ['青葉県スポーツ協会（一社）', '青葉県スポーツ協会'],
    ['㈱青葉印刷', '青葉印刷'],
    ['株式会社 青葉印刷', '青葉印刷'],
    ['青葉法人会', '青葉法人会'],
  ])('%s without its legal form is %s', (name, expected) => {
    expect(bareOrganizationName(name)).toBe(expected);
  });
});

describe('whole numbers', () => {
  test.each([
    ['12,340円', 12340],
    ['１２３４０', 12340],
    ['¥12,340', 12340],
    ['－500', -500],
    [' 7 ', 7],
    ['0', 0],
  ])('%s is %i', (text, expected) => {
    expect(parseWholeNumber(text)).toBe(expected);
  });

  test.each(['', '12.5', '1万', 'abc', '1e3', '12-3', '1234567890123456'])('%s is no whole number', (text) => {
    expect(parseWholeNumber(text)).toBeUndefined();
  });
});
