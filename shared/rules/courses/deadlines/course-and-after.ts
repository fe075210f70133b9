/** 実施期間, 実施報告書 and the payments of the 委託金 (DL-06 to DL-12). */
import { addMonths, type IsoDate, longDateJa } from '../../../dates.js';
import { payoutDue, payoutDueJa, reportDue, type ReadFigure } from '../../facts/due-dates.js';
import type { Facts } from '../../facts/facts.js';
import type { Settlement } from '../../settlement.js';
import { type DeadlineDefinition, doneWhen, type Progress } from './deadline.js';

function endJa(facts: Facts): string {
  return facts.endDate === undefined ? '講習会の終了日' : `講習会の終了日（${longDateJa(facts.endDate)}）`;
}

/** The course is over on the day after its last session. */
function held(facts: Facts): Progress {
  const { startDate, endDate, asOf } = facts;
  const over = endDate !== undefined && asOf > endDate;
  return doneWhen(over ? endDate : undefined, startDate !== undefined && asOf >= startDate ? startDate : undefined);
}

function report({ course, isCommissioned }: Facts): Progress {
  const copyOnly = isCommissioned && course.reportIsOriginal === false;
  const sent = course.reportSentOn ?? course.reportReceivedOn;
  return doneWhen(copyOnly ? undefined : course.reportReceivedOn, sent);
}

function monthJa(facts: Facts, months: number): string {
  const day = facts.endDate === undefined ? '' : `（${longDateJa(addMonths(facts.endDate, months))}）`;
  return `${endJa(facts)}の${months}か月後${day}`;
}

function fixedJa(fixedOn: IsoDate | undefined, months: number): string {
  return fixedOn === undefined
    ? `金額が確定した月の${payoutDueJa(months)}`
    : `${longDateJa(fixedOn)}に金額が確定、その${payoutDueJa(months)}`;
}

function advance({ course }: Facts): Progress {
  if (course.advanceReceivedOn === undefined && course.advanceReceived !== undefined) {
    return { started: true, done: true, doneOn: null };
  }
  return doneWhen(course.advanceReceivedOn, course.contractAmountFixedOn);
}

/** 残額: nothing is awaited where the fixed amount leaves none. */
function balance({ course }: Facts, settlement: Settlement): Progress {
  if (course.finalAmountFixedOn !== undefined && settlement.balance === 0) {
    return { started: true, done: true, doneOn: course.balanceReceivedOn ?? null };
  }
  return doneWhen(course.balanceReceivedOn, course.finalAmountFixedOn);
}

function isOutsidePeriod(facts: Facts, figure: ReadFigure): boolean {
  const first = figure('course.period.firstDay');
  const last = figure('course.period.lastDay');
  return [facts.startDate, facts.endDate].some((day) => day !== undefined && (day < first || day > last));
}

export const COURSE_AND_AFTER: readonly DeadlineDefinition[] = [
  {
    deadlineId: 'DL-06',
    nameJa: '委託期間（実施できる最終日）',
    kind: 'period',
    arrival: 'none',
    lateJa: '委託期間の外の日程の経費は委託対象外になります',
    sourceJa: '6.(1)・基準要項 3',
    appliesTo: (facts) => facts.isCommissioned,
    due: (_facts, figure) => figure('course.period.lastDay'),
    formulaJa: (_facts, figure) =>
      `委託期間は${longDateJa(figure('course.period.firstDay'))}から${longDateJa(figure('course.period.lastDay'))}まで`,
    progress: (facts, _settlement, figure) =>
      isOutsidePeriod(facts, figure) ? { ...held(facts), done: false, doneOn: null } : held(facts),
    isLate: (facts, due, figure) => isOutsidePeriod(facts, figure) || facts.asOf > due,
  },
  {
    deadlineId: 'DL-07',
    nameJa: '独自講習会を終える日',
    kind: 'period',
    arrival: 'none',
    lateJa: '実施報告書の期限に間に合わない日程です',
    sourceJa: '6.(1)',
    appliesTo: (facts) => !facts.isCommissioned,
    due: (_facts, figure) => figure('course.report.independentLastDay'),
    formulaJa: (_facts, figure) =>
      `実施報告書の最終締切日（${longDateJa(figure('course.report.independentLastDay'))}）に間に合う日`,
    progress: held,
  },
  {
    deadlineId: 'DL-08',
    nameJa: '講習会実施報告書（委託）',
    kind: 'deadline',
    arrival: 'originalReceived',
    lateJa: '期限を過ぎています。最終締切日までに受理されるか確かめてください',
    sourceJa: '7.(1)・基準要項 3・8⑦',
    appliesTo: (facts) => facts.isCommissioned,
    due: reportDue,
    formulaJa: (facts, figure) =>
      `${monthJa(facts, figure('course.report.months'))}と最終締切日（${longDateJa(figure('course.report.lastDay'))}）の早い方`,
    progress: report,
  },
  {
    deadlineId: 'DL-09',
    nameJa: '講習会実施報告書（委託・最終締切）',
    kind: 'deadline',
    arrival: 'originalReceived',
    lateJa: '原則として委託対象外になり、受領済みの委託金は全額返納です',
    sourceJa: '基準要項 8⑬',
    appliesTo: (facts) => facts.isCommissioned,
    due: (_facts, figure) => figure('course.report.lastDay'),
    formulaJa: (_facts, figure) => `最終締切日（${longDateJa(figure('course.report.lastDay'))}）`,
    progress: report,
  },
  {
    deadlineId: 'DL-10',
    nameJa: '講習会実施報告書（独自）',
    kind: 'deadline',
    arrival: 'received',
    lateJa: '独自講習会の報告期限を過ぎています',
    sourceJa: '7.(1)',
    appliesTo: (facts) => !facts.isCommissioned,
    due: reportDue,
    formulaJa: (facts, figure) =>
      `${monthJa(facts, figure('course.report.independentMonths'))}と最終締切日（${longDateJa(figure('course.report.independentLastDay'))}）の早い方`,
    progress: report,
  },
  {
    deadlineId: 'DL-11',
    nameJa: '概算払の交付日',
    kind: 'payment',
    arrival: 'none',
    lateJa: '交付予定日を過ぎても概算払の受領が記録されていません',
    sourceJa: '基準要項 8④⑤・流れ図※1',
    appliesTo: (facts) => facts.isCommissioned,
    due: ({ course }, figure) => payoutDue(course.contractAmountFixedOn, figure('settlement.advance.months')),
    formulaJa: ({ course }, figure) => fixedJa(course.contractAmountFixedOn, figure('settlement.advance.months')),
    progress: advance,
  },
  {
    deadlineId: 'DL-12',
    nameJa: '残額の交付日',
    kind: 'payment',
    arrival: 'none',
    lateJa: '交付予定日を過ぎても残額の受領が記録されていません',
    sourceJa: '基準要項 8⑩⑪・流れ図※2',
    appliesTo: (facts) => facts.isCommissioned,
    due: ({ course }, figure) => payoutDue(course.finalAmountFixedOn, figure('settlement.balance.months')),
    formulaJa: ({ course }, figure) => fixedJa(course.finalAmountFixedOn, figure('settlement.balance.months')),
    progress: balance,
  },
];
