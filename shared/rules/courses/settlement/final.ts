/** 確定額・残額・返納. The final amount is 日本スポーツ協会's to fix; until then it is what follows from the claim. */
import { longDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import { payoutDueJa } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, note, warn, type WorkStep } from '../../engine/verdict.js';

/** 「確定額」 once it is fixed, before that 「確定見込額」. */
function finalNameJa({ course }: Facts): string {
  return course.finalAmount === undefined ? '確定見込額' : '確定額';
}

type Difference = {
  readonly final: number;
  readonly advance: number;
  readonly received: boolean;
  readonly work: readonly WorkStep[];
};

/** Final amount against the advance; undefined while either is unknown. */
function difference(ask: Ask): Difference | undefined {
  const { finalAmount, advance } = ask.settlement();
  if (!ask.facts.isCommissioned || finalAmount === null || advance === null) return undefined;
  const received = ask.facts.course.advanceReceived !== undefined;
  return {
    final: finalAmount,
    advance,
    received,
    work: [
      { labelJa: finalNameJa(ask.facts), amount: finalAmount },
      { labelJa: received ? '概算払（受領額）' : '概算払（計算額）', amount: advance },
    ],
  };
}

/** 残額。 */
export const balance = rule({
  id: 'PAY-FIN-01',
  clause: '基準要項 8⑩',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const amounts = difference(ask);
    if (!amounts || amounts.final < amounts.advance) return undefined;
    const rest = amounts.final - amounts.advance;
    return note(
      `残額は${yen(rest)}です（${finalNameJa(ask.facts)}${yen(amounts.final)} − 概算払${yen(amounts.advance)}）`,
      { work: [...amounts.work, { labelJa: '残額', amount: rest }] },
    );
  },
});

/** 残額の交付予定日。 */
export const balanceDay = rule({
  id: 'PAY-FIN-02',
  clause: '基準要項 8⑪・流れ図※2',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const due = ask.settlement().balanceDueOn;
    const fixedOn = ask.facts.course.finalAmountFixedOn;
    if (!ask.facts.isCommissioned || due === null || fixedOn === undefined) return undefined;
    return note(
      `残額の交付予定日は${longDateJa(due)}です（${longDateJa(fixedOn)}に金額が確定、その${payoutDueJa(ask.limit('settlement.balance.months'))}）`,
    );
  },
});

/** 残額の最終交付日。 */
export const balanceLastDay = rule({
  id: 'PAY-FIN-03',
  clause: '基準要項 8⑪',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const due = ask.settlement().balanceDueOn;
    if (!ask.facts.isCommissioned || due === null) return undefined;
    const lastDay = ask.figure('settlement.balance.lastDay');
    if (due <= lastDay) return undefined;
    return warn(
      `残額の交付予定日（${longDateJa(due)}）が最終交付日（${longDateJa(lastDay)}）より後になります。交付されるか確かめてください`,
      { remedyJa: '日本スポーツ協会に交付日を確かめます' },
    );
  },
});

/** 確定額が概算払に届かないときの返納。 */
export const refund = rule({
  id: 'PAY-FIN-04',
  clause: '基準要項 8⑫',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const amounts = difference(ask);
    if (!amounts || amounts.final >= amounts.advance) return undefined;
    const due = amounts.advance - amounts.final;
    const short = `${finalNameJa(ask.facts)}${yen(amounts.final)}が概算払${yen(amounts.advance)}に届`;
    return warn(
      amounts.received
        ? `${short}かないため、差額${yen(due)}の返納が必要です`
        : `${short}きません。概算払を受け取っているときは差額${yen(due)}の返納が必要です`,
      {
        work: [...amounts.work, { labelJa: '返納額', amount: due }],
        remedyJa: '日本スポーツ協会の請求を待って返納します。返納の振込手数料は対象になりません',
      },
    );
  },
});

/** 確定見込額: 対象実績か契約額の小さい方から減額を引く。 */
export const finalAmount = rule({
  id: 'PAY-FIN-06',
  clause: '基準要項 6',
  stage: 'settlement',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const { contractAmount, finalAmount: final } = ask.settlement();
    if (!ask.facts.isCommissioned || contractAmount === null || final === null) return undefined;
    const { eligible } = ask.totals();
    const over = eligible - contractAmount;
    const work: WorkStep[] = [
      { labelJa: '対象実績', amount: eligible },
      { labelJa: '契約額', amount: contractAmount },
      ...estimate(Math.min(eligible, contractAmount), ask.facts),
      { labelJa: finalNameJa(ask.facts), amount: final },
    ];
    const result = `${finalNameJa(ask.facts)}は${yen(final)}です`;
    if (over <= 0) return note(`${result}（対象実績${yen(eligible)}、契約額${yen(contractAmount)}）`, { work });
    return confirm(
      `対象実績${yen(eligible)}が契約額${yen(contractAmount)}を${yen(over)}超えています。超えた分の扱いを確かめてください。${result}`,
      { work, remedyJa: '超えた分は契約額までとして計算しています。扱いを日本スポーツ協会に確かめます' },
    );
  },
});

/** How the estimate comes about; an amount that is fixed has its reduction already in it. */
function estimate(smaller: number, { course }: Facts): WorkStep[] {
  if (course.finalAmount !== undefined) return [];
  const reduction = course.reductionByJspo ?? 0;
  return [
    { labelJa: '小さい方', amount: smaller },
    ...(reduction > 0 ? [{ labelJa: '日本スポーツ協会による減額', amount: -reduction }] : []),
  ];
}
