/** 区分貸し・日貸し: the rented 区分 against the cheapest ones that cover the eligible time. */
import { hoursJa, shortDateJa } from '../../../dates.js';
import { sum, yen } from '../../../money.js';
import type { Ask } from '../../engine/rule.js';
import { rule } from '../../engine/rule.js';
import { confirm, hold, type Verdict, type WorkStep } from '../../engine/verdict.js';
import { shareOut } from '../../facts/share-out.js';
import { cheapestCover, type Slot, type SlotSet } from './cheapest-slots.js';
import { type RentedLine, type RoomDay, rentedMinutes, type RoomLine } from './room-days.js';
import { rentedOf } from './room-time.js';
import { hoursWork, spansJa } from './room-work.js';
import { minutesIn, type Span, within } from '../../facts/spans.js';

/** Longest clock of a case, so that a day price covers every need. */
const WHOLE_DAY: Span = { start: -1440, end: 2880 };

type SlotDay = {
  readonly rented: RentedLine;
  /** The rented 区分 of the whole room and day. */
  readonly slots: readonly Slot[];
  readonly minutes: number;
  /** The eligible time as far as the rented 区分 cover it. */
  readonly need: readonly Span[];
  readonly cheapest: SlotSet;
};

/** The eligible time would fit into cheaper 区分: the difference is held. The last-listed line loses first. */
export const cheaperSlots = rule({
  id: 'RNT-ROOM-12',
  clause: '基準一覧 3(1)備考',
  stage: 'quantities',
  on: 'room',
  override: 'roomHoursAccepted',
  check(line, ask) {
    const slotDay = slotDayOf(line, ask);
    if (!slotDay) return undefined;
    const { rented, cheapest } = slotDay;
    const { day } = rented;
    const shares = shareOut(
      cheapest.price,
      day.lines.map((other) => ask.facts.claimed(other)),
    );
    const leaves = shares[day.lines.indexOf(line)] ?? 0;
    if (leaves >= ask.facts.claimed(line)) return undefined;
    return hold(leaves, cheaperJa(slotDay, ask), {
      confirm: true,
      limit: cheapest.price,
      work: slotWork(slotDay, ask),
      remedyJa: remedyJa(slotDay),
    });
  },
});

/** The rented 区分 are longer than the eligible time, and no cheaper ones would do. */
export const longSlots = rule({
  id: 'RNT-ROOM-03',
  clause: '基準一覧 3(1)備考',
  stage: 'quantities',
  on: 'room',
  check(line, ask): Verdict | undefined {
    const slotDay = slotDayOf(line, ask);
    if (!slotDay || isDearer(slotDay, ask)) return undefined;
    const { day } = slotDay.rented;
    if (slotDay.minutes <= day.hours.eligible) return undefined;
    const rentedJa = `借りる時間は${hoursJa(slotDay.minutes)}、対象時間は${hoursJa(day.hours.eligible)}です`;
    return confirm(`${day.room.nameJa}の${shortDateJa(day.date)}：${rentedJa}。これより安い区分の組合せはありません`, {
      work: slotWork(slotDay, ask),
      remedyJa: '区分でしか借りられないことが分かる料金表を付けておくと、確認が早く済みます',
    });
  },
});

function slotDayOf(line: RoomLine, ask: Ask): SlotDay | undefined {
  const rented = rentedOf(line, ask);
  if (!rented || rented.day.room.priceUnit === 'hour') return undefined;
  const { day } = rented;
  const known = slotsOfRoom(day);
  const slots = day.room.priceUnit === 'day' ? known : rentedSlots(day, known);
  const need = within(day.hours.need, slots);
  const cheapest = cheapestCover(known, need);
  const minutes = day.room.priceUnit === 'day' ? rentedMinutes(day) : minutesIn(slots);
  return cheapest && { rented, slots, minutes, need, cheapest };
}

/** 区分 of the room. A day price is one 区分. */
function slotsOfRoom({ room }: RoomDay): readonly Slot[] {
  return room.priceUnit === 'day' ? [{ name: '1日', ...WHOLE_DAY, price: room.unitPrice ?? 0 }] : (room.slots ?? []);
}

function rentedSlots(day: RoomDay, known: readonly Slot[]): Slot[] {
  const names = new Set(day.lines.flatMap((line) => line.slotNames ?? []));
  return known.filter((slot) => names.has(slot.name));
}

function paid({ day }: RentedLine, ask: Ask): number {
  return sum(day.lines.map((line) => ask.facts.claimed(line)));
}

function isDearer({ rented, cheapest }: SlotDay, ask: Ask): boolean {
  return paid(rented, ask) > cheapest.price;
}

function cheaperJa(slotDay: SlotDay, ask: Ask): string {
  const { rented, need, cheapest } = slotDay;
  const { day } = rented;
  const whereJa = `${day.room.nameJa}の${shortDateJa(day.date)}`;
  if (need.length === 0) {
    return day.hours.used
      ? `${whereJa}に借りた区分は、対象時間と重なりません`
      : `${whereJa}のコマの講習形態が決まっていないため、対象時間が分かりません`;
  }
  return `${whereJa}の対象時間は${namesJa(cheapest.slots)}（${yen(cheapest.price)}）で足ります（請求${yen(paid(rented, ask))}）`;
}

function remedyJa({ rented, need }: SlotDay): string {
  return need.length === 0 && !rented.day.hours.used
    ? '日程のコマの講習形態を選ぶと、対象時間が決まります'
    : '借りた区分が必要な理由を日本スポーツ協会に確認し、承認を記録してください';
}

function slotWork({ rented, slots, need, cheapest }: SlotDay, ask: Ask): WorkStep[] {
  const { day, line } = rented;
  return [
    ...hoursWork(day),
    ...(need.length > 0 ? [{ labelJa: '必要な時間帯', textJa: spansJa(need) }] : []),
    ...day.lines
      .filter((other) => other.id !== line.id)
      .map((other) => ({ labelJa: '同じ部屋・同じ日の行', amount: ask.facts.claimed(other), line: other.id })),
    { labelJa: `借りた区分（${namesJa(slots)}）`, amount: paid(rented, ask) },
    ...(cheapest.slots.length > 0
      ? [{ labelJa: `最も安い組合せ（${namesJa(cheapest.slots)}）`, amount: cheapest.price }]
      : []),
  ];
}

function namesJa(slots: readonly Slot[]): string {
  return slots.map((slot) => slot.name).join('＋');
}
