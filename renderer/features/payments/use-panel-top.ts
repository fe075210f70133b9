import { type RefObject, useEffect, useRef } from 'react';

/** For the head of what a panel shows: whatever is chosen next is read from its beginning. */
export function usePanelTop(): RefObject<HTMLHeadingElement | null> {
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void head.current?.closest('.split-panel')?.scrollTo(0, 0);
  }, []);
  return head;
}
