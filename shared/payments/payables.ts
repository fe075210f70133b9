/** 振込一覧: what each payee gets, 謝金 and 立替旅費 in one transfer, less 源泉徴収. */
import type { IsoDate } from '../dates.js';
import type { Case } from '../model/case/case.js';
import { accountItemOf, ACCOUNT_ITEMS } from '../model/case/account-item.js';
import type { Line } from '../model/case/lines/line.js';
import { LINE_KIND_JA } from '../model/case/lines/line.js';
import { STAFF_ROLE_JA } from '../model/case/staff.js';
import type { Transfer } from '../model/case/transfer.js';
import { sum, type Yen } from '../money.js';
import type { Decision } from '../rules/engine/decide.js';
import type { Citation } from '../rules/engine/figure.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { WorkStep } from '../rules/engine/verdict.js';
import { Facts } from '../rules/facts/facts.js';
import { type BankAccount } from './bank-account.js';
import { type Payee, payeeOf, type PayeeRecord } from './payee.js';
import { type FeeTerms, transferFee } from './transfer-fees.js';
import { withholdingFigures, type WithholdingFigures } from './payment-figures.js';
import { type PaidPart, type Tax, taxOf } from './tax.js';
import type { TravelChoice } from './travel-choice.js';

export type PayableLine = PaidPart & {
  readonly id: string;
  readonly labelJa: string;
  readonly staffId: string;
  /** What the 委託金 finally does not pay of it; the organisation bears it. */
  readonly cut: Yen;
  /** What waits for papers or an answer. */
  readonly provisional: Yen;
};

export type Payable = {
  readonly payee: Payee;
  readonly lines: readonly PayableLine[];
  readonly honorarium: Yen;
  readonly travel: Yen;
  /** 支給額. */
  readonly gross: Yen;
  readonly tax: Tax;
  /** 差引振込額; undefined while it is open whether tax is withheld. */
  readonly net: Yen | undefined;
  readonly account: BankAccount | undefined;
  /** Undefined where the account, the amount or the table is not known. */
  readonly fee: Yen | undefined;
  /** The transfer that has paid it; absent = still to be paid. */
  readonly transfer: Transfer | undefined;
  readonly payOn: IsoDate;
  /** Of 源泉徴収 on that day; undefined where the book does not hold them. */
  readonly figures: WithholdingFigures | undefined;
  readonly work: readonly WorkStep[];
  readonly citations: readonly Citation[];
};

export type Paying = {
  readonly payees: readonly PayeeRecord[];
  readonly feeTerms?: FeeTerms;
  readonly travelChoices?: readonly TravelChoice[];
  /** The planned day; default: today of the case. */
  readonly payOn?: IsoDate;
};

/**
 * One payable per payee for all that is still to be paid, and one for each recorded transfer, in the order of the
 * lines. What the organisation arranges and pays to others itself (団体手配) is not the payee's.
 */
export function payables(value: Case, decision: Decided, book: Rulebook, paying: Paying): Payable[] {
  const facts = new Facts(value);
  const groups = new Map<string, Group>();
  for (const line of facts.lines) {
    const person = facts.personOf(line);
    if (!person || !isOwnMoney(line) || facts.claimed(line) === 0) continue;
    const transfer = facts.transfer(line.transferId);
    const payee = payeeOf(person, transfer, facts);
    const key = JSON.stringify([payee.key, transfer?.id ?? null]);
    const group = groups.get(key) ?? { payee, transfer, lines: [] };
    group.lines.push(payableLine(line, person.id, facts, decision));
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => payable(group, facts, book, paying));
}

/** What the rules left of the lines; the amounts to be paid do not depend on it. */
type Decided = Pick<Decision, 'lines'>;

type Group = { readonly payee: Payee; readonly transfer: Transfer | undefined; readonly lines: PayableLine[] };

function isOwnMoney(line: Line): boolean {
  if (line.kind === 'honorarium' || line.kind === 'perDiem') return true;
  return 'arrangement' in line && line.arrangement === 'self';
}

function payableLine(line: Line, staffId: string, facts: Facts, decision: Decided): PayableLine {
  const decided = decision.lines.find((one) => one.id === line.id);
  return {
    id: line.id,
    labelJa: labelOf(line, facts),
    staffId,
    amount: facts.claimed(line),
    kind: line.kind === 'honorarium' ? 'honorarium' : line.kind === 'perDiem' ? 'perDiem' : 'travel',
    roleJa: line.kind === 'honorarium' ? STAFF_ROLE_JA[line.role] : undefined,
    cut: decided?.cut ?? 0,
    provisional: decided?.provisional ?? 0,
  };
}

function labelOf(line: Line, facts: Facts): string {
  const name = line.kind === 'honorarium' ? STAFF_ROLE_JA[line.role] : ACCOUNT_ITEMS[accountItemOf(line)].ja;
  const person = facts.personOf(line)?.nameJa ?? '';
  return line.kind === 'honorarium' ? `${LINE_KIND_JA.honorarium}（${name}） ${person}` : `${name} ${person}`;
}

function payable({ payee, transfer, lines }: Group, facts: Facts, book: Rulebook, paying: Paying): Payable {
  const payOn = transfer?.date ?? paying.payOn ?? facts.asOf;
  const record = paying.payees.find((one) => one.key === payee.key);
  const figures = withholdingFigures(book, payOn, paying.travelChoices);
  const gross = sum(lines.map((line) => line.amount));
  const honorarium = sum(lines.filter((line) => line.kind === 'honorarium').map((line) => line.amount));
  const tax = taxOf(payee, lines, record?.withholding, figures);
  const net = tax.state === 'confirm' ? undefined : gross - (tax.state === 'withheld' ? tax.amount : 0);
  return {
    payee,
    lines,
    honorarium,
    travel: gross - honorarium,
    gross,
    tax,
    net,
    account: record?.account,
    fee: transfer ? paidFee(transfer, facts) : feeOf(net, record?.account, paying.feeTerms),
    transfer,
    payOn,
    figures,
    work: workOf(lines, gross, tax, net),
    citations: tax.state === 'none' ? [] : (figures?.citations ?? []),
  };
}

/** As recorded with the transfer, else as it is claimed. */
function paidFee(transfer: Transfer, facts: Facts): Yen | undefined {
  if (transfer.method !== 'bankTransfer') return 0;
  const claimed = facts.linesPaidBy(transfer.id).find((line) => line.kind === 'transferFee');
  return transfer.fee ?? claimed?.fee;
}

function feeOf(net: Yen | undefined, account: BankAccount | undefined, terms: FeeTerms | undefined): Yen | undefined {
  return net === undefined || !account || !terms ? undefined : transferFee(net, account, terms);
}

function workOf(lines: readonly PayableLine[], gross: Yen, tax: Tax, net: Yen | undefined): WorkStep[] {
  return [
    ...lines.map((line) => ({ labelJa: line.labelJa, amount: line.amount, line: line.id })),
    { labelJa: '支給額の合計', amount: gross },
    ...(tax.state === 'withheld' ? tax.work : [{ labelJa: '源泉徴収', textJa: tax.reasonJa }]),
    net === undefined ? { labelJa: '差引振込額', textJa: '要確認' } : { labelJa: '差引振込額', amount: net },
  ];
}
