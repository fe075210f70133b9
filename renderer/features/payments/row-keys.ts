import type { KeyboardEvent } from 'react';
import { isComposing } from '../../ui/composing.js';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** Arrows, Home and End in a table whose rows are chosen whole, for its `onKeyDown`. */
export function onRowKey(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const own = event.target;
  if (step === undefined || isComposing(event) || event.ctrlKey || event.altKey) return;
  if (!(own instanceof HTMLTableRowElement)) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[tabindex]')];
  const at = Math.min(Math.max(rows.indexOf(own) + step, 0), rows.length - 1);
  event.preventDefault();
  rows[at]?.focus();
}
