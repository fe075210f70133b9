import type { ReactNode } from 'react';
import type { PictureTarget } from '../../desk/place-pictures.js';
import type { Entry } from './voucher-book.js';

/**
 * Where files go that are dropped on a row: into a gap, to a voucher that has no picture yet, otherwise to 未整理. A
 * voucher that has its picture takes further pages only by its own button: a slip of the hand must not mix papers.
 */
export function targetOfKey(entries: readonly Entry[], key: string | undefined): PictureTarget {
  const entry = entries.find((own) => own.key === key);
  if (entry?.kind === 'missing') return { kind: 'need', lineId: entry.line.id, need: entry.tick };
  if (entry?.kind === 'voucher' && entry.pictures.length === 0) {
    return { kind: 'voucher', voucherId: entry.voucher.id };
  }
  return { kind: 'unsorted' };
}

/** While something is dragged: what dropping it here would do. */
export function DropWord({
  entries,
  dropKey,
}: {
  readonly entries: readonly Entry[];
  readonly dropKey: string | undefined;
}): ReactNode {
  const target = targetOfKey(entries, dropKey);
  const entry = entries.find((own) => own.key === dropKey);
  const ja =
    target.kind === 'need' && entry?.kind === 'missing'
      ? `${entry.labelJa}（${entry.nameJa}）として入れます`
      : target.kind === 'voucher' && entry?.kind === 'voucher'
        ? `証憑 ${entry.voucher.no ?? '番号なし'} の画像として入れます`
        : '未整理に入れます。足りない書類の行に落とすと、その書類になります';
  return (
    <p className="drop-word" role="status">
      {ja}
    </p>
  );
}
