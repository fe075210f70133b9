import type { Rule } from '../../engine/rule.js';
import { shieldCount, shieldUsers } from './face-shields.js';
import {
  disinfectantGuide,
  maskCount,
  maskPurpose,
  otherConsumable,
  thermometerCount,
  thermometerPrice,
} from './items.js';
import { consumablePapers } from './papers.js';
import { hygieneTotal } from './totals.js';

export const CONSUMABLES_RULES: readonly Rule[] = [
  thermometerCount,
  thermometerPrice,
  hygieneTotal,
  shieldUsers,
  shieldCount,
  maskCount,
  maskPurpose,
  disinfectantGuide,
  otherConsumable,
  consumablePapers,
];
