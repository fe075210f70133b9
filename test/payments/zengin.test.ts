import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import { bankBytes, bankText } from '../../shared/payments/zengin/bank-kana.js';
import { transferFile } from '../../shared/payments/zengin/transfer-file.js';
import type { TransferOrder } from '../../shared/payments/zengin/transfer-order.js';
import { temporaryHost } from '../host/temporary-host.js';
import { readZengin } from './read-zengin.js';

type Row = TransferOrder['rows'][number];

const ACCOUNT = { bankCode: '0009', branchCode: '012', kind: 'ordinary', number: '0012345' } as const;

function row(change: Partial<Row> = {}, holderKana = 'オカベ ナオキ'): Row {
  return { payeeJa: '岡部 直樹', account: { ...ACCOUNT, holderKana }, amount: 90_000, ...change };
}

function order(rows: readonly Row[], change: Partial<TransferOrder> = {}): TransferOrder {
  const account = { ...ACCOUNT, bankNameKana: 'ミヅキ', branchNameKana: 'アオバ', kind: 'current' as const };
  const payer = { clientCode: '4501', nameKana: 'コウエキザイダンホウジンアオバケンスポーツキョウカイ', account };
  return { payer, payOn: '2021-11-10', rows: [...rows], ...change };
}

function bytesOf(value: TransferOrder): Uint8Array {
  const file = transferFile(value);
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return file.bytes;
}

function problemsOf(value: TransferOrder): string[] {
  const file = transferFile(value);
  return file.ok ? [] : file.problems.map(({ payeeJa, ja }) => `${payeeJa}:${ja}`);
}

describe('names as banks take them', () => {
  test.each([
    ['全角カナ、空白', 'オカベ　ナオキ', 'ｵｶﾍﾞ ﾅｵｷ'],
    ['続く空白は1つ', 'オカベ　 ナオキ', 'ｵｶﾍﾞ ﾅｵｷ'],
    ['ひらがな', 'ぎょうだ しょうこ', 'ｷﾞﾖｳﾀﾞ ｼﾖｳｺ'],
    ['半角の小さい字と長音', 'ﾁｭｰﾊﾞ ﾘｯｶ', 'ﾁﾕ-ﾊﾞ ﾘﾂｶ'],
    ['長音のいろいろ', 'ローラー－—', 'ﾛ-ﾗ---'],
    ['半濁点、ヴ', 'パヴロフ', 'ﾊﾟｳﾞﾛﾌ'],
    ['ヶとヮ', 'ヶヵヮ', 'ｹｶﾜ'],
    ['分かれた濁点', 'カ゛ｶﾞか\u3099', 'ｶﾞｶﾞｶﾞ'],
    ['全角と小文字の英数字', 'ａｂＣ１２', 'ABC12'],
    ['前の法人', '株式会社スイレン', 'ｶ)ｽｲﾚﾝ'],
    ['後の法人', 'スイレン　カブシキガイシャ', 'ｽｲﾚﾝ(ｶ'],
    ['銀行の書き方の法人', 'カブシキガイシヤスイレン', 'ｶ)ｽｲﾚﾝ'],
    ['半角の法人', 'ｽｲﾚﾝ ﾕｳｹﾞﾝｶﾞｲｼｬ', 'ｽｲﾚﾝ(ﾕ'],
    ['中の法人', 'スイレン株式会社アオバエイギョウショ', 'ｽｲﾚﾝ(ｶ)ｱｵﾊﾞ(ｴｲ'],
    ['一般社団は社団より先', 'イッパンシャダンホウジン アオバ', 'ｼﾔ)ｱｵﾊﾞ'],
    ['㈱', '㈱スイレン', 'ｶ)ｽｲﾚﾝ'],
    ['略してあるもの', 'カ）スイレン', 'ｶ)ｽｲﾚﾝ'],
  ])('%s', (_name, typed, wanted) => {
    expect(bankText(typed)).toEqual({ text: wanted, refused: [] });
  });

  test.each([
    ['漢字', '岡部ナオキ', ['岡', '部']],
    ['中黒', 'ジョン・ドウ', ['・']],
    ['ヲ・ヰ・ヱ', 'ヲヰヱ', ['ヲ', 'ヰ', 'ヱ']],
    ['コンマ', 'アオバ,カイ', [',']],
    ['行き場のない濁点', 'ア゛', ['゛']],
    ['頭の濁点', '゛ア', ['゛']],
    ['半濁点の付かない字', 'カ゜', ['゜']],
    ['ヷ', 'ヷ', ['゛']],
    ['改行', 'ア\nイ', ['\n']],
    ['絵文字', 'ア😀', ['😀']],
  ])('%s is refused', (_name, typed, refused) => {
    expect(bankText(typed).refused).toEqual(refused);
  });

  test('whatever is typed, what comes out is written by banks and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
        const { text } = bankText(typed);
        expect(text).toMatch(/^[0-9A-Z ()./\-ｱ-ﾝﾞﾟ]*$/u);
        const again = bankText(text);
        expect(again.text.length).toBeLessThanOrEqual(text.length);
        expect(bankBytes(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('the file', () => {
  test('is read back as it was ordered', () => {
    const rows = [row(), row({ payeeJa: 'スイレン', amount: 9_999_999_999 }, '株式会社スイレン')];
    expect(readZengin(bytesOf(order(rows)))).toEqual({
      client: '0000004501',
      payer: 'サ゛イ)アオハ゛ケンスホ゜-ツキヨウカイ',
      monthDay: '1110',
      bank: '0009',
      branch: '012',
      kind: '2',
      number: '0012345',
      rows: [
        { ...READ, holder: 'オカヘ゛ ナオキ', amount: 90_000 },
        { ...READ, holder: 'カ)スイレン', amount: 9_999_999_999 },
      ],
    });
  });

  test('stands byte for byte', () => {
    const text = [...bytesOf(order([row()]))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const line = (number: number): string => text.slice(number * 244, number * 244 + 244);
    expect(line(1).slice(0, 100)).toBe(
      `32${'30303039'}${'20'.repeat(15)}303132${'20'.repeat(15)}${'30'.repeat(4)}31${'30303132333435'}`,
    );
    expect(line(1).slice(100)).toBe(
      `b5b6cdde20c5b5b7${'20'.repeat(22)}${'30303030303930303030'}${'30'.repeat(21)}37${'20'.repeat(8)}0d0a`,
    );
    expect(line(2)).toBe(`38${'303030303031'}${'303030303030303930303030'}${'20'.repeat(101)}0d0a`);
    expect(line(3)).toBe(`39${'20'.repeat(119)}0d0a`);
    expect(text).toHaveLength(4 * 244);
  });

  test('any order that is made is taken by the reader, to the yen', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 40 }), (rows) => {
        const read = readZengin(bytesOf(order(rows)));
        expect(read.rows.map(({ bank, branch, number, amount }) => ({ bank, branch, number, amount }))).toEqual(
          rows.map(({ account, amount }) => ({
            bank: account.bankCode,
            branch: account.branchCode,
            number: account.number,
            amount,
          })),
        );
      }),
    );
  });

  test('a long name is cut at 30 characters and named; 30 fit', () => {
    const whole = transferFile(order([row({}, 'ア'.repeat(30))]));
    const long = transferFile(order([row({}, `${'ア'.repeat(29)}ガ`)]));
    expect([whole.ok && whole.shortened, long.ok && long.shortened]).toEqual([[], ['岡部 直樹']]);
    expect(readZengin(long.ok ? long.bytes : new Uint8Array()).rows[0]?.holder).toBe(`${'ア'.repeat(29)}カ`);
  });

  test.each([
    ['0円', order([row({ amount: 0 })]), ['岡部 直樹:振込額が0円以下です']],
    ['1円', order([row({ amount: 1 })]), []],
    ['11桁', order([row({ amount: 10_000_000_000 })]), ['岡部 直樹:振込額10,000,000,000円は10桁に収まりません']],
    [
      '漢字の名義',
      order([row(), row({ payeeJa: '北 真' }, '北')]),
      ['北 真:口座名義に振込で使えない文字があります：北'],
    ],
    ['空白だけの名義', order([row({}, '　')]), ['岡部 直樹:口座名義が空です']],
    ['支払先なし', order([]), [':振り込む支払先がありません']],
    ['土曜日', order([row()], { payOn: '2021-11-13' }), [':振込指定日の2021年11月13日は土曜日か日曜日です']],
    ['金曜日', order([row()], { payOn: '2021-11-12' }), []],
    ['貯蓄へ', order([row({ account: { ...row().account, kind: 'savings' } })]), []],
  ])('%s', (_name, value, problems) => {
    expect(problemsOf(value)).toEqual(problems);
  });

  test('the payer is held to the same characters', () => {
    const { payer } = order([]);
    expect(problemsOf(order([row()], { payer: { ...payer, nameKana: '青葉' } }))).toHaveLength(1);
    const account = { ...payer.account, kind: 'savings' as const, bankNameKana: '水月' };
    expect(problemsOf(order([row()], { payer: { ...payer, account } }))).toHaveLength(2);
  });
});

describe('the host', () => {
  test('writes exactly these bytes, and never over an older file', async () => {
    const host = temporaryHost();
    const write = async (): Promise<string> => {
      const answer = await dispatch('write-transfers', { order: order([row()]) }, host);
      if (!answer.ok) throw new Error(answer.error.messageJa);
      return (answer.value as { files: { name: string }[] }).files[0]?.name ?? '';
    };
    expect([await write(), await write()]).toEqual(['総合振込_20211110.txt', '総合振込_20211110_v2.txt']);
    expect(readFileSync(`${host.outputDir}/総合振込_20211110.txt`)).toEqual(Buffer.from(bytesOf(order([row()]))));
  });

  test('writes nothing where one name is refused, and says whose', async () => {
    const host = temporaryHost();
    const answer = await dispatch('write-transfers', { order: order([row(), row({ payeeJa: '北 真' }, '北')]) }, host);
    expect(answer).toMatchObject({ ok: false, error: { code: 'BAD-INPUT' } });
    expect(answer.ok ? '' : answer.error.messageJa).toContain('北 真');
    expect(() => readFileSync(`${host.outputDir}/総合振込_20211110.txt`)).toThrow();
  });

  test('takes no account of another shape', async () => {
    const wrong = row({ account: { ...row().account, number: '12345' } });
    expect(await dispatch('write-transfers', { order: order([wrong]) }, temporaryHost())).toMatchObject({
      ok: false,
      error: { code: 'BAD-INPUT' },
    });
  });
});

const READ = { bank: '0009', bankName: '', branch: '012', branchName: '', kind: '1', number: '0012345' };

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

const anyRow: fc.Arbitrary<Row> = fc.record({
  payeeJa: fc.constant('支払先'),
  account: fc.record({
    bankCode: digits(4),
    branchCode: digits(3),
    kind: fc.constantFrom('ordinary' as const, 'current' as const, 'savings' as const),
    number: digits(7),
    holderKana: fc
      .string({ unit: fc.constantFrom(...'アガパッー（）Ａｂ9　 あ'), minLength: 1, maxLength: 45 })
      .map((name) => `ア${name}`),
  }),
  amount: fc.integer({ min: 1, max: 9_999_999_999 }),
});
