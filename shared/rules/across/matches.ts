/** Entries of one key: those that have a counterpart in another course. */
import { groupBy } from '../../group-by.js';
import type { AcrossPlace } from './finding.js';
import type { Sameness } from './person.js';

export type Entry = { readonly place: AcrossPlace };

export type Match<E extends Entry> = { readonly entries: readonly E[]; readonly isDoubtful: boolean };

/** The entries in order of course, line and words, so that the order of the courses means nothing. */
export function inOrder<E extends Entry>(entries: readonly E[]): E[] {
  const rank = ({ place }: E): string => `${place.courseId}\n${place.textJa}\n${place.lineId ?? ''}`;
  return [...entries].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/**
 * The entries that go with at least one of another course; nothing where there are none. Doubtful as long as no two
 * are certainly the same. Compares within one key only, where there are seldom more than a few.
 */
export function matched<E extends Entry>(
  entries: readonly E[],
  compare: (a: E, b: E) => Sameness,
): Match<E> | undefined {
  const found = new Set<E>();
  let isDoubtful = true;
  entries.forEach((a, index) => {
    for (const b of entries.slice(index + 1)) {
      if (a.place.courseId === b.place.courseId) continue;
      const verdict = compare(a, b);
      if (verdict === 'different') continue;
      found.add(a).add(b);
      if (verdict === 'same') isDoubtful = false;
    }
  });
  return found.size === 0 ? undefined : { entries: inOrder([...found]), isDoubtful };
}

/** Entries by key; entries without a key are left out. */
export function byKey<E>(entries: Iterable<E>, keyOf: (entry: E) => string | undefined): Map<string, E[]> {
  const groups = groupBy(entries, keyOf);
  groups.delete(undefined);
  return groups as Map<string, E[]>;
}
