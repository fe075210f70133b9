import type { ReactNode } from 'react';
import { type Open, type Weight, WEIGHT_JA } from '../../../shared/forms/checklist/open-point.js';
import type { Mark } from '../../../shared/rules/marks.js';
import { MarkSign } from '../../ui/finding-mark.js';
import { byWeight } from './paper-rows.js';

/** The sign of a weight; 参考 has none. */
export const WEIGHT_MARK: Readonly<Partial<Record<Weight, Mark>>> = { error: 'out', warning: 'over' };

/** 「✕ 要対応 21　▲ 確認 10」, or that nothing is missing. */
export function OpenCounts({ open }: { readonly open: readonly Open[] }): ReactNode {
  if (open.length === 0) return <span className="papers-nothing">足りないものはありません</span>;
  return (
    <span className="papers-counts">
      {byWeight(open).map(({ weight, points }) => (
        <span key={weight} className={`papers-count papers-count-${weight}`}>
          <WeightSign weight={weight} />
          {WEIGHT_JA[weight]} <b>{points.length}</b>
        </span>
      ))}
    </span>
  );
}

export function WeightSign({ weight }: { readonly weight: Weight }): ReactNode {
  const mark = WEIGHT_MARK[weight];
  return mark === undefined ? null : <MarkSign mark={mark} />;
}
