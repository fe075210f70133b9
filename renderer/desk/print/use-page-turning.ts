import { type RefObject, useCallback, useState } from 'react';

/** Which page is looked at, and turning to the one before or after. */
export function usePageTurning(scroller: RefObject<HTMLElement | null>): {
  /** Counts from 1. */
  readonly page: number;
  readonly turn: (by: 1 | -1) => void;
  readonly onScroll: () => void;
} {
  const [page, setPage] = useState(1);
  const onScroll = useCallback(() => {
    if (scroller.current) setPage(pageAt(scroller.current));
  }, [scroller]);
  const turn = useCallback(
    (by: 1 | -1) => {
      const own = scroller.current;
      if (!own) return;
      const pages = pagesOf(own);
      const next = pages[Math.min(pages.length, Math.max(1, pageAt(own) + by)) - 1];
      if (next) own.scrollTo({ top: next.offsetTop - TOP });
    },
    [scroller],
  );
  return { page, turn, onScroll };
}

/** Space above the first page, in pixels. */
const TOP = 16;

function pagesOf(scroller: HTMLElement): HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>('[data-page]')];
}

/** The page that lies at the upper third of the view. */
function pageAt(scroller: HTMLElement): number {
  const line = scroller.scrollTop + scroller.clientHeight / 3;
  const pages = pagesOf(scroller);
  const isAtEnd = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  if (isAtEnd && scroller.scrollTop > 0) return Math.max(1, pages.length);
  return Math.max(1, pages.filter((page) => page.offsetTop <= line).length);
}
