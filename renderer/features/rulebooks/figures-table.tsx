import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { isComposing } from '../../ui/composing.js';
import { FigureRowView, rowElementId, type RowKey } from './figure-row.js';
import type { FigureGroup, FigureRow } from './figure-rows.js';
import type { FigureEdits } from './use-figure-edits.js';

type Props = {
  readonly groups: readonly FigureGroup[];
  readonly file: RulebookFile;
  readonly isDraft: boolean;
  readonly chosen: FigureRow | undefined;
  readonly edits: FigureEdits;
  readonly lineCounts: ReadonlyMap<string, number>;
  /** Counts up when the table is to take the focus. */
  readonly focusCall: number;
  readonly onChoose: (row: FigureRow) => void;
  readonly onKey: (row: FigureRow, key: Exclude<RowKey, 'up' | 'down'>) => void;
};

const HEADS = [
  ['name', '項目'],
  ['value', '値'],
  ['unit', '単位'],
  ['tax', '税'],
  ['source', '出典'],
  ['lines', '明細'],
] as const;

/** The figures of a view under the names of their areas, moved through by keys as in a spreadsheet. */
export function FiguresTable(props: Props): ReactNode {
  const { groups, chosen, focusCall, onChoose } = props;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const grid = useRef<HTMLDivElement>(null);
  const shown = groups.flatMap((group) => (closed.has(group.area) ? [] : group.rows));
  useChosenFocus(grid, chosen, focusCall);

  const go = (to: number): void => {
    const row = shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (row) onChoose(row);
  };
  const at = shown.findIndex((row) => row.id === chosen?.id);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.defaultPrevented || event.altKey) return;
    const to = stepTo(event, at, shown.length);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const onKey = (row: FigureRow, key: RowKey): void => {
    if (key === 'up' || key === 'down') go(at + (key === 'up' ? -1 : 1));
    else props.onKey(row, key);
  };
  const toggle = (area: string): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(area)) next.add(area);
      return next;
    });

  return (
    <div
      ref={grid}
      className="books-scroller"
      role="grid"
      aria-label="基準の項目"
      data-region="table"
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="books-head">
        <div role="row" className="books-row">
          {HEADS.map(([name, ja]) => (
            <div key={name} role="columnheader" className={`books-cell books-${name}`}>
              {ja}
            </div>
          ))}
        </div>
      </div>
      {groups.map((group) => (
        <div key={group.area} role="rowgroup">
          <GroupHead group={group} isOpen={!closed.has(group.area)} onToggle={() => toggle(group.area)} />
          {closed.has(group.area)
            ? null
            : group.rows.map((row) => (
                <FigureRowView
                  key={row.id}
                  row={row}
                  rowIndex={shown.indexOf(row) + 2}
                  file={props.file}
                  isChosen={row.id === chosen?.id}
                  isDraft={props.isDraft}
                  edit={props.edits.of(row)}
                  isReady={props.edits.read(row)?.ok === true}
                  problemJa={valueProblem(row, props.edits)}
                  lines={props.lineCounts.get(row.key) ?? 0}
                  onChoose={() => onChoose(row)}
                  onType={(text) => props.edits.change(row, { text })}
                  onKey={(key) => onKey(row, key)}
                />
              ))}
        </div>
      ))}
    </div>
  );
}

function GroupHead({
  group,
  isOpen,
  onToggle,
}: {
  readonly group: FigureGroup;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div role="row" className="books-group">
      <div role="rowheader">
        <button type="button" className="books-fold" aria-expanded={isOpen} onClick={onToggle}>
          <Chevron size={16} aria-hidden="true" />
          {group.ja}
          <span className="caption">{group.rows.length}項目</span>
        </button>
      </div>
    </div>
  );
}

function valueProblem(row: FigureRow, { lack }: FigureEdits): string | undefined {
  return lack?.rowId === row.id && lack.field === 'value' ? lack.ja : undefined;
}

const PAGE = 12;

function stepTo(event: KeyboardEvent, at: number, count: number): number | undefined {
  switch (event.key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return event.ctrlKey ? undefined : at + PAGE;
    case 'PageUp':
      return event.ctrlKey ? undefined : at - PAGE;
    case 'Home':
      return event.ctrlKey ? 0 : undefined;
    case 'End':
      return event.ctrlKey ? count - 1 : undefined;
    default:
      return undefined;
  }
}

/** While the table has the focus it lies on the chosen value, which is kept in view below the head. */
function useChosenFocus(
  grid: React.RefObject<HTMLDivElement | null>,
  chosen: FigureRow | undefined,
  focusCall: number,
): void {
  const last = useRef(focusCall);
  useLayoutEffect(() => {
    const box = grid.current;
    const row = chosen && document.getElementById(rowElementId(chosen.id));
    if (!box || !row) return;
    row.scrollIntoView({ block: 'nearest' });
    const isCalled = last.current !== focusCall;
    last.current = focusCall;
    if (!isCalled && !box.contains(document.activeElement)) return;
    const target =
      row.querySelector<HTMLElement>('[data-value-input]') ?? row.querySelector<HTMLElement>('.books-value');
    target?.focus({ preventScroll: true });
  }, [grid, chosen, focusCall]);
  // A row that was just drawn anew (a value accepted) keeps the focus that its field had.
  useEffect(() => {
    const box = grid.current;
    if (!box || !chosen || document.activeElement !== document.body) return;
    document.getElementById(rowElementId(chosen.id))?.querySelector<HTMLElement>('[data-value-input]')?.focus();
  });
}
