/** 委託金が支払われない二つの場合: 独自講習会の費用と、最終締切までに届かない報告書. */
import { longDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import { isConverted } from '../../facts/conversion.js';
import { rule } from '../../engine/rule.js';
import { refuse } from '../../engine/verdict.js';

/** 独自講習会（独自への変更が済んだものを含む）の費用は実施団体の負担。 */
export const ownCosts = rule({
  id: 'PAY-OWN-01',
  clause: '4.※2',
  stage: 'gates',
  on: 'course',
  gate: true,
  check(_course, { facts }) {
    if (facts.lines.length === 0) return undefined;
    if (!facts.isCommissioned) {
      return refuse('独自講習会の費用は全額が実施団体の負担です。委託金の対象になる経費はありません', {
        remedyJa: '委託講習会として申請するときは、講習会の区分を「委託」にします',
      });
    }
    if (!isConverted(facts.course)) return undefined;
    return refuse('独自講習会への変更が済んでいるため、費用は全額が実施団体の負担です', {
      remedyJa: '変更届か独自講習会の申請書の記録が誤りなら直します',
    });
  },
});

/** 実施報告書が最終締切日までに届かないと、受領済みの委託金は全額返納。 */
export const reportInTime = rule({
  id: 'PAY-FIN-05',
  clause: '基準要項 8⑬',
  stage: 'gates',
  on: 'course',
  gate: true,
  override: 'lateReportAccepted',
  check(_course, ask) {
    const { course, asOf, isCommissioned } = ask.facts;
    const lastDay = ask.figure('course.report.lastDay');
    const arrived = course.reportReceivedOn;
    if (!isCommissioned || (arrived ?? asOf) <= lastDay) return undefined;
    const whenJa =
      arrived === undefined ? `${longDateJa(asOf)}の時点で届いた記録がありません` : `到着は${longDateJa(arrived)}です`;
    const received = course.advanceReceived ?? 0;
    return refuse(
      `実施報告書の最終締切日（${longDateJa(lastDay)}、原本必着）を過ぎています。${whenJa}。原則として委託対象外となり、受領済みの委託金は全額返納です`,
      {
        work: received > 0 ? [{ labelJa: '返納する概算払', amount: received, textJa: yen(received) }] : [],
        remedyJa: '日本スポーツ協会に相談し、受理が認められたら承認記録を残します',
      },
    );
  },
});
