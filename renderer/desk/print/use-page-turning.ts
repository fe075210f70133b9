import { type RefObject, useCallback, useState } from 'react';

/** Which page is looked at, and going on and back: a view at a time, each page from its beginning. */
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
      own.scrollTo({ top: by === 1 ? nextStop(own) : previousStop(own) });
    },
    [scroller],
  );
  return { page, turn, onScroll };
}

/** Space above the first page, in pixels. */
const TOP = 16;
/** How much of the view a key moves; the rest stays, so that the eye finds its line again. */
const MOVED = 0.9;

/** A view further down, but not past the beginning of the next page. */
function nextStop(scroller: HTMLElement): number {
  const from = scroller.scrollTop;
  const tops = pagesOf(scroller).map((page) => page.offsetTop - TOP);
  return Math.min(from + scroller.clientHeight * MOVED, ...tops.filter((top) => top > from + 1));
}

/** A view further up, but not past the beginning of the page that is looked at. */
function previousStop(scroller: HTMLElement): number {
  const from = scroller.scrollTop;
  const tops = pagesOf(scroller).map((page) => page.offsetTop - TOP);
  return Math.max(0, from - scroller.clientHeight * MOVED, ...tops.filter((top) => top < from - 1));
}

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
