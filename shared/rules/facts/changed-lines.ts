/** Which lines of a claim a change of the course touches: by their days, their rooms, their people, their numbers. */
import type { IsoDate } from '../../dates.js';
import type { Line } from '../../model/case/lines/line.js';
import type { Facts } from './facts.js';

/** 旅費 that follows the place: where the course moves, every way to it is another one. */
const TO_THE_PLACE: readonly Line['kind'][] = ['transport', 'lodging', 'package'];
/** What is paid for a course in one place, and what for one on the screen. */
const BY_MODE: readonly Line['kind'][] = ['transport', 'lodging', 'package', 'perDiem', 'room', 'equipment', 'online'];
/** What is counted by heads. */
const BY_HEADS: readonly Line['kind'][] = ['copy', 'printing', 'mail'];

/** Lines of a day that is no longer, or not yet, a day of the application. */
export function linesOnDays(facts: Facts, days: ReadonlySet<IsoDate>): readonly string[] {
  return idsWhere(facts, (line) => daysOf(line, facts).some((day) => days.has(day)));
}

/** Rooms and deliveries at a place that came or went, and the ways to the course. */
export function linesAtVenues(facts: Facts, venueIds: ReadonlySet<string>): readonly string[] {
  return idsWhere(facts, (line) => {
    if (line.kind === 'room') return venueIds.has(facts.room(line.roomId)?.venueId ?? '');
    if (line.kind === 'shipping') return venueIds.has(line.destinationVenueId ?? '');
    return TO_THE_PLACE.includes(line.kind);
  });
}

export function linesByMode(facts: Facts): readonly string[] {
  return idsWhere(facts, (line) => BY_MODE.includes(line.kind));
}

export function linesByHeads(facts: Facts): readonly string[] {
  return idsWhere(facts, (line) => BY_HEADS.includes(line.kind));
}

/** 謝金・旅費 of people. */
export function linesOfPeople(facts: Facts, staffIds: ReadonlySet<string>): readonly string[] {
  return idsWhere(facts, (line) => (facts.staffIdOf(line) ?? []).some((id) => staffIds.has(id)));
}

/** 謝金 for the hours of a 科目. */
export function linesOfItem(facts: Facts, itemId: string): readonly string[] {
  return facts
    .linesOfKind('honorarium')
    .filter((line) => facts.paidAssignments(line).some(({ session }) => session?.curriculumItemId === itemId))
    .map((line) => line.id);
}

export function linesOfAccounts(facts: Facts, accounts: ReadonlySet<string>): readonly string[] {
  return idsWhere(facts, (line) => accounts.has(line.account));
}

function idsWhere(facts: Facts, isTouched: (line: Line) => boolean): readonly string[] {
  return facts.lines.filter(isTouched).map((line) => line.id);
}

function daysOf(line: Line, facts: Facts): readonly IsoDate[] {
  switch (line.kind) {
    case 'honorarium':
      return facts.paidAssignments(line).flatMap(({ assignment }) => facts.dateOf(assignment) ?? []);
    case 'transport':
      return line.legs.map((leg) => leg.date);
    case 'lodging':
    case 'room':
      return [line.date];
    case 'package':
      return [...line.dates, ...line.nights];
    case 'perDiem':
      return facts.dutyDates(line.staffId);
    case 'equipment':
      return line.dates ?? [];
    default:
      return [];
  }
}
