/** 振込済みの記録: what a payable becomes in the case once its money has gone. */
import type { IsoDate } from '../dates.js';
import type { Line, LineOf } from '../model/case/lines/line.js';
import type { Staff } from '../model/case/staff.js';
import type { Transfer } from '../model/case/transfer.js';
import type { Yen } from '../money.js';
import type { Payable } from './payables.js';
import { printedName } from './printed-name.js';

export type Sent = {
  readonly payable: Payable;
  /** 差引振込額. */
  readonly amount: Yen;
};

/** The payables whose amount is known, as they are sent. */
export function sentOf(payables: readonly Payable[]): Sent[] {
  return payables.flatMap((payable) => (payable.net === undefined ? [] : [{ payable, amount: payable.net }]));
}

/** The transfer of one payable; `payerName` is the contracting organisation as the bank prints it. */
export function recordedTransfer(
  id: string,
  { payable, amount }: Sent,
  staff: readonly Staff[],
  payerName: string,
  date: IsoDate,
): Transfer {
  const { payee, tax, fee } = payable;
  const holder = holderOf(payable, staff);
  return {
    id,
    date,
    payerName,
    payeeName: payee.nameJa,
    ...(holder === undefined ? {} : { accountHolder: holder }),
    amount,
    ...(tax.state === 'withheld' ? { withheldTax: tax.amount } : {}),
    method: 'bankTransfer',
    ...(fee === undefined ? {} : { fee }),
    purpose: 'expense',
  };
}

/** 口座名義 in the spelling that the course knows: banks write ヨ for ョ, and a 所属先 stands in kanji in the course. */
function holderOf({ payee, account }: Payable, staff: readonly Staff[]): string | undefined {
  if (!account) return undefined;
  if (payee.kind === 'employer') return payee.nameJa;
  const person = staff.find((one) => one.id === payee.key);
  const names = [person?.accountHolderKana, person?.nameKana].filter((name) => name !== undefined);
  return names.find((name) => printedName(name) === printedName(account.holderKana)) ?? account.holderKana;
}

/** Lines of 振込手数料 that were foreseen for a payee and have no transfer yet, in their order. */
export function openFeeLines(payable: Payable, lines: readonly Line[]): LineOf<'transferFee'>[] {
  const keys = feeKeys(payable);
  return lines.filter(
    (line): line is LineOf<'transferFee'> =>
      line.kind === 'transferFee' && line.transferId === undefined && keys.includes(line.payeeKey),
  );
}

/** The line of 経費 for a fee that nobody has entered. */
export function feeLine(id: string, payable: Payable, fee: Yen, transferId: string): LineOf<'transferFee'> {
  const payeeKey = feeKeys(payable)[0] ?? payable.payee.nameJa;
  return { id, kind: 'transferFee', account: 'misc', payeeKey, fee, actual: fee, transferId };
}

/** How the lines of fees name a payee: people by their id, bodies by name. */
function feeKeys({ payee, lines }: Payable): string[] {
  return payee.kind === 'employer'
    ? [payee.nameJa, ...new Set(lines.map(({ staffId }) => staffId))]
    : [payee.key, payee.nameJa];
}
