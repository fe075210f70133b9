import { describe, expect, test } from 'vitest';
import { fullAccount, isSameAccount, maskedAccount, type BankAccount } from '../../shared/payments/bank-account.js';
import type { Payable } from '../../shared/payments/payables.js';
import { transferFee } from '../../shared/payments/transfer-fees.js';
import { transferFile } from '../../shared/payments/zengin/transfer-file.js';
import { sum } from '../../shared/money.js';
import { FEE_TERMS, payablesOf, payingOf, sample, unpaid, withStaff } from './paid-sample.js';
import { readZengin } from './read-zengin.js';

function of(list: readonly Payable[], key: string): Payable {
  const own = list.filter((one) => one.payee.key === key);
  if (own.length !== 1 || !own[0]) throw new Error(`${own.length} payables of ${key}`);
  return own[0];
}

describe('before anything is paid', () => {
  const list = payablesOf(unpaid());

  test('one transfer per payee holds 謝金 and 立替旅費', () => {
    expect(list.map(({ payee, honorarium, travel }) => [payee.key, honorarium, travel])).toEqual([
      ['S1', 84_000, 1480],
      ['S2', 30_000, 1140],
      ['S3', 42_000, 21_440],
      ['S4', 72_000, 5420],
      ['S5', 19_500, 4000],
      ['S6', 54_000, 4440],
      ['S7', 28_000, 0],
      ['S8', 0, 6080],
    ]);
    expect(list.every((one) => one.gross === one.honorarium + one.travel)).toBe(true);
  });

  test('tax is taken from both, and the arithmetic says so', () => {
    const own = of(list, 'S1');
    expect([own.tax.state, own.net]).toEqual(['withheld', 76_753]);
    expect(own.work.map((row) => row.amount ?? row.textJa)).toEqual([
      84_000,
      1480,
      85_480,
      85_480,
      '85,480円 × 10.21%',
      8727,
      76_753,
    ]);
    expect(own.citations.map(({ key }) => key)).toContain('payments.withholding.includesTravel');
  });

  test('検定員 and 旅費だけ wait for an answer: no amount to transfer', () => {
    expect([of(list, 'S7'), of(list, 'S8')].map(({ tax, net, fee }) => [tax.state, net, fee])).toEqual([
      ['confirm', undefined, undefined],
      ['confirm', undefined, undefined],
    ]);
    const { payees, ...rest } = payingOf(unpaid());
    const answered = payees.map((one) => ({ ...one, withholding: one.key === 'S7' ? 'withhold' : 'none' }) as const);
    const now = payablesOf(unpaid(), { ...rest, payees: answered });
    expect([of(now, 'S7').net, of(now, 'S8').net]).toEqual([28_000 - 2858, 6080]);
  });

  test('the fee follows the bank, the branch and the amount', () => {
    expect(['S1', 'S2', 'S3', 'S5'].map((key) => of(list, key).fee)).toEqual([0, 110, 440, 275]);
    // 23,500 − 2,399 = 21,101: at the row and one yen below it, where no other row stands.
    const fromOf = (from: number) => {
      const feeTerms = { payer: FEE_TERMS.payer, table: [{ scope: 'otherBank' as const, from, fee: 440 }] };
      return of(payablesOf(unpaid(), { ...payingOf(unpaid()), feeTerms }), 'S5');
    };
    expect(fromOf(21_101)).toMatchObject({ net: 21_101, fee: 440 });
    expect(fromOf(21_102)).toMatchObject({ net: 21_101, fee: undefined });
  });

  test('nothing to transfer costs nothing, and a table without the row is not free', () => {
    const [account] = payingOf(unpaid()).payees.flatMap((one) => one.account ?? []);
    if (!account) throw new Error('no account');
    expect(transferFee(0, account, { payer: FEE_TERMS.payer, table: [] })).toBe(0);
    expect(transferFee(1, account, { payer: FEE_TERMS.payer, table: [] })).toBeUndefined();
  });

  test('a 所属先 gets all without tax, two people of one 所属先 in one transfer', () => {
    let value = withStaff(unpaid(), 'S1', { paysToEmployer: true, employerName: '西山大学' });
    value = withStaff(value, 'S4', { paysToEmployer: true, employerName: '西山 大学' });
    const own = of(payablesOf(value), 'employer:西山大学');
    expect(own).toMatchObject({ gross: 85_480 + 77_420, net: 85_480 + 77_420, tax: { state: 'none' } });
    expect([...new Set(own.lines.map(({ staffId }) => staffId))]).toEqual(['S1', 'S4']);
  });

  test.each([
    ['not recorded', { employment: { kind: 'otherEmployer' as const } }, 'confirm'],
    ['to the person', { employment: { kind: 'otherEmployer' as const }, paysToEmployer: false }, 'withheld'],
    ['to the 所属先', { paysToEmployer: true }, 'none', 'employer-of:S1'],
  ])('whom to pay: %s', (_name, change, state, key = 'S1') => {
    expect(of(payablesOf(withStaff(unpaid(), 'S1', change)), key).tax.state).toBe(state);
  });

  test('what 団体手配 pays to others is not the payee’s', () => {
    const ids = list.flatMap(({ lines }) => lines.map(({ id }) => id));
    expect(ids).not.toContain('T02');
    expect(ids).not.toContain('L03');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says what the organisation will bear itself', () => {
    expect(sum(list.flatMap(({ lines }) => lines.map(({ cut }) => cut)))).toBeGreaterThan(0);
  });

  test('becomes a file that a bank’s reader takes, with the same names and amounts', () => {
    const ready = list.flatMap(({ account, net, payee }) =>
      account && net !== undefined ? [{ payeeJa: payee.nameJa, account, amount: net }] : [],
    );
    const payer = {
      clientCode: '1',
      nameKana: 'コウエキザイダンホウジンニシヤマフスポーツキョウカイ',
      account: FEE_TERMS.payer,
    };
    const file = transferFile({ payer, payOn: '2021-11-10', rows: ready });
    const read = readZengin(file.ok ? file.bytes : new Uint8Array());
    expect(read.rows.map(({ holder, amount }) => [holder, amount])).toEqual([
      ['カタキ゛リ シユウヘイ', 76_753],
      ['ノカ゛ミ チヒロ', 27_961],
      ['サカ゛ラ タクマ', 56_963],
      ['キタムラ ミユキ', 69_516],
      ['ミス゛ノ ケンコ゛', 21_101],
      ['タシロ マオ', 52_474],
    ]);
  });
});

describe('after payment', () => {
  test('one payable per transfer: two transfers to one person are two payments', () => {
    const own = payablesOf(sample()).filter(({ payee }) => payee.key === 'S4');
    expect(own.map(({ transfer, gross }) => [transfer?.id, gross])).toEqual([
      ['TR-S4', 72_000],
      ['TR-S4b', 5420],
    ]);
    expect(own.map(({ payOn }) => payOn)).toEqual(['2021-11-10', '2021-11-17']);
  });

  test('the account that was paid decides, whatever was planned', () => {
    const value = withStaff(sample(), 'S1', { paysToEmployer: true, employerName: '西山大学' });
    expect(of(payablesOf(value), 'S1').tax.state).toBe('withheld');
  });

  test('the fee is that of the transfer, else the claimed one, else unknown: the table of today says nothing of then', () => {
    const list = payablesOf(sample());
    expect([of(list, 'S1').fee, of(list, 'S2').fee]).toEqual([undefined, 330]);
    const value = sample();
    const transfers = (value.transfers ?? []).map((one) => (one.id === 'TR-S2' ? { ...one, fee: 440 } : one));
    expect(of(payablesOf({ ...value, transfers }), 'S2').fee).toBe(440);
  });

  test('cash costs no fee', () => {
    const value = sample();
    const transfers = (value.transfers ?? []).map((one) =>
      one.id === 'TR-S3' ? { ...one, method: 'cash' as const } : one,
    );
    expect(of(payablesOf({ ...value, transfers }), 'S3').fee).toBe(0);
  });
});

describe('on the screen', () => {
  const account = {
    bankCode: '0009',
    branchCode: '012',
    kind: 'current',
    number: '0012345',
    holderKana: 'ア',
  } as const satisfies BankAccount;
  const renamed: BankAccount = { ...account, holderKana: 'イ' };

  test.each([{ bankCode: '0010' }, { branchCode: '013' }, { kind: 'ordinary' as const }, { number: '0012346' }])(
    'another account: %o',
    (change) => {
      expect(isSameAccount(account, { ...account, ...change })).toBe(false);
      expect(isSameAccount(account, renamed)).toBe(true);
    },
  );

  test('an account is masked until asked for', () => {
    expect(maskedAccount(account)).toBe('0009-012 当座 ＊＊＊＊345');
    expect(fullAccount(account)).toBe('0009-012 当座 0012345 ｱ');
  });
});
