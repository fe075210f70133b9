/** A voucher record as it would be begun for a line: kind, number, name, day and amount are proposed, never asked twice. */
import type { IsoDate } from '../../shared/dates.js';
import { ACCOUNT_NO } from '../../shared/model/case/account.js';
import type { Line } from '../../shared/model/case/lines/line.js';
import type { Voucher, VoucherKind } from '../../shared/model/case/voucher.js';
import type { Yen } from '../../shared/money.js';
import type { Facts } from '../../shared/rules/facts/facts.js';
import type { PaperNeed } from '../../shared/rules/papers-needed.js';

export type VoucherDraft = {
  readonly kind: VoucherKind;
  readonly no: string | undefined;
  readonly addressee: string | undefined;
  readonly issuedOn: IsoDate | undefined;
  readonly amount: Yen | undefined;
  readonly isOriginal: boolean;
  readonly note: string | undefined;
};

/** 領収書 and the like count only as originals. */
export const ORIGINALS: readonly VoucherKind[] = ['receiptOriginal', 'boardingInfo', 'personalReceipt'];

/** Papers made out to the contracting organisation, and papers made out to the person who travelled. */
const TO_ORGANIZATION: readonly VoucherKind[] = [
  'receiptOriginal',
  'estimate',
  'itemisedInvoice',
  'competingQuotes',
  'unitPriceDetail',
];
const TO_PERSON: readonly VoucherKind[] = ['personalReceipt'];

export function voucherDraft(kind: VoucherKind, line: Line, facts: Facts): VoucherDraft {
  return {
    kind,
    no: nextVoucherNo(line, facts),
    addressee: addresseeOf(kind, line, facts),
    issuedOn: undefined,
    amount: undefined,
    isOriginal: true,
    note: undefined,
  };
}

function addresseeOf(kind: VoucherKind, line: Line, facts: Facts): string | undefined {
  if (TO_ORGANIZATION.includes(kind)) return facts.organization.contractName;
  return TO_PERSON.includes(kind) ? facts.personOf(line)?.nameJa : undefined;
}

/** 科目番号-連番, one more than the last one in use: 2-05. */
export function nextVoucherNo(line: Line, facts: Facts): string {
  const prefix = `${ACCOUNT_NO[line.account]}-`;
  const used = facts.vouchers
    .flatMap((voucher) => (voucher.no?.startsWith(prefix) ? [Number(voucher.no.slice(prefix.length))] : []))
    .filter((number) => Number.isInteger(number));
  return `${prefix}${String(Math.max(0, ...used) + 1).padStart(2, '0')}`;
}

/** An id that no voucher had before, deleted ones included: the history of a paper must not run on in another. */
export function freshVoucherId(): string {
  return `V${crypto.randomUUID()}`;
}

/** The record of a draft; a paper about a flight carries its route, day and traveller. */
export function voucherFrom(
  id: string,
  draft: VoucherDraft,
  line: Line,
  need: PaperNeed | undefined,
  facts: Facts,
): Voucher {
  const { leg } = need ?? {};
  const person = facts.personOf(line)?.nameJa;
  return {
    id,
    kind: draft.kind,
    ...(line.account === 'other' ? {} : { account: line.account }),
    phase: facts.stage,
    ...(draft.no === undefined ? {} : { no: draft.no }),
    ...(draft.addressee === undefined ? {} : { addressee: draft.addressee }),
    ...(draft.issuedOn === undefined ? {} : { issuedOn: draft.issuedOn }),
    ...(draft.amount === undefined ? {} : { amount: draft.amount }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    ...(ORIGINALS.includes(draft.kind) ? { isOriginal: draft.isOriginal } : {}),
    ...(leg === undefined ? {} : { route: `${leg.from}-${leg.to}`, usedOn: leg.date }),
    ...(leg === undefined || person === undefined ? {} : { personName: person }),
  };
}

/** Vouchers of the kinds that would meet a need and that the line does not have yet. */
export function vouchersToAttach(need: PaperNeed, line: Line, facts: Facts): Voucher[] {
  const kinds = need.ways.flat();
  const own = new Set(facts.papersOf(line).map((voucher) => voucher.id));
  return facts.vouchers.filter((voucher) => kinds.includes(voucher.kind) && !own.has(voucher.id));
}
