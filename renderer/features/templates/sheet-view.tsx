import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { columnLetters } from '../../../shared/import/list-sheet.js';
import { addressOf, type Place } from '../../../shared/templates/place.js';
import type { SheetGrid } from '../../../shared/templates/sheet-grid.js';
import { isComposing } from '../../ui/composing.js';
import { GridCells } from './grid-cells.js';
import { nextPlace } from './grid-moves.js';
import type { Overlays } from './ties.js';
import { useGridWindow } from './use-grid-window.js';

const HEAD = { width: 44, height: 22 } as const;

/** Takes the focus, with a place scrolled into view. */
export type SheetViewHandle = { readonly focus: (place?: Place) => void };

/** A sheet of the form as a grid: arrows move, Enter ties, Delete lets go; a press chooses the cell. */
export function SheetView({
  ref,
  nameJa,
  grid,
  overlays,
  active,
  isTying,
  onMove,
  onPress,
  onKey,
}: {
  readonly ref: Ref<SheetViewHandle>;
  readonly nameJa: string;
  readonly grid: SheetGrid;
  readonly overlays: Overlays;
  readonly active: Place;
  /** A field is in the hand. */
  readonly isTying: boolean;
  readonly onMove: (place: Place) => void;
  /** A cell was pressed. */
  readonly onPress: (place: Place) => void;
  /** Keys other than those that move; true where the key was taken. */
  readonly onKey: (key: string) => boolean;
}): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const cellId = useCallback((at: string): string => `${id}-${at}`, [id]);
  const drawn = useGridWindow(scroller, grid, HEAD);

  const show = (place: Place): void => {
    const element = scroller.current;
    if (!element) return;
    const { from, to } = grid.rangeAt(place);
    const [left, right] = [grid.left(from.column), grid.left(to.column + 1) + HEAD.width];
    const [top, bottom] = [grid.top(from.row), grid.top(to.row + 1) + HEAD.height];
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right > element.scrollLeft + element.clientWidth) element.scrollLeft = right - element.clientWidth;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTop = bottom - element.clientHeight;
  };
  useImperativeHandle(ref, () => ({
    focus: (place) => {
      scroller.current?.focus();
      if (place) show(place);
    },
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey) return;
    const next = nextPlace(grid, active, event);
    if (next) {
      event.preventDefault();
      onMove(next);
      show(next);
      return;
    }
    if (!event.ctrlKey && onKey(event.key)) event.preventDefault();
  };
  const onMouseDown = (event: MouseEvent): void => {
    const element = scroller.current;
    if (!element || event.button !== 0) return;
    const box = element.getBoundingClientRect();
    const x = event.clientX - box.left + element.scrollLeft - HEAD.width;
    const y = event.clientY - box.top + element.scrollTop - HEAD.height;
    if (event.clientX - box.left > element.clientWidth || event.clientY - box.top > element.clientHeight) return;
    if (event.clientX - box.left < HEAD.width || event.clientY - box.top < HEAD.height) return;
    onPress(grid.rangeAt(grid.placeAt(x, y)).from);
  };

  const [width, height] = [grid.left(grid.columns + 1), grid.top(grid.rows + 1)];
  return (
    <div
      ref={scroller}
      className={isTying ? 'form-grid form-grid-tying' : 'form-grid'}
      role="grid"
      aria-label={nameJa}
      aria-rowcount={grid.rows}
      aria-colcount={grid.columns}
      aria-activedescendant={cellId(addressOf(active))}
      tabIndex={0}
      data-region="table"
      onKeyDown={onKeyDown}
      onMouseDown={onMouseDown}
    >
      <div className="form-sheet" style={{ width: width + HEAD.width + 1, height: height + HEAD.height + 1 }}>
        <Heads grid={grid} drawn={drawn} />
        <div
          className="form-cells"
          style={{ left: HEAD.width, top: HEAD.height, width: width + 1, height: height + 1 }}
        >
          <GridCells grid={grid} overlays={overlays} active={active} cellId={cellId} drawn={drawn} />
        </div>
      </div>
    </div>
  );
}

/** A, B, C … and 1, 2, 3 …, as Excel shows them. */
function Heads({
  grid,
  drawn,
}: {
  readonly grid: SheetGrid;
  readonly drawn: ReturnType<typeof useGridWindow>;
}): ReactNode {
  const columns = numbers(drawn.fromColumn, drawn.toColumn);
  const rows = numbers(drawn.fromRow, drawn.toRow);
  const widest = grid.left(grid.columns + 1) + HEAD.width;
  return (
    <>
      <div className="form-heads" aria-hidden="true" style={{ width: widest, height: HEAD.height }}>
        <span className="form-corner" style={{ width: HEAD.width, height: HEAD.height }} />
        {columns.map((column) => (
          <span
            key={column}
            className="form-head"
            style={{
              left: HEAD.width + grid.left(column),
              width: grid.left(column + 1) - grid.left(column),
              height: HEAD.height,
            }}
          >
            {grid.left(column + 1) - grid.left(column) < 12 ? '' : columnLetters(column - 1)}
          </span>
        ))}
      </div>
      <div className="form-sides" aria-hidden="true" style={{ width: HEAD.width, height: grid.top(grid.rows + 1) }}>
        {rows.map((row) => (
          <span
            key={row}
            className="form-head"
            style={{ top: grid.top(row), width: HEAD.width, height: grid.top(row + 1) - grid.top(row) }}
          >
            {grid.top(row + 1) - grid.top(row) < 10 ? '' : row}
          </span>
        ))}
      </div>
    </>
  );
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
