/** 残額の見込: what is still to be paid, or to be paid back, by the claim as it stands and with the missing papers. */
import { grouped, type Yen } from '../../../shared/money.js';
import { addAmounts } from '../../../shared/rules/engine/totals.js';
import type { Claims } from './use-claims.js';

export type Outlook = {
  readonly labelJa: string;
  readonly amount: Yen | undefined;
  readonly noteJa: string;
  /** 契約額, where one is recorded or, at 申請, what would be contracted. */
  readonly contract: Yen | undefined;
};

/** At 申請 the 概算払 that the plan would bring; at 報告 the balance or the refund against the 概算払. */
export function outlookOf({ decision, facts }: Pick<Claims, 'decision' | 'facts'>): Outlook {
  const { settlement } = decision;
  const recorded = facts.course.contractAmount;
  if (!facts.isReport) {
    return {
      labelJa: '概算払の見込',
      amount: settlement.advance ?? undefined,
      noteJa: `委託金額 ${grouped(settlement.contractAmount ?? 0)}`,
      contract: recorded,
    };
  }
  const { advance, finalAmount } = settlement;
  if (advance === null || finalAmount === null) {
    return { labelJa: '残額の見込', amount: undefined, noteJa: '契約額が入ると分かります', contract: recorded };
  }
  const { eligible, provisional } = addAmounts(decision.lines);
  const reduction = facts.course.reductionByJspo ?? 0;
  const most = Math.max(Math.min(eligible + provisional, recorded ?? eligible + provisional) - reduction, 0);
  const isFixed = facts.course.finalAmount !== undefined || decision.totals.gatedBy.length > 0;
  const word = isFixed ? '' : 'の見込';
  const rest = finalAmount - advance;
  const noteJa =
    isFixed || provisional === 0 || most === finalAmount ? '' : `証憑がそろえば ${restJa(most - advance, rest < 0)}`;
  return {
    labelJa: `${rest < 0 ? '返納' : '残額'}${word}（概算払 ${grouped(advance)}）`,
    amount: Math.abs(rest),
    noteJa,
    contract: recorded,
  };
}

/** The sign is said in words: a refund that becomes a balance is named. */
function restJa(rest: Yen, isRefund: boolean): string {
  if (isRefund && rest >= 0) return `残額 ${grouped(rest)}`;
  return grouped(Math.abs(rest));
}
