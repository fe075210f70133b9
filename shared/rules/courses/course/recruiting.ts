/** 実施希望調査と募集期間: what is settled before anybody applies. */
import { earlier, fiscalYearJa, type IsoDate, longDateJa } from '../../../dates.js';
import { type Ask, rule } from '../../engine/rule.js';
import { confirm, type Verdict, warn, type WorkStep } from '../../engine/verdict.js';
import { applicationDue, primaryApprovalDue } from '../../facts/due-dates.js';

/** 実施希望調査への回答。 */
export const surveyReplied = rule({
  id: 'REC-SVY-01',
  clause: '※その他(3)※2・基準要項 8',
  stage: 'procedure',
  on: 'course',
  check(_course, { facts }) {
    const { surveyReplied: replied, fiscalYear } = facts.course;
    if (replied === true) return undefined;
    const surveyJa = `${fiscalYearJa(fiscalYear)}の実施希望調査`;
    return replied === false
      ? warn(`${surveyJa}に回答していません。委託の対象になる団体は調査の結果で決まります`, {
          remedyJa: '実施できるか日本スポーツ協会に確かめます',
        })
      : confirm(`${surveyJa}に回答した記録がありません。委託の対象になる団体は調査の結果で決まります`, {
          remedyJa: '回答したかどうかを講習会に記録します',
        });
  },
});

/** 募集期間。 */
export const recruitPeriod = rule({
  id: 'REC-PER-01',
  clause: '1.(1)',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    const { recruitStart, recruitEnd } = ask.facts.course;
    if (recruitStart === undefined || recruitEnd === undefined) return periodUnknown(recruitStart, recruitEnd);
    if (recruitStart <= recruitEnd) return undefined;
    return warn(`募集の開始（${longDateJa(recruitStart)}）が締切（${longDateJa(recruitEnd)}）より後になっています`, {
      remedyJa: '募集の開始日と締切日を入れ直します',
    });
  },
});

function periodUnknown(start: IsoDate | undefined, end: IsoDate | undefined): Verdict {
  const missing = [start === undefined ? ['開始日'] : [], end === undefined ? ['締切日'] : []].flat();
  return confirm(`募集の${missing.join('と')}の記録がありません。募集期間は実施団体が決めます`, {
    remedyJa: `募集の${missing.join('と')}を入れます`,
  });
}

/** コーチ1の募集締切: before 一次承認 and before the application. */
export const coach1RecruitEnd = rule({
  id: 'REC-PER-02',
  clause: '1.※2',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    const { level, recruitEnd } = ask.facts.course;
    if (level !== 'coach1' || recruitEnd === undefined) return undefined;
    const approval = primaryApprovalDue(ask.facts, ask.figure);
    const application = applicationDue(ask.facts, ask.figure);
    if (approval === undefined || application === undefined) return startUnknown(recruitEnd);
    if (recruitEnd < earlier(approval, application)) return undefined;
    const [nameJa, day] =
      approval <= application ? (['一次承認の目途', approval] as const) : (['申請書の期限', application] as const);
    return warn(
      `募集の締切（${longDateJa(recruitEnd)}）が${nameJa}（${longDateJa(day)}）より前ではないため、一次承認と申請書の作業期間が取れません`,
      {
        work: [
          ...dayRows(ask),
          { labelJa: '一次承認の目途', textJa: longDateJa(approval) },
          { labelJa: '申請書の期限', textJa: longDateJa(application) },
        ],
        remedyJa: `募集の締切を${longDateJa(day)}より前にします`,
      },
    );
  },
});

/** コーチ2の募集締切: 一次承認 must be finished two months before the course. */
export const coach2RecruitEnd = rule({
  id: 'REC-PER-03',
  clause: '1.※2',
  stage: 'procedure',
  on: 'course',
  check(_course, ask) {
    const { level, recruitEnd } = ask.facts.course;
    if (level !== 'coach2' || recruitEnd === undefined) return undefined;
    const due = primaryApprovalDue(ask.facts, ask.figure);
    if (due === undefined) return startUnknown(recruitEnd);
    if (recruitEnd <= due) return undefined;
    return warn(
      `募集の締切（${longDateJa(recruitEnd)}）が一次承認の期日（${longDateJa(due)}）を過ぎています。その日までに承認の作業を終えます`,
      {
        work: [...dayRows(ask), { labelJa: '一次承認の期日', textJa: longDateJa(due) }],
        remedyJa: `募集の締切を、承認の作業が${longDateJa(due)}までに終わる日にします`,
      },
    );
  },
});

function dayRows({ facts }: Ask): WorkStep[] {
  const { startDate } = facts;
  return startDate === undefined ? [] : [{ labelJa: '講習会の開始日', textJa: longDateJa(startDate) }];
}

function startUnknown(recruitEnd: IsoDate): Verdict {
  return confirm(
    `講習会の開始日が決まっていないため、募集の締切（${longDateJa(recruitEnd)}）が一次承認に間に合うか確かめられません`,
    { remedyJa: '日程か開始日を入れます' },
  );
}
