/** 申請書の期限: how many days are left, and whether the paper is there. The gate itself is APP-DL-01. */
import { daysBetween, type IsoDate, isWeekend, longDateJa, weekdayJa } from '../../../dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, note, type Verdict, warn } from '../../engine/verdict.js';
import { applicationDue, safeDay } from '../../facts/due-dates.js';
import { isCalledOff } from './called-off.js';

/** 独自講習会の申請期限。 */
export const independentApplication = rule({
  id: 'APP-DL-02',
  clause: '4.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  override: 'lateApplicationAccepted',
  check(_course, ask) {
    const { facts } = ask;
    if (facts.isCommissioned) return undefined;
    const due = applicationDue(facts, ask.figure);
    const arrived = facts.course.applicationReceivedOn;
    if (due === undefined) return startUnknown(facts.submittedOn);
    if ((arrived ?? facts.asOf) <= due) return undefined;
    return arrived === undefined ? notArrived(due, facts.asOf) : arrivedLate(due, arrived);
  },
});

const LATE_REMEDY =
  '承認されるか日本スポーツ協会に確かめ、受理されたら承認記録を残します。日付の誤りなら到着日を直します';

function arrivedLate(due: IsoDate, arrived: IsoDate): Verdict {
  return warn(`独自講習会の申請書（${longDateJa(arrived)}到着）が期限（${longDateJa(due)}）を過ぎています`, {
    work: [
      { labelJa: '申請書の期限', textJa: longDateJa(due) },
      { labelJa: '到着日', textJa: longDateJa(arrived) },
      { labelJa: '遅れ', textJa: `${daysBetween(due, arrived)}日` },
    ],
    remedyJa: LATE_REMEDY,
  });
}

function notArrived(due: IsoDate, today: IsoDate): Verdict {
  return confirm(
    `独自講習会の申請期限（${longDateJa(due)}）を${daysBetween(due, today)}日過ぎましたが、申請書の到着が記録されていません`,
    { remedyJa: LATE_REMEDY },
  );
}

function startUnknown(submittedOn: IsoDate | undefined): Verdict | undefined {
  if (submittedOn === undefined) return undefined;
  return confirm(
    `講習会の開始日が決まっていないため、申請書（${longDateJa(submittedOn)}）が期限に間に合っているか確かめられません`,
    { overridable: false, remedyJa: '日程か開始日を入れます' },
  );
}

/** 申請書は原本必着。 */
export const originalArrived = rule({
  id: 'APP-DL-03',
  clause: '基準要項 3',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const { applicationSentOn, applicationReceivedOn, applicationIsOriginal } = facts.course;
    if (!facts.isCommissioned || facts.submittedOn === undefined) return undefined;
    if (applicationIsOriginal === false) {
      return warn('届いた申請書は写しです。委託講習会の申請書は原本必着です', {
        remedyJa: '原本を送り、届いた日を記録します',
      });
    }
    if (applicationReceivedOn === undefined) {
      const sentJa = applicationSentOn === undefined ? '' : `（${longDateJa(applicationSentOn)}発送）`;
      return warn(`申請書${sentJa}の到着が記録されていません。申請書は原本必着です`, {
        remedyJa: '日本スポーツ協会に着いた日を確かめて記録します',
      });
    }
    if (applicationIsOriginal === true) return undefined;
    return confirm(
      `${longDateJa(applicationReceivedOn)}に届いた申請書が原本かどうか、記録がありません。申請書は原本必着です`,
      { remedyJa: '原本を送ったか確かめて記録します' },
    );
  },
});

/** 提出期限までの日数。 */
export const daysLeft = rule({
  id: 'APP-DL-04',
  clause: '4.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { facts } = ask;
    const due = applicationDue(facts, ask.figure);
    if (due === undefined || isCalledOff(facts)) return undefined;
    const safe = safeDay(due, facts.course.settings?.safetyDays ?? ask.limit('course.deadline.safetyDays'));
    const arrived = facts.course.applicationReceivedOn;
    const closedJa = arrived === undefined ? closedDayJa(due, ask) : undefined;
    const sentence = arrived === undefined ? leftJa(due, safe, facts.asOf) : arrivedJa(due, arrived);
    return note(closedJa === undefined ? sentence : `${sentence}。期限の日は${closedJa}ですが、期限は動きません`, {
      confirm: closedJa !== undefined,
      work: [
        { labelJa: '申請書の期限', textJa: dayJa(due) },
        { labelJa: '安全日（目標にする日）', textJa: dayJa(safe) },
        arrived === undefined
          ? { labelJa: '今日', textJa: dayJa(facts.asOf) }
          : { labelJa: '到着日', textJa: dayJa(arrived) },
      ],
      ...(closedJa === undefined ? {} : { remedyJa: `安全日の${dayJa(safe)}までに届くように送ります` }),
    });
  },
});

function leftJa(due: IsoDate, safe: IsoDate, today: IsoDate): string {
  const left = daysBetween(today, due);
  if (left < 0) return `申請書の期限（${dayJa(due)}）を${-left}日過ぎています`;
  if (left === 0) return `申請書の期限は今日（${dayJa(due)}）です`;
  return `申請書の期限（${dayJa(due)}）まであと${left}日です（安全日は${dayJa(safe)}）`;
}

function arrivedJa(due: IsoDate, arrived: IsoDate): string {
  const left = daysBetween(arrived, due);
  const when = left < 0 ? `期限の${-left}日後` : left === 0 ? '期限の日' : `期限の${left}日前`;
  return `申請書は${dayJa(arrived)}に届いています（期限は${dayJa(due)}、${when}）`;
}

/** 「土曜日」「日曜日」「祝日」; undefined on a working day. */
function closedDayJa(day: IsoDate, ask: Ask): string | undefined {
  if (isWeekend(day)) return `${weekdayJa(day)}曜日`;
  return ask.figure('application.calendar.holidays').includes(day) ? '祝日' : undefined;
}

function dayJa(day: IsoDate): string {
  return `${longDateJa(day)}（${weekdayJa(day)}）`;
}
