/** 受講管理料: what a 独自 course remits for each new participant. */
import { grouped, yen } from '../../../money.js';
import { rule } from '../../engine/rule.js';
import { note, warn } from '../../engine/verdict.js';
import { isNewParticipant, newHeads, standing } from './heads.js';
import { doubtOptions, REMITTED_JA } from './remitted.js';

/** 受講管理料の額。 */
export const managementFee = rule({
  id: 'PAY-MGT-01',
  clause: '4.※2・5.(2)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    if (ask.facts.isCommissioned) return undefined;
    const heads = newHeads(ask);
    if (heads === undefined) return undefined;
    const fee = ask.limit('fees.management');
    const amount = heads.count * fee;
    return note(`受講管理料は${yen(amount)}です（${yen(fee)}（税込） × 新規受講者${heads.count}名）`, {
      work: [
        { labelJa: `受講管理料 ${heads.count}名 × ${grouped(fee)}`, amount },
        { labelJa: REMITTED_JA, amount },
      ],
      ...doubtOptions(heads.doubtJa === undefined ? [] : [heads.doubtJa]),
    });
  },
});

/** 共通科目Ⅱと専門科目の両方の独自講習会で新規となる受講者。 */
export const countedTwice = rule({
  id: 'PAY-MGT-02',
  clause: '4.※2',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { course, isCommissioned } = ask.facts;
    if (isCommissioned || course.level !== 'coach2') return undefined;
    const others = new Set(course.otherIndependentParticipantIds ?? []);
    return standing(ask.facts)
      .filter((enrolled) => others.has(enrolled.participant.id) && isNewParticipant(enrolled, ask))
      .map(({ participant }) =>
        warn(
          `${participant.nameJa}はほかの独自講習会（共通科目か専門科目）でも新規受講者です。受講管理料を両方で数えるかどうか、手引きに定めがありません`,
          {
            at: { person: participant.id },
            remedyJa: '人数の数え方を日本スポーツ協会に確かめます。この計算では講習会ごとに数えています',
          },
        ),
      );
  },
});
