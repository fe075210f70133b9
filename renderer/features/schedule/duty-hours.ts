/** 担当時間 → 謝金: hours per person and role beside what the 謝金 lines claim and what remains of them. */
import type { Case } from '../../../shared/model/case/case.js';
import type { StaffRole } from '../../../shared/model/case/staff.js';
import type { Decision, LineDecision } from '../../../shared/rules/engine/decide.js';
import { type Mark, marksOf } from '../../../shared/rules/marks.js';

export type DutyHours = {
  readonly staffId: string;
  readonly nameJa: string;
  readonly role: StaffRole;
  readonly minutes: number;
  /** Undefined where no line claims this role of the person. */
  readonly claimed: number | undefined;
  readonly eligible: number | undefined;
  readonly marks: readonly Mark[];
};

/** One row per person and role, in the order of the people. */
export function dutyHours(value: Case, decision: Decision): DutyHours[] {
  const rows = plannedHours(value);
  const assignments = new Map((value.assignments ?? []).map((assignment) => [assignment.id, assignment]));
  const decisions = new Map(decision.lines.map((line) => [line.id, line]));
  for (const line of value.lines ?? []) {
    if (line.kind !== 'honorarium') continue;
    const key = `${assignments.get(line.assignmentIds[0] ?? '')?.staffId} ${line.role}`;
    const row = rows.get(key);
    const own = decisions.get(line.id);
    if (row && own) rows.set(key, withMoney(row, own));
  }
  return [...rows.values()];
}

function plannedHours(value: Case): Map<string, DutyHours> {
  const rows = new Map<string, DutyHours>();
  const sessions = new Map((value.sessions ?? []).map((session) => [session.id, session]));
  for (const { id, nameJa } of value.staff ?? []) {
    for (const { staffId, role, sessionId, minutes } of value.assignments ?? []) {
      if (staffId !== id) continue;
      const session = sessions.get(sessionId ?? '');
      const own = minutes ?? (session ? session.end - session.start : 0);
      const row = rows.get(`${id} ${role}`) ?? emptyRow(id, nameJa, role);
      rows.set(`${id} ${role}`, { ...row, minutes: row.minutes + own });
    }
  }
  return rows;
}

function withMoney(row: DutyHours, own: LineDecision): DutyHours {
  return {
    ...row,
    claimed: (row.claimed ?? 0) + own.claimed,
    eligible: (row.eligible ?? 0) + own.eligible,
    marks: [...new Set([...row.marks, ...marksOf(own)])],
  };
}

function emptyRow(staffId: string, nameJa: string, role: StaffRole): DutyHours {
  return { staffId, nameJa, role, minutes: 0, claimed: undefined, eligible: undefined, marks: [] };
}
