/**
 * The case, indexed and with what follows from it without any rule: who works when, which papers a line has,
 * what is claimed. Built once per decision; every lookup is by key.
 */
import { apportion, hourly, type Yen } from '../../money.js';
import type { IsoDate } from '../../dates.js';
import { isoDate } from '../../dates.js';
import type { Case } from '../../model/case/case.js';
import type { CaseStage, Course } from '../../model/case/course.js';
import { legAmount } from '../../model/case/detail-amount.js';
import type { Line, LineOf } from '../../model/case/lines/line.js';
import type { Organization } from '../../model/case/organization.js';
import type { CurriculumItem, Session } from '../../model/case/schedule.js';
import type { Assignment, Staff } from '../../model/case/staff.js';
import type { Transfer } from '../../model/case/transfer.js';
import type { Room, Venue } from '../../model/case/venue.js';
import type { Voucher, VoucherKind } from '../../model/case/voucher.js';
import type { EnrolledParticipant, HeldExemption, PaidAssignment, PaidLeg, PaidTrip } from '../engine/subjects.js';

export class Facts {
  readonly organization: Organization;
  readonly course: Course;
  readonly stage: CaseStage;
  /** The "today" of the case. */
  readonly asOf: IsoDate;
  readonly lines: readonly Line[];
  readonly sessions: readonly Session[];
  readonly assignments: readonly Assignment[];
  readonly curriculum: readonly CurriculumItem[];
  readonly staff: readonly Staff[];
  readonly venues: readonly Venue[];
  readonly rooms: readonly Room[];
  readonly transfers: readonly Transfer[];
  readonly vouchers: readonly Voucher[];
  readonly enrolled: readonly EnrolledParticipant[];
  readonly heldExemptions: readonly HeldExemption[];
  /** First and last session date, 検定 included; without sessions the dates of the course, else unknown. */
  readonly startDate: IsoDate | undefined;
  readonly endDate: IsoDate | undefined;
  /** Distinct session dates in order. */
  readonly courseDates: readonly IsoDate[];
  /** The day for which figures are read. */
  readonly figureDay: IsoDate;

  readonly #sessionById: ReadonlyMap<string, Session>;
  readonly #assignmentById: ReadonlyMap<string, Assignment>;
  readonly #itemById: ReadonlyMap<string, CurriculumItem>;
  readonly #staffById: ReadonlyMap<string, Staff>;
  readonly #venueById: ReadonlyMap<string, Venue>;
  readonly #roomById: ReadonlyMap<string, Room>;
  readonly #transferById: ReadonlyMap<string, Transfer>;
  readonly #voucherById: ReadonlyMap<string, Voucher>;
  readonly #lineById: ReadonlyMap<string, Line>;
  readonly #lineOrder: ReadonlyMap<string, number>;
  readonly #assignmentsByStaff: ReadonlyMap<string, readonly Assignment[]>;
  readonly #linesByTransfer: ReadonlyMap<string, readonly Line[]>;
  readonly #linesByStaff: ReadonlyMap<string, readonly Line[]>;
  readonly #linesByKind: ReadonlyMap<string, readonly Line[]>;
  readonly #linesByVoucher: ReadonlyMap<string, readonly Line[]>;
  readonly #paid = new Map<string, readonly PaidAssignment[]>();
  readonly #claims = new Map<string, readonly Yen[]>();
  readonly #trips = new Map<string, readonly PaidTrip[]>();
  readonly #papers = new Map<string, readonly Voucher[]>();
  readonly #dutyDates = new Map<string, readonly IsoDate[]>();

  constructor(readonly value: Case) {
    const { course } = value;
    this.organization = value.organization;
    this.course = course;
    this.stage = value.stage;
    this.asOf = value.asOf;
    this.lines = value.lines ?? [];
    this.sessions = value.sessions ?? [];
    this.assignments = value.assignments ?? [];
    this.curriculum = value.curriculum ?? [];
    this.staff = value.staff ?? [];
    this.venues = value.venues ?? [];
    this.rooms = value.rooms ?? [];
    this.transfers = value.transfers ?? [];
    this.vouchers = value.vouchers ?? [];
    this.#sessionById = byId(this.sessions);
    this.#assignmentById = byId(this.assignments);
    this.#itemById = byId(this.curriculum);
    this.#staffById = byId(this.staff);
    this.#venueById = byId(this.venues);
    this.#roomById = byId(this.rooms);
    this.#transferById = byId(this.transfers);
    this.#voucherById = byId(this.vouchers);
    this.#lineById = byId(this.lines);
    this.#lineOrder = new Map(this.lines.map((line, index) => [line.id, index]));
    this.#assignmentsByStaff = groupBy(this.assignments, (assignment) => [assignment.staffId]);
    this.#linesByTransfer = groupBy(this.lines, (line) => (line.transferId === undefined ? [] : [line.transferId]));
    this.#linesByVoucher = groupBy(this.lines, (line) => [...new Set(line.voucherIds ?? [])]);
    this.#linesByKind = groupBy(this.lines, (line) => [line.kind]);
    this.#linesByStaff = groupBy(this.lines, (line) => this.staffIdOf(line) ?? []);

    this.courseDates = [...new Set(this.sessions.map((session) => session.date))].sort();
    this.startDate = this.courseDates[0] ?? course.startDate;
    this.endDate = this.courseDates.at(-1) ?? course.endDate;
    this.figureDay = this.#clampToYear(this.startDate ?? isoDate(course.fiscalYear, 4, 1));

    const people = byId(value.participants ?? []);
    this.enrolled = (value.enrollments ?? []).flatMap((enrollment) => {
      const participant = people.get(enrollment.participantId);
      return participant ? [{ enrollment, participant }] : [];
    });
    this.heldExemptions = (value.exemptions ?? []).flatMap((exemption) => {
      const participant = people.get(exemption.participantId);
      return participant ? [{ exemption, participant }] : [];
    });
  }

  get case(): Case {
    return this.value;
  }

  get isReport(): boolean {
    return this.stage === 'report';
  }

  get isCommissioned(): boolean {
    return this.course.delivery === 'commissioned';
  }

  session(id: string | undefined): Session | undefined {
    return id === undefined ? undefined : this.#sessionById.get(id);
  }

  assignment(id: string): Assignment | undefined {
    return this.#assignmentById.get(id);
  }

  item(id: string | undefined): CurriculumItem | undefined {
    return id === undefined ? undefined : this.#itemById.get(id);
  }

  person(id: string): Staff | undefined {
    return this.#staffById.get(id);
  }

  venue(id: string | undefined): Venue | undefined {
    return id === undefined ? undefined : this.#venueById.get(id);
  }

  room(id: string | undefined): Room | undefined {
    return id === undefined ? undefined : this.#roomById.get(id);
  }

  transfer(id: string | undefined): Transfer | undefined {
    return id === undefined ? undefined : this.#transferById.get(id);
  }

  voucher(id: string): Voucher | undefined {
    return this.#voucherById.get(id);
  }

  line(id: string): Line | undefined {
    return this.#lineById.get(id);
  }

  /** Position of a line in the list; smaller is listed first. */
  order(line: Line): number {
    return this.#lineOrder.get(line.id) ?? 0;
  }

  /** 会場 whose prefecture decides about travel: the first one. */
  get mainVenue(): Venue | undefined {
    return this.venues[0];
  }

  /** What the line claims at the stage of the case. */
  claimed(line: Line): Yen {
    return (this.isReport ? line.actual : line.planned) ?? 0;
  }

  /** The person whom a 謝金 or 旅費 line pays. */
  staffIdOf(line: Line): [string] | undefined {
    if ('staffId' in line) return [line.staffId];
    if (line.kind !== 'honorarium') return undefined;
    const staffId = this.#assignmentById.get(line.assignmentIds[0] ?? '')?.staffId;
    return staffId === undefined ? undefined : [staffId];
  }

  personOf(line: Line): Staff | undefined {
    const own = this.staffIdOf(line);
    return own && this.#staffById.get(own[0]);
  }

  assignmentsOf(staffId: string): readonly Assignment[] {
    return this.#assignmentsByStaff.get(staffId) ?? [];
  }

  /** 謝金・旅費 lines of a person, in the order of the list. */
  linesOf(staffId: string): readonly Line[] {
    return this.#linesByStaff.get(staffId) ?? [];
  }

  linesPaidBy(transferId: string): readonly Line[] {
    return this.#linesByTransfer.get(transferId) ?? [];
  }

  /** Lines that list the voucher themselves, not through their transfer. */
  linesListing(voucherId: string): readonly Line[] {
    return this.#linesByVoucher.get(voucherId) ?? [];
  }

  linesOfKind<K extends Line['kind']>(kind: K): readonly LineOf<K>[] {
    return (this.#linesByKind.get(kind) ?? []) as readonly LineOf<K>[];
  }

  /** Day of an assignment: of its session, or its own. */
  dateOf(assignment: Assignment): IsoDate | undefined {
    return this.session(assignment.sessionId)?.date ?? assignment.date;
  }

  /** Minutes of an assignment: its own, or the length of its session; 0 where neither is known. */
  minutesOf(assignment: Assignment): number {
    const session = this.session(assignment.sessionId);
    return assignment.minutes ?? (session ? session.end - session.start : 0);
  }

  /** 従事日: distinct days on which a person has a duty of the course, in order. */
  dutyDates(staffId: string): readonly IsoDate[] {
    const known = this.#dutyDates.get(staffId);
    if (known) return known;
    const dates = this.assignmentsOf(staffId).flatMap((assignment) => this.dateOf(assignment) ?? []);
    const distinct = [...new Set(dates)].sort();
    this.#dutyDates.set(staffId, distinct);
    return distinct;
  }

  paidAssignments(line: LineOf<'honorarium'>): readonly PaidAssignment[] {
    const known = this.#paid.get(line.id);
    if (known) return known;
    let minutesBefore = 0;
    const paid = line.assignmentIds.flatMap((id): PaidAssignment[] => {
      const assignment = this.#assignmentById.get(id);
      const person = assignment && this.#staffById.get(assignment.staffId);
      if (!assignment || !person) return [];
      const session = this.session(assignment.sessionId);
      const minutes = this.minutesOf(assignment);
      const entry = {
        line,
        assignment,
        person,
        session,
        item: this.item(session?.curriculumItemId),
        minutes,
        minutesBefore,
      };
      minutesBefore += minutes;
      return [entry];
    });
    this.#paid.set(line.id, paid);
    return paid;
  }

  /** What each assignment of a line claims; whole yen that add up to the line. */
  assignmentClaims(line: LineOf<'honorarium'>): readonly Yen[] {
    const known = this.#claims.get(line.id);
    if (known) return known;
    const paid = this.paidAssignments(line);
    const { rate } = line;
    const claims =
      rate === undefined
        ? apportion(this.claimed(line), lumpSumWeights(paid))
        : paid.map((entry) => payFor(entry, rate, entry.minutes));
    this.#claims.set(line.id, claims);
    return claims;
  }

  legClaim(paid: PaidLeg): Yen {
    return legAmount(paid.leg);
  }

  /** Round trips of a 交通費 line by their number. */
  tripsOf(line: LineOf<'transport'>): readonly PaidTrip[] {
    const known = this.#trips.get(line.id);
    if (known) return known;
    const person = this.#staffById.get(line.staffId);
    const legs: PaidLeg[] = person
      ? line.legs.map((leg, index) => ({ line, leg, index, part: `leg${index}`, trip: leg.trip ?? 1, person }))
      : [];
    const trips = [...new Set(legs.map((leg) => leg.trip))]
      .sort((a, b) => a - b)
      .flatMap((trip): PaidTrip[] =>
        person ? [{ line, trip, part: `trip${trip}`, legs: legs.filter((leg) => leg.trip === trip), person }] : [],
      );
    this.#trips.set(line.id, trips);
    return trips;
  }

  legsOf(line: LineOf<'transport'>): readonly PaidLeg[] {
    return this.tripsOf(line)
      .flatMap((trip) => trip.legs)
      .sort((a, b) => a.index - b.index);
  }

  /** 証憑 of a line: its own and those of its transfer. */
  papersOf(line: Line): readonly Voucher[] {
    const known = this.#papers.get(line.id);
    if (known) return known;
    const ids = new Set(line.voucherIds);
    for (const id of this.transfer(line.transferId)?.voucherIds ?? []) ids.add(id);
    const papers: Voucher[] = [];
    for (const id of ids) {
      const voucher = this.#voucherById.get(id);
      if (voucher) papers.push(voucher);
    }
    this.#papers.set(line.id, papers);
    return papers;
  }

  /** The line's papers of one of the kinds. 領収書, ご搭乗案内 and 立替者の領収書 count only as originals. */
  papers(line: Line, ...kinds: VoucherKind[]): readonly Voucher[] {
    return this.papersOf(line).filter((voucher) => kinds.includes(voucher.kind) && isGoodCopy(voucher));
  }

  hasPaper(line: Line, ...kinds: VoucherKind[]): boolean {
    return this.papersOf(line).some((voucher) => kinds.includes(voucher.kind) && isGoodCopy(voucher));
  }

  /** The claim was submitted on this day; unknown while neither date is recorded. */
  get submittedOn(): IsoDate | undefined {
    return this.course.applicationSentOn ?? this.course.applicationReceivedOn;
  }

  #clampToYear(day: IsoDate): IsoDate {
    const first = isoDate(this.course.fiscalYear, 4, 1);
    const last = isoDate(this.course.fiscalYear + 1, 3, 31);
    return day < first ? first : day > last ? last : day;
  }
}

/** What `rate` per hour pays for `minutes` of an assignment, so that the parts of a line add up to the line. */
export function payFor(paid: PaidAssignment, rate: Yen, minutes: number): Yen {
  return hourly(rate, paid.minutesBefore + minutes) - hourly(rate, paid.minutesBefore);
}

const ORIGINALS: readonly VoucherKind[] = ['receiptOriginal', 'boardingInfo', 'personalReceipt'];

function isGoodCopy(voucher: Voucher): boolean {
  return !(ORIGINALS.includes(voucher.kind) && voucher.isOriginal === false);
}

/** A 総額 is spread by time; where some assignment has no time, evenly. */
function lumpSumWeights(paid: readonly PaidAssignment[]): number[] {
  return paid.every((entry) => entry.minutes > 0) ? paid.map((entry) => entry.minutes) : paid.map(() => 1);
}

function byId<T extends { readonly id: string }>(list: readonly T[]): Map<string, T> {
  const index = new Map<string, T>();
  for (const entry of list) index.set(entry.id, entry);
  return index;
}

function groupBy<T>(list: readonly T[], keys: (entry: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of list) {
    for (const key of keys(entry)) {
      const group = groups.get(key);
      if (group) group.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
