/** 日程表: every session with its people and what differs from the application. */
import { weekdayJa } from '../../dates.js';
import type { Session } from '../../model/case/schedule.js';
import type { StaffRole } from '../../model/case/staff.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header } from '../header.js';
import { roomNameJa } from '../line-words.js';
import { HELD_OR_PLANNED, type Paper, titleOf } from '../paper.js';
import { formatJa } from '../session-words.js';
import { type Column, type Placed, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'date', headJa: '日付', width: 16, format: 'eraDate', align: 'left' },
  { key: 'weekday', headJa: '曜', width: 3.5, format: 'text', align: 'center' },
  { key: 'start', headJa: '開始', width: 6.5, format: 'time', align: 'center' },
  { key: 'end', headJa: '終了', width: 6.5, format: 'time', align: 'center' },
  { key: 'minutes', headJa: '時間\n（分）', width: 6.5, format: 'count' },
  { key: 'format', headJa: '区分', width: 11.5, format: 'text', wrap: true },
  { key: 'item', headJa: '科目名', width: 23, format: 'text', wrap: true },
  { key: 'planned', headJa: '要領\n（分）', width: 6.5, format: 'count' },
  { key: 'room', headJa: '会場・部屋', width: 19, format: 'text', wrap: true },
  { key: 'lecturers', headJa: '講師・統括者', width: 12, format: 'text', wrap: true },
  { key: 'instructors', headJa: '担当者', width: 11, format: 'text', wrap: true },
  { key: 'assistants', headJa: '助手', width: 11, format: 'text', wrap: true },
  { key: 'examiners', headJa: '検定員', width: 11, format: 'text', wrap: true },
  { key: 'present', headJa: '出席\n（名）', width: 6, format: 'count' },
  { key: 'change', headJa: '計画との変更', width: 12, format: 'text', wrap: true },
  /** Sums compare without case and read digits as numbers, so that neither names nor ids serve as keys. */
  { key: 'itemKey', headJa: '科目', width: 6, format: 'text', hidden: true },
] as const satisfies readonly Column[];
type Key = (typeof COLUMNS)[number]['key'];

/** Before the course 受講者数 and a column for remarks stand where 出席 and changes do at the report. */
function columnsOf({ facts }: Paper): readonly Column<Key>[] {
  return COLUMNS.map((column): Column<Key> => {
    if (facts.isReport) return column;
    if (column.key === 'present') return { ...column, headJa: '受講者\n（名）' };
    return column.key === 'change' ? { ...column, headJa: '備考' } : column;
  });
}

/** The sessions as they stand on 日程表, for sums over them. */
export type SessionTable = Placed<'minutes' | 'format' | 'itemKey'>;

/** Key of a 科目 in hidden cells. */
export function itemKey(itemId: string | undefined, facts: Facts): string {
  const index = facts.curriculum.findIndex((item) => item.id === itemId);
  return index === -1 ? '' : `K${index + 1}`;
}

/** In the order of the days and hours. */
export function sessionsInOrder(facts: Facts): Session[] {
  return [...facts.sessions].sort((a, b) => (a.date === b.date ? a.start - b.start : a.date < b.date ? -1 : 1));
}

export function scheduleSheet(paper: Paper): { draft: SheetDraft; sessions: SessionTable } {
  const { facts } = paper;
  const columns = columnsOf(paper);
  const draft = SheetDraft.for('日程表', 'landscape', columns);
  header(draft, titleOf('日程表', paper, HELD_OR_PLANNED), paper, true);
  const sessions = sessionsInOrder(facts);
  const placed = draft.table<Key>(
    columns,
    sessions.map((session) => (at) => ({
      date: session.date,
      weekday: weekdayJa(session.date),
      start: { value: session.start, look: 'input' },
      end: { value: session.end, look: 'input' },
      // Times of day are fractions of a day; half a minute keeps 29.999… minutes from becoming 29.
      minutes: {
        value: session.end - session.start,
        formula: `ROUNDDOWN((${at('end')}-${at('start')})*1440+0.5,0)`,
      },
      format: formatJa(session),
      item: facts.item(session.curriculumItemId)?.nameJa ?? '',
      planned: facts.item(session.curriculumItemId)?.groupMinutes ?? null,
      room: roomJa(session, facts),
      lecturers: people(session, facts, ['lecturer', 'alLead']),
      instructors: people(session, facts, ['alInstructor']),
      assistants: people(session, facts, ['assistant']),
      examiners: people(session, facts, ['examiner']),
      present: facts.isReport ? presentCount(session, facts) : expectedCount(session, paper),
      change: changeJa(session, facts),
      itemKey: itemKey(session.curriculumItemId, facts),
    })),
    {
      emptyJa: '日程が入力されていません',
      lineAbove: (index) => index > 0 && sessions[index]?.date !== sessions[index - 1]?.date,
    },
  );
  if (sessions.length > 0) {
    draft.sums(
      placed,
      '計',
      { minutes: sum(sessions.map((session) => session.end - session.start)) },
      'subtotal',
      'count',
    );
  }
  footNote(draft, ...venueNote(facts));
  return { draft, sessions: placed };
}

function roomJa(session: Session, facts: Facts): string {
  return [roomNameJa(session.roomId, facts), session.isOnline === true ? 'オンライン' : ''].filter(Boolean).join('・');
}

function venueNote(facts: Facts): string[] {
  const [venue] = facts.venues;
  return venue && facts.venues.length === 1 ? [`会場：${venue.nameJa}`] : [];
}

function people(session: Session, facts: Facts, roles: readonly StaffRole[]): string {
  return facts.assignments
    .filter((assignment) => assignment.sessionId === session.id && roles.includes(assignment.role))
    .map((assignment) => facts.person(assignment.staffId)?.nameJa ?? '')
    .join('、');
}

/** 受講者 recorded as present; empty where no attendance is recorded. */
function presentCount(session: Session, facts: Facts): number | null {
  const entries = facts.enrolled.flatMap(({ enrollment }) =>
    (enrollment.attendance ?? []).filter((entry) => entry.sessionId === session.id),
  );
  return entries.length === 0 ? null : entries.filter((entry) => entry.present).length;
}

const WITHOUT_PARTICIPANTS: readonly Session['format'][] = ['lunch', 'break', 'other'];

/** 受講者数 of the application, where a session is for them. */
function expectedCount({ format }: Session, { decision }: Paper): number | null {
  return WITHOUT_PARTICIPANTS.includes(format) ? null : (decision.headcount.participants ?? null);
}

/** ○ where the day or the teaching staff is not the one of the application; only what the snapshot holds is compared. */
function changeJa(session: Session, facts: Facts): string {
  const snapshot = facts.course.applicationSnapshot;
  if (!snapshot) return '';
  const changes: string[] = [];
  if (snapshot.dates && !snapshot.dates.includes(session.date)) changes.push('日付');
  const planned = session.curriculumItemId === undefined ? undefined : snapshot.staffByItem?.[session.curriculumItemId];
  const teaching = facts.assignments
    .filter((assignment) => assignment.sessionId === session.id && assignment.role !== 'examiner')
    .map((assignment) => assignment.staffId);
  if (planned && teaching.some((id) => !planned.includes(id))) changes.push('担当者');
  return changes.length > 0 ? `○ ${changes.join('・')}` : '';
}
