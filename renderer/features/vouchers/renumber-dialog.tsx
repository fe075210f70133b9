import type { ReactNode } from 'react';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import { renumbered, type Renumbering } from '../../../shared/vouchers/renumbered.js';
import { RefusalDialog } from '../../ui/dialog.js';
import { Plate } from './voucher-row.js';
import type { Vouchers } from './use-vouchers.js';

/** 番号を振り直す: old and new numbers are shown first; one step, which 元に戻す takes back. */
export function RenumberDialog({
  vouchers,
  onClose,
}: {
  readonly vouchers: Vouchers;
  readonly onClose: () => void;
}): ReactNode {
  const { facts, changes } = vouchers;
  const changed = renumbered(facts).filter(({ from, to }) => from !== to);
  const same = facts.vouchers.length - changed.length;
  const write = (): void => {
    onClose();
    void changes.act(`証憑 ${changed.length}件の番号を振り直しました`, (course) => {
      for (const { voucherId, to } of changed) course.change('vouchers', voucherId, { no: to });
    });
  };
  const ways = [
    ...(changed.length === 0
      ? []
      : [{ ja: `${changed.length}件の番号を振り直す`, note: '1回で元に戻せます', shortcut: 'Enter', onChoose: write }]),
    { ja: '閉じる', note: '何も変わりません', shortcut: 'Esc', onChoose: onClose },
  ];
  return (
    <RefusalDialog
      title={changed.length === 0 ? '番号はもう順番どおりです' : '番号を科目と明細の順に振り直します'}
      ways={ways}
      onClose={onClose}
    >
      {changed.length === 0 ? (
        <p>科目番号-連番が、明細の並びと合っています。</p>
      ) : (
        <>
          <p>
            変わるのは{changed.length}件、そのままは{same}件です。紙に番号を書いてあるときは、書き直してください。
          </p>
          <div className="renumber-list" tabIndex={0} role="group" aria-label="前の番号と新しい番号">
            <table>
              <thead>
                <tr>
                  <th scope="col">前</th>
                  <th scope="col">新</th>
                  <th scope="col">証憑</th>
                </tr>
              </thead>
              <tbody>
                {changed.map((one) => (
                  <Row key={one.voucherId} vouchers={vouchers} one={one} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </RefusalDialog>
  );
}

function Row({ vouchers, one }: { readonly vouchers: Vouchers; readonly one: Renumbering }): ReactNode {
  const entry = vouchers.list.entries.find((own) => own.kind === 'voucher' && own.voucher.id === one.voucherId);
  const voucher = vouchers.facts.voucher(one.voucherId);
  return (
    <tr>
      <td className="renumber-old">{one.from ?? '番号なし'}</td>
      <td>
        <Plate no={one.to} />
      </td>
      <td>
        {voucher ? VOUCHER_KINDS[voucher.kind].ja : ''}
        <span className="second">　{entry?.kind === 'voucher' ? entry.nameJa : ''}</span>
      </td>
    </tr>
  );
}
