import { describe, expect, test } from 'vitest';
import { canReadPeople, headingsKey, matchColumns } from '../../shared/import/columns.js';
import { columnLetters, type ListSheet } from '../../shared/import/list-sheet.js';

function sheetOf(...rows: readonly (readonly string[])[]): ListSheet {
  return { nameJa: '', rows: rows.map((cells, index) => ({ no: index + 1, cells: [...cells] })), unreadable: [] };
}
const fieldsOf = (...rows: readonly (readonly string[])[]) =>
  matchColumns(sheetOf(...rows)).columns.map((column) => column.field ?? '');

describe('headings in the words people use', () => {
  test.each([
    [
      ['No.', '氏名', 'フリガナ', '生年月日', '年齢', '都道府県', 'メールアドレス', '電話番号', '備考'],
      ['', 'name', 'kana', 'birthDate', '', 'prefecture', 'email', 'tel', ''],
    ],
    [
      ['お名前', 'ふりがな', '誕生日', 'お住まいの都道府県', 'E-mail', 'ＴＥＬ'],
      ['name', 'kana', 'birthDate', 'prefecture', 'email', 'tel'],
    ],
    [
      ['姓', '名', 'セイ', 'メイ', '会員番号', '受講開始年度'],
      ['familyName', 'givenName', 'familyKana', 'givenKana', 'myPageId', 'startFiscalYear'],
    ],
    [
      ['氏　名（漢字）', '氏名（カナ）', '生年月日【西暦】', '携帯', '電話（自宅）'],
      ['name', 'kana', 'birthDate', 'tel', ''],
    ],
    [
      ['受講者名 ※必須', 'ﾌﾘｶﾞﾅ', '一次承認日', '最終承認日', '受講料納入日', '新規／過年度'],
      ['name', 'kana', 'primaryApprovedOn', 'finalApprovedOn', 'feePaidOn', 'isPast'],
    ],
    [
      ['氏名', '生年月日', '保護者氏名', '緊急連絡先電話番号', '勤務先電話番号', '住所', '都道府県'],
      ['name', 'birthDate', '', '', '', '', 'prefecture'],
    ],
  ])('%j', (headings, fields) => {
    expect(fieldsOf(headings)).toEqual(fields);
    expect(matchColumns(sheetOf(headings)).doubtsJa.filter((ja) => !ja.includes('推し量り'))).toEqual([]);
  });
});

test('the heading row is found under a title and a date', () => {
  const match = matchColumns(
    sheetOf(['水泳コーチ2 受講者氏名一覧'], ['', '', '2021/9/1 現在'], ['氏名', 'カナ', '生年月日'], ['山田']),
  );
  expect(match.headingAt).toBe(2);
  expect(match.doubtsJa).toEqual([]);
});

test('a list of names alone', () => {
  const match = matchColumns(sheetOf(['氏名'], ['山田 太郎']));
  expect([match.headingAt, match.doubtsJa]).toEqual([0, []]);
});

test('a heading that only hints is believed where the cells below agree', () => {
  const doubts = (...cells: string[]) =>
    matchColumns(sheetOf(['氏名', 'カナ', 'お住まいの都道府県'], ...cells.map((cell) => ['山田', 'ヤマダ', cell])))
      .doubtsJa;
  expect(doubts('東京都', '大阪', '京都', '滋賀', '関東')).toEqual([]);
  expect(doubts('東京都', '大阪', '京都', '関西', '関東')).toEqual(['「お住まいの都道府県」の意味を推し量りました']);
});

test('what is only guessed is said, and so is a second column of names', () => {
  expect(matchColumns(sheetOf(['申込時の氏名', '生年月日', '都道府県'])).doubtsJa).toEqual([
    '「申込時の氏名」の意味を推し量りました',
  ]);
  expect(matchColumns(sheetOf(['氏名', '生年月日', '名前'])).doubtsJa).toEqual([
    '「名前」と同じ意味の列がほかにもあります',
  ]);
  expect(matchColumns(sheetOf(['フリガナ', '生年月日'])).doubtsJa).toEqual(['氏名の列が見つかりません']);
});

test('without headings the contents are looked at, and somebody is asked', () => {
  const match = matchColumns(
    sheetOf(
      ['1', '髙橋 﨑子', 'ﾀｶﾊｼ ｻｷｺ', 'S60.4.1', '東京', '09012345678', 'a@b.jp'],
      ['2', '青森 太郎', 'アオモリ', '1990/1/2', '青森県', '', ''],
    ),
  );
  expect(match.columns.map((column) => column.field)).toEqual([
    undefined,
    'name',
    'kana',
    'birthDate',
    'prefecture',
    'tel',
    'email',
  ]);
  expect(match.headingAt).toBeUndefined();
  expect(match.doubtsJa).toEqual(['見出しの行が見つからないため、中身から推し量りました']);
});

test('one word among the cells of a person is no heading', () => {
  const match = matchColumns(sheetOf(['山田 太郎', 'ヤマダ タロウ', '携帯'], ['佐藤 花子', 'サトウ ハナコ', '自宅']));
  expect(match.headingAt).toBeUndefined();
});

test('a set of headings has one key, whatever their widths; another set has another', () => {
  const key = (...headings: string[]): string => headingsKey(matchColumns(sheetOf(headings)).columns);
  expect(key('氏名', 'ＴＥＬ')).toBe(key('氏　名', 'tel'));
  expect(key('氏名', 'TEL')).not.toBe(key('TEL', '氏名'));
  expect(key('氏名', 'TEL')).not.toBe(key('氏名', '携帯'));
});

test('a name can be read by one column or by two', () => {
  const columns = (...headings: string[]) => matchColumns(sheetOf(headings)).columns;
  expect(canReadPeople(columns('氏名', 'カナ'))).toBe(true);
  expect(canReadPeople(columns('姓', '名'))).toBe(true);
  expect(canReadPeople(columns('姓', 'カナ'))).toBe(false);
});

test('letters of columns', () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
