import { describe, expect, test } from 'vitest';
import type { Staff } from '../../shared/model/case/staff.js';
import {
  accountFor,
  accountMatch,
  accountMatches,
  type KnownAccount,
  ownerJa,
} from '../../shared/payments/account-match.js';
import type { BankAccount } from '../../shared/payments/bank-account.js';
import { payeeAccount } from '../../shared/payments/payee-account.js';

const ACCOUNT: BankAccount = {
  bankCode: '0009',
  branchCode: '012',
  kind: 'ordinary',
  number: '0012345',
  holderKana: 'サトウ ケン',
};

function person(id: string, change: Partial<Staff> = {}): Staff {
  return { id, nameJa: '佐藤 健', nameKana: 'サトウ ケン', homePrefectureCode: '26', ...change };
}

function bare(id: string): Staff {
  return { id, nameJa: '佐藤 健' };
}

function course(courseId: string, ...staff: readonly Staff[]) {
  return { courseId, staff };
}

function payee({ id, nameJa }: Staff) {
  return { key: id, kind: 'person' as const, nameJa };
}

/** The account of a person as it is kept after being typed in a course. */
function kept(key: string, owner: Staff, courseId = 'A'): KnownAccount {
  return { key, value: payeeAccount.parse(accountFor(payee(owner), course(courseId, owner), ACCOUNT)) };
}

function outcome(owner: Staff, own: ReturnType<typeof course>, accounts: readonly KnownAccount[]): string {
  const match = accountMatch(payee(owner), own, accounts);
  return match.kind === 'sure' ? match.known.key : match.kind === 'none' ? 'none' : 'doubtful';
}

describe('whose account it is', () => {
  test('another course finds the account of the same person, whatever the id there', () => {
    expect(outcome(person('X9'), course('B', person('X9')), [kept('k1', person('S1'))])).toBe('k1');
  });

  test.each([
    ['another kana is another person', person('S1', { nameKana: 'サトウ タケシ' }), 'none'],
    ['a name alone is asked', bare('S1'), 'doubtful'],
    ['another name', person('S1', { nameJa: '佐藤 健一' }), 'none'],
    ['the same without the kana, from the same prefecture', { ...bare('S1'), homePrefectureCode: '26' }, 'k1'],
    ['the same without the kana, from another', { ...bare('S1'), homePrefectureCode: '13' }, 'doubtful'],
  ])('%s', (_name, owner, wanted) => {
    expect(outcome(owner, course('B', owner), [kept('k1', person('S5'))])).toBe(wanted);
  });

  test('two people of one name in one course are asked about, until each is told', () => {
    const [one, two] = [bare('S1'), bare('S2')];
    const own = course('B', one, two);
    const accounts = [kept('k1', bare('S7'))];
    expect([outcome(one, own, accounts), outcome(two, own, accounts)]).toEqual(['doubtful', 'doubtful']);
    const told = accounts.map(({ key, value }) => ({ key, value: accountFor(payee(one), own, value.account, value) }));
    expect([outcome(one, own, told), outcome(two, own, told)]).toEqual(['k1', 'doubtful']);
  });

  test('twins in everything but the id never get each other’s account by themselves', () => {
    const [one, two] = [person('S1'), person('S2')];
    const own = course('A', one, two);
    const accounts = [kept('k1', one)];
    expect([outcome(one, own, accounts), outcome(two, own, accounts)]).toEqual(['k1', 'doubtful']);
    // In another course nobody has said which of the two it is.
    const other = course('B', one, two);
    expect([outcome(one, other, accounts), outcome(two, other, accounts)]).toEqual(['doubtful', 'doubtful']);
  });

  test('two accounts of one name: the one of this row in this course, elsewhere it is asked', () => {
    const accounts = [kept('k1', person('S1'), 'A'), kept('k2', person('S1'), 'B')];
    expect(outcome(person('S1'), course('A', person('S1')), accounts)).toBe('k1');
    expect(outcome(person('S1'), course('B', person('S1')), accounts)).toBe('k2');
    expect(outcome(person('S1'), course('C', person('S1')), accounts)).toBe('doubtful');
  });

  test('a row of the course that is given another name loses the account, and may be told it is the same', () => {
    const renamed = person('S1', { nameJa: '鈴木 健' });
    expect(outcome(renamed, course('A', renamed), [kept('k1', person('S1'))])).toBe('doubtful');
    expect(outcome(renamed, course('B', renamed), [kept('k1', person('S1'))])).toBe('none');
  });

  test('a corrected kana keeps the account of the row', () => {
    const corrected = person('S1', { nameKana: 'サトウ タケル' });
    expect(outcome(corrected, course('A', corrected), [kept('k1', person('S1'))])).toBe('k1');
  });
});

describe('a 所属先', () => {
  const teacher = person('S1', { employerName: '学校法人西山大学' });
  const own = course('A', teacher);
  const employer = { key: 'employer:学校法人西山大学', kind: 'employer' as const, nameJa: '学校法人西山大学' };
  const accounts = [{ key: 'e1', value: accountFor(employer, own, ACCOUNT) }, kept('k1', teacher)];

  test('has its own account, whoever works there', () => {
    expect(accountMatch(employer, own, accounts)).toMatchObject({ kind: 'sure', known: { key: 'e1' } });
    expect(outcome(teacher, own, accounts)).toBe('k1');
    const other = course('B', person('S3', { nameJa: '別 人', employerName: '学校法人　西山大学' }));
    expect(accountMatches(other, accounts).get('employer:学校法人西山大学')).toMatchObject({ kind: 'sure' });
  });

  test('without its legal form it is asked', () => {
    const short = { key: 'employer:西山大学', kind: 'employer' as const, nameJa: '西山大学' };
    expect(accountMatch(short, own, accounts).kind).toBe('doubtful');
    expect(accountMatch({ ...short, key: 'employer:東山大学', nameJa: '東山大学' }, own, accounts).kind).toBe('none');
  });

  test('without a name it is that of one person only', () => {
    const nameless = { key: 'employer-of:S1', kind: 'employer' as const, nameJa: '佐藤 健の所属先' };
    const one = course('A', person('S1'));
    const known = [{ key: 'e1', value: accountFor(nameless, one, ACCOUNT) }];
    expect(accountMatch(nameless, one, known).kind).toBe('sure');
    expect(
      accountMatch({ ...nameless, key: 'employer-of:S2' }, course('A', person('S1'), person('S2')), known).kind,
    ).toBe('none');
    expect(accountMatch(nameless, course('B', person('S1')), known).kind).toBe('none');
  });
});

test('what is kept says who it is and for which rows, each once, and drops the confirmation of another account', () => {
  const own = course('A', person('S1'));
  const first = accountFor(payee(person('S1')), own, ACCOUNT);
  const again = accountFor(payee(person('S1')), own, ACCOUNT, { ...first, confirmedOn: '2021-11-01' });
  expect(again).toEqual(first);
  expect(accountFor(payee(bare('S1')), course('B', bare('S1')), ACCOUNT, first)).toMatchObject({
    kana: 'サトウ ケン',
    prefectureCode: '26',
    usedBy: [
      { courseId: 'A', staffId: 'S1' },
      { courseId: 'B', staffId: 'S1' },
    ],
  });
  expect(ownerJa(first)).toBe('佐藤 健（サトウ ケン・京都府）');
});
