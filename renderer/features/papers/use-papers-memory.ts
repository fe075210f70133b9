import { useCallback, useState } from 'react';

/** What 書類 comes back to: the paper that was looked at, and the point from which somebody went to mend it. */
export type PapersMemory = {
  readonly paper?: string;
  /** Place in the list of points; only in the entry of the history that 戻る comes back to. */
  readonly point?: number;
  readonly forSubmission: boolean;
};

/** By course, for as long as the window is open. */
const last = new Map<string, PapersMemory>();

/** The entry of the history holds it, so that 戻る finds the very point; a fresh visit begins with the paper alone. */
export function usePapersMemory(courseId: string): readonly [PapersMemory, (next: PapersMemory) => void] {
  const [memory, setMemory] = useState(() => inHistory() ?? last.get(courseId) ?? { forSubmission: false });
  const keep = useCallback(
    (next: PapersMemory): void => {
      setMemory(next);
      last.set(courseId, {
        forSubmission: next.forSubmission,
        ...(next.paper === undefined ? {} : { paper: next.paper }),
      });
      history.replaceState({ papers: next }, '');
    },
    [courseId],
  );
  return [memory, keep];
}

function inHistory(): PapersMemory | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('papers' in state)) return undefined;
  return state.papers as PapersMemory;
}
