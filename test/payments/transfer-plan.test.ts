import { describe, expect, test } from 'vitest';
import { accountFor, accountMatches, type KnownAccount } from '../../shared/payments/account-match.js';
import type { BankAccount } from '../../shared/payments/bank-account.js';
import { payables, type Payable } from '../../shared/payments/payables.js';
import { openFeeLines, feeLine, recordedTransfer, sentOf } from '../../shared/payments/recorded-transfer.js';
import { lackJa, type PlanInput, planJa, transferPlan } from '../../shared/payments/transfer-plan.js';
import { transferFile } from '../../shared/payments/zengin/transfer-file.js';
import { readCase } from '../../shared/model/case/read-case.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { accountOwner } from '../../shared/rules/facts/parties.js';
import { accountOf, book, FEE_TERMS, unpaid, withStaff } from './paid-sample.js';

const PAYER = { clientCode: '4501', nameKana: 'ニシヤマフスポーツキョウカイ', account: FEE_TERMS.payer };
const ANSWERED: NonNullable<Options['answers']> = { S7: 'withhold', S8: 'none' };
const WEEKDAY = '2021-11-29';

type Options = {
  readonly value?: Case;
  readonly accounts?: (id: string, account: BankAccount) => BankAccount | undefined;
  readonly confirmedOn?: string;
  readonly answers?: Readonly<Record<string, 'withhold' | 'none'>>;
};

/** Everything there to be written, but for what a test takes away. */
function planned(options: Options = {}, change: Partial<PlanInput> = {}): PlanInput {
  const {
    value = unpaid(),
    accounts = (_id, account) => account,
    confirmedOn = '2021-11-01',
    answers = ANSWERED,
  } = options;
  const staff = value.staff ?? [];
  const course = { courseId: 'A', staff };
  const known = staff.flatMap((person, index): KnownAccount[] => {
    const account = accounts(person.id, accountOf(person, index));
    if (!account) return [];
    const kept = accountFor({ key: person.id, kind: 'person', nameJa: person.nameJa }, course, account);
    return [{ key: `k${index}`, value: confirmedOn === '' ? kept : { ...kept, confirmedOn } }];
  });
  const matches = accountMatches(course, known);
  const payees = [...matches].map(([key, match]) => ({
    key,
    ...(match.kind === 'sure' ? { account: match.known.value.account } : {}),
    ...(answers[key] === undefined ? {} : { withholding: answers[key] }),
  }));
  const feeTerms = { ...FEE_TERMS, table: [...FEE_TERMS.table] };
  const own = payables(value, check(value, book), book, { payees, feeTerms });
  return { payables: own, matches, staff, payer: PAYER, payOn: WEEKDAY, today: '2021-11-26', book, ...change };
}

function lacks(options: Options = {}, change: Partial<PlanInput> = {}): string[] {
  return transferPlan(planned(options, change)).lacks.map(lackJa);
}

function of(list: readonly Payable[], key: string): Payable {
  const own = list.find((one) => one.payee.key === key);
  if (!own) throw new Error(`no ${key}`);
  return own;
}

test('with everything there, the order is what the file takes, to the yen', () => {
  const input = planned();
  const plan = transferPlan(input);
  expect([plan.lacks, plan.cautions]).toEqual([[], []]);
  const total = input.payables.reduce((all, { net }) => all + (net ?? 0), 0);
  expect(plan).toMatchObject({ count: 8, total, feesUnknown: 0 });
  expect(planJa(plan)).toBe('8件 335,990円');
  const file = transferFile(plan.order ?? { payer: PAYER, payOn: WEEKDAY, rows: [] });
  expect(file).toMatchObject({ ok: true, count: 8, total });
});

describe('what keeps it from being written names the payee', () => {
  test('no account', () => {
    const options: Options = { accounts: (id, account) => (id === 'S2' || id === 'S5' ? undefined : account) };
    expect(lacks(options)).toEqual(['野上 千尋：口座がありません', '水野 健吾：口座がありません']);
    expect(transferPlan(planned(options)).order).toBeUndefined();
  });

  test('a name that no bank prints', () => {
    const options: Options = {
      accounts: (id, account) => (id === 'S3' ? { ...account, holderKana: '相良・タクマ' } : account),
    };
    expect(lacks(options)).toEqual(['相良 拓真：口座名義に振込で使えない文字があります：相 良 ・']);
    expect(transferPlan(planned(options)).cautions).toEqual([]);
  });

  test('an open question about the tax, or about whom to pay', () => {
    expect(lacks({ answers: { S8: 'none' } })).toEqual([
      '藤井 和也：検定員の謝金が源泉徴収の対象になるか、税務署に確かめてください',
    ]);
    const value = withStaff(unpaid(), 'S1', { employment: { kind: 'otherEmployer' } });
    // Said to be no 報酬, and still nobody knows to whom.
    expect(lacks({ value, answers: { ...ANSWERED, S1: 'none' } })).toEqual([
      '片桐 修平：本人と所属先のどちらへ払うかが未確認です',
    ]);
  });

  test('an account of the same name of which nobody has said whose it is', () => {
    const input = planned();
    const [known] = [...input.matches.values()].flatMap((match) => (match.kind === 'sure' ? [match.known] : []));
    if (!known) throw new Error('no account');
    const doubtful = new Map([...input.matches, ['S1', { kind: 'doubtful' as const, candidates: [known] }]]);
    const without = input.payables.map((one) => (one.payee.key === 'S1' ? { ...one, account: undefined } : one));
    expect(transferPlan({ ...input, matches: doubtful, payables: without }).lacks.map(lackJa)).toEqual([
      '片桐 修平：同じ名前の口座があり、この人のものか未確認です',
    ]);
  });

  test('nobody to pay, no payer, no day', () => {
    expect(lacks({}, { payables: [] })).toEqual(['振り込む支払先がありません']);
    expect(lacks({}, { payer: undefined })).toEqual(['振込元の口座と委託者コードがありません']);
    expect(lacks({}, { payOn: undefined })).toEqual(['振込指定日が入っていません']);
    expect(lacks({}, { payer: { ...PAYER, nameKana: '西山' } })).toEqual([
      '振込依頼人名に振込で使えない文字があります：西 山',
    ]);
  });

  test.each([
    ['2021-11-27', ['振込指定日の2021年11月27日は土曜日か日曜日です']],
    ['2021-12-31', ['振込指定日の2021年12月31日は銀行の休業日です']],
    ['2022-01-10', ['振込指定日の2022年1月10日は祝日です']],
    ['2021-11-26', []],
    ['2021-11-25', ['振込指定日の2021年11月25日は過ぎています']],
  ])('%s', (payOn, wanted) => {
    expect(lacks({}, { payOn })).toEqual(wanted);
  });

  test('what only the file needs does not keep anybody from recording a transfer made by hand', () => {
    const options: Options = { accounts: () => undefined };
    expect(transferPlan(planned(options)).lacks.map(({ stops }) => stops)).toEqual(Array(8).fill('file'));
    expect(transferPlan(planned({ answers: {} })).lacks.map(({ stops }) => stops)).toEqual(['transfer', 'transfer']);
  });
});

describe('what somebody should look at stops nothing', () => {
  function cautions(options: Options, change: Partial<PlanInput> = {}): string[] {
    const plan = transferPlan(planned(options, change));
    expect(plan.order).toBeDefined();
    return plan.cautions.map(lackJa);
  }

  test('an account that nobody has compared', () => {
    expect(cautions({ confirmedOn: '' })).toHaveLength(8);
    expect(cautions({ confirmedOn: '' })[0]).toBe('片桐 修平：口座を通帳などと照らした日がありません');
  });

  test('somebody else’s name, a name too long, one account for two', () => {
    const other = (id: string, account: BankAccount): BankAccount =>
      id === 'S2' ? { ...account, holderKana: 'ヤマダ タロウ' } : account;
    expect(cautions({ accounts: other })).toEqual(['野上 千尋：口座名義が支払先の名前と違います']);
    const same = (id: string, account: BankAccount): BankAccount =>
      id === 'S4' ? { ...account, bankCode: '0033', number: '1000002' } : account;
    expect(cautions({ accounts: same })).toEqual(['北村 美雪：相良 拓真と同じ口座です']);
    const long = (id: string, account: BankAccount): BankAccount =>
      id === 'S1' ? { ...account, holderKana: 'ア'.repeat(31) } : account;
    expect(cautions({ accounts: long })).toContain('片桐 修平：口座名義は30文字までが銀行へ渡ります');
  });

  test('the bank’s spelling of the same name is the same name', () => {
    const asBank = (_id: string, account: BankAccount): BankAccount => ({
      ...account,
      holderKana: account.holderKana.replaceAll('シュウ', 'シユウ'),
    });
    expect(cautions({ accounts: asBank })).toEqual([]);
  });

  test('a day that the book does not cover', () => {
    expect(cautions({}, { payOn: '2022-04-04' })).toEqual(['振込指定日が銀行営業日かは、この基準では分かりません']);
  });
});

describe('振込済みの記録', () => {
  const input = planned();
  const record = (key: string) => {
    const [sent] = sentOf([of(input.payables, key)]);
    if (!sent) throw new Error('nothing sent');
    return recordedTransfer('TR1', sent, input.staff, '公益財団法人西山府スポーツ協会', WEEKDAY);
  };

  test('holds what was sent, what was withheld and the fee', () => {
    expect(record('S3')).toEqual({
      id: 'TR1',
      date: WEEKDAY,
      payerName: '公益財団法人西山府スポーツ協会',
      payeeName: '相良 拓真',
      accountHolder: 'サガラ タクマ',
      amount: 56_963,
      withheldTax: 6477,
      method: 'bankTransfer',
      fee: 440,
      purpose: 'expense',
    });
    expect(record('S8')).not.toHaveProperty('withheldTax');
  });

  test('no number of an account goes into the course', () => {
    const numbers = input.payables.flatMap(({ account }) => (account ? [account.number] : []));
    expect(numbers).toHaveLength(8);
    const text = JSON.stringify(input.payables.map(({ payee }) => record(payee.key)));
    expect(numbers.filter((number) => text.includes(number))).toEqual([]);
  });

  test('the bank’s spelling of the name is recorded as the course knows it, so that the rules know the person', () => {
    const asBank = (_id: string, account: BankAccount): BankAccount => ({ ...account, holderKana: 'ｶﾀｷﾞﾘ ｼﾕｳﾍｲ' });
    const { payables: own, staff } = planned({ accounts: asBank });
    const [sent] = sentOf([of(own, 'S1')]);
    const [person] = staff;
    if (!sent || !person) throw new Error('nothing sent');
    const transfer = recordedTransfer('TR1', sent, staff, '西山', WEEKDAY);
    expect(transfer.accountHolder).toBe('カタギリ シュウヘイ');
    expect(accountOwner(transfer, person, unpaid().course)).toBe('person');
  });

  test('a foreseen fee without a transfer is found by person and by name; a new one is a line of the case', () => {
    const value = unpaid();
    const own = of(input.payables, 'S2');
    expect(openFeeLines(own, value.lines ?? []).map(({ id }) => id)).toEqual(['F01']);
    expect(openFeeLines(of(input.payables, 'S1'), value.lines ?? [])).toEqual([]);
    const used = (value.lines ?? []).map((line) => (line.id === 'F01' ? { ...line, transferId: 'TR0' } : line));
    expect(openFeeLines(own, used)).toEqual([]);
    const line = feeLine('F9', of(input.payables, 'S5'), 275, 'TR1');
    const transfers = [{ id: 'TR1', amount: 1, method: 'bankTransfer' as const }];
    expect(readCase({ ...value, transfers, lines: [...(value.lines ?? []), line] }).ok).toBe(true);
    expect(line).toMatchObject({ payeeKey: 'S5', fee: 275, actual: 275 });
  });
});
