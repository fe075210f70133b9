import type { ReactNode } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import { Button } from '../../ui/button.js';
import { TickList } from '../../ui/tick-list.js';
import type { Claims } from './use-claims.js';
import { VoucherForm } from './voucher-form.js';

type Props = {
  readonly claims: Claims;
  readonly line: Line;
  readonly ticks: readonly PaperTick[];
  /** Key of the need whose form is open; `any` for a paper beyond the list. */
  readonly open: string | undefined;
  readonly onOpen: (key: string | undefined) => void;
};

const ANY_PAPER = 'any';

/** 必要な書類: a tick for each need with the numbers of the vouchers, a button for each gap. */
export function PapersSection({ claims, line, ticks, open, onOpen }: Props): ReactNode {
  const there = ticks.filter((tick) => tick.isThere).length;
  const isLocked = claims.lockJa !== undefined;
  const opened = ticks.find((tick) => tick.key === open);
  return (
    <section className="panel-section">
      <h3 className="panel-heading">
        必要な書類
        {ticks.length > 0 && (
          <b>
            {there}／{ticks.length}
          </b>
        )}
      </h3>
      {ticks.length === 0 && <p className="second">この段階で付ける書類はありません。</p>}
      <TickList
        labelJa="必要な書類"
        ticks={ticks.map((tick) => ({
          key: tick.key,
          labelJa: tick.labelJa,
          detailJa: tick.detailJa,
          isDone: tick.isThere,
          gain: tick.gain,
          beside: tick.isThere ? (
            <VoucherNumbers tick={tick} />
          ) : tick.ways.length > 0 && !isLocked ? (
            <Button
              size="small"
              onClick={() => onOpen(tick.key)}
              aria-label={`${tick.labelJa} ${tick.detailJa ?? ''}の証憑を記録`}
            >
              証憑を記録
            </Button>
          ) : undefined,
        }))}
      />
      {open !== undefined && (
        <VoucherForm key={open} claims={claims} line={line} need={opened} onDone={() => onOpen(undefined)} />
      )}
      {open === undefined && !isLocked && (
        <button type="button" className="link panel-more" onClick={() => onOpen(ANY_PAPER)}>
          ほかの証憑を記録
        </button>
      )}
    </section>
  );
}

function VoucherNumbers({ tick }: { readonly tick: PaperTick }): ReactNode {
  return tick.vouchers.map((voucher) => (
    <span key={voucher.id} className="panel-plate" title={VOUCHER_KINDS[voucher.kind].ja}>
      {voucher.no ?? '番号なし'}
    </span>
  ));
}
