/** 受講料を納める人: whether the right ones are in the count. The guide does not say who is charged again (DEC-08). */
import { type Ask, rule } from '../../engine/rule.js';
import type { EnrolledParticipant } from '../../engine/subjects.js';
import { warn, type Verdict } from '../../engine/verdict.js';
import { headsOf, isNewParticipant, isPastYear, payerHeads, standing } from './heads.js';

/** 過年度受講者・免除の方と受講料。 */
export const payersAgree = rule({
  id: 'PAY-FEE-06',
  clause: '5.(1)',
  stage: 'settlement',
  on: 'course',
  at: 'application',
  check(_course, ask) {
    if (!ask.facts.isCommissioned) return undefined;
    return [...standing(ask.facts).flatMap((enrolled) => ofPerson(enrolled, ask)), ...ofPayments(ask)];
  },
});

const REMEDY = '受講料の要否を日本スポーツ協会に確かめ、名簿の「受講料を納める」を改めます';

function ofPerson(enrolled: EnrolledParticipant, ask: Ask): Verdict[] {
  const { enrollment, participant } = enrolled;
  const isNew = isNewParticipant(enrolled, ask);
  if (enrollment.isPayer === undefined || enrollment.isPayer === isNew) return [];
  const at = { person: participant.id };
  if (isNew) {
    return [
      warn(`${participant.nameJa}は新規の受講者ですが、受講料を納める人に入っていません`, { at, remedyJa: REMEDY }),
    ];
  }
  const whyJa = isPastYear(enrollment, ask.facts) ? '過年度受講者' : '受講者に数えない方（免除など）';
  return [warn(`${participant.nameJa}は${whyJa}ですが、受講料を納める人に入っています`, { at, remedyJa: REMEDY })];
}

/** The heads of the payments against those of the list. */
function ofPayments(ask: Ask): Verdict[] {
  const paid = headsOf('courseFee', ask.facts);
  const heads = ask.facts.enrolled.length === 0 ? undefined : payerHeads(ask);
  if (paid === undefined || heads === undefined || paid === heads.count) return [];
  return [
    warn(`納入の記録は${paid}名分ですが、名簿で受講料を納める人は${heads.count}名です`, {
      work: [
        { labelJa: '納入の記録', textJa: `${paid}名` },
        { labelJa: '名簿（過年度受講者・免除の方を除く）', textJa: `${heads.count}名` },
      ],
      remedyJa: '名簿と納入の記録を照らし合わせ、過年度受講者・免除の方の受講料の要否を確かめます',
    }),
  ];
}
