/** 1–9: the kinds of papers that come most, in the order in which a clerk meets them. */
import { VOUCHER_KINDS, type VoucherKind } from '../../../shared/model/case/voucher.js';
import type { Choice } from '../../ui/select-field.js';

const KEYED: readonly VoucherKind[] = [
  'transferSlip',
  'itemisedInvoice',
  'receiptOriginal',
  'personalReceipt',
  'fareEvidence',
  'boardingInfo',
  'lodgingStatement',
  'cardStatement',
  'estimate',
];

/** The kind that a key assigns; `undefined` for other keys. */
export function kindOfKey(key: string): VoucherKind | undefined {
  return /^[1-9]$/u.test(key) ? KEYED[Number(key) - 1] : undefined;
}

const REST = (Object.keys(VOUCHER_KINDS) as VoucherKind[]).filter((kind) => !KEYED.includes(kind));

/** All kinds: those with a key first, with their key. */
export const KIND_CHOICES: readonly Choice<VoucherKind>[] = [
  ...KEYED.map((kind, index) => ({ value: kind, ja: `${index + 1}　${VOUCHER_KINDS[kind].ja}` })),
  ...REST.map((kind) => ({ value: kind, ja: VOUCHER_KINDS[kind].ja })),
];
