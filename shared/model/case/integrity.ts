/**
 * What the shape of a case cannot say: unique ids, references that exist, people in roles that their session
 * allows, and amounts that agree with their details. A case that fails here is invalid as a whole.
 */
import { sum } from '../../money.js';
import type { Problem } from '../problem.js';
import { pathText } from '../problem.js';
import { CASE_LIST_KEYS, type Case } from './case.js';
import { detailAmount } from './detail-amount.js';
import type { Line } from './lines/line.js';
import type { Session } from './schedule.js';
import type { Assignment, StaffRole } from './staff.js';

type Report = (path: readonly PropertyKey[], ja: string, en: string) => void;

/** All integrity problems of a case whose shape is right; an empty list means that it holds together. */
export function integrityProblems(value: Case): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, ja, en) => problems.push({ path: pathText(path), ja, en });
  uniqueIds(value, report);
  if (problems.length > 0) return problems;
  references(value, report);
  if (problems.length > 0) return problems;
  schedule(value, report);
  assignments(value, report);
  lines(value, report);
  return problems;
}

function uniqueIds(value: Case, report: Report): void {
  const people = new Set<string>();
  for (const key of CASE_LIST_KEYS) {
    const own = new Set<string>();
    // 講師等 and 受講者 share one name space: an approval or a payment names either by the same id.
    const seen = key === 'staff' || key === 'participants' ? people : own;
    (value[key] ?? []).forEach((entry, index) => {
      if (seen.has(entry.id)) report([key, index, 'id'], `ID「${entry.id}」が重なっています`, 'duplicate id');
      seen.add(entry.id);
    });
  }
}

function references(value: Case, report: Report): void {
  const ids = Object.fromEntries(
    CASE_LIST_KEYS.map((key) => [key, new Set((value[key] ?? []).map((entry) => entry.id))]),
  ) as Record<(typeof CASE_LIST_KEYS)[number], Set<string>>;
  const lineIds = ids.lines;
  const personIds = new Set([...ids.staff, ...ids.participants]);

  const must = (set: Set<string>, id: string | undefined, path: readonly PropertyKey[]): void => {
    if (id !== undefined && !set.has(id)) report(path, `「${id}」がこの講習会にありません`, 'unknown reference');
  };
  const mustAll = (set: Set<string>, list: readonly string[] | undefined, path: readonly PropertyKey[]): void =>
    (list ?? []).forEach((id, index) => must(set, id, [...path, index]));

  mustAll(ids.venues, value.organization.ownedFacilityIds, ['organization', 'ownedFacilityIds']);
  mustAll(ids.venues, value.organization.designatedFacilityIds, ['organization', 'designatedFacilityIds']);
  mustAll(ids.participants, value.course.otherIndependentParticipantIds, ['course', 'otherIndependentParticipantIds']);
  value.rooms?.forEach((room, i) => must(ids.venues, room.venueId, ['rooms', i, 'venueId']));
  value.sessions?.forEach((session, i) => {
    must(ids.curriculum, session.curriculumItemId, ['sessions', i, 'curriculumItemId']);
    must(ids.rooms, session.roomId, ['sessions', i, 'roomId']);
  });
  value.staff?.forEach((person, i) => {
    must(ids.vouchers, person.distanceEvidenceId, ['staff', i, 'distanceEvidenceId']);
    must(ids.participants, person.participantId, ['staff', i, 'participantId']);
  });
  value.assignments?.forEach((assignment, i) => {
    must(ids.staff, assignment.staffId, ['assignments', i, 'staffId']);
    must(ids.sessions, assignment.sessionId, ['assignments', i, 'sessionId']);
  });
  value.enrollments?.forEach((enrollment, i) => {
    must(ids.participants, enrollment.participantId, ['enrollments', i, 'participantId']);
    mustAll(ids.exemptions, enrollment.exemptionIds, ['enrollments', i, 'exemptionIds']);
    enrollment.attendance?.forEach((entry, j) =>
      must(ids.sessions, entry.sessionId, ['enrollments', i, 'attendance', j, 'sessionId']),
    );
  });
  value.exemptions?.forEach((entry, i) =>
    must(ids.participants, entry.participantId, ['exemptions', i, 'participantId']),
  );
  value.exemptionApplications?.forEach((entry, i) =>
    must(ids.participants, entry.participantId, ['exemptionApplications', i, 'participantId']),
  );
  value.lines?.forEach((line, i) => {
    mustAll(ids.vouchers, line.voucherIds, ['lines', i, 'voucherIds']);
    must(ids.transfers, line.transferId, ['lines', i, 'transferId']);
    if ('staffId' in line) must(ids.staff, line.staffId, ['lines', i, 'staffId']);
    if (line.kind === 'honorarium') mustAll(ids.assignments, line.assignmentIds, ['lines', i, 'assignmentIds']);
    if (line.kind === 'room') must(ids.rooms, line.roomId, ['lines', i, 'roomId']);
    if (line.kind === 'shipping') must(ids.venues, line.destinationVenueId, ['lines', i, 'destinationVenueId']);
    if (line.kind === 'printing') {
      line.quotes?.forEach((quote, j) => must(ids.vouchers, quote.voucherId, ['lines', i, 'quotes', j, 'voucherId']));
    }
  });
  value.transfers?.forEach((transfer, i) => mustAll(ids.vouchers, transfer.voucherIds, ['transfers', i, 'voucherIds']));
  value.approvals?.forEach((approval, i) => {
    mustAll(ids.vouchers, approval.voucherIds, ['approvals', i, 'voucherIds']);
    if (approval.scope === 'line') must(lineIds, approval.scopeId, ['approvals', i, 'scopeId']);
    if (approval.scope === 'person') must(personIds, approval.scopeId, ['approvals', i, 'scopeId']);
  });
}

function schedule(value: Case, report: Report): void {
  value.sessions?.forEach((session, i) => {
    if (session.end <= session.start) {
      report(['sessions', i, 'end'], '終了は開始より後の時刻にしてください', 'must be later than start');
    }
  });
  const dates = (value.sessions ?? []).map((session) => session.date).sort();
  const first = dates[0];
  const last = dates.at(-1);
  const { startDate, endDate } = value.course;
  if (first !== undefined && startDate !== undefined && startDate !== first) {
    report(['course', 'startDate'], `日程の初日（${first}）と違います`, 'must agree with the sessions');
  }
  if (last !== undefined && endDate !== undefined && endDate !== last) {
    report(['course', 'endDate'], `日程の最終日（${last}）と違います`, 'must agree with the sessions');
  }
}

/** Which roles may stand in a session of a format; a format not chosen yet takes any. */
const ROLES_OF_FORMAT: Record<string, readonly StaffRole[]> = {
  lecture: ['lecturer', 'assistant'],
  practical: ['lecturer', 'assistant'],
  practicum: ['lecturer', 'assistant'],
  activeLearning: ['lecturer', 'assistant', 'alLead', 'alInstructor'],
  exam: ['lecturer', 'assistant', 'alLead', 'alInstructor', 'examiner'],
};

function assignments(value: Case, report: Report): void {
  const sessions = new Map((value.sessions ?? []).map((session) => [session.id, session]));
  value.assignments?.forEach((assignment, i) => {
    const session = assignment.sessionId === undefined ? undefined : sessions.get(assignment.sessionId);
    if (session) {
      sessionRole(assignment, session, (key, ja, en) => report(['assignments', i, key], ja, en));
    } else if (assignment.date === undefined) {
      report(['assignments', i], '日程のコマか日付を入れてください', 'sessionId or date is required');
    } else if (assignment.role !== 'operations' && assignment.role !== 'examiner') {
      report(
        ['assignments', i, 'sessionId'],
        'この役割には日程のコマが必要です',
        'sessionId is required for this role',
      );
    }
    if (assignment.task !== undefined && assignment.role !== 'examiner') {
      report(['assignments', i, 'task'], '検定員だけに入れられます', 'only for role examiner');
    }
  });
}

function sessionRole(
  assignment: Assignment,
  session: Session,
  report: (key: string, ja: string, en: string) => void,
): void {
  const allowed = session.format === null ? undefined : (ROLES_OF_FORMAT[session.format] ?? []);
  if (allowed && assignment.role !== 'operations' && !allowed.includes(assignment.role)) {
    report('role', 'このコマの形態には置けない役割です', `role does not fit format ${session.format}`);
  }
  if (assignment.minutes !== undefined && assignment.minutes > session.end - session.start) {
    report('minutes', 'コマの長さを超えています', 'must not exceed the session');
  }
}

function lines(value: Case, report: Report): void {
  const sessions = new Map((value.sessions ?? []).map((session) => [session.id, session]));
  const byId = new Map((value.assignments ?? []).map((assignment) => [assignment.id, assignment]));
  const rooms = new Map((value.rooms ?? []).map((room) => [room.id, room]));
  const minutesOf = (id: string): number => {
    const assignment = byId.get(id);
    const session = assignment?.sessionId === undefined ? undefined : sessions.get(assignment.sessionId);
    return assignment?.minutes ?? (session ? session.end - session.start : 0);
  };
  const room = (id: string) => rooms.get(id);

  value.lines?.forEach((line, i) => {
    if (line.kind === 'honorarium') honorarium(line, i);
    if (line.kind === 'room') roomLine(line, i);
    if (line.kind === 'online' && line.periodTo < line.periodFrom) {
      report(['lines', i, 'periodTo'], '期間の終わりが始まりより前です', 'must not be before periodFrom');
    }
    const claimed = value.stage === 'application' ? line.planned : line.actual;
    const amount = detailAmount(line, { minutesOf, room });
    if (amount !== undefined && claimed !== amount) {
      report(
        ['lines', i, value.stage === 'application' ? 'planned' : 'actual'],
        `明細の金額（${amount}円）と合いません`,
        `must equal the detail amount ${amount}`,
      );
    }
  });

  function honorarium(line: Extract<Line, { kind: 'honorarium' }>, i: number): void {
    const own = line.assignmentIds.flatMap((id) => byId.get(id) ?? []);
    if (new Set(own.map((assignment) => assignment.staffId)).size > 1) {
      report(['lines', i, 'assignmentIds'], '1行に入れられるのは1人分です', 'assignments of more than one person');
    }
    if (new Set(line.assignmentIds).size < line.assignmentIds.length) {
      report(['lines', i, 'assignmentIds'], '同じ担当が2回入っています', 'the same assignment twice');
    }
    if (own.some((assignment) => assignment.role !== line.role)) {
      report(['lines', i, 'role'], '担当の役割と違います', 'must equal the role of the assignments');
    }
    if (line.lumpSum !== undefined && line.role !== 'examiner') {
      report(['lines', i, 'lumpSum'], '総額で入れられるのは検定員だけです', 'only for role examiner');
    }
    const minutes = sum(line.assignmentIds.map(minutesOf));
    if (line.minutes !== undefined && line.minutes !== minutes) {
      report(['lines', i, 'minutes'], `担当の合計（${minutes}分）と違います`, `must equal ${minutes}`);
    }
  }

  function roomLine(line: Extract<Line, { kind: 'room' }>, i: number): void {
    if (line.end <= line.start) {
      report(['lines', i, 'end'], '終了は開始より後の時刻にしてください', 'must be later than start');
    }
    const own = rooms.get(line.roomId);
    if (!own) return;
    if (own.priceUnit === 'slot') {
      if (!line.slotNames)
        report(['lines', i, 'slotNames'], '利用する区分を入れてください', 'required for a slot price');
      line.slotNames?.forEach((name, j) => {
        if (!own.slots?.some((slot) => slot.name === name)) {
          report(['lines', i, 'slotNames', j], `「${name}」という区分がありません`, 'unknown slot');
        }
      });
    } else if (own.unitPrice === undefined) {
      report(['lines', i, 'roomId'], '部屋の単価が入っていません', 'the room has no unitPrice');
    }
  }
}
