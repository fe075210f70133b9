import type { Rule } from '../../engine/rule.js';
import { commissionedCancelled, independentCancelled } from './cancellation.js';
import { conversionInTime, conversionMoney, conversionPapers } from './conversion.js';
import { changeNotice, significantChange } from './differences.js';

export const CHANGES_RULES: readonly Rule[] = [
  significantChange,
  changeNotice,
  commissionedCancelled,
  independentCancelled,
  conversionPapers,
  conversionInTime,
  conversionMoney,
];
