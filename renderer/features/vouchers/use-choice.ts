/** The chosen row of the list; a row that went away leaves the choice to its neighbour. */
import { useEffect, useMemo, useState } from 'react';
import type { Entry, Group } from './voucher-book.js';
import { forgetWanted, wantedKey } from './wanted-voucher.js';

export type Choice = {
  readonly entry: Entry | undefined;
  /** The same function as long as the screen stands. */
  readonly choose: (key: string) => void;
};

export function useChoice(courseId: string, groups: readonly Group[]): Choice {
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const [wanted, choose] = useState(() => wantedKey(courseId));
  useEffect(forgetWanted, []);
  /** Where the chosen row stood last. */
  const [last, setLast] = useState(0);
  const at = useMemo(() => entries.findIndex((entry) => entry.key === wanted), [entries, wanted]);
  if (at !== -1 && at !== last) setLast(at);
  const entry = entries[at === -1 ? Math.max(0, Math.min(last, entries.length - 1)) : at];
  return { entry, choose };
}
