/** 計算 of a room's eligible time, as rows beside a decision. */
import { clockJa, hoursJa } from '../../../dates.js';
import { grouped, hourly } from '../../../money.js';
import type { WorkStep } from '../../engine/verdict.js';
import { keptMinutes, type RentedLine, type RoomDay, rentedMinutes } from './room-days.js';
import type { RoomHours } from './room-hours.js';
import type { Span } from '../../facts/spans.js';

/** 講義時間・前後・昼食・検定・休憩 and their sum. Parts that are 0 are left out. */
export function hoursWork({ hours, margin }: RoomDay): WorkStep[] {
  const parts: [string, number][] = [
    ['講義時間', hours.lecture],
    [`前後${hoursJa(margin)}`, hours.margins],
    ['昼食', hours.lunch - hours.lunchAbove],
    ['検定', hours.exam],
  ];
  return [
    ...parts.filter(([, minutes]) => minutes > 0).map(([labelJa, minutes]) => ({ labelJa, textJa: hoursJa(minutes) })),
    { labelJa: '対象時間', textJa: hoursJa(hours.eligible) },
    ...(hours.gaps > 0 ? [{ labelJa: gapsJa(hours), textJa: hoursJa(hours.gaps) }] : []),
    ...(hours.lectureAbove > 0
      ? [{ labelJa: '実施要領の時間を超えた講義（数えない）', textJa: hoursJa(hours.lectureAbove) }]
      : []),
    ...(hours.lunchAbove > 0 ? [{ labelJa: '長い昼食（保留）', textJa: hoursJa(hours.lunchAbove) }] : []),
  ];
}

export function gapsJa(hours: RoomHours): string {
  return hours.examOnly ? '休憩・検定の前後（要確認）' : '休憩（要確認）';
}

/** {@link hoursWork}, the rented time with the other lines of the day, and the amount that is kept. */
export function hourlyWork(rented: RentedLine): WorkStep[] {
  const { day, line } = rented;
  const price = day.room.unitPrice ?? 0;
  const total = rentedMinutes(day);
  const counted = Math.min(total, keptMinutes(day.hours));
  return [
    ...hoursWork(day),
    ...day.lines
      .filter((other) => other.id !== line.id)
      .map((other) => ({ labelJa: '同じ部屋・同じ日の行', textJa: hoursJa(other.end - other.start), line: other.id })),
    { labelJa: '利用時間', textJa: hoursJa(total) },
    { labelJa: `${grouped(price)} × ${hoursJa(counted)}`, amount: hourly(price, counted) },
  ];
}

/** `8:00〜13:00、14:00〜15:00` */
export function spansJa(spans: readonly Span[]): string {
  return spans.map((span) => `${clockJa(Math.max(0, span.start))}〜${clockJa(span.end)}`).join('、');
}
