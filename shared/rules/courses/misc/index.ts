import type { Rule } from '../../engine/rule.js';
import { feePapers, feeTable, onlyTransferFees } from './papers.js';
import { feeOfCapped, feeOfCourseFee, feeOfExcluded, feeOfRefund, feePerPayee } from './transfer-fees.js';

export const MISC_RULES: readonly Rule[] = [
  feePerPayee,
  feeOfExcluded,
  feeOfCapped,
  feeOfRefund,
  feeOfCourseFee,
  feeTable,
  feePapers,
  onlyTransferFees,
];
