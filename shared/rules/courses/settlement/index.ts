import type { Rule } from '../../engine/rule.js';
import { advanceAgrees, advanceAmount, advanceDay, advanceLastDay } from './advance.js';
import { balance, balanceDay, balanceLastDay, finalAmount, refund } from './final.js';
import { ownCosts, reportInTime } from './gates.js';
import { common2Grant, specialtyGrant } from './grant.js';

export const SETTLEMENT_RULES: readonly Rule[] = [
  ownCosts,
  reportInTime,
  advanceAmount,
  advanceDay,
  advanceLastDay,
  advanceAgrees,
  balance,
  balanceDay,
  balanceLastDay,
  refund,
  finalAmount,
  specialtyGrant,
  common2Grant,
];
