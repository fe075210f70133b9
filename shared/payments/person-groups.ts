/** One person in several courses: records joined where they are the same, and named where that is doubtful. */
import { type Person, sameness } from '../rules/across/person.js';

export type PersonGroup<T> = {
  readonly members: readonly T[];
  /** Some record of another group has the same name, and nothing else tells the two apart. */
  readonly isDoubtful: boolean;
};

/** Groups in the order of their first record; the order of the records does not change who belongs together. */
export function personGroups<T extends { readonly person: Person }>(records: readonly T[]): PersonGroup<T>[] {
  const groupOf = records.map((_record, index) => index);
  records.forEach((record, index) => {
    records.slice(0, index).forEach((other, earlier) => {
      if (sameness(record.person, other.person) === 'same') join(groupOf, index, earlier);
    });
  });
  return [...new Set(groupOf)].map((group) => ({
    members: records.filter((_record, index) => groupOf[index] === group),
    isDoubtful: records.some(
      (record, index) => groupOf[index] === group && isDoubtfulElsewhere(record, group, records, groupOf),
    ),
  }));
}

function join(groupOf: number[], a: number, b: number): void {
  const [from, to] = [groupOf[a], groupOf[b]];
  if (from === undefined || to === undefined) return;
  groupOf.forEach((group, index) => {
    if (group === from) groupOf[index] = to;
  });
}

function isDoubtfulElsewhere<T extends { readonly person: Person }>(
  record: T,
  group: number,
  records: readonly T[],
  groupOf: readonly number[],
): boolean {
  return records.some(
    (other, index) => groupOf[index] !== group && sameness(record.person, other.person) === 'doubtful',
  );
}
