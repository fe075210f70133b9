import { Fragment, type ReactNode } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import { Button } from '../../ui/button.js';
import { TickList } from '../../ui/tick-list.js';
import type { Vouchers } from './use-vouchers.js';
import { Plate } from './voucher-row.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly lines: readonly Line[];
  /** Absent where nothing can be changed. */
  readonly onFill: ((line: Line, tick: PaperTick) => void) | undefined;
  readonly onGoTo: (voucherId: string) => void;
};

/** A slip may pay the whole course; the lists of the first lines say enough. */
const MOST_LINES = 4;

/** 必要な書類 of the lines that the paper proves: what is there with its number, what is missing with 入れる. */
export function NeededPapers({ vouchers, lines, onFill, onGoTo }: Props): ReactNode {
  const { numbers, ticks: all } = vouchers;
  const listed = lines.filter((line) => (all.get(line.id) ?? []).length > 0);
  // Lines with a gap first: they are what one looks for.
  const shown = listed.toSorted((a, b) => open(all.get(a.id)) - open(all.get(b.id))).slice(0, MOST_LINES);
  const ticks = listed.flatMap((line) => all.get(line.id) ?? []);
  const there = ticks.filter((tick) => tick.isThere).length;
  if (ticks.length === 0) return null;
  return (
    <section className="panel-section" aria-label="必要な書類">
      <h3 className="panel-heading">
        必要な書類{' '}
        <b>
          {there}／{ticks.length}
        </b>
      </h3>
      {shown.map((line) => (
        <Fragment key={line.id}>
          {listed.length > 1 ? <p className="needed-line">明細 {numbers.get(line.id)}</p> : null}
          <TickList
            labelJa={`明細 ${numbers.get(line.id) ?? ''} の必要な書類`}
            ticks={(all.get(line.id) ?? []).map((tick) => ({
              key: tick.key,
              labelJa: tick.labelJa,
              detailJa: tick.detailJa,
              isDone: tick.isThere,
              gain: tick.gain,
              beside: tick.isThere ? (
                <Numbers tick={tick} onGoTo={onGoTo} />
              ) : tick.ways.length > 0 && onFill ? (
                <Button
                  size="small"
                  aria-label={`${tick.labelJa} ${tick.detailJa ?? ''}を入れる`}
                  onClick={() => onFill(line, tick)}
                >
                  入れる
                </Button>
              ) : undefined,
            }))}
          />
        </Fragment>
      ))}
      {listed.length > shown.length ? (
        <p className="caption">ほかに明細 {listed.length - shown.length}件の書類があります</p>
      ) : null}
    </section>
  );
}

function open(ticks: readonly PaperTick[] | undefined): number {
  return (ticks ?? []).every((tick) => tick.isThere) ? 1 : 0;
}

function Numbers({ tick, onGoTo }: { readonly tick: PaperTick; readonly onGoTo: (id: string) => void }): ReactNode {
  return tick.vouchers.map((voucher) => (
    <button key={voucher.id} type="button" className="plate-link" onClick={() => onGoTo(voucher.id)}>
      <Plate no={voucher.no} />
    </button>
  ));
}
