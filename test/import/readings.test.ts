import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanText,
  readDay,
  readFiscalYear,
  readId,
  readIsPast,
  readKana,
  readMail,
  readName,
  readPhone,
  readPrefecture,
  type Reading,
} from '../../shared/import/readings.js';

const valueOf = <T>(reading: Reading<T>): T | string => (reading.ok ? reading.value : `✕ ${reading.ja}`);

describe('氏名', () => {
  test.each([
    ['髙橋　﨑子', '髙橋 﨑子'],
    ['  山田\u00a0\u200b太郎 ', '山田 太郎'],
    ['𠮷野\t家', '𠮷野 家'],
    ['ｼﾞｮﾝ　Ｓｍｉｔｈ', 'ジョン Smith'],
    ['佐々木　〆子', '佐々木 〆子'],
    ['神谷', '神谷'],
    ['12', '✕ 名前ではないようです'],
    ['山田1', '✕ 名前に数字や記号が入っています'],
  ])('%s', (text, value) => expect(valueOf(readName(text))).toBe(value));
});

describe('フリガナ', () => {
  test.each([
    ['ﾀｶﾊｼ ｻｷｺ', 'タカハシ サキコ'],
    ['たかはし　さきこ', 'タカハシ サキコ'],
    ['ｶﾞｷﾞｸﾞ ﾊﾟﾋﾟ', 'ガギグ パピ'],
    ['ハ゛ンドウ', '✕ カナではない文字が入っています'],
    ['か\u3099き', 'ガキ'],
    ['おーの', 'オーノ'],
    ['オ－ノ', 'オーノ'],
    ['オ-ノ', 'オーノ'],
    ['う゛ぃくとりあ'.replace('う゛', 'ゔ'), 'ヴィクトリア'],
    ['マリア・ルイサ', 'マリア・ルイサ'],
    ['高橋 サキコ', '✕ カナではない文字が入っています'],
  ])('%s', (text, value) => expect(valueOf(readKana(text))).toBe(value));
});

describe('生年月日', () => {
  test.each([
    ['S60.4.1', '1985-04-01'],
    ['昭和60年4月1日', '1985-04-01'],
    ['昭和６０年　４月　１日', '1985-04-01'],
    ['Ｈ１２／３／３', '2000-03-03'],
    ['h12-3-3', '2000-03-03'],
    ['平成元年1月8日', '1989-01-08'],
    ['令和元年5月1日', '2019-05-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['昭和65年1月7日', '✕ 日付として読めません'],
    ['S.60.4.1', '1985-04-01'],
    ['1985/4/1', '1985-04-01'],
    ['1985-04-01 00:00:00', '1985-04-01'],
    ['1985-04-01T00:00:00.000Z', '1985-04-01'],
    ['１９８５．０４．０１', '1985-04-01'],
    ['1985年4月1日生', '1985-04-01'],
    ['1985/4/1（月）', '1985-04-01'],
    ['19850401', '1985-04-01'],
    ['1985−4−1', '1985-04-01'],
    ['31138', '✕ Excelの日付の通し番号のようです（日付なら 1985/04/01）'],
    ['85/4/1', '✕ 年が2桁のため決められません'],
    ['60.4.1', '✕ 年が2桁のため決められません'],
    ['4/1', '✕ 日付として読めません'],
    ['2001/2/29', '✕ 日付として読めません'],
    ['1900/1/1', '✕ 1900年になっています'],
    ['1901/1/1', '1901-01-01'],
    ['1985/4/1 9:30', '✕ 日付として読めません'],
  ])('%s', (text, value) => expect(valueOf(readDay(text))).toBe(value));
});

describe('電話', () => {
  test.each([
    ['０９０ー１２３４ー５６７８', '090-1234-5678'],
    ['09012345678', '090-1234-5678'],
    ['9012345678', '090-1234-5678'],
    ['090 1234 5678', '090-1234-5678'],
    ['(03)1234-5678', '03-1234-5678'],
    ['0312345678', '03-1234-5678'],
    ['312345678', '03-1234-5678'],
    ['022-123-4567', '022-123-4567'],
    ['0221234567', '0221234567'],
    ['+81 90-1234-5678', '090-1234-5678'],
    ['+81(0)90-1234-5678', '090-1234-5678'],
    ['TEL:0120-123-456', '0120-123-456'],
    ['08001234567', '0800-123-4567'],
    ['090-1234-567', '✕ 電話番号の桁が合いません'],
    ['090-1234-5678／03-1234-5678', '✕ 電話番号として読めません'],
    ['+1 212 555 0100', '✕ 海外の電話番号は読めません'],
    ['なし', '✕ 電話番号として読めません'],
  ])('%s', (text, value) => expect(valueOf(readPhone(text))).toBe(value));
});

test.each([
  [readMail, ' Ｔａｒｏ＠Example.JP ', 'taro@example.jp'],
  [readMail, 'mailto:a.b+c@x.co.jp', 'a.b+c@x.co.jp'],
  [readMail, 'a@b', '✕ メールアドレスとして読めません'],
  [readMail, 'a@b.jp, c@d.jp', '✕ メールアドレスとして読めません'],
  [readPrefecture, '京都', '26'],
  [readPrefecture, '東京都', '13'],
  [readPrefecture, '京都府京都市左京区', '26'],
  [readPrefecture, '東京都京都町', '13'],
  [readPrefecture, '北海道', '01'],
  [readPrefecture, '北海', '✕ 都道府県として読めません'],
  [readPrefecture, '１', '01'],
  [readPrefecture, '47', '47'],
  [readPrefecture, '48', '✕ 都道府県として読めません'],
  [readId, 'Ｍ２０２１００１', 'M2021001'],
  [readId, '不明です', '✕ 番号として読めません'],
  [readFiscalYear, '２０２１年度', 2021],
  [readFiscalYear, '令和3', 2021],
  [readFiscalYear, 'R3年度', 2021],
  [readFiscalYear, '平成元年度', 1989],
  [readFiscalYear, '2022/3/31', 2021],
  [readFiscalYear, '3', '✕ 年度として読めません'],
  [readIsPast, '新規', false],
  [readIsPast, '過年度（R2）', true],
  [readIsPast, '一般', '✕ 新規か過年度かを読めません'],
] as const)('%o %s', (read, text, value) => {
  expect(valueOf((read as (text: string) => Reading<unknown>)(text))).toBe(value);
});

describe('what was read reads as itself', () => {
  const letters = fc.constantFrom(
    ...'髙﨑山田ヤマﾔﾏﾞﾟガがぱゔー－-‐−ー・　 \t0019０８７./年月日昭和平成令RHSＳ元@＠.jpJP+()都道府県東京大阪北海'.split(
      '',
    ),
  );
  const text = fc.oneof(
    fc.array(letters, { maxLength: 16 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  const phone = fc
    .tuple(
      fc.constantFrom('090', '080', '03', '022', '0120', '0800', '+81 90', '9'),
      fc.stringMatching(/^[-0-9 ]{6,12}$/),
    )
    .map((parts) => parts.join('-'));
  const day = fc
    .tuple(
      fc.constantFrom('S', 'H', '昭和', '令和', '19', '20'),
      fc.integer({ min: 1, max: 99 }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 32 }),
    )
    .map(([era, year, month, date]) => `${era}${String(year).padStart(2, '0')}/${month}/${date}`);
  test.each([
    ['文字', (value: string) => ({ ok: true, value: cleanText(value) }) as Reading<string>],
    ['氏名', readName],
    ['フリガナ', readKana],
    ['電話', readPhone],
    ['メール', readMail],
    ['日付', readDay],
    ['都道府県', readPrefecture],
    ['ID', readId],
  ] as const)('%s', (_name, read) => {
    fc.assert(
      fc.property(fc.oneof(text, phone, day), (value) => {
        const once = read(value);
        if (once.ok) expect(read(once.value)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test('and a reading of days never throws, and is always a day of the calendar', () => {
    fc.assert(
      fc.property(day, (value) => {
        const reading = readDay(value);
        if (reading.ok) expect(new Date(`${reading.value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(reading.value);
      }),
    );
  });
});
