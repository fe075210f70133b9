/** New lines with the least that makes them valid; what is left open is typed in the row that opens. */
import { addDays, type IsoDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { Leg, OtherLegKind } from '../../../shared/model/case/lines/travel.js';
import type { Session } from '../../../shared/model/case/schedule.js';
import type { Staff, StaffRole } from '../../../shared/model/case/staff.js';
import { STAFF_ROLE_JA } from '../../../shared/model/case/staff.js';
import { clockJa, hoursJa, shortDateJa } from '../../../shared/dates.js';
import { sum, type Yen } from '../../../shared/money.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { HINT_KEYS, type LimitReader, rateLimit } from '../../../shared/rules/limit-hint.js';
import type { Claimable, ClaimableId } from './claimables.js';

export type Choice = {
  readonly key: string;
  readonly labelJa: string;
  readonly detailJa: string;
};

/** What the chosen claimable is for: the persons, days or payees to choose from; nothing is asked for where empty. */
export function choicesFor(claimable: Claimable, facts: Facts): Choice[] {
  switch (claimable.subject) {
    case 'duty':
      return openDuties(facts).map((duty) => ({
        key: `${duty.person.id} ${duty.role}`,
        labelJa: duty.person.nameJa,
        detailJa: `${STAFF_ROLE_JA[duty.role]} ${hoursJa(duty.minutes)}`,
      }));
    case 'person':
      return facts.staff.map((person) => ({
        key: person.id,
        labelJa: person.nameJa,
        detailJa: rolesJa(person, facts),
      }));
    case 'roomDay':
      return roomDays(facts).map(({ key, roomJa, day, start, end }) => ({
        key,
        labelJa: roomJa,
        detailJa: `${shortDateJa(day)} ${clockJa(start)}–${clockJa(end)}`,
      }));
    case 'payee':
      return payees(facts);
    case 'none':
      return [];
  }
}

/** Said in place of an empty list of choices. */
export const NO_CHOICE_JA = {
  duty: '謝金にする担当が日程にありません。日程で担当を付けると、ここに並びます',
  person: '講師等がまだいません。講師等のタブで入れると、ここに並びます',
  roomDay: '部屋がまだありません。日程で会場と部屋を入れると、ここに並びます',
  payee: '支払先がまだありません。講師等か会場を入れると、ここに並びます',
  none: '',
} as const;

type Duty = {
  readonly person: Staff;
  readonly role: StaffRole;
  readonly assignmentIds: readonly string[];
  readonly minutes: number;
  readonly session: Session | undefined;
};

/** Persons by role with the assignments that no 謝金 line claims yet; 運営係員 are paid travel only. */
export function openDuties(facts: Facts): Duty[] {
  const claimed = new Set(facts.linesOfKind('honorarium').flatMap((line) => line.assignmentIds));
  return facts.staff.flatMap((person) => {
    const open = facts.assignmentsOf(person.id).filter((one) => !claimed.has(one.id) && one.role !== 'operations');
    const roles = [...new Set(open.map((one) => one.role))];
    return roles.map((role): Duty => {
      const own = open.filter((one) => one.role === role);
      return {
        person,
        role,
        assignmentIds: own.map((one) => one.id),
        minutes: sum(own.map((one) => facts.minutesOf(one))),
        session: facts.session(own[0]?.sessionId),
      };
    });
  });
}

type RoomDay = {
  readonly key: string;
  readonly roomId: string;
  readonly roomJa: string;
  readonly day: IsoDate;
  readonly start: number;
  readonly end: number;
};

/** Rooms by day of the timetable, those first that no line claims yet; a room without sessions on the first day. */
function roomDays(facts: Facts): RoomDay[] {
  const claimed = new Set(facts.linesOfKind('room').map((line) => `${line.roomId} ${line.date}`));
  const all = facts.rooms.flatMap((room): RoomDay[] => {
    const roomJa = [facts.venue(room.venueId)?.nameJa, room.nameJa].filter((name) => name !== undefined).join(' ');
    const own = facts.sessions.filter((session) => session.roomId === room.id);
    const days = own.length > 0 ? [...new Set(own.map((session) => session.date))].sort() : [firstDay(facts)];
    return days.map((day) => {
      const onDay = own.filter((session) => session.date === day);
      const start = onDay.length > 0 ? Math.min(...onDay.map((session) => session.start)) : NINE;
      const end = onDay.length > 0 ? Math.max(...onDay.map((session) => session.end)) : SEVENTEEN;
      return { key: `${room.id} ${day}`, roomId: room.id, roomJa, day, start, end };
    });
  });
  return [...all.filter((one) => !claimed.has(one.key)), ...all.filter((one) => claimed.has(one.key))];
}

/** A day as offices keep it, where nothing is known; overwritten at once. */
const NINE = 9 * 60;
const SEVENTEEN = 17 * 60;

function payees(facts: Facts): Choice[] {
  const known = new Set(facts.linesOfKind('transferFee').map((line) => line.transferId));
  const transfers = facts.transfers
    .filter((transfer) => transfer.method === 'bankTransfer' && !known.has(transfer.id))
    .map((transfer) => ({
      key: `transfer ${transfer.id}`,
      labelJa: transfer.payeeName ?? transfer.accountHolder ?? transfer.id,
      detailJa: transfer.date === undefined ? '振込' : `振込 ${shortDateJa(transfer.date)}`,
    }));
  const people = facts.staff.map((person) => ({
    key: `staff ${person.id}`,
    labelJa: person.nameJa,
    detailJa: rolesJa(person, facts),
  }));
  const venues = facts.venues.map((venue) => ({ key: `venue ${venue.id}`, labelJa: venue.nameJa, detailJa: '会場' }));
  return [...transfers, ...people, ...venues];
}

function rolesJa(person: Staff, facts: Facts): string {
  return [...new Set(facts.assignmentsOf(person.id).map((one) => STAFF_ROLE_JA[one.role]))].join('・');
}

function firstDay(facts: Facts): IsoDate {
  return facts.startDate ?? facts.asOf;
}

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

/** An id that no entry of the case has: L1, L2 … */
export function freshLineId(value: Case, alsoTaken: readonly string[] = []): string {
  const taken = new Set([...(value.lines ?? []).map((line) => line.id), ...alsoTaken]);
  let number = taken.size + 1;
  while (taken.has(`L${number}`)) number += 1;
  return `L${number}`;
}
