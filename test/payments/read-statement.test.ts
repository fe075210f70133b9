import { describe, expect, test } from 'vitest';
import type { ListSheet } from '../../shared/import/list-sheet.js';
import { readStatement } from '../../shared/payments/read-statement.js';

const NEAR = { year: 2021, today: '2021-11-26' };

function sheet(...rows: readonly (readonly string[])[]): ListSheet {
  return { nameJa: '', rows: rows.map((cells, index) => ({ no: index + 1, cells: [...cells] })), unreadable: [] };
}

function read(...rows: readonly (readonly string[])[]) {
  const { rows: found, unread } = readStatement(sheet(...rows), NEAR);
  return { rows: found.map(({ id, ...row }) => (id === '' ? undefined : row)), unread };
}

const KATAGIRI = { date: '2021-11-10', holder: 'ｶﾀｷﾞﾘ ｼﾕｳﾍｲ', amount: 76_753 };

describe('振込明細書', () => {
  test('a list of a bank with words above it, its columns in any order, and its sum below', () => {
    expect(
      read(
        ['総合振込 振込明細'],
        ['振込手数料金額', 'お受取人名', '振込金額（円）', '振込指定日', '銀行'],
        ['440', 'ｶﾀｷﾞﾘ ｼﾕｳﾍｲ', '76,753', '2021/11/10', '0009'],
        ['', 'ﾉｶﾞﾐ ﾁﾋﾛ', '２７，９６１円', '令和3年11月10日', '0033'],
        ['440', '合計', '104,714', '', ''],
      ),
    ).toEqual({
      rows: [
        { ...KATAGIRI, fee: 440 },
        { date: '2021-11-10', holder: 'ﾉｶﾞﾐ ﾁﾋﾛ', amount: 27_961 },
      ],
      unread: [],
    });
  });

  test('pasted rows without headings', () => {
    expect(read(['11/10', 'ｶﾀｷﾞﾘ ｼﾕｳﾍｲ', '76753', '440'], ['11/10', 'ﾉｶﾞﾐ ﾁﾋﾛ', '27961', '']).rows).toEqual([
      { ...KATAGIRI, fee: 440 },
      { date: '2021-11-10', holder: 'ﾉｶﾞﾐ ﾁﾋﾛ', amount: 27_961 },
    ]);
  });

  test('a day of January lies in the year after the course’s', () => {
    expect(read(['1/4', 'ｶﾀｷﾞﾘ', '1']).rows).toEqual([{ date: '2022-01-04', holder: 'ｶﾀｷﾞﾘ', amount: 1 }]);
  });

  test.each([
    ['no day', ['日付なし', 'ｶﾀｷﾞﾘ', '100', ''], '振込日が読めません'],
    ['a day that is none', ['2021/02/30', 'ｶﾀｷﾞﾘ', '100', ''], '振込日が読めません'],
    ['no amount', ['11/10', 'ｶﾀｷﾞﾘ', 'たくさん', ''], '振込額が読めません'],
    ['less than nothing', ['11/10', 'ｶﾀｷﾞﾘ', '-1', ''], '振込額が読めません'],
    ['nobody', ['11/10', '', '100', ''], '受取人の列が読めません'],
    ['a fee in words', ['11/10', 'ｶﾀｷﾞﾘ', '100', '先方'], '手数料が読めません'],
  ])('%s is named by its row, and nothing is guessed', (_name, cells, ja) => {
    const heads = ['振込日', '受取人', '振込額', '手数料'];
    expect(read(heads, cells, ['11/10', 'ﾉｶﾞﾐ', '0', '0'])).toEqual({
      rows: [{ date: '2021-11-10', holder: 'ﾉｶﾞﾐ', amount: 0, fee: 0 }],
      unread: [{ no: 2, ja }],
    });
  });

  test('nothing in it gives nothing', () => {
    expect(read()).toEqual({ rows: [], unread: [] });
    expect(read(['あいさつ'])).toMatchObject({ rows: [], unread: [{ no: 1 }] });
  });
});
