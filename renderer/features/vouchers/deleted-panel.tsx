import type { ReactNode } from 'react';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import { grouped } from '../../../shared/money.js';
import { voucherNameJa } from '../../desk/place-pictures.js';
import { Button } from '../../ui/button.js';
import { HistorySection, momentJa } from './history-section.js';
import type { Vouchers } from './use-vouchers.js';
import { restoreVoucher } from './voucher-actions.js';
import type { DeletedVoucher, VoucherHistory } from './voucher-history.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly deleted: DeletedVoucher;
  readonly history: VoucherHistory | undefined;
  readonly onGoTo: (voucherId: string) => void;
};

/** A deleted voucher: what it was, when it went, and the way back. */
export function DeletedPanel({ vouchers, deleted, history, onGoTo }: Props): ReactNode {
  const { voucher, at } = deleted;
  const { changes, lockJa } = vouchers;
  return (
    <div className="voucher-panel">
      <header className="panel-head">
        <span className="panel-no">{voucher.no ?? '番号なし'}</span>
        <h2 className="panel-name">{VOUCHER_KINDS[voucher.kind].ja}</h2>
        <span className="tag">消した証憑</span>
      </header>
      <section className="panel-section">
        <p className="panel-sentence">
          {momentJa(at)} に消しました。
          {voucher.amount === undefined ? '' : `金額は${grouped(voucher.amount)}円でした。`}
        </p>
        {lockJa === undefined ? (
          <div className="missing-ways">
            <Button
              onClick={() =>
                void changes
                  .act(`消した証憑 ${voucherNameJa(voucher)} を戻しました`, restoreVoucher(deleted))
                  .then((recorded) => recorded.ok && onGoTo(voucher.id))
              }
            >
              証憑を戻す
            </Button>
            <p className="caption">明細とのつながりは戻らないので、つなぎ直してください。</p>
          </div>
        ) : null}
      </section>
      <HistorySection entries={history?.of(voucher.id)} isOpen />
    </div>
  );
}
