/** The chosen place of the 経費 table, the chosen range, and the call for the focus. */
import { useMemo, useState } from 'react';
import { type GridColumn, type GridPlace, nextMarked, type Step, stepFrom } from './navigation.js';
import type { ClaimsModel } from './columns.js';
import type { ClaimRow } from './rows.js';
import { useStable } from './use-stable.js';

export type Grid = {
  readonly place: GridPlace | undefined;
  readonly chosen: ClaimRow | undefined;
  /** Ids of the chosen range, the chosen row included; empty where only one row is chosen. */
  readonly range: ReadonlySet<string>;
  readonly focusCall: number;
  readonly choose: (id: string, column: GridColumn, extend?: boolean) => void;
  readonly step: (step: Step, extend?: boolean) => boolean;
  readonly toNextMark: () => void;
  /** Brings the focus back to the chosen cell. */
  readonly callFocus: () => void;
};

const NOTHING: ReadonlySet<string> = new Set();

/** `place` falls back to the first line while what was chosen is not shown. */
export function useGrid(model: ClaimsModel): Grid {
  const { rows, columns } = model;
  const [wanted, setWanted] = useState<GridPlace>();
  /** Where the chosen row stood, so that a row that went away leaves the choice to its neighbour. */
  const [lastIndex, setLastIndex] = useState(0);
  const [anchor, setAnchor] = useState<string>();
  const [focusCall, setFocusCall] = useState(0);

  const place = useMemo((): GridPlace | undefined => {
    if (wanted && rows.some((row) => row.id === wanted.row)) return wanted;
    const fallback = rows[Math.min(lastIndex, rows.length - 1)];
    const row = wanted ? (fallback ?? rows[0]) : rows.find((one) => one.kind === 'line');
    return row && { row: row.id, column: wanted?.column ?? 'claimed' };
  }, [wanted, rows, lastIndex]);

  const set = (next: GridPlace, extend: boolean): void => {
    setWanted(next);
    setLastIndex(rows.findIndex((row) => row.id === next.row));
    setAnchor((before) => (extend ? (before ?? place?.row) : undefined));
    // The field of the cell left behind is gone by the time the new one is drawn, and the focus with it.
    setFocusCall((count) => count + 1);
  };
  const choose = useStable((id: string, column: GridColumn, extend?: boolean) =>
    set({ row: id, column }, extend === true),
  );
  const step = useStable((to: Step, extend?: boolean): boolean => {
    if (!place) return false;
    const next = stepFrom(place, to, rows, columns);
    set(next, extend === true);
    return next.row !== place.row || next.column !== place.column;
  });
  const callFocus = useStable(() => setFocusCall((count) => count + 1));
  const toNextMark = useStable((): void => {
    const next = nextMarked(place?.row, rows);
    if (next !== undefined) choose(next, place?.column ?? 'claimed');
  });

  const range = useMemo(() => rangeOf(rows, anchor, place?.row), [rows, anchor, place]);
  const chosen = rows.find((row) => row.id === place?.row);
  return { place, chosen, range, focusCall, choose, step, toNextMark, callFocus };
}

function rangeOf(rows: readonly ClaimRow[], from: string | undefined, to: string | undefined): ReadonlySet<string> {
  if (from === undefined || to === undefined || from === to) return NOTHING;
  const ends = [rows.findIndex((row) => row.id === from), rows.findIndex((row) => row.id === to)];
  if (ends.includes(-1)) return NOTHING;
  const own = rows.slice(Math.min(...ends), Math.max(...ends) + 1).filter((row) => row.kind === 'line');
  return new Set(own.map((row) => row.id));
}
