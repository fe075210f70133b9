/** For whom or what a new line can be: duties, persons, rooms by day, payees. */
import { clockJa, hoursJa, type IsoDate, shortDateJa } from '../../../shared/dates.js';
import type { Session } from '../../../shared/model/case/schedule.js';
import { type Staff, STAFF_ROLE_JA, type StaffRole } from '../../../shared/model/case/staff.js';
import { sum } from '../../../shared/money.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import type { Claimable } from './claimables.js';

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
export function roomDays(facts: Facts): RoomDay[] {
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

/** The first day of the course; the 判定日 while there is none. */
export function firstDay(facts: Facts): IsoDate {
  return facts.startDate ?? facts.asOf;
}
