/** 委託講習会から独自講習会への変更: two papers, the deadline of a 独自 course, and the money that has already moved. */
import { longDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import type { Facts } from '../../facts/facts.js';
import { hasConversionNotice, isConverting } from '../../facts/conversion.js';
import { independentPostingDue } from '../../facts/due-dates.js';
import { rule } from '../../engine/rule.js';
import { confirm, warn, type WorkStep } from '../../engine/verdict.js';

/** 変更届と独自講習会の申請書。 */
export const conversionPapers = rule({
  id: 'CHG-CNV-01',
  clause: '4.(4)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts: { course } }) {
    if (!isConverting(course)) return undefined;
    const missing = [
      ...(hasConversionNotice(course) ? [] : ['変更届']),
      ...(course.conversion?.newApplicationSubmittedOn === undefined ? ['独自講習会の申請書'] : []),
    ];
    if (missing.length === 0) return undefined;
    return warn(
      `独自講習会への変更には変更届と独自講習会の申請書の両方が必要です。${missing.join('と')}の記録がありません`,
      {
        remedyJa: '提出したら、それぞれの提出日を記録します。両方がそろうまで変更は済みません',
      },
    );
  },
});

/** 独自講習会としての申請期限。 */
export const conversionInTime = rule({
  id: 'CHG-CNV-02',
  clause: '4.(1)(4)',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    const { course, asOf } = ask.facts;
    if (!isConverting(course)) return undefined;
    const due = independentPostingDue(ask.facts, ask.figure);
    const submitted = course.conversion?.newApplicationSubmittedOn;
    if (due === undefined) {
      if (submitted === undefined) return undefined;
      return confirm(
        `講習会の開始日が決まっていないため、独自講習会の申請書（${longDateJa(submitted)}）が期限に間に合っているか確かめられません`,
        { remedyJa: '日程か開始日を入れます' },
      );
    }
    if ((submitted ?? asOf) <= due) return undefined;
    const whenJa =
      submitted === undefined
        ? `${longDateJa(asOf)}の時点で提出の記録がありません`
        : `提出は${longDateJa(submitted)}です`;
    return warn(
      `独自講習会の申請期限（${longDateJa(due)}、開始の${ask.figure('course.application.independentMonths')}か月前）を過ぎています。${whenJa}`,
      { remedyJa: '独自講習会として承認されるか、日本スポーツ協会に確かめます' },
    );
  },
});

/** すでに動いたお金。 */
export const conversionMoney = rule({
  id: 'CHG-CNV-03',
  clause: '4.(4)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    if (!isConverting(facts.course)) return undefined;
    const work = [...paidFees(facts), ...receivedAdvance(facts)];
    if (work.length === 0) return undefined;
    return warn(
      `独自講習会への変更の前に${work.map(({ labelJa }) => labelJa).join('と')}があります。その扱いは手引きに定めがありません`,
      { work, remedyJa: '返金・返納の要否と額を日本スポーツ協会に確かめ、額は手で入れます' },
    );
  },
});

/** 受講料 that is already with 日本スポーツ協会: by the payments, else by the list of 受講者. */
function paidFees(facts: Facts): WorkStep[] {
  const paid = (facts.case.payments ?? []).filter(({ kind, paidOn }) => kind === 'courseFee' && paidOn !== undefined);
  const labelJa = '納入済みの受講料';
  if (paid.length > 0) return [{ labelJa, amount: paid.reduce((total, { amount }) => total + amount, 0) }];
  const heads = facts.enrolled.filter(({ enrollment }) => enrollment.feePaidOn !== undefined).length;
  return heads === 0 ? [] : [{ labelJa, textJa: `${heads}名分` }];
}

function receivedAdvance({ course, case: value }: Facts): WorkStep[] {
  const labelJa = '受領済みの概算払';
  const recorded = (value.payments ?? []).find(({ kind, paidOn }) => kind === 'advance' && paidOn !== undefined);
  const amount = course.advanceReceived ?? recorded?.amount;
  if (amount !== undefined && amount > 0) return [{ labelJa, amount, textJa: yen(amount) }];
  return course.advanceReceivedOn === undefined ? [] : [{ labelJa, textJa: '額の記録なし' }];
}
