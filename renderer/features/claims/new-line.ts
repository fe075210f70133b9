/** New lines with the least that makes them valid; what is left open is typed in the row that opens. */
import { addDays, type IsoDate } from '../../../shared/dates.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Leg, OtherLegKind } from '../../../shared/model/case/lines/travel.js';
import type { Staff } from '../../../shared/model/case/staff.js';
import type { Yen } from '../../../shared/money.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { HINT_KEYS, type LimitReader, rateLimit } from '../../../shared/rules/limit-hint.js';
import { firstDay, openDuties, roomDays } from './choices.js';
import type { ClaimableId } from './claimables.js';

export type NewLineContext = {
  readonly facts: Facts;
  readonly read: LimitReader;
  /** Head count of the copy limit: 受講者・講師・助手・予備; 1 where it is not known. */
  readonly copies: number;
  /** Head count of the shield limit. */
  readonly shields: number;
  readonly participants: number;
};

/** A new line of what was chosen. Its amount follows from the details; 0 stands where they give none. */
export function newLine(id: string, what: ClaimableId, choice: string, context: NewLineContext): Line | undefined {
  const { facts } = context;
  const base = { id, [facts.isReport ? 'actual' : 'planned']: 0 };
  if (what === 'honorarium') return honorariumLine(base, choice, context);
  if (what === 'room') return roomLine(base, choice, facts);
  if (what === 'transferFee') return transferFeeLine(base, choice, facts);
  const person = facts.person(choice);
  if (person) return travelLine(base, what, person, context);
  return thingLine(base, what, context);
}

type Base = { readonly id: string };

function honorariumLine(base: Base, choice: string, { facts, read }: NewLineContext): Line | undefined {
  const duty = openDuties(facts).find((one) => `${one.person.id} ${one.role}` === choice);
  if (!duty) return undefined;
  const line = { ...base, kind: 'honorarium', account: 'honorarium', role: duty.role } as const;
  const assignmentIds = [...duty.assignmentIds];
  if (duty.role === 'examiner') return { ...line, assignmentIds, lumpSum: 0 };
  return { ...line, assignmentIds, rate: rateLimit(duty.role, duty.session?.format ?? null, read) ?? 0 };
}

function roomLine(base: Base, choice: string, facts: Facts): Line | undefined {
  const chosen = roomDays(facts).find((one) => one.key === choice);
  const room = facts.room(chosen?.roomId);
  if (!chosen || !room) return undefined;
  const slots = (room.slots ?? []).filter((slot) => slot.start < chosen.end && chosen.start < slot.end);
  const slotNames = (slots.length > 0 ? slots : (room.slots ?? []).slice(0, 1)).map((slot) => slot.name);
  return {
    ...base,
    kind: 'room',
    account: 'rental',
    roomId: room.id,
    date: chosen.day,
    start: chosen.start,
    end: chosen.end,
    ...(room.priceUnit === 'slot' && slotNames.length > 0 ? { slotNames } : {}),
  };
}

function transferFeeLine(base: Base, choice: string, facts: Facts): Line | undefined {
  const [kind, id = ''] = choice.split(' ');
  const line = { ...base, kind: 'transferFee', account: 'misc' } as const;
  if (kind !== 'transfer') return id === '' ? undefined : { ...line, payeeKey: id, fee: 0 };
  const transfer = facts.transfer(id);
  if (!transfer) return undefined;
  const person = facts.linesPaidBy(id).flatMap((one) => facts.staffIdOf(one) ?? [])[0];
  const payeeKey = person ?? transfer.payeeName ?? transfer.accountHolder ?? id;
  return { ...line, payeeKey, fee: transfer.fee ?? 0, transferId: id };
}

const OTHER_LEGS: Partial<Record<ClaimableId, OtherLegKind>> = {
  taxi: 'taxi',
  toll: 'toll',
  fuel: 'fuel',
  rentalCar: 'rentalCar',
  parking: 'parking',
  ferry: 'ferry',
};

function travelLine(base: Base, what: ClaimableId, person: Staff, context: NewLineContext): Line | undefined {
  const { facts, read } = context;
  const travel = { ...base, account: 'travel', staffId: person.id } as const;
  const day = facts.dutyDates(person.id)[0] ?? firstDay(facts);
  const lastDay = facts.dutyDates(person.id).at(-1) ?? day;
  if (what === 'lodging') {
    return { ...travel, kind: 'lodging', date: day, plan: 'roomOnly', price: 0, arrangement: 'org', via: 'agency' };
  }
  if (what === 'package') {
    const nights = [addDays(day, -1)];
    return {
      ...travel,
      kind: 'package',
      dates: [day],
      nights,
      price: 0,
      bookedAs: 'air',
      arrangement: 'org',
      via: 'agency',
    };
  }
  if (what === 'perDiem') return { ...travel, kind: 'perDiem', days: 1, perDay: read(HINT_KEYS.perDay) ?? 0 };
  const legs = rides(what, person, { there: day, back: lastDay }, facts);
  return legs && { ...travel, kind: 'transport', legs, arrangement: what === 'air' ? 'org' : 'self' };
}

function rides(
  what: ClaimableId,
  person: Staff,
  days: { readonly there: IsoDate; readonly back: IsoDate },
  facts: Facts,
): Leg[] | undefined {
  const from = person.originStation ?? person.homeStation ?? '出発地';
  const to = facts.mainVenue?.nearestStation ?? facts.mainVenue?.nameJa ?? '会場';
  const otherKind = OTHER_LEGS[what];
  if (otherKind !== undefined) return [{ mode: 'other', otherKind, from, to, date: days.there, baseFare: 0 }];
  if (what !== 'rail' && what !== 'bus' && what !== 'air' && what !== 'car') return undefined;
  const distance = person.stationDistance === undefined || what === 'air' ? {} : { km: person.stationDistance };
  return [
    { mode: what, from, to, date: days.there, baseFare: 0, ...distance },
    { mode: what, from: to, to: from, date: days.back, baseFare: 0, ...distance },
  ];
}

function thingLine(base: Base, what: ClaimableId, context: NewLineContext): Line | undefined {
  const { facts, copies, shields, participants } = context;
  const rental = { ...base, account: 'rental' } as const;
  const communication = { ...base, account: 'communication' } as const;
  const unitPrice: Yen = 0;
  switch (what) {
    case 'equipment': {
      const days = Math.max(1, facts.courseDates.length);
      return { ...rental, kind: 'equipment', name: '備品', days, unitPrice, qty: 1 };
    }
    case 'copy':
      return {
        ...rental,
        kind: 'copy',
        documentName: '講義資料',
        purpose: 'lectureMaterial',
        pages: 1,
        copies,
        unitPrice,
      };
    case 'online': {
      const periodTo = facts.endDate ?? firstDay(facts);
      return { ...rental, kind: 'online', subKind: 'system', periodFrom: firstDay(facts), periodTo, price: 0 };
    }
    case 'printing':
      return { ...base, kind: 'printing', account: 'printing', documentName: '講習会資料', copies, orderAmount: 0 };
    case 'stamps':
    case 'metered':
      return {
        ...communication,
        kind: 'mail',
        method: what,
        recipientKind: 'participant',
        purpose: 'guidance',
        qty: participants,
        unitPrice,
      };
    case 'shipping': {
      const venue = facts.mainVenue;
      const destination = venue ? { destinationVenueId: venue.id } : {};
      return { ...communication, kind: 'shipping', carrierKind: 'carrier', price: 0, ...destination };
    }
    case 'otherMisc':
      return { ...base, kind: 'other', account: 'misc', descriptionJa: 'その他の雑役務費', price: 0 };
    case 'other':
      return { ...base, kind: 'other', account: 'other', descriptionJa: 'その他の費目', price: 0 };
    default:
      return consumableLine(base, what, shields);
  }
}

function consumableLine(base: Base, what: ClaimableId, shields: number): Line | undefined {
  const line = { ...base, kind: 'consumable', account: 'consumables', unitPrice: 0 } as const;
  switch (what) {
    case 'thermometer':
    case 'disinfectant':
      return { ...line, subKind: what, qty: 1 };
    case 'faceShield':
      return { ...line, subKind: 'faceShield', qty: shields };
    case 'mask':
      return { ...line, subKind: 'mask', qty: 1, isSpare: true };
    case 'otherConsumable':
      return { ...line, subKind: 'other', qty: 1 };
    default:
      return undefined;
  }
}

/** 日程から作る: a 謝金 line for each open duty and a 会場 line for each room and day that nothing claims yet. */
export function linesFromTimetable(freshId: (taken: readonly string[]) => string, context: NewLineContext): Line[] {
  const { facts } = context;
  const lines: Line[] = [];
  const add = (what: ClaimableId, choice: string): void => {
    const line = newLine(freshId(lines.map((one) => one.id)), what, choice, context);
    if (line) lines.push(line);
  };
  for (const duty of openDuties(facts)) add('honorarium', `${duty.person.id} ${duty.role}`);
  const claimed = new Set(facts.linesOfKind('room').map((line) => `${line.roomId} ${line.date}`));
  const used = new Set(facts.sessions.flatMap((session) => session.roomId ?? []));
  for (const day of roomDays(facts)) if (!claimed.has(day.key) && used.has(day.roomId)) add('room', day.key);
  return lines;
}
