/** この証憑の確かめ: name, amount and use in other courses, each answered or open. What is not recorded is 要確認. */
import type { AcrossFinding } from '../../../shared/rules/across/finding.js';
import { findingKeys } from '../../../shared/rules/across/vouchers.js';
import type { VoucherKind } from '../../../shared/model/case/voucher.js';
import { sum, type Yen, yen } from '../../../shared/money.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { organizationFit } from '../../../shared/rules/facts/parties.js';
import { sameName } from '../../../shared/text.js';
import type { VoucherEntry } from './voucher-book.js';

export type VoucherCheck = {
  readonly key: 'addressee' | 'amount' | 'elsewhere';
  readonly labelJa: string;
  readonly isFine: boolean;
  /** What is open or differs; absent where it is fine. */
  readonly noteJa?: string;
};

/** Papers made out to the contracting organisation, and to the person who paid. */
const TO_ORGANIZATION: readonly VoucherKind[] = [
  'receiptOriginal',
  'estimate',
  'itemisedInvoice',
  'competingQuotes',
  'unitPriceDetail',
];
const TO_PERSON: readonly VoucherKind[] = ['personalReceipt'];

/** Papers whose amount is what a line claims. */
const PAID: readonly VoucherKind[] = [
  'receiptOriginal',
  'personalReceipt',
  'itemisedInvoice',
  'unitPriceDetail',
  'carrierReceipt',
  'stampSalesCertificate',
  'cardStatement',
  'lodgingStatement',
];

/** The checks that mean something for this kind of paper. */
export function voucherChecks(
  entry: VoucherEntry,
  facts: Facts,
  siblings: readonly VoucherEntry[],
  across: readonly AcrossFinding[],
): VoucherCheck[] {
  return [addresseeCheck(entry, facts), amountCheck(entry, facts, siblings), elsewhereCheck(entry, across)].filter(
    (check) => check !== undefined,
  );
}

function addresseeCheck({ voucher, use }: VoucherEntry, facts: Facts): VoucherCheck | undefined {
  const { kind } = voucher;
  const name = (voucher.addressee ?? '').trim();
  if (TO_PERSON.includes(kind)) {
    const labelJa = '宛名が立替者本人';
    if (name === '') return open('addressee', labelJa, '宛名が入っていません');
    const people = use.lines.map((line) => facts.personOf(line)?.nameJa).filter((own) => own !== undefined);
    if (people.length === 0) return open('addressee', labelJa, '明細につなぐと確かめられます');
    const wrong = people.find((own) => !sameName(own, name));
    return wrong === undefined
      ? { key: 'addressee', labelJa, isFine: true }
      : open('addressee', labelJa, `明細は${wrong}、宛名は「${name}」です`);
  }
  if (!TO_ORGANIZATION.includes(kind)) return undefined;
  const labelJa = '宛名が契約団体';
  if (name === '') return open('addressee', labelJa, '宛名が入っていません');
  const fit = organizationFit(name, facts.organization);
  if (fit === 'same') return { key: 'addressee', labelJa, isFine: true };
  const contract = `契約団体名は「${facts.organization.contractName}」です`;
  return open('addressee', labelJa, fit === 'spelling' ? `表記が違います。${contract}` : contract);
}

function amountCheck(entry: VoucherEntry, facts: Facts, siblings: readonly VoucherEntry[]): VoucherCheck | undefined {
  const { voucher, use, amount } = entry;
  if (voucher.kind === 'transferSlip') return slipCheck(entry);
  if (!PAID.includes(voucher.kind)) return undefined;
  const labelJa = '明細の請求額と同じ';
  if (amount === undefined) return open('amount', labelJa, '金額が入っていません');
  if (use.lines.length === 0) return open('amount', labelJa, '明細につなぐと確かめられます');
  const claimed = sum(use.lines.map((line) => facts.claimed(line)));
  if (amount === claimed) return { key: 'amount', labelJa, isFine: true };
  const together = sameLines(entry, siblings);
  const all = together.every((own) => own.amount !== undefined)
    ? sum(together.map((own) => own.amount ?? 0))
    : undefined;
  if (together.length > 1 && all === claimed) {
    return { key: 'amount', labelJa: `明細の請求額と同じ（${together.length}枚で${yen(claimed)}）`, isFine: true };
  }
  return open('amount', labelJa, differsJa(amount, claimed, '明細の請求'));
}

/** 振込明細書: what its payment says was paid. */
function slipCheck({ voucher, use }: VoucherEntry): VoucherCheck | undefined {
  const labelJa = '支払の金額と同じ';
  if (use.transfers.length === 0) return undefined;
  const paid = sum(use.transfers.map((transfer) => transfer.amount));
  if (voucher.amount === undefined) return open('amount', labelJa, `金額が入っていません（支払は${yen(paid)}）`);
  return voucher.amount === paid
    ? { key: 'amount', labelJa, isFine: true }
    : open('amount', labelJa, differsJa(voucher.amount, paid, '支払'));
}

/** Papers of the same kind that prove exactly the same lines. */
function sameLines(entry: VoucherEntry, siblings: readonly VoucherEntry[]): VoucherEntry[] {
  const key = linesKey(entry);
  return siblings.filter((own) => own.voucher.kind === entry.voucher.kind && linesKey(own) === key);
}

function linesKey({ use }: VoucherEntry): string {
  return use.lines.map((line) => line.id).join(' ');
}

function differsJa(amount: Yen, other: Yen, otherJa: string): string {
  const difference = amount - other;
  return `${otherJa}は${yen(other)}、証憑は${yen(amount)}です（差 ${difference > 0 ? '＋' : '−'}${yen(Math.abs(difference))}）`;
}

function elsewhereCheck(entry: VoucherEntry, across: readonly AcrossFinding[]): VoucherCheck {
  const labelJa = 'ほかの講習会で使っていない';
  const keys = findingKeys(entry.voucher);
  const found = across.find((finding) => keys.includes(finding.key));
  if (!found) return { key: 'elsewhere', labelJa, isFine: true };
  const courses = [...new Set(found.places.map((place) => place.courseJa))].join('、');
  return open('elsewhere', labelJa, `同じ証憑が${courses}にあります。費用を分けているときだけ使えます`);
}

function open(key: VoucherCheck['key'], labelJa: string, noteJa: string): VoucherCheck {
  return { key, labelJa, isFine: false, noteJa };
}
