import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import { isComposing } from '../../ui/composing.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';
import { hasChange, type PreviewHead, type PreviewRow } from './preview-row.js';
import { PreviewTableRow } from './preview-table-row.js';

type Props = {
  readonly heads: readonly PreviewHead[];
  readonly rows: readonly PreviewRow[];
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onTick: (key: string) => void;
  /** Enter: looks at the row more closely, or asks its question. */
  readonly onAsk: (key: string) => void;
  readonly onTickAll: (isTicked: boolean) => void;
};

const HEAD_HEIGHT = 28;
const ROW_HEIGHT = 30;
/** Old above new in one cell. */
const CHANGED_HEIGHT = 44;
const PAGE = 12;

/** The preview of a list: arrows move, Space ticks, Enter asks about a doubtful row. */
export function PreviewTable({ heads, rows, chosen, onChoose, onTick, onAsk, onTickAll }: Props): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const heightOf = useCallback(
    (index: number) => {
      const row = rows[index];
      return row && hasChange(row) ? CHANGED_HEIGHT : ROW_HEIGHT;
    },
    [rows],
  );
  useLayoutEffect(() => {
    scroller.current = body.current?.closest('.split-work') ?? null;
  }, []);
  const virtual = useVirtualRows({ count: rows.length, heightOf, scroller, head: HEAD_HEIGHT });
  const at = rows.findIndex((row) => row.key === chosen);
  useFollowingFocus(body, chosen);

  const go = (index: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!next) return;
    virtual.show(rows.indexOf(next));
    onChoose(next.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.altKey || (event.ctrlKey && event.key === 'Enter')) return;
    const row = rows[at];
    const target = STEPS[event.key];
    if (target !== undefined) go(target === 'first' ? 0 : target === 'last' ? rows.length - 1 : at + target);
    else if (event.key === ' ' && row) onTick(row.key);
    else if (event.key === 'Enter' && row) onAsk(row.key);
    else return;
    event.preventDefault();
  };

  const canTick = rows.filter((row) => row.tick === 'open' && (row.kind === 'new' || row.kind === 'changed'));
  const isAllTicked = canTick.length > 0 && canTick.every((row) => row.isTicked);
  return (
    <table
      className="import-table"
      role="grid"
      aria-label="取り込む行"
      aria-rowcount={rows.length + 1}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col" className="import-tick">
            <input
              type="checkbox"
              aria-label="新規と変更をすべて選ぶ"
              checked={isAllTicked}
              disabled={canTick.length === 0}
              onChange={() => onTickAll(!isAllTicked)}
            />
          </th>
          {[{ ja: '区分' }, ...heads, { ja: 'ほか' }, { ja: '確かめること' }].map((head: PreviewHead) => (
            <th key={head.ja} scope="col" className={head.isNumber === true ? 'number' : undefined}>
              {head.ja}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {virtual.before > 0 ? <tr aria-hidden="true" style={{ height: virtual.before }} /> : null}
        {virtual.indexes.map((index) => {
          const row = rows[index];
          return row ? (
            <PreviewTableRow
              key={row.key}
              heads={heads}
              row={row}
              rowIndex={index + 2}
              height={heightOf(index)}
              isChosen={index === at}
              onChoose={onChoose}
              onTick={onTick}
              onAsk={onAsk}
            />
          ) : null;
        })}
        {virtual.after > 0 ? <tr aria-hidden="true" style={{ height: virtual.after }} /> : null}
      </tbody>
    </table>
  );
}

const STEPS: Readonly<Record<string, number | 'first' | 'last'>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: 'first',
  End: 'last',
};

/** The focus follows the chosen row, unless it is elsewhere on the screen; a row that has yet to be drawn takes a frame. */
function useFollowingFocus(body: RefObject<HTMLTableSectionElement | null>, chosen: string | undefined): void {
  useLayoutEffect(() => {
    const follow = (): boolean => {
      const active = document.activeElement;
      const isHere = active === document.body || active?.closest('table') === body.current?.closest('table');
      const row = body.current?.querySelector<HTMLElement>('tr[aria-selected="true"]');
      if (!isHere || !row) return !isHere;
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
      return true;
    };
    if (!follow()) requestAnimationFrame(() => requestAnimationFrame(follow));
  }, [body, chosen]);
}
