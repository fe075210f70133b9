import { useCallback, useState } from 'react';

/** What 書類 comes back to: the paper that was looked at, and the point from which somebody went to mend it. */
export type PapersMemory = {
  readonly paper?: string;
  /** Place in the list of points. */
  readonly point?: number;
  readonly forSubmission: boolean;
};

type Kept = {
  readonly memory: PapersMemory;
  readonly keep: (next: PapersMemory) => void;
  /** Come by 戻る: the very point takes the focus again. By the tab it is only in sight. */
  readonly isBack: boolean;
};

/** By course, for as long as the window is open. */
const last = new Map<string, PapersMemory>();

/** The entry of the history holds it, so that 戻る finds the very point. */
export function usePapersMemory(courseId: string): Kept {
  const [start] = useState(inHistory);
  const [memory, setMemory] = useState(() => start ?? last.get(courseId) ?? { forSubmission: false });
  const keep = useCallback(
    (next: PapersMemory): void => {
      setMemory(next);
      last.set(courseId, next);
      history.replaceState({ papers: next }, '');
    },
    [courseId],
  );
  return { memory, keep, isBack: start?.point !== undefined };
}

function inHistory(): PapersMemory | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('papers' in state)) return undefined;
  return state.papers as PapersMemory;
}
