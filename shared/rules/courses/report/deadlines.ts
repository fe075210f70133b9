/** 実施報告書の期限. What the last day of a 委託 course costs is PAY-FIN-05; here nothing is cut. */
import { type IsoDate, longDateJa } from '../../../dates.js';
import { reportDue } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import { rule } from '../../engine/rule.js';
import { confirm, type Verdict, warn } from '../../engine/verdict.js';

/** 委託講習会。 */
export const commissionedReport = rule({
  id: 'RPT-DL-01',
  clause: '7.(1)・基準要項 8⑦',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const { facts } = ask;
    if (!facts.isCommissioned) return undefined;
    const due = reportDue(facts, ask.figure);
    const lastDay = ask.figure('course.report.lastDay');
    if (arrivalOf(facts) > lastDay) return undefined;
    if (due === undefined) return endUnknown(facts);
    return late(due, facts, `最終締切日（${longDateJa(lastDay)}）までに受理されるか日本スポーツ協会に確かめます`);
  },
});

/** 独自講習会。 */
export const independentReport = rule({
  id: 'RPT-DL-02',
  clause: '7.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const { facts } = ask;
    if (facts.isCommissioned) return undefined;
    const due = reportDue(facts, ask.figure);
    return due === undefined ? endUnknown(facts) : late(due, facts, '受理されるか日本スポーツ協会に確かめます');
  },
});

/** The day of arrival, and today while it has not arrived. */
function arrivalOf({ course, asOf }: Facts): IsoDate {
  return course.reportReceivedOn ?? asOf;
}

function late(due: IsoDate, facts: Facts, remedyJa: string): Verdict | undefined {
  if (arrivalOf(facts) <= due) return undefined;
  const arrived = facts.course.reportReceivedOn;
  const deliveryJa = facts.isCommissioned ? '実施報告書' : '独自講習会の実施報告書';
  return warn(
    arrived === undefined
      ? `${deliveryJa}の期限（${longDateJa(due)}）を過ぎましたが、到着が記録されていません`
      : `${deliveryJa}の到着（${longDateJa(arrived)}）が期限（${longDateJa(due)}）を過ぎています`,
    {
      work: [
        { labelJa: '実施報告書の期限', textJa: longDateJa(due) },
        { labelJa: arrived === undefined ? '今日' : '到着日', textJa: longDateJa(arrived ?? facts.asOf) },
      ],
      remedyJa,
    },
  );
}

/** A report on record cannot be called in time while nobody knows when the course ended. */
function endUnknown({ course }: Facts): Verdict | undefined {
  const day = course.reportReceivedOn ?? course.reportSentOn;
  if (day === undefined) return undefined;
  return confirm(
    `講習会の終了日が決まっていないため、実施報告書（${longDateJa(day)}）が期限に間に合っているか確かめられません`,
    { remedyJa: '日程か終了日を入れます' },
  );
}

/** 報告書は原本必着。 */
export const originalReport = rule({
  id: 'RPT-DL-03',
  clause: '基準要項 3',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    const { reportSentOn, reportReceivedOn, reportIsOriginal } = facts.course;
    if (!facts.isCommissioned) return undefined;
    if (reportIsOriginal === false) {
      return warn('届いた実施報告書は写しです。委託講習会の報告書は原本必着です', {
        remedyJa: '原本を送り、届いた日を記録します',
      });
    }
    if (reportReceivedOn !== undefined)
      return reportIsOriginal === true ? undefined : originalUnknown(reportReceivedOn);
    const sentJa = reportSentOn === undefined ? '' : `（${longDateJa(reportSentOn)}発送）`;
    return warn(`実施報告書${sentJa}の原本の到着日が記録されていません。報告書は原本必着です`, {
      remedyJa: '日本スポーツ協会に着いた日を確かめて記録します',
    });
  },
});

function originalUnknown(receivedOn: IsoDate): Verdict {
  return confirm(`${longDateJa(receivedOn)}に届いた実施報告書が原本かどうか、記録がありません。報告書は原本必着です`, {
    remedyJa: '原本を送ったか確かめて記録します',
  });
}
