/**
 * 会議室の対象時間: what one room may be claimed for on one day, in minutes. A pure function of the schedule.
 *
 * - 講義: lecture, active learning, practical and practicum in the room, up to the hours of the curriculum.
 *   The hours of an item are used up in date order over the whole course.
 * - 検定: always counts.
 * - 前後: one margin before the day's first lecture and one after its last, each only for the room where that
 *   lecture is, and each in full whatever the clock of the rental says.
 * - 昼食: lunch sessions while the room waits between two of its lectures or exams, up to `lunchKeep`.
 * - 休憩 (gaps): the other minutes between the room's first and last lecture or exam. On a day with exams and no
 *   lecture, the margins around the day's first and last exam too. Kept, but to be confirmed.
 *
 * A lunch without a room is the lunch of every room that waits; a lunch entered in another room is a gap here.
 * Time used twice at once in the same room counts once.
 */
import type { IsoDate } from '../../../dates.js';
import type { CurriculumItem, Session } from '../../../model/case/schedule.js';
import { firstMinutes, merged, minutesIn, outside, type Span, within } from '../../facts/spans.js';

export type RoomHours = {
  /** True where a lecture or an exam takes place in the room on the day. */
  readonly used: boolean;
  readonly lecture: number;
  /** Lecture time in the room that the curriculum does not cover; counts for nothing. */
  readonly lectureAbove: number;
  readonly exam: number;
  readonly margins: number;
  /** Lunch as scheduled, and the part of it above `lunchKeep`, which is held. */
  readonly lunch: number;
  readonly lunchAbove: number;
  readonly gaps: number;
  /** 検定だけの日: no lecture anywhere that day. */
  readonly examOnly: boolean;
  /** lecture + exam + margins + lunch up to `lunchKeep`. */
  readonly eligible: number;
  /** The eligible time by the clock, for rooms that are priced by 区分. */
  readonly need: readonly Span[];
};

export type RoomLimits = { readonly margin: number; readonly lunchKeep: number };

/** Minutes of each teaching session that the curriculum covers, by session id. */
export type CoveredMinutes = ReadonlyMap<string, number>;

const TEACHING: readonly Session['format'][] = ['lecture', 'activeLearning', 'practical', 'practicum'];

export function isTeaching(session: Session): boolean {
  return TEACHING.includes(session.format);
}

function isExam(session: Session): boolean {
  return session.format === 'exam';
}

function isLunch(session: Session): boolean {
  return session.format === 'lunch';
}

/**
 * Spends the hours of each curriculum item on its sessions in order of date and clock. A session without an
 * item has no hours to be compared with and counts in full.
 */
export function coveredMinutes(sessions: readonly Session[], curriculum: readonly CurriculumItem[]): CoveredMinutes {
  const left = new Map(curriculum.map((item) => [item.id, item.groupMinutes]));
  const covered = new Map<string, number>();
  for (const session of inDateOrder(sessions.filter(isTeaching))) {
    const length = session.end - session.start;
    const known = session.curriculumItemId === undefined ? undefined : left.get(session.curriculumItemId);
    const taken = known === undefined ? length : Math.min(length, known);
    covered.set(session.id, taken);
    if (session.curriculumItemId !== undefined && known !== undefined)
      left.set(session.curriculumItemId, known - taken);
  }
  return covered;
}

/** The sessions of one day, sorted out once for all its rooms. */
export type DaySchedule = {
  readonly byRoom: ReadonlyMap<string, readonly Session[]>;
  /** Lunches without a room. */
  readonly commonLunches: readonly Session[];
  /** From the first start to the last end of the day's lectures in any room; undefined without one. */
  readonly lectures: Span | undefined;
  readonly exams: Span | undefined;
};

/** `sessions` are all sessions of the day, whatever their room. */
export function daySchedule(sessions: readonly Session[]): DaySchedule {
  const byRoom = new Map<string, Session[]>();
  for (const session of sessions) {
    if (session.roomId === undefined) continue;
    const room = byRoom.get(session.roomId);
    if (room) room.push(session);
    else byRoom.set(session.roomId, [session]);
  }
  return {
    byRoom,
    commonLunches: sessions.filter((session) => isLunch(session) && session.roomId === undefined),
    lectures: hull(sessions.filter(isTeaching)),
    exams: hull(sessions.filter(isExam)),
  };
}

/** The hours of a room on a day. */
export function roomHours(roomId: string, day: DaySchedule, covered: CoveredMinutes, limits: RoomLimits): RoomHours {
  const here = day.byRoom.get(roomId) ?? [];
  const lectures = here.filter(isTeaching);
  const exams = here.filter(isExam);
  const lunches = [...day.commonLunches, ...here.filter(isLunch)];

  const lectureSpans = lectures.map((session) => head(session, covered.get(session.id) ?? 0));
  const examSpans = outside(exams, lectureSpans);
  const taken = merged([...lectures, ...exams]);
  const range = rangeOf(taken);
  const lunchSpans = outside(within(lunches, range), taken);
  const lunchCounted = firstMinutes(lunchSpans, limits.lunchKeep);
  const examOnly = day.lectures === undefined && day.exams !== undefined;
  const margins = marginSpans(lectures, day.lectures, limits.margin);
  const examMargins = examOnly ? marginSpans(exams, day.exams, limits.margin) : [];

  const lecture = minutesIn(lectureSpans);
  const exam = minutesIn(examSpans);
  const lunch = minutesIn(lunchSpans);
  const marginMinutes = margins.length * limits.margin;
  return {
    used: taken.length > 0,
    lecture,
    lectureAbove: minutesIn(outside(lectures, [...lectureSpans, ...examSpans])),
    exam,
    margins: marginMinutes,
    lunch,
    lunchAbove: lunch - minutesIn(lunchCounted),
    gaps: minutesIn(outside(range, [...taken, ...lunchSpans])) + examMargins.length * limits.margin,
    examOnly,
    eligible: lecture + exam + marginMinutes + minutesIn(lunchCounted),
    need: merged([...lectureSpans, ...examSpans, ...lunchCounted, ...margins]),
  };
}

/** The margin before the first and the margin after the last lecture or exam of the day, where those are in the room. */
function marginSpans(here: readonly Session[], day: Span | undefined, margin: number): Span[] {
  if (!day) return [];
  const { start, end } = day;
  return [
    ...(here.some((session) => session.start === start) ? [{ start: start - margin, end: start }] : []),
    ...(here.some((session) => session.end === end) ? [{ start: end, end: end + margin }] : []),
  ];
}

function hull(sessions: readonly Session[]): Span | undefined {
  if (sessions.length === 0) return undefined;
  return {
    start: Math.min(...sessions.map((session) => session.start)),
    end: Math.max(...sessions.map((session) => session.end)),
  };
}

function rangeOf(spans: readonly Span[]): Span[] {
  const first = spans[0];
  const last = spans.at(-1);
  return first && last ? [{ start: first.start, end: last.end }] : [];
}

function head(span: Span, minutes: number): Span {
  return { start: span.start, end: span.start + minutes };
}

function inDateOrder(sessions: readonly Session[]): Session[] {
  const key = (session: Session): [IsoDate, number] => [session.date, session.start];
  return [...sessions].sort((a, b) => {
    const [dateA, startA] = key(a);
    const [dateB, startB] = key(b);
    return dateA === dateB ? startA - startB : dateA < dateB ? -1 : 1;
  });
}
