/** 口座 as it is typed: full-width digits, hyphens and short numbers become what the bank's file takes. */
import { foldWidth } from '../text.js';
import type { AccountKind, AccountPlace, BankAccount } from './bank-account.js';

/** Texts of the fields of an account. */
export type PlaceText = {
  readonly bankCode: string;
  readonly bankNameKana: string;
  readonly branchCode: string;
  readonly branchNameKana: string;
  readonly kind: AccountKind;
  readonly number: string;
};
export type AccountText = PlaceText & { readonly holderKana: string };

/** What does not fit, by field. */
export type TextProblems<T> = { readonly [K in keyof T]?: string };
export type ReadText<T, V> =
  { readonly ok: true; readonly value: V } | { readonly ok: false; readonly problems: TextProblems<T> };

const BANK_DIGITS = 4;
const BRANCH_DIGITS = 3;
const NUMBER_DIGITS = 7;

export const EMPTY_ACCOUNT: AccountText = {
  bankCode: '',
  bankNameKana: '',
  branchCode: '',
  branchNameKana: '',
  kind: 'ordinary',
  number: '',
  holderKana: '',
};

export function accountText(account: AccountPlace & { readonly holderKana?: string }): AccountText {
  const { bankCode, branchCode, kind, number, bankNameKana = '', branchNameKana = '', holderKana = '' } = account;
  return { bankCode, bankNameKana, branchCode, branchNameKana, kind, number, holderKana };
}

/** The account, or what does not fit. A number of less than seven digits gets zeros in front, as banks print it. */
export function readPlace(text: PlaceText): ReadText<PlaceText, AccountPlace> {
  const bankCode = digits(text.bankCode);
  const branchCode = digits(text.branchCode);
  const number = digits(text.number);
  const problems: TextProblems<PlaceText> = {
    ...(bankCode?.length === BANK_DIGITS ? {} : { bankCode: `金融機関コードは数字${BANK_DIGITS}桁です` }),
    ...(branchCode?.length === BRANCH_DIGITS ? {} : { branchCode: `支店コードは数字${BRANCH_DIGITS}桁です` }),
    ...(number !== undefined && number.length <= NUMBER_DIGITS
      ? {}
      : { number: `口座番号は数字${NUMBER_DIGITS}桁までです` }),
  };
  if (Object.keys(problems).length > 0 || !bankCode || !branchCode || !number) return { ok: false, problems };
  const place = { bankCode, branchCode, kind: text.kind, number: number.padStart(NUMBER_DIGITS, '0') };
  return { ok: true, value: { ...place, ...names(text) } };
}

/** The same with its 口座名義; characters that banks do not take are kept and named before anything is written. */
export function readAccount(text: AccountText): ReadText<AccountText, BankAccount> {
  const place = readPlace(text);
  const holderKana = text.holderKana.trim();
  if (place.ok && holderKana !== '') return { ok: true, value: { ...place.value, holderKana } };
  const holder = holderKana === '' ? { holderKana: '口座名義を入れてください' } : {};
  return { ok: false, problems: { ...(place.ok ? {} : place.problems), ...holder } };
}

/** 委託者コード: up to ten digits. */
export function readClientCode(text: string): string | undefined {
  const read = digits(text);
  return read !== undefined && read.length <= 10 ? read : undefined;
}

function names({ bankNameKana, branchNameKana }: PlaceText): Partial<AccountPlace> {
  return {
    ...(bankNameKana.trim() === '' ? {} : { bankNameKana: bankNameKana.trim() }),
    ...(branchNameKana.trim() === '' ? {} : { branchNameKana: branchNameKana.trim() }),
  };
}

function digits(text: string): string | undefined {
  const plain = foldWidth(text).replace(/[\s\-‐−ー－]/gu, '');
  return /^\d+$/.test(plain) ? plain : undefined;
}
