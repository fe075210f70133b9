import type { Rule } from '../../engine/rule.js';
import {
  coach1CommonFee,
  coach1SpecialtyFee,
  coach2CommonFee,
  coach2SpecialtyFee,
  referenceBooks,
} from './course-fee.js';
import { countedTwice, managementFee } from './management-fee.js';
import { payersAgree } from './payers.js';
import { accountVerified, notOwnIncome, paidInTime, pooled, rightAccount } from './payments.js';

export const FEES_RULES: readonly Rule[] = [
  coach1CommonFee,
  coach1SpecialtyFee,
  coach2CommonFee,
  coach2SpecialtyFee,
  referenceBooks,
  payersAgree,
  managementFee,
  countedTwice,
  paidInTime,
  pooled,
  rightAccount,
  accountVerified,
  notOwnIncome,
];
