/** The timetable of a course laid out for the eye: days, lanes of simultaneous sessions, double bookings, sums. */
import type { IsoDate } from '../../../shared/dates.js';
import type { Case } from '../../../shared/model/case/case.js';
import { type Session, SESSION_FORMAT_JA, type SessionFormat } from '../../../shared/model/case/schedule.js';
import { type Assignment, STAFF_ROLE_JA, type StaffRole } from '../../../shared/model/case/staff.js';
import { sum } from '../../../shared/money.js';

export type Duty = {
  readonly assignment: Assignment;
  readonly nameJa: string;
};

export type PlacedSession = {
  readonly session: Session;
  readonly titleJa: string;
  readonly roomJa: string | undefined;
  readonly duties: readonly Duty[];
  /** Which of how many columns within the day. */
  readonly lane: number;
  readonly lanes: number;
  /** Double bookings shown on this block: it is the earlier of the two. */
  readonly clashes: readonly Clash[];
};

export type Clash = {
  readonly staffId: string;
  readonly nameJa: string;
  readonly from: number;
  readonly to: number;
  /** The later session. */
  readonly laterId: string;
};

export type TimetableDay = {
  readonly date: IsoDate;
  readonly sessions: readonly PlacedSession[];
  /** Teaching and exam minutes. */
  readonly minutes: number;
};

const TEACHING: readonly (SessionFormat | null)[] = ['lecture', 'activeLearning', 'practical', 'practicum'];

/** One letter per 形態: colour alone does not tell them apart. */
export const FORMAT_LETTER = {
  lecture: '講',
  activeLearning: 'AL',
  practical: '実',
  practicum: '習',
  exam: '検',
  lunch: '昼',
  break: '休',
  other: '他',
} as const satisfies Record<SessionFormat, string>;

/** Days with their sessions in order. */
export function timetableOf(value: Case): TimetableDay[] {
  const sessions = value.sessions ?? [];
  const clashes = clashesOf(value);
  const dates = [...new Set(sessions.map((session) => session.date))].sort();
  return dates.map((date) => {
    const own = inTime(sessions.filter((session) => session.date === date));
    const lanes = lanesOf(own);
    return {
      date,
      minutes: sum(own.filter(countsAsHours).map((session) => session.end - session.start)),
      sessions: own.map((session) => ({
        session,
        titleJa: titleJa(session, value),
        roomJa: roomJa(session, value),
        duties: dutiesOf(session, value),
        clashes: clashes.get(session.id) ?? [],
        ...(lanes.get(session.id) ?? { lane: 0, lanes: 1 }),
      })),
    };
  });
}

export function inTime(sessions: readonly Session[]): Session[] {
  return [...sessions].sort(
    (a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0) || a.start - b.start || a.end - b.end,
  );
}

function countsAsHours(session: Session): boolean {
  return session.format === null || session.format === 'exam' || TEACHING.includes(session.format);
}

/** 科目, or what it is where no 科目 is chosen. */
export function titleJa(session: Session, value: Case): string {
  const item = value.curriculum?.find((candidate) => candidate.id === session.curriculumItemId);
  if (item) return item.nameJa;
  return session.format === null ? '形態 未選択' : SESSION_FORMAT_JA[session.format];
}

function roomJa(session: Session, value: Case): string | undefined {
  const room = value.rooms?.find((candidate) => candidate.id === session.roomId);
  return session.isOnline === true ? 'オンライン' : room?.nameJa;
}

export function dutiesOf(session: Session, value: Case): Duty[] {
  return (value.assignments ?? [])
    .filter((assignment) => assignment.sessionId === session.id)
    .map((assignment) => ({
      assignment,
      nameJa: value.staff?.find((person) => person.id === assignment.staffId)?.nameJa ?? '',
    }));
}

/** People by role, roles in the order in which they come. */
export function byRole(duties: readonly Duty[]): { readonly roleJa: string; readonly names: readonly string[] }[] {
  const roles: StaffRole[] = [...new Set(duties.map(({ assignment }) => assignment.role))];
  return roles.map((role) => ({
    roleJa: STAFF_ROLE_JA[role],
    names: duties.filter(({ assignment }) => assignment.role === role).map(({ nameJa }) => nameJa),
  }));
}

/** 「講師 野口 恵・助手 平田 樹」. */
export function dutiesJa(duties: readonly Duty[]): string {
  return byRole(duties)
    .map(({ roleJa, names }) => `${roleJa} ${names.join('、')}`)
    .join('・');
}

/** Columns for sessions that run at the same time: the earliest free one, shared width within each cluster. */
function lanesOf(sessions: readonly Session[]): Map<string, { lane: number; lanes: number }> {
  const places = new Map<string, { lane: number; lanes: number }>();
  let cluster: { lane: number; lanes: number }[] = [];
  let ends: number[] = [];
  for (const session of sessions) {
    if (ends.every((end) => end <= session.start)) {
      cluster = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= session.start);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = session.end;
    const place = { lane, lanes: 1 };
    cluster.push(place);
    for (const each of cluster) each.lanes = ends.length;
    places.set(session.id, place);
  }
  return places;
}

/** The same person at two places at once, by the earlier session. */
export function clashesOf(value: Case): Map<string, Clash[]> {
  const clashes = new Map<string, Clash[]>();
  const sessions = new Map((value.sessions ?? []).map((session) => [session.id, session]));
  for (const person of value.staff ?? []) {
    const own = inTime(
      (value.assignments ?? [])
        .filter((assignment) => assignment.staffId === person.id)
        .flatMap((assignment) => sessions.get(assignment.sessionId ?? '') ?? []),
    );
    const distinct = [...new Set(own)];
    distinct.forEach((earlier, index) => {
      for (const later of distinct.slice(index + 1)) {
        const from = Math.max(earlier.start, later.start);
        const to = Math.min(earlier.end, later.end);
        if (earlier.date !== later.date || to <= from) continue;
        const clash = { staffId: person.id, nameJa: person.nameJa, from, to, laterId: later.id };
        clashes.set(earlier.id, [...(clashes.get(earlier.id) ?? []), clash]);
      }
    });
  }
  return clashes;
}

export type SubjectHours = {
  readonly id: string;
  readonly nameJa: string;
  readonly planned: number;
  readonly required: number;
};

/** 計画／実施要領 per 科目, in minutes of teaching. */
export function subjectHours(value: Case): SubjectHours[] {
  return (value.curriculum ?? []).map((item) => ({
    id: item.id,
    nameJa: item.nameJa,
    required: item.groupMinutes,
    planned: sum(
      (value.sessions ?? [])
        .filter((session) => session.curriculumItemId === item.id)
        .filter((session) => session.format === null || TEACHING.includes(session.format))
        .map((session) => session.end - session.start),
    ),
  }));
}

/** Hours to one decimal as the table prints them: 90 → 1.5; 100 → 1.67 is not rounded away: 1:40. */
export function hoursText(minutes: number): string {
  return minutes % 6 === 0
    ? (minutes / 60).toFixed(1)
    : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
