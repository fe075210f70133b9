import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { isComposing } from '../../ui/composing.js';
import { useVirtualRows } from '../../ui/use-virtual-rows.js';
import { entryBeside, heightOf, type ListItem, listItems } from './list-items.js';
import { GroupHead, idOf, type RowProps, VoucherRow } from './voucher-row.js';
import type { Group } from './voucher-book.js';

type Props = Omit<RowProps, 'entry' | 'isChosen'> & {
  readonly groups: readonly Group[];
  readonly chosenKey: string | undefined;
  /** Enter on a row. */
  readonly onEnter: () => void;
  /** Counts up when the list is to take the focus. */
  readonly focusCall: number;
};

const PAGE = 10;

/** 証憑の一覧: one list box, moved through with the arrows; above 200 rows only those in view are drawn. */
export function VoucherList({ groups, chosenKey, onEnter, focusCall, ...rowProps }: Props): ReactNode {
  const { onChoose } = rowProps;
  const items = useMemo(() => listItems(groups), [groups]);
  const scroller = useRef<HTMLDivElement>(null);
  const heightAt = useCallback((index: number) => heightOf(items[index]), [items]);
  const virtual = useVirtualRows({ count: items.length, heightOf: heightAt, scroller, head: 0 });
  const { show } = virtual;

  useEffect(() => {
    const index = items.findIndex((item) => item.key === chosenKey);
    if (index === -1) return;
    show(index);
    reveal(scroller.current, document.getElementById(idOf(chosenKey ?? '')));
    // Only what is chosen moves the list; a change of its rows leaves it where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosenKey]);
  useEffect(() => {
    if (focusCall > 0) scroller.current?.focus();
  }, [focusCall]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const to = targetOf(event.key, items, chosenKey);
    if (to === undefined) return;
    event.preventDefault();
    onChoose(to);
  };

  return (
    <div
      ref={scroller}
      className="voucher-list"
      role="listbox"
      aria-label="証憑の一覧"
      aria-activedescendant={chosenKey === undefined ? undefined : idOf(chosenKey)}
      tabIndex={0}
      data-region="list"
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.before }} />
      {virtual.indexes.map((index) => {
        const item = items[index];
        if (!item) return null;
        return item.kind === 'group' ? (
          <GroupHead key={item.key} group={item.group} />
        ) : (
          <VoucherRow key={item.key} {...rowProps} entry={item.entry} isChosen={item.key === chosenKey} />
        );
      })}
      <div style={{ height: virtual.after }} />
    </div>
  );
}

function targetOf(key: string, items: readonly ListItem[], chosenKey: string | undefined): string | undefined {
  switch (key) {
    case 'ArrowDown':
      return entryBeside(items, chosenKey, 1);
    case 'ArrowUp':
      return entryBeside(items, chosenKey, -1);
    case 'PageDown':
      return entryBeside(items, chosenKey, PAGE);
    case 'PageUp':
      return entryBeside(items, chosenKey, -PAGE);
    case 'Home':
      return entryBeside(items, chosenKey, -items.length);
    case 'End':
      return entryBeside(items, chosenKey, items.length);
    default:
      return undefined;
  }
}

function reveal(box: HTMLElement | null, row: HTMLElement | null): void {
  if (!box || !row) return;
  const outer = box.getBoundingClientRect();
  const inner = row.getBoundingClientRect();
  if (inner.top < outer.top) box.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}
