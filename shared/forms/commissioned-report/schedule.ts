/** 日程表（実績）: every session, and the hours of each 科目 against the 実施要領. */
import { hoursJa, weekdayJa } from '../../dates.js';
import { SESSION_FORMAT_JA, type Session } from '../../model/case/schedule.js';
import type { StaffRole } from '../../model/case/staff.js';
import { sum } from '../../money.js';
import type { Facts } from '../../rules/facts/facts.js';
import { footNote, header, type PaperInput } from '../paper.js';
import { type Column, SheetDraft } from '../sheet-draft.js';

const COLUMNS = [
  { key: 'date', headJa: '日付', format: 'eraDate', align: 'left' },
  { key: 'weekday', headJa: '曜', format: 'text', align: 'center' },
  { key: 'start', headJa: '開始', format: 'time', align: 'center' },
  { key: 'end', headJa: '終了', format: 'time', align: 'center' },
  { key: 'minutes', headJa: '時間(分)', format: 'count' },
  { key: 'format', headJa: '区分', format: 'text' },
  { key: 'item', headJa: '科目名', format: 'text', wrap: true },
  { key: 'room', headJa: '会場・部屋', format: 'text', wrap: true },
  { key: 'lecturers', headJa: '講師・統括者', format: 'text', wrap: true },
  { key: 'instructors', headJa: '担当者', format: 'text', wrap: true },
  { key: 'assistants', headJa: '助手', format: 'text', wrap: true },
  { key: 'examiners', headJa: '検定員', format: 'text', wrap: true },
  { key: 'change', headJa: '計画との変更', format: 'text', wrap: true },
] as const satisfies readonly Column[];
const WIDTHS = [17, 4, 7, 7, 8, 17, 26, 20, 14, 14, 14, 14, 16] as const;

const ITEM_COLUMNS = [
  { key: 'item', headJa: '科目名', format: 'text' },
  { key: 'blank1', headJa: '', format: 'text' },
  { key: 'planned', headJa: '要領(分)', format: 'count' },
  { key: 'held', headJa: '実績(分)', format: 'count' },
  { key: 'difference', headJa: '差(分)', format: 'count' },
  { key: 'judged', headJa: '判定', format: 'text' },
] as const satisfies readonly Column[];

export function scheduleSheet(input: PaperInput): SheetDraft {
  const { facts } = input;
  const draft = new SheetDraft('日程表', 'landscape', WIDTHS);
  header(draft, '日程表（実績）', input);
  draft.repeat(1, 7);
  const sessions = [...facts.sessions].sort((a, b) =>
    a.date === b.date ? a.start - b.start : a.date < b.date ? -1 : 1,
  );
  const placed = draft.table(
    COLUMNS,
    sessions.map((session) => (_row, at) => ({
      date: session.date,
      weekday: weekdayJa(session.date),
      start: { value: session.start, look: 'input' },
      end: { value: session.end, look: 'input' },
      minutes: { value: session.end - session.start, formula: `(${at('end')}-${at('start')})*1440` },
      format: session.format === null ? '未選択' : SESSION_FORMAT_JA[session.format],
      item: facts.item(session.curriculumItemId)?.nameJa ?? '',
      room: roomText(session, facts),
      lecturers: people(session, facts, ['lecturer', 'alLead']),
      instructors: people(session, facts, ['alInstructor']),
      assistants: people(session, facts, ['assistant']),
      examiners: people(session, facts, ['examiner']),
      change: changeText(session, facts),
    })),
  );
  draft.gap();
  draft.heading('科目ごとの時間数');
  const group = facts.curriculum.filter((item) => item.groupMinutes > 0);
  const items = draft.table(
    ITEM_COLUMNS,
    group.map((item) => (row, at) => {
      const held = sum(
        facts.sessions
          .filter((session) => session.curriculumItemId === item.id)
          .map((session) => session.end - session.start),
      );
      return {
        item: item.nameJa,
        planned: item.groupMinutes,
        held: { value: held, formula: `SUMIFS(${placed.range('minutes')},${placed.range('item')},${at('item')})` },
        difference: { value: held - item.groupMinutes, formula: `D${row}-C${row}` },
        judged: held >= item.groupMinutes ? '充足' : `不足 ${hoursJa(item.groupMinutes - held)}`,
      };
    }),
  );
  if (group.length > 0) {
    draft.sums(
      items,
      '計',
      {
        planned: sum(group.map((item) => item.groupMinutes)),
        held: sum(group.map((item) => heldMinutes(item.id, facts))),
      },
      'total',
      'count',
    );
  }
  footNote(draft);
  return draft;
}

function heldMinutes(itemId: string, facts: Facts): number {
  return sum(
    facts.sessions
      .filter((session) => session.curriculumItemId === itemId)
      .map((session) => session.end - session.start),
  );
}

function roomText(session: Session, facts: Facts): string {
  const room = facts.room(session.roomId);
  if (!room) return session.isOnline === true ? 'オンライン' : '';
  return `${facts.venue(room.venueId)?.nameJa ?? ''} ${room.nameJa}`.trim();
}

function people(session: Session, facts: Facts, roles: readonly StaffRole[]): string {
  return facts.assignments
    .filter((assignment) => assignment.sessionId === session.id && roles.includes(assignment.role))
    .map((assignment) => facts.person(assignment.staffId)?.nameJa ?? '')
    .join('、');
}

/** ○ where the day or the teaching staff is not the one of the application; only what the snapshot holds is compared. */
function changeText(session: Session, facts: Facts): string {
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
