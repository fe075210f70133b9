import type { Rule } from '../../engine/rule.js';
import { payableAccount, taxIncluded } from './accounts.js';
import { addressee, addresseeDoubt, lateAddresseeApproval } from './addressee.js';
import { papersAtApplication, papersAtReport, papersByAccount, usedTwice } from './papers.js';
import { cashPayment, paidByTransfer, payerName } from './payments.js';
import { limitExcess, sums } from './totals.js';

export const CLAIM_RULES: readonly Rule[] = [
  payableAccount,
  sums,
  limitExcess,
  paidByTransfer,
  payerName,
  cashPayment,
  papersAtApplication,
  papersAtReport,
  papersByAccount,
  addressee,
  addresseeDoubt,
  lateAddresseeApproval,
  taxIncluded,
  usedTwice,
];
