import type { KeyboardEvent } from 'react';
import { isComposing } from './composing.js';

/**
 * Keys of a table of fields, for its `onKeyDown`: Enter and the down arrow go to the field below, the up arrow to
 * the one above. A list of choices keeps its arrows.
 */
export function onCellKey(event: KeyboardEvent<HTMLTableElement>): void {
  if (isComposing(event) || event.ctrlKey || event.altKey || event.defaultPrevented) return;
  const step = stepOf(event);
  const cell = (event.target as HTMLElement).closest('td');
  const row = cell?.parentElement;
  if (step === 0 || !cell || !(row instanceof HTMLTableRowElement)) return;
  const rows = [...(row.parentElement?.children ?? [])];
  const beside = rows[rows.indexOf(row) + step];
  const target = beside?.children[cell.cellIndex]?.querySelector<HTMLElement>('input, select, textarea');
  if (!target) return;
  event.preventDefault();
  target.focus();
  if (target instanceof HTMLInputElement) target.select();
}

function stepOf(event: KeyboardEvent): 1 | -1 | 0 {
  const target = event.target;
  if (event.key === 'Enter') return target instanceof HTMLInputElement ? (event.shiftKey ? -1 : 1) : 0;
  if (!(target instanceof HTMLInputElement)) return 0;
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
}
