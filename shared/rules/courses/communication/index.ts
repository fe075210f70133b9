import type { Rule } from '../../engine/rule.js';
import { mailExpense, mailPurpose, mailRecipient, meteredPapers, stampPapers, stampStock } from './mail.js';
import { shippingDestination, shippingOwnCar, shippingPapers, shippingParking } from './shipping.js';

export const COMMUNICATION_RULES: readonly Rule[] = [
  mailRecipient,
  mailPurpose,
  mailExpense,
  stampPapers,
  meteredPapers,
  stampStock,
  shippingParking,
  shippingOwnCar,
  shippingPapers,
  shippingDestination,
];
