/**
 * What follows from an edit by itself, so that the rows always make a valid case: entries that hang on something
 * removed go with it, links to it are cleared, and the amount of a line is what its details add up to.
 */
import { sum } from '../../money.js';
import type { Case, CaseListKey } from '../case/case.js';
import { detailAmount } from '../case/detail-amount.js';
import type { Line } from '../case/lines/line.js';

type Ids = Record<CaseListKey, ReadonlySet<string>>;

/** The case with everything drawn along; entries that did not change are the same objects. */
export function withConsequences(value: Case): Case {
  return withAmounts(withoutLooseEnds(withoutOwnDates(value)));
}

/** The dates of the course are those of its sessions as soon as there is one. */
function withoutOwnDates(value: Case): Case {
  const { startDate, endDate, ...course } = value.course;
  if (!value.sessions?.length || (startDate === undefined && endDate === undefined)) return value;
  return { ...value, course };
}

function withoutLooseEnds(value: Case): Case {
  const next = removeOrphans(value);
  const ids = idsOf(next);
  const has = (list: CaseListKey, id: string | undefined): boolean => id === undefined || ids[list].has(id);
  return {
    ...next,
    organization: keepListed(
      keepListed(next.organization, 'ownedFacilityIds', ids.venues),
      'designatedFacilityIds',
      ids.venues,
    ),
    course: keepListed(next.course, 'otherIndependentParticipantIds', ids.participants),
    ...mapped(next, 'sessions', (entry) => {
      const kept = has('curriculum', entry.curriculumItemId) ? entry : without(entry, 'curriculumItemId');
      return has('rooms', kept.roomId) ? kept : without(kept, 'roomId');
    }),
    ...mapped(next, 'staff', (entry) => {
      const kept = has('vouchers', entry.distanceEvidenceId) ? entry : without(entry, 'distanceEvidenceId');
      return has('participants', kept.participantId) ? kept : without(kept, 'participantId');
    }),
    ...mapped(next, 'enrollments', (entry) => {
      const kept = keepListed(entry, 'exemptionIds', ids.exemptions);
      if (!kept.attendance?.some((one) => !ids.sessions.has(one.sessionId))) return kept;
      return { ...kept, attendance: kept.attendance.filter((one) => ids.sessions.has(one.sessionId)) };
    }),
    ...mapped(next, 'lines', (entry) => ofOneRole(lineLinks(entry, ids), next)),
    ...mapped(next, 'transfers', (entry) => keepListed(entry, 'voucherIds', ids.vouchers)),
    ...mapped(next, 'approvals', (entry) => keepListed(entry, 'voucherIds', ids.vouchers)),
  };
}

/** Entries whose subject is gone go too; in the order in which one draws the next along. */
function removeOrphans(value: Case): Case {
  let next = value;
  const filter = <K extends CaseListKey>(key: K, keep: (entry: NonNullable<Case[K]>[number]) => boolean): void => {
    const list = (next[key] ?? []) as NonNullable<Case[K]>[number][];
    const kept = list.filter(keep);
    if (kept.length < list.length) next = { ...next, [key]: kept };
  };
  let ids = idsOf(next);
  filter('rooms', (entry) => ids.venues.has(entry.venueId));
  filter('assignments', (entry) => ids.staff.has(entry.staffId) && known(ids.sessions, entry.sessionId));
  filter('enrollments', (entry) => ids.participants.has(entry.participantId));
  filter('exemptions', (entry) => ids.participants.has(entry.participantId));
  filter('exemptionApplications', (entry) => ids.participants.has(entry.participantId));
  ids = idsOf(next);
  filter('lines', (entry) => lineHasSubject(entry, ids));
  // An approval of a line is kept or dropped by the draft: the line may still stand in the other claim.
  filter('approvals', (entry) => entry.scope !== 'person' || isPerson(ids, entry.scopeId));
  return next;
}

function isPerson(ids: Ids, id: string | undefined): boolean {
  return id === undefined || ids.staff.has(id) || ids.participants.has(id);
}

function lineHasSubject(line: Line, ids: Ids): boolean {
  if ('staffId' in line) return ids.staff.has(line.staffId);
  if (line.kind === 'room') return ids.rooms.has(line.roomId);
  if (line.kind === 'honorarium') return line.assignmentIds.some((id) => ids.assignments.has(id));
  return true;
}

function lineLinks(line: Line, ids: Ids): Line {
  let next = keepListed(line, 'voucherIds', ids.vouchers);
  if (!known(ids.transfers, next.transferId)) next = without(next, 'transferId') as Line;
  if (next.kind === 'honorarium' && next.assignmentIds.some((id) => !ids.assignments.has(id))) {
    next = { ...next, assignmentIds: next.assignmentIds.filter((id) => ids.assignments.has(id)) };
  }
  if (next.kind === 'shipping' && !known(ids.venues, next.destinationVenueId)) {
    next = without(next, 'destinationVenueId') as Line;
  }
  if (next.kind === 'printing' && next.quotes?.some((quote) => !known(ids.vouchers, quote.voucherId))) {
    next = {
      ...next,
      quotes: next.quotes.map((quote) => (known(ids.vouchers, quote.voucherId) ? quote : without(quote, 'voucherId'))),
    };
  }
  return next;
}

/** A 謝金 line pays one role: it follows its duties when all have changed, and lets go of those that have another. */
function ofOneRole(line: Line, value: Case): Line {
  if (line.kind !== 'honorarium') return line;
  const duties = (value.assignments ?? []).filter((assignment) => line.assignmentIds.includes(assignment.id));
  const fitting = duties.filter((assignment) => assignment.role === line.role);
  if (fitting.length === duties.length) return line;
  const [first] = duties;
  if (fitting.length === 0 && first && duties.every((assignment) => assignment.role === first.role)) {
    return { ...line, role: first.role };
  }
  const ids = new Set(fitting.map((assignment) => assignment.id));
  return { ...line, assignmentIds: line.assignmentIds.filter((id) => ids.has(id)) };
}

function withAmounts(value: Case): Case {
  const sessions = new Map((value.sessions ?? []).map((session) => [session.id, session]));
  const assignments = new Map((value.assignments ?? []).map((assignment) => [assignment.id, assignment]));
  const rooms = new Map((value.rooms ?? []).map((room) => [room.id, room]));
  const minutesOf = (id: string): number => {
    const assignment = assignments.get(id);
    const session = assignment?.sessionId === undefined ? undefined : sessions.get(assignment.sessionId);
    return assignment?.minutes ?? (session ? session.end - session.start : 0);
  };
  const claim = value.stage === 'application' ? 'planned' : 'actual';
  return {
    ...value,
    ...mapped(value, 'lines', (line) => {
      const counted = withMinutes(line, minutesOf);
      const amount = detailAmount(counted, { minutesOf, room: (id) => rooms.get(id) });
      return amount === undefined || counted[claim] === amount ? counted : { ...counted, [claim]: amount };
    }),
  };
}

function withMinutes(line: Line, minutesOf: (id: string) => number): Line {
  if (line.kind !== 'honorarium' || line.minutes === undefined) return line;
  const minutes = sum(line.assignmentIds.map(minutesOf));
  return minutes === line.minutes ? line : { ...line, minutes };
}

function idsOf(value: Case): Ids {
  const ids = (key: CaseListKey): ReadonlySet<string> => new Set((value[key] ?? []).map((entry) => entry.id));
  return {
    venues: ids('venues'),
    rooms: ids('rooms'),
    curriculum: ids('curriculum'),
    sessions: ids('sessions'),
    staff: ids('staff'),
    assignments: ids('assignments'),
    participants: ids('participants'),
    enrollments: ids('enrollments'),
    exemptions: ids('exemptions'),
    exemptionApplications: ids('exemptionApplications'),
    lines: ids('lines'),
    vouchers: ids('vouchers'),
    transfers: ids('transfers'),
    approvals: ids('approvals'),
    payments: ids('payments'),
  };
}

function known(ids: ReadonlySet<string>, id: string | undefined): boolean {
  return id === undefined || ids.has(id);
}

function mapped<K extends CaseListKey>(
  value: Case,
  key: K,
  change: (entry: NonNullable<Case[K]>[number]) => NonNullable<Case[K]>[number],
): Partial<Case> {
  const list = value[key] as NonNullable<Case[K]>[number][] | undefined;
  return list === undefined ? {} : { [key]: list.map(change) };
}

function without<T extends object, K extends keyof T>(entry: T, key: K): Omit<T, K> {
  const rest = { ...entry };
  delete rest[key];
  return rest;
}

function keepListed<T extends object, K extends keyof T>(entry: T, key: K, ids: ReadonlySet<string>): T {
  const list = entry[key] as readonly string[] | undefined;
  if (!list?.some((id) => !ids.has(id))) return entry;
  return { ...entry, [key]: list.filter((id) => ids.has(id)) };
}
