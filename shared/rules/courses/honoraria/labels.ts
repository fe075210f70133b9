/** How 担当 and 科目 are named in messages and in the 計算 of the honorarium rules. */
import { clockJa, hoursJa, shortDateJa } from '../../../dates.js';
import type { CurriculumItem } from '../../../model/case/schedule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import type { WorkStep } from '../../engine/verdict.js';

/** 「科目「競技の特性」」, or words for a session that belongs to no 科目 yet. */
export function itemJa(item: CurriculumItem | undefined): string {
  return item ? `科目「${item.nameJa}」` : '科目が未選択のコマ';
}

/** `10/2(土) 9:00–11:00`; empty where neither session nor day is known. */
export function whenJa({ session, assignment }: PaidAssignment): string {
  if (session) return `${shortDateJa(session.date)} ${clockJa(session.start)}–${clockJa(session.end)}`;
  return assignment.date === undefined ? '' : shortDateJa(assignment.date);
}

/** The 担当 as a row of the 計算; it links to its line where that is not the line being explained. */
export function minutesRow(paid: PaidAssignment, minutes: number, explained: PaidAssignment): WorkStep {
  const row = { labelJa: `${paid.person.nameJa} ${whenJa(paid)}`.trim(), textJa: hoursJa(minutes) };
  return paid.line.id === explained.line.id ? row : { ...row, line: paid.line.id };
}

/** Names without repetition: 「A・B」. */
export function namesJa(entries: readonly PaidAssignment[]): string {
  return [...new Set(entries.map((entry) => entry.person.nameJa))].join('・');
}
