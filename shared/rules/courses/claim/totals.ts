/** 集計: what is left per line, per 科目 and in all, after every other rule on money. */
import { ACCOUNT_JA } from '../../../model/case/account.js';
import { yen } from '../../../money.js';
import { type Ask, rule } from '../../engine/rule.js';
import { accountTotals, addAmounts, type Amounts, amountsOf } from '../../engine/totals.js';
import { cutAndHold, note } from '../../engine/verdict.js';

function amountsByLine(ask: Ask): ReadonlyMap<string, Amounts> {
  return new Map(ask.facts.lines.map((line) => [line.id, amountsOf(ask.standing(line.id))]));
}

/** 科目別・合計の対象額と、請求との差。 */
export const sums = rule({
  id: 'CLM-SUM-01',
  clause: '基準要項 6・9(1)',
  stage: 'totals',
  on: 'course',
  check(_course, ask) {
    const byLine = amountsByLine(ask);
    const total = addAmounts(byLine.values());
    const name = ask.facts.isReport ? '対象実績額' : '対象額';
    return note(
      `${name}の合計は${yen(total.eligible)}です（請求${yen(total.claimed)}、減額${yen(total.cut)}、保留${yen(total.provisional)}）`,
      {
        work: [
          ...accountTotals(ask.facts, byLine)
            .filter((amounts) => amounts.claimed > 0)
            .map((amounts) => ({
              labelJa: ACCOUNT_JA[amounts.account],
              amount: amounts.eligible,
              textJa: `請求 ${yen(amounts.claimed)}`,
            })),
          { labelJa: '合計', amount: total.eligible, textJa: `請求 ${yen(total.claimed)}` },
        ],
      },
    );
  },
});

/** 単価基準の上限を超えた分。Stands once beside the rules that have cut a line down without taking all of it. */
export const limitExcess = rule({
  id: 'CLM-LIM-01',
  clause: '基準要項 9(3)',
  stage: 'totals',
  on: 'line',
  check(line, ask) {
    const { claimed, afterCuts, eligible } = ask.standing(line.id);
    if (afterCuts === claimed || afterCuts === 0) return undefined;
    return cutAndHold(
      { leaves: afterCuts, until: eligible },
      `請求${yen(claimed)}のうち${yen(afterCuts)}までが単価基準の範囲です。超えた${yen(claimed - afterCuts)}は委託対象外です`,
      {
        limit: afterCuts,
        work: [
          { labelJa: '請求', amount: claimed },
          { labelJa: '上限を超えた分・対象外の分', amount: afterCuts - claimed },
          { labelJa: '単価基準の範囲', amount: afterCuts },
        ],
        remedyJa: '超えた分は団体の負担として扱います。金額の誤りなら明細を直します',
      },
    );
  },
});
