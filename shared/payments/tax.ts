/** Whether tax is withheld from a payment, and from how much of it. */
import { sum, type Yen } from '../money.js';
import type { WorkStep } from '../rules/engine/verdict.js';
import type { Payee, PayeeRecord } from './payee.js';
import type { WithholdingFigures } from './payment-figures.js';
import { withheldFrom, withholdingWork } from './withholding.js';

/** A line of a payment as far as the tax is concerned. */
export type PaidPart = {
  readonly kind: 'honorarium' | 'travel' | 'perDiem';
  readonly amount: Yen;
  /** 区分 of a 謝金. */
  readonly roleJa: string | undefined;
};

export type Withheld = { readonly base: Yen; readonly amount: Yen; readonly work: readonly WorkStep[] };

export type Tax =
  | ({ readonly state: 'withheld' } & Withheld)
  | { readonly state: 'none'; readonly reasonJa: string }
  /** 要確認; `ifWithheld` is what it would be, where the book holds the figures. */
  | { readonly state: 'confirm'; readonly reasonJa: string; readonly ifWithheld: Withheld | undefined };

/** Withheld from 教授・指導料 of a person, never from what goes to a 所属先; whatever is open is asked, not passed. */
export function taxOf(
  payee: Payee,
  parts: readonly PaidPart[],
  answer: PayeeRecord['withholding'],
  figures: WithholdingFigures | undefined,
): Tax {
  if (payee.kind === 'employer') return { state: 'none', reasonJa: '所属先へ払うため、源泉徴収はしません' };
  if (answer === 'none') return { state: 'none', reasonJa: '報酬にあたらないことを確認済みです' };
  if (!figures) {
    return { state: 'confirm', reasonJa: '支払日の源泉徴収の税率が基準にありません', ifWithheld: undefined };
  }
  const withheld = withheldOf(parts, figures);
  const reasonJa = answer === 'withhold' ? undefined : openQuestion(payee, parts, figures);
  return reasonJa === undefined
    ? { state: 'withheld', ...withheld }
    : { state: 'confirm', reasonJa, ifWithheld: withheld };
}

/** The tax with and without what is not 謝金 in its base. */
export function withheldOf(parts: readonly PaidPart[], figures: WithholdingFigures): Withheld {
  const taxed = parts.filter((part) => part.kind === 'honorarium' || figures.includesTravel);
  const base = sum(taxed.map((part) => part.amount));
  return { base, amount: withheldFrom(base, figures), work: withholdingWork(base, figures) };
}

function openQuestion(payee: Payee, parts: readonly PaidPart[], figures: WithholdingFigures): string | undefined {
  if (payee.kind === 'unknown') return '本人と所属先のどちらへ払うかが未確認です';
  const fees = parts.filter((part) => part.kind === 'honorarium');
  if (fees.length === 0) return '謝金のない旅費・日当だけの支払です。報酬や給与にあたらないか確かめてください';
  const others = [...new Set(fees.flatMap(({ roleJa }) => (isTaught(roleJa, figures) ? [] : [roleJa ?? ''])))];
  if (others.length === 0) return undefined;
  return `${others.join('・')}の謝金が源泉徴収の対象になるか、税務署に確かめてください`;
}

function isTaught(roleJa: string | undefined, { roles }: WithholdingFigures): boolean {
  return roleJa !== undefined && roles.includes(roleJa);
}
