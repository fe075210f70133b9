import { grouped, type Yen } from '../../shared/money.js';
import './limit-bar.css';

const WIDTH = 1000;

/** Yen as a position on the bar, in thousandths of its length. */
function position(amount: Yen, whole: Yen): number {
  return whole <= 0 ? 0 : Math.round((Math.max(0, Math.min(amount, whole)) * WIDTH) / whole);
}

type TotalBarProps = {
  readonly eligible: Yen;
  readonly provisional: Yen;
  readonly cut: Yen;
  /** 契約額; the tick is left out where there is none. */
  readonly contract: Yen | undefined;
  readonly labelJa: string;
};

/** 対象 solid, 証憑待ち hatched, 減額 white, 契約額 as a thick tick; the length is the larger of claim and contract. */
export function TotalBar({ eligible, provisional, cut, contract, labelJa }: TotalBarProps) {
  const whole = Math.max(eligible + provisional + cut, contract ?? 0);
  const solid = position(eligible, whole);
  const waiting = position(eligible + provisional, whole) - solid;
  const tick = contract === undefined ? undefined : position(contract, whole);
  return (
    <svg
      className="limit-bar"
      viewBox={`0 0 ${WIDTH} 20`}
      preserveAspectRatio="none"
      width="100%"
      height="20"
      role="img"
      aria-label={labelJa}
    >
      <defs>
        <pattern id="limit-bar-hatch" width="7" height="14" patternUnits="userSpaceOnUse" patternTransform="skewX(-30)">
          <rect className="limit-bar-hatch-back" width="7" height="14" />
          <rect className="limit-bar-hatch-line" width="3" height="14" />
        </pattern>
      </defs>
      <rect className="limit-bar-back" x="0" y="3" width={WIDTH} height="14" />
      <rect className="limit-bar-solid" x="0" y="3" width={solid} height="14" />
      <rect fill="url(#limit-bar-hatch)" x={solid} y="3" width={waiting} height="14" />
      <rect className="limit-bar-frame" x="0" y="3" width={WIDTH} height="14" />
      {tick !== undefined && (
        <line className="limit-bar-tick" x1={Math.min(tick, WIDTH - 1)} x2={Math.min(tick, WIDTH - 1)} y1="0" y2="20" />
      )}
    </svg>
  );
}

type CapProps = { readonly labelJa: string; readonly used: Yen; readonly limit: Yen };

/** A small capped group: how much of its limit is used, also in words: 「20,000／20,000 満」. */
export function CapBar({ labelJa, used, limit }: CapProps) {
  return (
    <div className="cap-bar">
      <span className="cap-bar-label">{labelJa}</span>
      <svg viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" width="56" height="8" aria-hidden="true">
        <rect className="limit-bar-back" width={WIDTH} height="8" />
        <rect className="cap-bar-used" width={position(used, limit)} height="8" />
        <rect className="limit-bar-frame" width={WIDTH} height="8" />
      </svg>
      <span className="cap-bar-words">
        {grouped(used)}／{grouped(limit)}
        {used >= limit && <b> 満</b>}
      </span>
    </div>
  );
}

/** What the parts of the bar mean. */
export function BarLegend({ waitingJa }: { readonly waitingJa: string | undefined }) {
  return (
    <span className="bar-legend">
      <span>
        <i className="bar-legend-box bar-legend-solid" />
        対象
      </span>
      {waitingJa !== undefined && (
        <span>
          <i className="bar-legend-box bar-legend-hatch" />
          {waitingJa}
        </span>
      )}
      <span>
        <i className="bar-legend-box" />
        減額
      </span>
    </span>
  );
}
