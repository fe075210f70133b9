import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import { vouchersToAttach } from '../../desk/new-voucher.js';
import { voucherNameJa } from '../../desk/place-pictures.js';
import { attachVoucher } from '../../desk/voucher-edits.js';
import { Button } from '../../ui/button.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { SelectField } from '../../ui/select-field.js';
import { NeededPapers } from './needed-papers.js';
import { UsedLines } from './used-lines.js';
import type { Vouchers } from './use-vouchers.js';
import type { MissingEntry } from './voucher-book.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly entry: MissingEntry;
  readonly onFill: (line: Line, tick: PaperTick) => void;
  readonly onRecord: (line: Line, tick: PaperTick) => void;
  readonly onGoTo: (voucherId: string) => void;
};

/** A paper that is missing: for which line, what comes back with it, and the ways to fill the gap. */
export function MissingPanel({ vouchers, entry, onFill, onRecord, onGoTo }: Props): ReactNode {
  const { facts, changes, lockJa } = vouchers;
  const { tick, line, lines } = entry;
  const isFree = lockJa === undefined;
  const known = vouchersToAttach(tick, line, facts);
  return (
    <div className="voucher-panel">
      <header className="panel-head">
        <h2 className="panel-name">{entry.labelJa}</h2>
        <FindingMark mark="waiting" />
      </header>
      <section className="panel-section">
        <p className="panel-sentence">
          {tick.labelJa}
          {tick.detailJa === undefined ? '' : `（${tick.detailJa}）`}がまだありません。
        </p>
        {tick.gain > 0 ? <p className="missing-gain">そろえば ＋{grouped(tick.gain)}円</p> : null}
        <p className="panel-source">
          {tick.ruleIds.map((id) => (
            <span key={id}>{id}</span>
          ))}
        </p>
      </section>
      {isFree ? (
        <section className="panel-section missing-ways" aria-label="入れ方">
          <Button onClick={() => onFill(line, tick)}>写真・PDFを入れる</Button>
          <Button kind="bare" onClick={() => onRecord(line, tick)}>
            画像なしで記録する
          </Button>
          {known.length > 0 ? (
            <SelectField
              label="今ある証憑をつなぐ"
              value={undefined}
              emptyJa="選ぶ…"
              choices={known.map((voucher) => ({ value: voucher.id, ja: voucherNameJa(voucher) }))}
              onCommit={(id) => {
                const voucher = known.find((one) => one.id === id);
                if (!voucher) return;
                void changes
                  .act(`証憑 ${voucherNameJa(voucher)} を明細につなぎました`, (course) =>
                    attachVoucher(line, voucher)(course),
                  )
                  .then((recorded) => recorded.ok && onGoTo(voucher.id));
              }}
            />
          ) : null}
        </section>
      ) : (
        <p className="panel-section second">{lockJa}</p>
      )}
      <UsedLines vouchers={vouchers} lines={lines} titleJa="この書類が要る明細" />
      <NeededPapers vouchers={vouchers} lines={lines} onFill={isFree ? onFill : undefined} onGoTo={onGoTo} />
    </div>
  );
}
