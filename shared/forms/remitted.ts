/** 納入: when and to which account 受講料 and 受講管理料 are remitted, for the papers that break them down. */
import type { IsoDate } from '../dates.js';
import type { PaymentKind } from '../model/case/payment.js';
import { MissingFigure } from '../rules/engine/figure.js';
import type { Paper } from './paper.js';
import type { CellInput } from './sheet-draft.js';

const ACCOUNTS = {
  commissioned: ['fees.account.commissionedBank', 'fees.account.commissionedNumber'],
  independent: ['fees.account.independentBank', 'fees.account.independentNumber'],
} as const;

/** The account is shown only after somebody has compared it with the official notice. */
export function accountJa({ facts, book }: Paper): string {
  if (facts.course.settings?.bankAccountVerified !== true) return '振込先：口座は公式通知で確認';
  const words = ACCOUNTS[facts.course.delivery].map((key) => {
    try {
      return String(book.read(key, facts.figureDay).value);
    } catch (error) {
      if (error instanceof MissingFigure) return '基準が未設定';
      throw error;
    }
  });
  return `振込先：${words.join(' ')}（公式通知で確認済み）`;
}

/** The last recorded day on which something of the kind was paid. */
export function paidOn(kind: PaymentKind, { facts }: Paper): IsoDate | undefined {
  return (facts.case.payments ?? [])
    .filter((payment) => payment.kind === kind)
    .flatMap((payment) => payment.paidOn ?? [])
    .sort()
    .at(-1);
}

/** 納入日 as a cell that may be typed over. */
export function paidOnCell(day: IsoDate | undefined): CellInput {
  return { value: day ?? '', look: 'input', ...(day === undefined ? { format: 'text' } : {}) };
}
