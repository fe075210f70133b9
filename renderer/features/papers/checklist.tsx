import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { type Open, type OpenPlace, type Weight, WEIGHT_JA } from '../../../shared/forms/checklist/open-point.js';
import type { Facts } from '../../../shared/rules/facts/facts.js';
import { MarkSign } from '../../ui/finding-mark.js';
import { placeJa } from './open-place.js';
import { WeightSign } from './open-counts.js';
import { byWeight, type PaperRow } from './paper-rows.js';

/** Follows a point to its place; the number is that of the row to come back to. */
export type Follow = (place: OpenPlace, point: number) => void;

/**
 * What a paper still lacks, by weight, each with the way to its place. Arrows go from way to way. `startAt`: the row
 * that is in sight at first, because somebody comes back from its place; with `takesFocus` it has the focus too.
 */
export function Checklist({
  row,
  startAt,
  takesFocus,
  onFollow,
}: {
  readonly row: PaperRow;
  readonly startAt: number | undefined;
  readonly takesFocus: boolean;
  readonly onFollow: Follow;
}): ReactNode {
  const table = useRef<HTMLTableElement>(null);
  const [showsSettled, setShowsSettled] = useState(false);
  // Only for the first drawing: afterwards the user goes where the user goes.
  const [start] = useState({ point: startAt, takesFocus });
  useLayoutEffect(() => {
    const { point } = start;
    if (point === undefined) return;
    const all = [...(table.current?.querySelectorAll<HTMLElement>('[data-way]') ?? [])];
    const target = all.find((way) => Number(way.dataset['way']) >= point) ?? all.at(-1);
    if (start.takesFocus) target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'center' });
  }, [start]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const all = [...(table.current?.querySelectorAll<HTMLElement>('[data-way]') ?? [])];
    const next = all[all.indexOf(event.target as HTMLElement) + step];
    if (step === 0 || event.ctrlKey || event.altKey || !next) return;
    event.preventDefault();
    next.focus();
  };
  const { facts } = row.input;
  const groups = byWeight(row.open);
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, group) => sum + group.points.length, 0));
  return (
    <>
      <table ref={table} className="open-points" aria-label="残っている事項" onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <th scope="col">区分</th>
            <th scope="col">内容</th>
            <th scope="col">直す場所</th>
          </tr>
        </thead>
        {groups.map(({ weight, points }, group) => (
          <tbody key={weight}>
            <WeightRow weight={weight} count={points.length} />
            {points.map((point, index) => (
              <PointRow
                key={`${point.ruleId} ${point.ja} ${point.placeJa}`}
                point={point}
                facts={facts}
                number={(starts[group] ?? 0) + index}
                onFollow={onFollow}
              />
            ))}
          </tbody>
        ))}
        {showsSettled ? <SettledRows points={row.settled} /> : null}
      </table>
      {row.settled.length === 0 ? null : (
        <button
          type="button"
          className="link open-settled"
          aria-expanded={showsSettled}
          onClick={() => setShowsSettled(!showsSettled)}
        >
          {showsSettled ? '承認記録のある事項を隠す' : `承認記録のある事項 ${row.settled.length}件を見る`}
        </button>
      )}
    </>
  );
}

function WeightRow({ weight, count }: { readonly weight: Weight; readonly count: number }): ReactNode {
  return (
    <tr className={`open-weight papers-count-${weight}`}>
      <th scope="rowgroup" colSpan={3}>
        <span className="papers-count">
          <WeightSign weight={weight} />
          {WEIGHT_JA[weight]} <b>{count}</b>
        </span>
      </th>
    </tr>
  );
}

function PointRow({
  point,
  facts,
  number,
  onFollow,
}: {
  readonly point: Open;
  readonly facts: Facts;
  readonly number: number;
  readonly onFollow: Follow;
}): ReactNode {
  const { kindJa, at } = point;
  return (
    <tr>
      <td className="open-kind">{kindJa}</td>
      <td>
        {point.ja}
        <Where point={point} />
      </td>
      <td className="open-place">
        {at === undefined ? (
          <span className="caption">講習会デスクの外で確かめます</span>
        ) : (
          <button type="button" className="link" data-way={number} onClick={() => onFollow(at, number)}>
            {placeJa(at, facts)}へ
          </button>
        )}
      </td>
    </tr>
  );
}

/** The sheets of the paper that show it, and the rule. */
function Where({ point: { placeJa: sheets, ruleId } }: { readonly point: Open }): ReactNode {
  const words = [sheets.replaceAll('\n', ' '), ruleId].filter((word) => word !== '');
  return words.length === 0 ? null : <span className="caption open-where">{words.join('　')}</span>;
}

function SettledRows({ points }: { readonly points: readonly Open[] }): ReactNode {
  return (
    <tbody>
      <tr className="open-weight open-weight-settled">
        <th scope="rowgroup" colSpan={3}>
          <span className="papers-count">
            <MarkSign mark="approved" />
            承認記録あり <b>{points.length}</b>
          </span>
        </th>
      </tr>
      {points.map((point) => (
        <tr key={`${point.ruleId} ${point.ja} ${point.placeJa}`}>
          <td className="open-kind">{point.kindJa}</td>
          <td colSpan={2}>
            {point.ja}
            <Where point={point} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
