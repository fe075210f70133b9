/** 講習会の実施内容: the hours of the カリキュラム, and the details that each 中央競技団体 sets. */
import { hoursJa } from '../../../dates.js';
import { itemHours } from '../../facts/item-hours.js';
import { rule } from '../../engine/rule.js';
import { confirm, note, type Verdict, warn } from '../../engine/verdict.js';

/** 実績とカリキュラムの時間数。 */
export const heldHours = rule({
  id: 'IMP-CUR-01',
  clause: '6.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, { facts }) {
    if (facts.sessions.length === 0) return undefined;
    return itemHours(facts).flatMap(({ item, set, possible }): Verdict[] => {
      if (set >= item.groupMinutes) return [];
      const work = [
        { labelJa: 'カリキュラム', textJa: hoursJa(item.groupMinutes) },
        { labelJa: '実績', textJa: hoursJa(set) },
        ...(possible > set ? [{ labelJa: '講習形態が決まっていない時間', textJa: hoursJa(possible - set) }] : []),
      ];
      if (possible >= item.groupMinutes) {
        return [
          confirm(`「${item.nameJa}」は講習形態が決まっていない時間を入れて、カリキュラムの時間数になります`, {
            work,
            remedyJa: '日程の講習形態を選びます',
          }),
        ];
      }
      return [
        warn(`「${item.nameJa}」の実績がカリキュラムの時間数に${hoursJa(item.groupMinutes - possible)}足りません`, {
          work,
          remedyJa: '実施した時間が日程から抜けていれば入れます。足りないときは日本スポーツ協会に扱いを確かめます',
        }),
      ];
    });
  },
});

/** 実施内容の詳細は各競技団体に確認。 */
export const detailsAsked = rule({
  id: 'IMP-DTL-01',
  clause: '6.(1)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    const { subject, competition } = facts.course;
    if (subject !== 'specialty' || competition?.guidelineChecked === true) return undefined;
    return note('実施内容の詳細（競技ごとの実施要領）を中央競技団体に確かめた記録がありません', {
      confirm: true,
      remedyJa: '中央競技団体に実施内容を確かめ、確認済みと記録します',
    });
  },
});
