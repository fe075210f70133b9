import { hourly, sum, type Yen } from '../../money.js';
import type { Line } from './lines/line.js';
import type { Leg } from './lines/travel.js';
import type { Room } from './venue.js';

/** What the amount of a line depends on outside the line itself. */
export type DetailContext = {
  /** Minutes of an assignment: its own, or the length of its session. */
  minutesOf: (assignmentId: string) => number;
  room: (roomId: string) => Room | undefined;
};

/**
 * The amount that the details of a line add up to (case-format: 明細額), in whole yen.
 * `undefined` where the details give none: コピー代 一式, a room without its price, a slot that is not in the list.
 */
export function detailAmount(line: Line, context: DetailContext): Yen | undefined {
  switch (line.kind) {
    case 'honorarium':
      return line.rate === undefined
        ? line.lumpSum
        : hourly(line.rate, sum(line.assignmentIds.map((id) => context.minutesOf(id))));
    case 'transport':
      return sum(line.legs.map(legAmount));
    case 'perDiem':
      return line.days * line.perDay;
    case 'room':
      return roomAmount(line, context.room(line.roomId));
    case 'equipment':
      return line.days * line.unitPrice * line.qty;
    case 'copy':
      return line.unitPrice === null ? undefined : (line.pages ?? 0) * (line.copies ?? 0) * line.unitPrice;
    case 'printing':
      return line.orderAmount;
    case 'consumable':
      return line.qty * line.unitPrice;
    case 'mail':
      return (line.boughtQty ?? line.qty) * line.unitPrice;
    case 'transferFee':
      return line.fee;
    case 'lodging':
    case 'package':
    case 'online':
    case 'shipping':
    case 'other':
      return line.price;
  }
}

/** baseFare plus the charge of the leg's surcharge kind. */
export function legAmount(leg: Leg): Yen {
  return leg.baseFare + legSurcharge(leg);
}

/** 特急等の料金 claimed on a leg; a charge that is not recorded counts as 0. */
export function legSurcharge(leg: Leg): Yen {
  switch (leg.surchargeKind ?? 'none') {
    case 'none':
      return 0;
    case 'free':
      return leg.freeSeatCharge ?? 0;
    case 'reserved':
      return leg.reservedCharge ?? 0;
    case 'green':
      return leg.classCharge ?? 0;
  }
}

function roomAmount(line: Extract<Line, { kind: 'room' }>, room: Room | undefined): Yen | undefined {
  if (!room) return undefined;
  if (room.priceUnit === 'slot') {
    const prices = (line.slotNames ?? []).map((name) => room.slots?.find((slot) => slot.name === name)?.price);
    return prices.length > 0 && prices.every((price) => price !== undefined) ? sum(prices) : undefined;
  }
  if (room.unitPrice === undefined) return undefined;
  return room.priceUnit === 'day' ? room.unitPrice : hourly(room.unitPrice, line.end - line.start);
}
