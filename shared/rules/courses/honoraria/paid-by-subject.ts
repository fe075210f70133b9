/** Which 担当 use up the hours and the places of a 科目, and how they gather by 科目 and person. */
import type { CurriculumItem } from '../../../model/case/schedule.js';
import type { Ask, Known } from '../../engine/rule.js';
import type { PaidAssignment } from '../../engine/subjects.js';
import type { Place } from '../../engine/verdict.js';

/** Paid 担当 of one 科目 in the order of the list. A session without a 科目 stands for itself. */
export type PaidSubject = {
  readonly key: string;
  readonly item: CurriculumItem | undefined;
  readonly entries: readonly PaidAssignment[];
};

/** Rules that take a whole line, or one 担当, out before hours and places are counted. */
const EXCLUDING_LINES = ['FEE-NEV-01', 'FEE-NEV-02'];
const EXCLUDING_ASSIGNMENTS = ['FEE-LEC-05', 'FEE-AST-02', 'FEE-AST-04', 'FEE-AST-05', 'FEE-EXM-06', 'APP-PER-01'];

export function placeOf({ line, assignment }: PaidAssignment): Place {
  return { line: line.id, part: assignment.id };
}

/** True for a 担当 that counts against the hours and places of its 科目. */
function countsForSubject(paid: PaidAssignment, ask: Ask): boolean {
  const { line, assignment } = paid;
  const spoken =
    EXCLUDING_LINES.some((id) => ask.said(id, line.id)) ||
    EXCLUDING_ASSIGNMENTS.some((id) => ask.said(id, line.id, assignment.id));
  if (!spoken) return true;
  const whole = ask.standing(line.id);
  const own = ask.standing(line.id, assignment.id);
  // A 助手 whose 配置願 only waits for the record of the consultation keeps the place.
  return line.role === 'assistant' ? whole.afterCuts > 0 && own.afterCuts > 0 : whole.eligible > 0 && own.eligible > 0;
}

/** The 担当 that belong and count, gathered by 科目; 科目 in the order in which they first appear. */
export function paidBySubject(ask: Ask, belongs: (paid: PaidAssignment) => boolean): PaidSubject[] {
  const subjects = new Map<string, { key: string; item: CurriculumItem | undefined; entries: PaidAssignment[] }>();
  for (const paid of ask.once(inListOrder)) {
    if (!paid.session || !belongs(paid) || !countsForSubject(paid, ask)) continue;
    const key = subjectKey(paid);
    const subject = subjects.get(key) ?? { key, item: paid.item, entries: [] };
    subject.entries.push(paid);
    subjects.set(key, subject);
  }
  return [...subjects.values()];
}

/** 担当 by person; persons in the order of their first 担当. */
export function byPerson(entries: readonly PaidAssignment[]): ReadonlyMap<string, readonly PaidAssignment[]> {
  const people = new Map<string, PaidAssignment[]>();
  for (const paid of entries) people.set(paid.person.id, [...(people.get(paid.person.id) ?? []), paid]);
  return people;
}

/** 担当 of the people listed before this one in the 科目. */
export function listedBefore(paid: PaidAssignment, subject: PaidSubject): PaidAssignment[] {
  const people = [...byPerson(subject.entries).entries()];
  const index = people.findIndex(([id]) => id === paid.person.id);
  return people.slice(0, index).flatMap(([, own]) => own);
}

/** Key of the 科目 of a session, whoever teaches it. */
export function subjectKey({ session, item }: Pick<PaidAssignment, 'session' | 'item'>): string {
  return item ? `item/${item.id}` : `session/${session?.id ?? ''}`;
}

function inListOrder({ facts }: Known): PaidAssignment[] {
  const position = new Map(facts.assignments.map((assignment, index) => [assignment.id, index]));
  return facts
    .linesOfKind('honorarium')
    .flatMap((line) => facts.paidAssignments(line))
    .sort((a, b) => (position.get(a.assignment.id) ?? 0) - (position.get(b.assignment.id) ?? 0));
}
