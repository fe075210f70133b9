/** 申請の日程: in time for the report of a 独自 course, and all the hours of the カリキュラム. */
import { hoursJa, longDateJa } from '../../../dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, type Verdict, warn } from '../../engine/verdict.js';
import { reportDue } from '../../facts/due-dates.js';
import { type ItemHours, itemHours } from '../../facts/item-hours.js';

/** 独自講習会の実施期間。 */
export const independentPeriod = rule({
  id: 'APP-PER-02',
  clause: '6.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { facts } = ask;
    if (facts.isCommissioned || facts.course.reportReceivedOn !== undefined) return undefined;
    const { endDate, asOf } = facts;
    const lastDay = ask.figure('course.report.independentLastDay');
    if (endDate === undefined) return endUnknown(ask);
    if (endDate > lastDay) {
      return warn(
        `講習会の終了日（${longDateJa(endDate)}）が実施報告書の最終締切日（${longDateJa(lastDay)}）より後です`,
        {
          work: [
            { labelJa: '講習会の終了日（検定を含む）', textJa: longDateJa(endDate) },
            { labelJa: '実施報告書の最終締切日', textJa: longDateJa(lastDay) },
          ],
          remedyJa: '実施報告書が期限までに届くように、日程を早めます',
        },
      );
    }
    const due = reportDue(facts, ask.figure) ?? lastDay;
    if (asOf <= due) return undefined;
    return warn(
      `この日程（${longDateJa(endDate)}終了）の実施報告書の期限（${longDateJa(due)}）を過ぎています。今日は${longDateJa(asOf)}です`,
      { remedyJa: '実施報告書を急いで提出します。日程が変わったときは日程を直します' },
    );
  },
});

function endUnknown(ask: Ask): Verdict | undefined {
  if (ask.facts.submittedOn === undefined) return undefined;
  return confirm(
    `講習会の終了日が決まっていないため、実施報告書の最終締切日（${longDateJa(ask.figure('course.report.independentLastDay'))}）に間に合うか確かめられません`,
    { remedyJa: '日程か終了日を入れます' },
  );
}

/** 日程とカリキュラム。 */
export const enoughHours = rule({
  id: 'APP-CUR-01',
  clause: '6.(1)・基準要項 5',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, { facts }) {
    const { curriculum, sessions } = facts;
    if (curriculum.length === 0) return sessions.length === 0 ? undefined : curriculumUnknown();
    if (sessions.length === 0) return facts.submittedOn === undefined ? undefined : scheduleUnknown();
    const hours = itemHours(facts);
    const short = hours.filter(({ item, possible }) => possible < item.groupMinutes);
    const undecided = hours.filter(
      ({ item, set, possible }) => set < item.groupMinutes && possible >= item.groupMinutes,
    );
    return [
      ...(short.length === 0 ? [] : [shortOf(short)]),
      ...(undecided.length === 0 ? [] : [formatUndecided(undecided)]),
    ];
  },
});

function rows(hours: readonly ItemHours[]) {
  return hours.map(({ item, possible }) => ({
    labelJa: item.nameJa,
    textJa: `日程${hoursJa(possible)}／カリキュラム${hoursJa(item.groupMinutes)}`,
  }));
}

function shortOf(hours: readonly ItemHours[]): Verdict {
  const listed = hours.map(({ item, possible }) =>
    possible === 0
      ? `「${item.nameJa}」が日程にない`
      : `「${item.nameJa}」が${hoursJa(item.groupMinutes - possible)}不足`,
  );
  return warn(`日程がカリキュラムの科目・時間数に足りません（${listed.join('、')}）`, {
    work: rows(hours),
    remedyJa: '足りない科目の時間を日程に入れます',
  });
}

function formatUndecided(hours: readonly ItemHours[]): Verdict {
  const names = hours.map(({ item }) => `「${item.nameJa}」`).join('');
  return confirm(`${names}は講習形態が決まっていない時間を入れて、カリキュラムの時間数になります`, {
    work: rows(hours),
    remedyJa: '日程の講習形態を選びます',
  });
}

function curriculumUnknown(): Verdict {
  return confirm('カリキュラムの科目が登録されていないため、日程の時間数が足りるか確かめられません', {
    remedyJa: '実施要領のカリキュラムから科目と集合講習の時間数を入れます',
  });
}

function scheduleUnknown(): Verdict {
  return confirm('日程が登録されていないため、カリキュラムの科目・時間数が足りるか確かめられません', {
    remedyJa: '日程表を入れます',
  });
}
