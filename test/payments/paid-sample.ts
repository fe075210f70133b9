/** The sample course with accounts and fees, and small changes to it. */
import { rulebook } from '../../electron/rulebooks.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Staff } from '../../shared/model/case/staff.js';
import type { BankAccount } from '../../shared/payments/bank-account.js';
import { type Payable, payables, type Paying } from '../../shared/payments/payables.js';
import { check } from '../../shared/rules/check.js';
import { sampleCase } from '../support/sample.js';

export const book = rulebook('R3');

const PLACE = { bankCode: '0009', branchCode: '012', kind: 'ordinary' } as const;

/** An account for each person of the sample; S1 at the payer's branch, S2 at its bank, the others elsewhere. */
export function accountOf(staff: Staff, index: number): BankAccount {
  const place = index === 0 ? PLACE : index === 1 ? { ...PLACE, branchCode: '013' } : { ...PLACE, bankCode: '0033' };
  return { ...place, number: String(1_000_000 + index), holderKana: staff.nameKana ?? '' };
}

export const FEE_TERMS = {
  payer: { ...PLACE, number: '0000001' },
  table: [
    { scope: 'sameBranch', from: 0, fee: 0 },
    { scope: 'sameBank', from: 0, fee: 110 },
    { scope: 'otherBank', from: 0, fee: 275 },
    { scope: 'otherBank', from: 30_000, fee: 440 },
  ],
} as const satisfies Pick<NonNullable<Paying['feeTerms']>, 'payer'> & { table: readonly object[] };

export function payingOf(value: Case): Paying {
  const payees = (value.staff ?? []).map((staff, index) => ({ key: staff.id, account: accountOf(staff, index) }));
  return { payees, feeTerms: { ...FEE_TERMS, table: [...FEE_TERMS.table] } };
}

export function payablesOf(value: Case, paying: Paying = payingOf(value)): Payable[] {
  return payables(value, check(value, book), book, paying);
}

export function sample(): Case {
  return sampleCase();
}

/** The sample before anything was paid. */
export function unpaid(): Case {
  const value = sampleCase();
  for (const line of value.lines ?? []) delete line.transferId;
  return { ...value, transfers: [] };
}

export function withStaff(value: Case, id: string, change: Partial<Staff>): Case {
  return { ...value, staff: (value.staff ?? []).map((one) => (one.id === id ? { ...one, ...change } : one)) };
}
