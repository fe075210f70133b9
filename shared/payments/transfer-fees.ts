/** 振込手数料: the fee table of the organisation's bank. */
import { z } from 'zod';
import type { Yen } from '../money.js';
import { yen } from '../model/primitives.js';
import type { AccountPlace } from './bank-account.js';

/** 同一支店あて, 同行の他支店あて, 他行あて. */
const scope = z.enum(['sameBranch', 'sameBank', 'otherBank']);
export type FeeScope = z.infer<typeof scope>;
export const FEE_SCOPE_JA = {
  sameBranch: '同じ支店あて',
  sameBank: '同じ銀行の他支店あて',
  otherBank: '他行あて',
} as const satisfies Record<FeeScope, string>;

/** One row: transfers of `from` yen and more cost `fee`, until the next row of the same destination begins. */
export const transferFeeTable = z.array(z.strictObject({ scope, from: yen, fee: yen })).max(100);
export type TransferFeeTable = z.infer<typeof transferFeeTable>;

/** The account that pays and what its bank takes. */
export type FeeTerms = { readonly payer: AccountPlace; readonly table: TransferFeeTable };

/** The destination as the fee table tells them apart. */
export function feeScope(payer: AccountPlace, payee: AccountPlace): FeeScope {
  if (payer.bankCode !== payee.bankCode) return 'otherBank';
  return payer.branchCode === payee.branchCode ? 'sameBranch' : 'sameBank';
}

/** The fee of one transfer of `amount`; nothing is transferred for 0 yen. Undefined where the table has no row. */
export function transferFee(amount: Yen, payee: AccountPlace, { payer, table }: FeeTerms): Yen | undefined {
  if (amount === 0) return 0;
  const own = feeScope(payer, payee);
  const rows = table.filter((row) => row.scope === own && row.from <= amount);
  return rows.reduce<TransferFeeTable[number] | undefined>(
    (best, row) => (best === undefined || row.from >= best.from ? row : best),
    undefined,
  )?.fee;
}
