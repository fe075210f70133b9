import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function as long as the component lives, doing what the latest one does: rows need not be drawn again. */
export function useStable<A extends readonly unknown[], R>(latest: (...args: A) => R): (...args: A) => R {
  const current = useRef(latest);
  useLayoutEffect(() => {
    current.current = latest;
  });
  return useCallback((...args: A) => current.current(...args), []);
}
