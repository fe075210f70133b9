/** 受講者数の知らせ: beside the ten-person gate, what the numbers at 申請 and at 報告 mean. */
import { type Ask, rule } from '../../engine/rule.js';
import { note, warn } from '../../engine/verdict.js';

/** 申請時の受講者数。 */
export const applicationHeadcount = rule({
  id: 'REC-CNT-02',
  clause: '1.※4',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const heads = ask.headcount().application;
    return heads === undefined ? undefined : note(`申請時の受講者は${heads}名です（過年度受講者を含む）`);
  },
});

/** 10名未満のまま委託で行う講習会。 */
export const fewParticipants = rule({
  id: 'REC-CNT-03',
  clause: '基準要項 6',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    if (!ask.facts.isCommissioned || isStopped(ask)) return undefined;
    const { application, report } = ask.headcount();
    const minimum = ask.limit('course.headcount.minimum');
    const few = [report, application].find((heads) => heads !== undefined && heads < minimum);
    if (few === undefined) return undefined;
    return warn(`受講者が${few}名で${minimum}名に届かないため、委託対象経費の減額を求められる場合があります`, {
      remedyJa: '減額の連絡があったときは、その額を講習会の「減額」に入れます',
    });
  },
});

/** 申請の後に10名を割った講習会。 */
export const fellBelow = rule({
  id: 'REC-CNT-04',
  clause: '1.※4',
  stage: 'procedure',
  on: 'course',
  at: 'report',
  check(_course, ask) {
    const { application, report } = ask.headcount();
    const minimum = ask.limit('course.headcount.minimum');
    if (!ask.facts.isCommissioned || application === undefined || application < minimum) return undefined;
    const few = [report, ask.facts.course.startHeadcount].find((heads) => heads !== undefined && heads < minimum);
    if (few === undefined) return undefined;
    return note(
      `受講者は申請時の${application}名から${few}名になりましたが、申請時に${minimum}名以上だったため、原則として委託のまま扱われます`,
    );
  },
});

/** 独自講習会の人数。 */
export const independentHeadcount = rule({
  id: 'REC-CNT-05',
  clause: '1.(3)',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    return facts.isCommissioned ? undefined : note('独自講習会には受講者の人数の条件がありません');
  },
});

/** 承認された受講者が10名に届かない申請。 */
export const fewApproved = rule({
  id: 'REC-CNT-06',
  clause: '1.(3)※4・3.(1)',
  stage: 'procedure',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    const { application, approved } = ask.headcount();
    if (!ask.facts.isCommissioned || application === undefined || approved === undefined) return undefined;
    const minimum = ask.limit('course.headcount.minimum');
    if (application < minimum || approved >= minimum) return undefined;
    return warn(
      `受講者${application}名のうち、一次承認済みか承認済みは${approved}名で、${minimum}名に達していません（あと${minimum - approved}名）`,
      { remedyJa: '一次承認を進め、受講者名簿の状況を改めます' },
    );
  },
});

/** True where the ten-person gate leaves nothing of the course (REC-CNT-01). */
function isStopped(ask: Ask): boolean {
  const { application } = ask.headcount();
  if (application === undefined || application >= ask.limit('course.headcount.minimum')) return false;
  return ask.facts.course.contractOn === undefined && ask.approval('tenPersonException', {}) === undefined;
}
