/** 委託期間: what falls on days outside it is not paid; everything else of the course stays. */
import { type IsoDate, longDateJa, shortDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import type { Line, LineOf } from '../../../model/case/lines/line.js';
import type { Session, SessionFormat } from '../../../model/case/schedule.js';
import type { Facts } from '../../facts/facts.js';
import { rule } from '../../engine/rule.js';
import { cut, refuse, type Verdict } from '../../engine/verdict.js';

/** Breaks, meals and other entries of a 日程表 hold no course. */
const HELD_FORMATS: readonly (SessionFormat | null)[] = [
  'lecture',
  'activeLearning',
  'practical',
  'practicum',
  'exam',
  null,
];

type Period = { readonly first: IsoDate; readonly last: IsoDate };

/** 委託期間外の日程。One finding on the course, one on each line or part that falls outside. */
export const commissionPeriod = rule({
  id: 'APP-PER-01',
  clause: '6.(1)・基準要項 3',
  stage: 'gates',
  on: 'course',
  override: 'periodAccepted',
  check(_course, ask) {
    if (!ask.facts.isCommissioned) return undefined;
    const period = { first: ask.figure('course.period.firstDay'), last: ask.figure('course.period.lastDay') };
    const days = outsideDays(ask.facts.sessions, period);
    if (days.length === 0) return undefined;
    return [onCourse(days, period), ...ask.facts.lines.flatMap((line) => onLine(line, period, ask.facts))];
  },
});

function outsideDays(sessions: readonly Session[], period: Period): IsoDate[] {
  const held = sessions.filter((session) => HELD_FORMATS.includes(session.format)).map((session) => session.date);
  return [...new Set(held)].filter((day) => isOutside(day, period)).sort();
}

function isOutside(day: IsoDate | undefined, period: Period): boolean {
  return day !== undefined && (day < period.first || day > period.last);
}

function periodJa(period: Period): string {
  return `委託期間（${longDateJa(period.first)}～${longDateJa(period.last)}）`;
}

function onCourse(days: readonly IsoDate[], period: Period): Verdict {
  return refuse(
    `${days.map(longDateJa).join('、')}の日程は${periodJa(period)}の外です。その日の経費は対象になりません`,
    {
      remedyJa: '日程を委託期間の中に移します。日本スポーツ協会が認めた日程なら、承認記録を残します',
    },
  );
}

const REMEDY = '日程を委託期間の中に移すか、認められた日程なら承認記録を残すと、対象に戻ります';

function nothingLeft(line: string, part: string | undefined, days: readonly IsoDate[], period: Period): Verdict {
  return cut(
    0,
    `${[...new Set(days)].map(shortDateJa).join('、')}は${periodJa(period)}の外のため、この日の経費は対象になりません`,
    {
      at: part === undefined ? { line } : { line, part },
      remedyJa: REMEDY,
    },
  );
}

function onLine(line: Line, period: Period, facts: Facts): Verdict[] {
  switch (line.kind) {
    case 'honorarium':
      return facts
        .paidAssignments(line)
        .flatMap(({ assignment }) => onPart(line.id, assignment.id, facts.dateOf(assignment), period));
    case 'transport':
      return facts.legsOf(line).flatMap(({ part, leg }) => onPart(line.id, part, leg.date, period));
    case 'lodging':
    case 'room':
      return onPart(line.id, undefined, line.date, period);
    case 'package':
      return undivided(line.id, [...line.dates, ...line.nights], period);
    case 'perDiem':
      return whenAllOutside(line.id, facts.dutyDates(line.staffId), period);
    case 'online':
      return line.periodTo < period.first || line.periodFrom > period.last
        ? [nothingLeft(line.id, undefined, [line.periodFrom, line.periodTo], period)]
        : [];
    case 'equipment':
      return rentedDays(line, period);
    default:
      return [];
  }
}

function onPart(line: string, part: string | undefined, day: IsoDate | undefined, period: Period): Verdict[] {
  return day !== undefined && isOutside(day, period) ? [nothingLeft(line, part, [day], period)] : [];
}

/** A price for several days in one sum cannot be split: one day outside takes it all. */
function undivided(line: string, dates: readonly IsoDate[], period: Period): Verdict[] {
  const days = [...new Set(dates)].filter((day) => isOutside(day, period)).sort();
  return days.length === 0 ? [] : [nothingLeft(line, undefined, days, period)];
}

/** Where the days of a line are not its own record, it falls only with all of them. */
function whenAllOutside(line: string, dates: readonly IsoDate[], period: Period): Verdict[] {
  const allOutside = dates.length > 0 && dates.every((day) => isOutside(day, period));
  return allOutside ? [nothingLeft(line, undefined, dates, period)] : [];
}

/** Rented by the day: only the days outside fall. */
function rentedDays(line: LineOf<'equipment'>, period: Period): Verdict[] {
  const dates = [...new Set(line.dates ?? [])].sort();
  const days = dates.filter((day) => isOutside(day, period));
  if (days.length === 0) return [];
  if (days.length === dates.length) return [nothingLeft(line.id, undefined, days, period)];
  const kept = Math.max(line.days - days.length, 0);
  const leaves = kept * line.unitPrice * line.qty;
  return [
    cut(leaves, `${days.map(shortDateJa).join('、')}は${periodJa(period)}の外のため、${kept}日分だけが対象です`, {
      at: { line: line.id },
      limit: leaves,
      work: [{ labelJa: `${kept}日 × ${yen(line.unitPrice)} × ${line.qty}`, amount: leaves }],
      remedyJa: REMEDY,
    }),
  ];
}
