/** 期限の日付: what the guide's months and fixed days make of a course. Undefined while the anchor is unknown. */
import {
  addDays,
  addMonths,
  addYears,
  earlier,
  endOfLaterMonth,
  isoDate,
  type IsoDate,
  isWeekend,
  subMonths,
} from '../../dates.js';
import type { FigureKey, FigureOf } from '../figures.js';
import type { Facts } from './facts.js';

/** Reads one figure of the rulebook: `ask.figure` of a rule, or the book itself. */
export type ReadFigure = <K extends FigureKey>(key: K) => FigureOf<K>;

/** 一次承認: コーチ1 about a month and a half before the start, コーチ2 two months before. */
export function primaryApprovalDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  const start = facts.startDate;
  if (start === undefined) return undefined;
  if (facts.course.level === 'coach2') return subMonths(start, figure('course.primaryApproval.coach2Months'));
  return addDays(
    subMonths(start, figure('course.primaryApproval.coach1Months')),
    -figure('course.primaryApproval.coach1Days'),
  );
}

/** 申請書: the last day to post it, whole months before the start; 委託 and 独自 have figures of their own. */
export function applicationPostingDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  if (facts.startDate === undefined) return undefined;
  if (!facts.isCommissioned) return independentPostingDue(facts, figure);
  return subMonths(facts.startDate, figure('course.application.months'));
}

/** 独自講習会の申請書, also of a course that was a 委託 one until now. */
export function independentPostingDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  if (facts.startDate === undefined) return undefined;
  return subMonths(facts.startDate, figure('course.application.independentMonths'));
}

/** 申請書: a 委託 course has a fixed last day besides; the earlier one counts. */
export function applicationDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  const posting = applicationPostingDue(facts, figure);
  if (posting === undefined || !facts.isCommissioned) return posting;
  return earlier(posting, figure('course.application.lastDay'));
}

/** 受講料・受講管理料: with the application, or so many days later as the book tolerates. */
export function feesDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  const { submittedOn } = facts;
  return submittedOn === undefined ? undefined : addDays(submittedOn, figure('fees.payment.toleranceDays'));
}

/** 実施報告書: whole months after the end or the fixed last day, whichever is earlier. */
export function reportDue(facts: Facts, figure: ReadFigure): IsoDate | undefined {
  const end = facts.endDate;
  if (end === undefined) return undefined;
  return facts.isCommissioned
    ? earlier(addMonths(end, figure('course.report.months')), figure('course.report.lastDay'))
    : earlier(addMonths(end, figure('course.report.independentMonths')), figure('course.report.independentLastDay'));
}

/** 概算払・残額の交付予定日: the end of a month after the one in which the amount was fixed. */
export function payoutDue(fixedOn: IsoDate | undefined, months: number | null): IsoDate | undefined {
  return fixedOn === undefined || months === null ? undefined : endOfLaterMonth(fixedOn, months);
}

/** 「翌月末日」. */
export function payoutDueJa(months: number): string {
  return months === 1 ? '翌月末日' : `${months}か月後の月の末日`;
}

/** 受講有効期間の満了: the last day of the last fiscal year in which an enrolment is good. */
export function validityEnd(startFiscalYear: number, figure: ReadFigure): IsoDate {
  return addDays(isoDate(startFiscalYear + figure('enrollment.validity.years'), 4, 1), -1);
}

/** 過去n年間: the first day on which experience still counts for an 免除申請 of a day. */
export function experienceSince(appliedOn: IsoDate, years: number): IsoDate {
  return addYears(appliedOn, -years);
}

/** 安全日: the last weekday on or before `days` days before `due`. */
export function safeDay(due: IsoDate, days: number): IsoDate {
  let day = addDays(due, -days);
  while (isWeekend(day)) day = addDays(day, -1);
  return day;
}
