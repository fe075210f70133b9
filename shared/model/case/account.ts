import { z } from 'zod';

/** The seven 科目 of the 委託金, in the order of the 基準一覧. */
export const claimAccount = z.enum([
  'honorarium',
  'travel',
  'rental',
  'printing',
  'consumables',
  'communication',
  'misc',
]);
export type ClaimAccount = z.infer<typeof claimAccount>;

/** A line's 科目: one of the seven, or `other`, which the 委託金 does not pay (CLM-ACC-01). */
export type Account = ClaimAccount | 'other';

export const CLAIM_ACCOUNTS = claimAccount.options;

export const ACCOUNT_JA = {
  honorarium: '諸謝金',
  travel: '旅費',
  rental: '借損料',
  printing: '印刷製本費',
  consumables: '消耗品費',
  communication: '通信運搬費',
  misc: '雑役務費',
  other: '対象外の科目',
} as const satisfies Record<Account, string>;

/** 科目番号 1–7; 8 for what lies outside. */
export const ACCOUNT_NO = {
  honorarium: 1,
  travel: 2,
  rental: 3,
  printing: 4,
  consumables: 5,
  communication: 6,
  misc: 7,
  other: 8,
} as const satisfies Record<Account, number>;
