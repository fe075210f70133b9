import type { ReactNode } from 'react';
import { grouped, type Yen } from '../../shared/money.js';
import './tick-list.css';

export type Tick = {
  readonly key: string;
  readonly labelJa: string;
  readonly detailJa?: string | undefined;
  readonly isDone: boolean;
  /** Yen that come back with it. */
  readonly gain: Yen;
  /** What stands after the words: voucher numbers, a button. */
  readonly beside?: ReactNode;
};

/** 必要な書類: a dark box with a tick, a plain open box, a dashed box where money waits. */
export function TickList({ ticks, labelJa }: { readonly ticks: readonly Tick[]; readonly labelJa: string }) {
  return (
    <ul className="tick-list" aria-label={labelJa}>
      {ticks.map((tick) => (
        <li key={tick.key} className={tick.gain > 0 ? 'tick-list-waiting' : undefined}>
          <TickBox isDone={tick.isDone} isWaiting={tick.gain > 0} />
          <span className="tick-list-words">
            <span>{tick.labelJa}</span>
            {tick.detailJa !== undefined && <span className="second"> {tick.detailJa}</span>}
            <span className="unseen">{tick.isDone ? 'あります' : 'まだありません'}</span>
            {tick.gain > 0 && <b className="tick-list-gain">そろえば ＋{grouped(tick.gain)}</b>}
          </span>
          {tick.beside !== undefined && <span className="tick-list-beside">{tick.beside}</span>}
        </li>
      ))}
    </ul>
  );
}

function TickBox({ isDone, isWaiting }: { readonly isDone: boolean; readonly isWaiting: boolean }) {
  return (
    <svg className="tick-box" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {isDone ? (
        <>
          <rect className="tick-box-done" x="0.5" y="0.5" width="15" height="15" rx="2.5" />
          <path className="tick-box-tick" d="M3.8 8.2 6.8 11.1 12.2 5" />
        </>
      ) : (
        <rect
          className={isWaiting ? 'tick-box-waiting' : 'tick-box-open'}
          x="0.75"
          y="0.75"
          width="14.5"
          height="14.5"
          rx="2.5"
        />
      )}
    </svg>
  );
}
