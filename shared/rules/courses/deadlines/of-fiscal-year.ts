/** 年度の期限: the survey that comes before everything, and the day on which ages are counted (DL-16, DL-17). */
import { fiscalYearJa, longDateJa } from '../../../dates.js';
import { type DeadlineDefinition, NOT_STARTED } from './deadline.js';

export const OF_FISCAL_YEAR: readonly DeadlineDefinition[] = [
  {
    deadlineId: 'DL-16',
    nameJa: '実施希望調査への回答',
    kind: 'guideline',
    arrival: 'none',
    lateJa: '調査への回答の記録がありません。委託する団体は調査の結果で決まります',
    sourceJa: '※その他(3)※2',
    appliesTo: () => true,
    due: (_facts, figure) => figure('deadlines.survey.lastDay'),
    formulaJa: ({ course }, figure) => {
      const month = Number(figure('deadlines.survey.lastDay').slice(5, 7));
      return `${fiscalYearJa(course.fiscalYear)}の調査は前年度の${month}月ごろ（その末日を目途とする）`;
    },
    progress: ({ course }) =>
      course.surveyReplied === true ? { started: true, done: true, doneOn: null } : NOT_STARTED,
  },
  {
    deadlineId: 'DL-17',
    nameJa: '年齢の基準日',
    kind: 'reference',
    arrival: 'none',
    lateJa: '年齢の条件を満たしません',
    sourceJa: '1.(2)',
    appliesTo: () => true,
    due: (_facts, figure) => figure('enrollment.age.referenceDay'),
    formulaJa: ({ course }, figure) => {
      const age =
        course.competition?.ageRule?.minAge ??
        figure(course.level === 'coach1' ? 'enrollment.age.coach1' : 'enrollment.age.coach2');
      return `受講する年度の${longDateJa(figure('enrollment.age.referenceDay'))}に満${age}歳以上`;
    },
    // A day to count from is never late; it is behind once it has come.
    progress: ({ asOf }, _settlement, figure) =>
      asOf >= figure('enrollment.age.referenceDay') ? { started: true, done: true, doneOn: null } : NOT_STARTED,
  },
];
