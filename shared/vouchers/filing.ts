/** 証憑の綴じ方: which lines a voucher proves and under which 科目 it is filed. The list, the package and the numbers share it. */
import { ACCOUNT_NO, CLAIM_ACCOUNTS, type Account, type ClaimAccount } from '../model/case/account.js';
import type { Line } from '../model/case/lines/line.js';
import { VOUCHER_KINDS, type Voucher } from '../model/case/voucher.js';
import type { Facts } from '../rules/facts/facts.js';
import type { PaperTick } from '../rules/paper-ticks.js';

/** Lines by the id of the voucher, in the order of the list. */
export type LinesByVoucher = { readonly of: (voucherId: string) => readonly Line[] };

/** The lines that name each voucher: themselves, by their payment, by a quote, or by an approval for them. */
export function linesNaming(facts: Facts): LinesByVoucher {
  const found = new Map<string, Line[]>();
  for (const line of facts.lines) {
    for (const id of namedBy(line, facts)) add(found, id, line);
  }
  return { of: (voucherId) => found.get(voucherId) ?? [] };
}

/** The lines that a voucher proves: those that need it; where none does, those that name it. */
export function linesProved(facts: Facts, ticksOf: (line: Line) => readonly PaperTick[]): LinesByVoucher {
  const needing = new Map<string, Line[]>();
  for (const line of facts.lines) {
    for (const tick of ticksOf(line)) for (const voucher of tick.vouchers) add(needing, voucher.id, line);
  }
  const naming = linesNaming(facts);
  return { of: (voucherId) => needing.get(voucherId) ?? naming.of(voucherId) };
}

function namedBy(line: Line, facts: Facts): Set<string> {
  const quotes = line.kind === 'printing' ? (line.quotes ?? []) : [];
  const approvals = (facts.value.approvals ?? []).filter(({ scopeId }) => scopeId === line.id);
  return new Set([
    ...facts.papersOf(line).map((voucher) => voucher.id),
    ...quotes.flatMap(({ voucherId }) => voucherId ?? []),
    ...approvals.flatMap(({ voucherIds }) => voucherIds ?? []),
  ]);
}

function add(found: Map<string, Line[]>, id: string, line: Line): void {
  const own = found.get(id);
  if (!own) found.set(id, [line]);
  else if (!own.includes(line)) own.push(line);
}

/** The 科目 it is filed under: that of its number (科目番号-連番), else as recorded, else of the first line it proves. */
export function filedUnder(voucher: Voucher, lines: readonly Line[]): ClaimAccount | undefined {
  const [, digit] = /^([1-7])-/u.exec(voucher.no ?? '') ?? [];
  const numbered = CLAIM_ACCOUNTS.find((account) => String(ACCOUNT_NO[account]) === digit);
  return numbered ?? voucher.account ?? claimAccountOf(lines[0]?.account);
}

/** One of the seven 科目; undefined for what lies outside of them. */
export function claimAccountOf(account: Account | undefined): ClaimAccount | undefined {
  return CLAIM_ACCOUNTS.find((known) => known === account);
}

const KIND_ORDER = new Map(Object.keys(VOUCHER_KINDS).map((kind, index) => [kind, index]));

/** Place of a kind in the list of the guide. */
export function kindOrder({ kind }: Pick<Voucher, 'kind'>): number {
  return KIND_ORDER.get(kind) ?? KIND_ORDER.size;
}
