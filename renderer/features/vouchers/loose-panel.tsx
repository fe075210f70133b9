import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { grouped } from '../../../shared/money.js';
import type { VoucherKind } from '../../../shared/model/case/voucher.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { voucherNameJa } from '../../desk/place-pictures.js';
import { Button } from '../../ui/button.js';
import { SelectField } from '../../ui/select-field.js';
import { KIND_CHOICES } from './kind-keys.js';
import { sizeJa } from './pages-section.js';
import type { Vouchers } from './use-vouchers.js';
import { fillWithPictures, joinPicture, removePicture } from './voucher-actions.js';
import type { MissingEntry } from './voucher-book.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly picture: Picture;
  readonly onKind: (kind: VoucherKind) => void;
  readonly onGoTo: (voucherId: string) => void;
};

/** A picture that is 未整理: what it is — a paper that is missing, a kind of its own, or a page of a known voucher. */
export function LoosePanel({ vouchers, picture, onKind, onGoTo }: Props): ReactNode {
  const { facts, changes, lockJa, list } = vouchers;
  const missing = list.entries.filter((entry) => entry.kind === 'missing');
  const fill = (entry: MissingEntry): void => {
    let made: string | undefined;
    void changes
      .act(
        `${picture.nameJa.slice(0, 80)} を${entry.labelJa}にしました`,
        fillWithPictures([picture], entry.line.id, entry.tick, (id) => {
          made = id;
        }),
      )
      .then((recorded) => {
        if (recorded.ok && made !== undefined) onGoTo(made);
      });
  };
  return (
    <div className="voucher-panel">
      <header className="panel-head">
        <span className="panel-no">未整理</span>
        <h2 className="panel-name voucher-file">{picture.nameJa}</h2>
      </header>
      <p className="panel-section second">
        {sizeJa(picture.bytes)}
        {picture.type === 'application/pdf' ? `　PDF ${picture.pages}ページ` : ''}
      </p>
      {lockJa === undefined ? (
        <>
          {missing.length === 0 ? null : (
            <section className="panel-section" aria-label="足りない書類にする">
              <h3 className="panel-heading">足りない書類にする</h3>
              <ul className="fill-list">
                {missing.map((entry) => (
                  <li key={entry.key}>
                    <button type="button" className="fill-row" onClick={() => fill(entry)}>
                      <span className="fill-words">
                        <span>{entry.labelJa}</span>
                        <span className="second">
                          {entry.nameJa}　{entry.tick.detailJa ?? ''}
                        </span>
                      </span>
                      {entry.tick.gain > 0 ? <b className="fill-gain">＋{grouped(entry.tick.gain)}</b> : null}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel-section missing-ways" aria-label="ほかの整理">
            <h3 className="panel-heading">ほかの整理</h3>
            <SelectField
              label="新しい証憑として、種類は（1–9）"
              value={undefined}
              emptyJa="選ぶ…"
              choices={KIND_CHOICES}
              onCommit={(kind) => {
                if (kind !== undefined) onKind(kind);
              }}
            />
            {facts.vouchers.length === 0 ? null : (
              <SelectField
                label="今ある証憑のページに加える"
                value={undefined}
                emptyJa="選ぶ…"
                choices={facts.vouchers.map((voucher) => ({ value: voucher.id, ja: voucherNameJa(voucher) }))}
                onCommit={(id) => {
                  if (id === undefined) return;
                  void changes
                    .act(`${picture.nameJa.slice(0, 80)} を証憑に加えました`, joinPicture(picture, id))
                    .then((recorded) => recorded.ok && onGoTo(id));
                }}
              />
            )}
          </section>
          <div className="panel-section">
            <Button
              kind="danger"
              size="small"
              icon={<IconTrash size={14} stroke={1.6} aria-hidden="true" />}
              onClick={() =>
                void changes.act(`${picture.nameJa.slice(0, 80)} を未整理から消しました`, removePicture(picture))
              }
            >
              この画像を消す
            </Button>
          </div>
        </>
      ) : (
        <p className="panel-section second">{lockJa}</p>
      )}
    </div>
  );
}
