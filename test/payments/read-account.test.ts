import { describe, expect, test } from 'vitest';
import {
  type AccountText,
  accountText,
  EMPTY_ACCOUNT,
  readAccount,
  readClientCode,
} from '../../shared/payments/read-account.js';

const WHOLE: AccountText = {
  ...EMPTY_ACCOUNT,
  bankCode: '0009',
  branchCode: '012',
  number: '0012345',
  holderKana: 'カタギリ シュウヘイ',
};

function problemsOf(text: AccountText): string[] {
  const read = readAccount(text);
  return read.ok ? [] : Object.keys(read.problems);
}

test('full-width digits, hyphens and a short number become what the bank takes', () => {
  const typed = {
    ...WHOLE,
    bankCode: ' ０００９',
    branchCode: '０１２　',
    number: '１２－３４５',
    holderKana: '　カタギリ　',
  };
  expect(readAccount(typed)).toEqual({
    ok: true,
    value: { bankCode: '0009', branchCode: '012', kind: 'ordinary', number: '0012345', holderKana: 'カタギリ' },
  });
});

describe('what does not fit is named by its field', () => {
  test.each([
    ['whole', {}, []],
    ['5 digits of a bank', { bankCode: '00091' }, ['bankCode']],
    ['3 digits of a bank', { bankCode: '009' }, ['bankCode']],
    ['2 digits of a branch', { branchCode: '12' }, ['branchCode']],
    ['4 digits of a branch', { branchCode: '0123' }, ['branchCode']],
    ['7 digits', { number: '9999999' }, []],
    ['8 digits', { number: '99999999' }, ['number']],
    ['1 digit', { number: '7' }, []],
    ['letters', { number: '12a' }, ['number']],
    ['nothing', { bankCode: '', number: '', holderKana: ' ' }, ['bankCode', 'number', 'holderKana']],
    ['kanji in the name is kept, and named before writing', { holderKana: '片桐' }, []],
  ])('%s', (_name, change, fields) => {
    expect(problemsOf({ ...WHOLE, ...change })).toEqual(fields);
  });
});

test('what is kept comes back as it can be typed again', () => {
  const read = readAccount({ ...WHOLE, kind: 'current', bankNameKana: ' ミヅキ ' });
  if (!read.ok) throw new Error('not read');
  expect(accountText(read.value)).toEqual({ ...WHOLE, kind: 'current', bankNameKana: 'ミヅキ' });
});

test.each([
  ['０１２３４５６７８９', '0123456789'],
  ['01234567890', undefined],
  ['', undefined],
  ['12x', undefined],
])('委託者コード %s', (typed, read) => {
  expect(readClientCode(typed)).toBe(read);
});
