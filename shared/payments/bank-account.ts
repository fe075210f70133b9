/** 振込先口座: as the bank writes it. Numbers are texts, because a leading 0 belongs to them. */
import { z } from 'zod';
import { word } from '../model/primitives.js';
import { bankText } from './zengin/bank-kana.js';

export const accountKind = z.enum(['ordinary', 'current', 'savings']);
export type AccountKind = z.infer<typeof accountKind>;
export const ACCOUNT_KIND_JA = {
  ordinary: '普通',
  current: '当座',
  savings: '貯蓄',
} as const satisfies Record<AccountKind, string>;

/** 口座 of a bank without its holder: 金融機関コード (4 digits), 支店コード (3), 口座番号 (7, with leading zeros). */
export const accountPlace = z.strictObject({
  bankCode: z.string().regex(/^[0-9]{4}$/),
  bankNameKana: word.max(100).optional(),
  branchCode: z.string().regex(/^[0-9]{3}$/),
  branchNameKana: word.max(100).optional(),
  kind: accountKind,
  number: z.string().regex(/^[0-9]{7}$/),
});
export type AccountPlace = z.infer<typeof accountPlace>;

/** 口座 with its 口座名義 in kana, as the bank book shows it. */
export const bankAccount = z.strictObject({ ...accountPlace.shape, holderKana: word.max(200) });
export type BankAccount = z.infer<typeof bankAccount>;

const SHOWN_DIGITS = 3;

/** 口座 for the screen until it is asked for: `0009-123 普通 ＊＊＊＊567`; the holder is not shown. */
export function maskedAccount({ bankCode, branchCode, kind, number }: AccountPlace): string {
  const hidden = '＊'.repeat(number.length - SHOWN_DIGITS);
  return `${bankCode}-${branchCode} ${ACCOUNT_KIND_JA[kind]} ${hidden}${number.slice(-SHOWN_DIGITS)}`;
}

/** 口座 as a whole: `0009-123 普通 1234567 ﾔﾏﾀﾞ…` with the holder as the bank prints it. */
export function fullAccount({ bankCode, branchCode, kind, number, holderKana }: BankAccount): string {
  return `${bankCode}-${branchCode} ${ACCOUNT_KIND_JA[kind]} ${number} ${bankText(holderKana).text}`;
}

/** Where money goes: the same bank, branch, kind and number. */
export function isSameAccount(a: AccountPlace, b: AccountPlace): boolean {
  return a.bankCode === b.bankCode && a.branchCode === b.branchCode && a.kind === b.kind && a.number === b.number;
}
