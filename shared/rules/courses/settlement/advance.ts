/** 概算払: how much, when, and whether what arrived agrees. */
import { longDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import { type AdvanceFigures, advanceOf } from '../../settlement.js';
import { payoutDueJa } from '../../facts/due-dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { note, warn, type WorkStep } from '../../engine/verdict.js';

function advanceFigures(ask: Ask): AdvanceFigures {
  return {
    advancePercent: ask.limit('settlement.advance.percent'),
    advanceUnit: ask.limit('settlement.advance.unit'),
  };
}

function advanceWork(contractAmount: number, figures: AdvanceFigures): WorkStep[] {
  return [
    { labelJa: '委託金額', amount: contractAmount },
    {
      labelJa: `${figures.advancePercent}%（${yen(figures.advanceUnit)}未満切捨て）`,
      amount: advanceOf(contractAmount, figures),
    },
  ];
}

/** 概算払額。 */
export const advanceAmount = rule({
  id: 'PAY-ADV-01',
  clause: '基準要項 8④',
  stage: 'settlement',
  on: 'course',
  check(_course, ask) {
    const { contractAmount } = ask.settlement();
    if (!ask.facts.isCommissioned || contractAmount === null) return undefined;
    const figures = advanceFigures(ask);
    const fixed = ask.facts.course.contractAmount !== undefined;
    return note(
      `概算払は${yen(advanceOf(contractAmount, figures))}です（${fixed ? '委託金額' : '委託金額の見込み'}${yen(contractAmount)}の${figures.advancePercent}%、${yen(figures.advanceUnit)}未満切捨て）`,
      { work: advanceWork(contractAmount, figures) },
    );
  },
});

/** 概算払の交付予定日。 */
export const advanceDay = rule({
  id: 'PAY-ADV-02',
  clause: '基準要項 8⑤・流れ図※1',
  stage: 'settlement',
  on: 'course',
  check(_course, ask) {
    const due = ask.settlement().advanceDueOn;
    const fixedOn = ask.facts.course.contractAmountFixedOn;
    if (!ask.facts.isCommissioned || due === null || fixedOn === undefined) return undefined;
    return note(
      `概算払の交付予定日は${longDateJa(due)}です（${longDateJa(fixedOn)}に委託金額が確定、その${payoutDueJa(ask.limit('settlement.advance.months'))}）`,
    );
  },
});

/** 概算払の最終交付日。 */
export const advanceLastDay = rule({
  id: 'PAY-ADV-03',
  clause: '基準要項 8⑤',
  stage: 'settlement',
  on: 'course',
  check(_course, ask) {
    const due = ask.settlement().advanceDueOn;
    if (!ask.facts.isCommissioned || due === null) return undefined;
    const lastDay = ask.figure('settlement.advance.lastDay');
    if (due <= lastDay) return undefined;
    return warn(
      `概算払の交付予定日（${longDateJa(due)}）が最終交付日（${longDateJa(lastDay)}）より後になります。交付されるか確かめてください`,
      { remedyJa: '日本スポーツ協会に交付日を確かめます' },
    );
  },
});

/** 受け取った概算払と計算額。 */
export const advanceAgrees = rule({
  id: 'PAY-ADV-04',
  clause: '基準要項 8④',
  stage: 'settlement',
  on: 'course',
  check(_course, ask) {
    const { contractAmount, advanceReceived } = ask.facts.course;
    if (!ask.facts.isCommissioned || contractAmount === undefined || advanceReceived === undefined) return undefined;
    const figures = advanceFigures(ask);
    const calculated = advanceOf(contractAmount, figures);
    if (advanceReceived === calculated) return undefined;
    return warn(`受け取った概算払（${yen(advanceReceived)}）が計算上の額（${yen(calculated)}）と違います`, {
      work: [...advanceWork(contractAmount, figures), { labelJa: '受領額', amount: advanceReceived }],
      remedyJa: '委託金額と受領額の記録を通知と照らし合わせます',
    });
  },
});
