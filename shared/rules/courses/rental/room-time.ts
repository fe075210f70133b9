/** 会場使用料の時間: what is rented against the eligible time of the room and day. Totals, not clock positions. */
import { hoursJa, shortDateJa } from '../../../dates.js';
import { yen } from '../../../money.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, cut, cutAndHold, hold, note, type Verdict } from '../../engine/verdict.js';
import { hourlyShare, keptMinutes, rentedLines, type RentedLine, rentedMinutes, type RoomLine } from './room-days.js';
import type { RoomHours } from './room-hours.js';
import { gapsJa, hourlyWork } from './room-work.js';

const CLAUSE = '基準一覧 3(1)備考';

/** The line with its day, where the room is used by a lecture or an exam (an extra room is RNT-ROOM-05). */
export function rentedOf(line: RoomLine, ask: Ask): RentedLine | undefined {
  const rented = ask.once(rentedLines).get(line.id);
  return rented?.day.hoursIfTaught.used === true ? rented : undefined;
}

/** Where RNT-ROOM-01 ends: above it nothing is kept or held. */
function ceiling(hours: RoomHours): number {
  return keptMinutes(hours) + hours.lunchAbove;
}

/**
 * 対象時間を超える利用, hourly price. While a session of the day has no format, what it would add as a lecture
 * is held, not cut.
 */
export const roomTime = rule({
  id: 'RNT-ROOM-01',
  clause: CLAUSE,
  stage: 'quantities',
  on: 'room',
  override: 'roomHoursAccepted',
  check(line, ask) {
    const rented = rentedOf(line, ask);
    if (rented?.day.room.priceUnit !== 'hour') return undefined;
    const { day, minutes, minutesBefore } = rented;
    const limit = ceiling(day.hours);
    if (minutesBefore + minutes <= limit) return undefined;
    const claimed = ask.facts.claimed(line);
    const until = Math.min(claimed, hourlyShare(rented, limit));
    const leaves = Math.min(claimed, hourlyShare(rented, Math.max(limit, ceiling(day.hoursIfTaught))));
    const options = { limit: until, work: hourlyWork(rented), remedyJa: remedy(rented) };
    const messageJa = overJa(rented);
    if (leaves === until) return cut(leaves, messageJa, options);
    const openJa = `${messageJa}。講習形態が決まっていないコマがあるため、その分は保留します`;
    const mend = { ...options, remedyJa: '日程のコマの講習形態を選ぶと、対象時間が決まります' };
    return leaves === claimed ? hold(until, openJa, mend) : cutAndHold({ leaves, until }, openJa, mend);
  },
});

function overJa({ day }: RentedLine): string {
  const { hours } = day;
  const gaps = hours.gaps > 0 ? `（ほかに${gapsJa(hours)}${hoursJa(hours.gaps)}）` : '';
  const rented = hoursJa(rentedMinutes(day));
  return `${day.room.nameJa}の${shortDateJa(day.date)}の対象時間は${hoursJa(hours.eligible)}です${gaps}。利用は${rented}です`;
}

function remedy({ day }: RentedLine): string {
  const total = hoursJa(keptMinutes(day.hours));
  return `利用時間を${total}までにするか、日本スポーツ協会の承認を記録すると、この減額はなくなります`;
}

/** 長い昼食: up to `lunchKeep` minutes to be confirmed, above them held. */
export const roomLunch = rule({
  id: 'RNT-ROOM-02',
  clause: CLAUSE,
  stage: 'quantities',
  on: 'room',
  override: 'roomHoursAccepted',
  check(line, ask): Verdict | undefined {
    const rented = rentedOf(line, ask);
    if (!rented) return undefined;
    const { day, minutes, minutesBefore } = rented;
    const { lunch, lunchAbove } = day.hours;
    if (lunch <= day.lunchCap) return undefined;
    const lunchJa = `${day.room.nameJa}の${shortDateJa(day.date)}の昼食は${hoursJa(lunch)}です`;
    const remedyJa = '昼食を短くするか、日本スポーツ協会の承認を記録してください';
    const kept = keptMinutes(day.hours);
    if (day.room.priceUnit === 'hour' && lunchAbove > 0 && minutesBefore + minutes > kept) {
      const counted = hoursJa(lunch - lunchAbove);
      return hold(
        hourlyShare(rented, kept),
        `${lunchJa}。${counted}を超える${hoursJa(lunchAbove)}分の使用料は保留します`,
        {
          confirm: true,
          work: hourlyWork(rented),
          remedyJa,
        },
      );
    }
    return confirm(`${lunchJa}。使用時間に数えられる昼食は${hoursJa(day.lunchCap)}程度までです`, {
      work: hourlyWorkOf(rented),
      remedyJa,
    });
  },
});

/** 休憩を含む利用, hourly price. */
export const roomGaps = rule({
  id: 'RNT-ROOM-04',
  clause: CLAUSE,
  stage: 'quantities',
  on: 'room',
  check(line, ask) {
    const rented = rentedOf(line, ask);
    if (rented?.day.room.priceUnit !== 'hour') return undefined;
    const { day, minutes, minutesBefore } = rented;
    const { eligible, gaps } = day.hours;
    if (gaps === 0 || minutesBefore + minutes <= eligible || minutesBefore >= eligible + gaps) return undefined;
    const used = Math.min(rentedMinutes(day), eligible + gaps) - eligible;
    const amount = hourlyShare(rented, eligible + gaps) - hourlyShare(rented, eligible);
    const whatJa = day.hours.examOnly ? '休憩または検定の前後' : '講義の間の休憩など';
    return confirm(
      `${day.room.nameJa}の${shortDateJa(day.date)}の利用には、${whatJa}${hoursJa(used)}（${yen(amount)}）が含まれています`,
      { work: hourlyWork(rented), remedyJa: '休憩の時間も使う理由を特記事項に書いておくと、確認が早く済みます' },
    );
  },
});

/** 検定試験の時間は対象. */
export const roomExam = rule({
  id: 'RNT-ROOM-11',
  clause: CLAUSE,
  stage: 'quantities',
  on: 'room',
  check(line, ask) {
    const rented = rentedOf(line, ask);
    if (!rented || rented.day.hours.exam === 0) return undefined;
    const { hours, margin } = rented.day;
    const onlyJa = hours.examOnly ? `。検定だけの日のため、前後${hoursJa(margin)}は休憩と同じ扱い（要確認）です` : '';
    return note(`検定試験${hoursJa(hours.exam)}を対象時間に数えました${onlyJa}`);
  },
});

function hourlyWorkOf(rented: RentedLine) {
  return rented.day.room.priceUnit === 'hour' ? hourlyWork(rented) : [];
}
