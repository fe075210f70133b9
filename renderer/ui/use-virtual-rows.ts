import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';

const VIRTUAL_FROM = 200;

export type VirtualRows = {
  /** Which rows are drawn. */
  readonly indexes: readonly number[];
  /** Height in pixels of the rows left out above and below. */
  readonly before: number;
  readonly after: number;
  readonly show: (index: number) => void;
};

/** The rows of a table that have to be drawn: all of a short one, those in view of a long one. */
export function useVirtualRows(options: {
  readonly count: number;
  readonly heightOf: (index: number) => number;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Height of the sticky head. */
  readonly head: number;
}): VirtualRows {
  const { count, heightOf, scroller } = options;
  const isVirtual = count > VIRTUAL_FROM;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here memoises what the virtualizer hands out
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
    overscan: 12,
    scrollPaddingStart: options.head,
  });
  const heights = useRef(heightOf);
  useEffect(() => {
    if (heights.current !== heightOf) virtualizer.measure();
    heights.current = heightOf;
  }, [heightOf, virtualizer]);
  if (!isVirtual) {
    return { indexes: Array.from({ length: count }, (_, index) => index), before: 0, after: 0, show: () => undefined };
  }
  const items = virtualizer.getVirtualItems();
  return {
    indexes: items.map((item) => item.index),
    before: items[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    show: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  };
}
