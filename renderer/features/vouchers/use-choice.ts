/** The chosen row of the list; a row that went away leaves the choice to its neighbour. */
import { useMemo, useState } from 'react';
import type { Entry, Group } from './voucher-book.js';

export type Choice = { readonly entry: Entry | undefined; readonly choose: (key: string) => void };

export function useChoice(groups: readonly Group[]): Choice {
  const entries = useMemo(() => groups.flatMap((group) => group.entries), [groups]);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly index: number }>();
  const entry = useMemo(() => {
    const known = entries.find((own) => own.key === wanted?.key);
    return known ?? entries[Math.max(0, Math.min(wanted?.index ?? 0, entries.length - 1))];
  }, [entries, wanted]);
  const choose = (key: string): void => setWanted({ key, index: entries.findIndex((own) => own.key === key) });
  return { entry, choose };
}
