import { type RefObject, useEffect, useState } from 'react';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';

export type GridWindow = {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
};

/** Rows and columns drawn beyond what is seen, so that a short scroll finds them there. */
const MARGIN = 4;

/** The rows and columns of a sheet that have to be drawn. */
export function useGridWindow(
  scroller: RefObject<HTMLElement | null>,
  grid: SheetGrid,
  head: { readonly width: number; readonly height: number },
): GridWindow {
  const [seen, setSeen] = useState({ x: 0, y: 0, width: 900, height: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void =>
      setSeen({
        x: element.scrollLeft,
        y: element.scrollTop,
        width: element.clientWidth,
        height: element.clientHeight,
      });
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, grid]);
  const first = grid.placeAt(seen.x, seen.y);
  const last = grid.placeAt(seen.x + seen.width - head.width, seen.y + seen.height - head.height);
  return {
    fromRow: Math.max(1, first.row - MARGIN),
    toRow: Math.min(grid.rows, last.row + MARGIN),
    fromColumn: Math.max(1, first.column - MARGIN),
    toColumn: Math.min(grid.columns, last.column + MARGIN),
  };
}
