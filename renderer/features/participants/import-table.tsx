import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useLayoutEffect, useRef } from 'react';
import type { FieldChange } from '../../../shared/import/taken-over.js';
import { isComposing } from '../../ui/composing.js';
import { ImportRow } from './import-row.js';
import type { PlannedRow } from './import-plan.js';
import { COLUMN_FIELDS, type ShownRow } from './shown-row.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';

type Props = {
  readonly rows: readonly ShownRow[];
  readonly fiscalYear: number;
  readonly chosen: string | undefined;
  readonly onChoose: (key: string) => void;
  readonly onTick: (row: PlannedRow) => void;
  readonly onAsk: (row: PlannedRow) => void;
  readonly onTickAll: (isTicked: boolean) => void;
};

const HEAD_HEIGHT = 28;
const ROW_HEIGHT = 30;
/** Old above new in one cell. */
const CHANGED_HEIGHT = 44;
const PAGE = 12;

function hasColumn({ field }: FieldChange): boolean {
  return COLUMN_FIELDS.includes(field);
}

/** The preview: arrows move, Space ticks, Enter asks about a doubtful row. */
export function ImportTable({ rows, fiscalYear, chosen, onChoose, onTick, onAsk, onTickAll }: Props): ReactNode {
  const scroller = useRef<HTMLElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const heightOf = useCallback(
    (index: number) => (rows[index]?.row?.changes.some(hasColumn) === true ? CHANGED_HEIGHT : ROW_HEIGHT),
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
    const row = rows[at]?.row;
    const target = STEPS[event.key];
    if (target !== undefined) go(target === 'first' ? 0 : target === 'last' ? rows.length - 1 : at + target);
    else if (event.key === ' ' && row) onTick(row);
    else if (event.key === 'Enter' && row) onAsk(row);
    else return;
    event.preventDefault();
  };

  const canTick = rows.filter((shown) => shown.row?.canTick === true && shown.row.kind !== 'doubtful');
  const isAllTicked = canTick.length > 0 && canTick.every((shown) => shown.row?.isTicked === true);
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
          {['区分', '氏名', 'フリガナ', '生年月日', '年齢', '都道府県', 'ほか', '確かめること'].map((head) => (
            <th key={head} scope="col" className={head === '年齢' ? 'number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {virtual.before > 0 ? <tr aria-hidden="true" style={{ height: virtual.before }} /> : null}
        {virtual.indexes.map((index) => {
          const shown = rows[index];
          return shown ? (
            <ImportRow
              key={shown.key}
              shown={shown}
              rowIndex={index + 2}
              height={heightOf(index)}
              fiscalYear={fiscalYear}
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
