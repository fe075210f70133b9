import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { WANTED_LINE } from '../../desk/arrive.js';
import { isComposing } from '../../ui/composing.js';
import type { ClaimsModel } from './columns.js';
import { GroupRowView } from './group-row.js';
import { type GridIntent, intentOf } from './grid-keys.js';
import { LineRowView, type LineRowProps } from './line-row.js';
import { type GridColumn, type GridPlace, shownColumn } from './navigation.js';
import type { ClaimRow } from './rows.js';
import { scrollInto } from './scroll-into.js';

const VIRTUAL_FROM = 200;
const LINE_HEIGHT = 28;
const FOLDED_LINE_HEIGHT = 46;
const GROUP_HEIGHT = 29;
const HEAD_HEIGHT = 28;

export type ClaimsTableProps = {
  readonly model: ClaimsModel;
  readonly place: GridPlace | undefined;
  readonly range: ReadonlySet<string>;
  /** Narrow windows fold 数量 under the name. */
  readonly isNarrow: boolean;
  readonly waitingJa: string;
  /** What the row of a line shows besides its values. */
  readonly lineProps: (
    id: string,
  ) => Omit<LineRowProps, 'row' | 'columns' | 'rowIndex' | 'isChosen' | 'isInRange' | 'cell'>;
  /** Counts up when the focus is to come back to the table. */
  readonly focusCall: number;
  readonly onFocusCall: () => void;
  readonly onIntent: (intent: GridIntent) => boolean;
  readonly onChoose: (id: string, column: GridColumn, extend: boolean) => void;
  readonly onToggle: (id: string) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
};

/** The 経費 table: a grid with groups, moved through by keys, drawn in part above 200 rows. */
export function ClaimsTable(props: ClaimsTableProps): ReactNode {
  const { model, place, range, isNarrow, focusCall, onIntent } = props;
  const { rows, columns } = model;
  const scroller = useRef<HTMLDivElement>(null);
  const chosenIndex = rows.findIndex((row) => row.id === place?.row);
  const isVirtual = rows.length > VIRTUAL_FROM;
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here memoises what the virtualizer hands out
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index], isNarrow),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    // The chosen row is drawn wherever it stands: it holds the focus, and an open field must outlive scrolling.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return chosenIndex < 0 || shown.includes(chosenIndex) ? shown : [...shown, chosenIndex].sort((a, b) => a - b);
    },
  });

  const cell = place && rows[chosenIndex] ? shownColumn(rows[chosenIndex], place.column, columns) : undefined;
  useShownPlace(scroller, place, cell, focusCall, () => {
    if (isVirtual && chosenIndex >= 0) virtualizer.scrollToIndex(chosenIndex, { align: 'auto' });
  });

  // Somebody is led here from another screen, to a line that is not drawn.
  const onWanted = useEffectEvent((event: Event): void => {
    const id: unknown = event instanceof CustomEvent ? event.detail : undefined;
    if (typeof id === 'string' && rows.some((row) => row.id === id)) props.onChoose(id, 'name', false);
  });
  useEffect(() => {
    const table = scroller.current;
    const listen = (event: Event): void => onWanted(event);
    table?.addEventListener(WANTED_LINE, listen);
    return () => table?.removeEventListener(WANTED_LINE, listen);
  }, []);

  // The table as a whole takes the focus (F6, Tab) and hands it to its chosen cell; from there Tab leaves it.
  const [isInside, setInside] = useState(false);
  const onFocus = (event: FocusEvent<HTMLDivElement>): void => {
    setInside(true);
    if (event.target === event.currentTarget) props.onFocusCall();
  };

  const onContextMenu = (event: MouseEvent): void => {
    const row = (event.target as HTMLElement).closest('.claims-line');
    const element = document.getElementById(`claim-${place?.row ?? ''}`);
    if (!row && !element) return;
    event.preventDefault();
    // Shift+F10 comes without a pointer: the menu opens below the chosen row.
    const box = element?.getBoundingClientRect();
    props.onMenu(row ? { x: event.clientX, y: event.clientY } : { x: (box?.left ?? 0) + 59, y: box?.bottom ?? 0 });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.defaultPrevented) return;
    const key = { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
    const intent = intentOf(key, rows[chosenIndex]?.kind === 'group');
    if (intent && onIntent(intent)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const draw = (row: ClaimRow, index: number): ReactNode => {
    const isChosen = row.id === place?.row;
    const rowIndex = index + 2;
    if (row.kind === 'group') {
      return (
        <GroupRowView
          key={row.id}
          group={row}
          columns={columns}
          rowIndex={rowIndex}
          isChosen={isChosen}
          isOpen={model.isOpen(row.id)}
          onChoose={props.onChoose}
          onToggle={props.onToggle}
        />
      );
    }
    return (
      <LineRowView
        key={row.id}
        row={row}
        columns={columns}
        rowIndex={rowIndex}
        isChosen={isChosen}
        isInRange={range.has(row.id)}
        cell={isChosen ? cell : undefined}
        {...props.lineProps(row.id)}
      />
    );
  };

  return (
    <div
      ref={scroller}
      className="claims-scroller"
      role="grid"
      aria-label="経費の明細"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      tabIndex={isInside ? -1 : 0}
      onFocus={onFocus}
      onBlur={(event) => setInside(event.currentTarget.contains(event.relatedTarget))}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      data-region="table"
    >
      <TableHead columns={columns} waitingJa={props.waitingJa} />
      {isVirtual ? (
        <div role="rowgroup" className="claims-body" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return row ? (
              <div
                key={item.key}
                role="presentation"
                className="claims-virtual"
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {draw(row, item.index)}
              </div>
            ) : null;
          })}
        </div>
      ) : (
        <div role="rowgroup" className="claims-body">
          {rows.map(draw)}
        </div>
      )}
    </div>
  );
}

function heightOf(row: ClaimRow | undefined, isNarrow: boolean): number {
  if (row?.kind === 'group') return GROUP_HEIGHT;
  return isNarrow ? FOLDED_LINE_HEIGHT : LINE_HEIGHT;
}

/** Keeps the chosen cell in view and, while the table has the focus, keeps the focus in it. */
function useShownPlace(
  scroller: React.RefObject<HTMLDivElement | null>,
  place: GridPlace | undefined,
  cell: GridColumn | undefined,
  focusCall: number,
  scrollTo: () => void,
): void {
  const lastCall = useRef(focusCall);
  const scroll = useRef(scrollTo);
  useEffect(() => {
    scroll.current = scrollTo;
  });

  useLayoutEffect(() => {
    const grid = scroller.current;
    const isCalled = lastCall.current !== focusCall;
    lastCall.current = focusCall;
    if (!grid || !place) return;
    // An open field keeps its caret; everything else in the table gives the focus to the chosen cell.
    const active = document.activeElement;
    const isOpenField = active instanceof HTMLInputElement && active.classList.contains('cell-input-open');
    const takesFocus = isCalled || (grid.contains(active) && !isOpenField);
    scroll.current();
    const show = (): boolean => {
      const id = cell === undefined ? `claim-${place.row}` : `claim-${place.row}-${cell}`;
      const element = document.getElementById(id);
      scrollInto(grid, element?.closest('[role="row"]'), HEAD_HEIGHT);
      const field = element?.querySelector<HTMLElement>('[data-cell-input]') ?? element;
      if (takesFocus) field?.focus({ preventScroll: true });
      return element !== null;
    };
    // At once, so that no key is lost between two cells; a row that has yet to be drawn takes a frame.
    if (!show()) requestAnimationFrame(show);
  }, [scroller, place, cell, focusCall]);
}

const HEAD_JA = {
  no: '番号',
  name: '内容',
  quantity: '数量',
  unit: '単価',
  claimed: '請求',
  eligible: '対象',
  cut: '減額',
  provisional: '証憑待ち',
  marks: '判定',
  why: 'なぜ',
  papers: '証憑',
} as const satisfies Record<GridColumn, string>;

function TableHead({
  columns,
  waitingJa,
}: {
  readonly columns: readonly GridColumn[];
  readonly waitingJa: string;
}): ReactNode {
  const head = (column: GridColumn): ReactNode => (
    <div
      key={column}
      role="columnheader"
      aria-colindex={columns.indexOf(column) + 1}
      className={`claims-cell claims-${column}`}
    >
      {column === 'provisional' ? waitingJa : HEAD_JA[column]}
    </div>
  );
  return (
    <div role="rowgroup" className="claims-head">
      <div role="row" aria-rowindex={1} className="claims-row">
        {columns.flatMap((column): ReactNode[] => {
          if (column === 'unit') return [];
          if (column !== 'quantity') return [head(column)];
          return [
            <div key="product" role="presentation" className="claims-product">
              {head('quantity')}
              <span aria-hidden="true">×</span>
              {head('unit')}
            </div>,
          ];
        })}
      </div>
    </div>
  );
}
