import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Picture } from '../../../shared/vouchers/picture.js';
import type { VoucherChanges } from '../../desk/use-voucher-changes.js';
import { Button } from '../../ui/button.js';
import { useThumbnail } from './thumbnails.js';
import { loosenPicture, reorderPicture } from './voucher-actions.js';

type Props = {
  readonly pictures: readonly Picture[];
  /** Absent where nothing can be changed. */
  readonly changes: VoucherChanges | undefined;
  readonly onShow: (picture: Picture) => void;
  readonly onAdd: () => void;
};

/** 写真・PDF of a voucher in the order of their pages. */
export function PagesSection({ pictures, changes, onShow, onAdd }: Props): ReactNode {
  return (
    <section className="panel-section" aria-label="写真・PDF">
      <h3 className="panel-heading">写真・PDF {pictures.length === 0 ? null : <b>{pictures.length}件</b>}</h3>
      {pictures.length === 0 ? <p className="second">まだ入れていません。</p> : null}
      <ol className="page-list">
        {pictures.map((picture, index) => (
          <Page
            key={picture.id}
            picture={picture}
            isFirst={index === 0}
            isLast={index === pictures.length - 1}
            changes={changes}
            onShow={onShow}
          />
        ))}
      </ol>
      {changes ? (
        <Button size="small" onClick={onAdd}>
          {pictures.length === 0 ? '写真・PDFを入れる' : '続きを入れる'}
        </Button>
      ) : null}
    </section>
  );
}

function Page({
  picture,
  isFirst,
  isLast,
  changes,
  onShow,
}: Omit<Props, 'pictures' | 'onAdd'> & {
  readonly picture: Picture;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}): ReactNode {
  const url = useThumbnail(picture);
  const { nameJa } = picture;
  return (
    <li className="page-row">
      <button type="button" className="page-open" onClick={() => onShow(picture)} title={`${nameJa} を見る`}>
        <span className="voucher-thumb">{url === undefined ? null : <img src={url} alt="" />}</span>
        <span className="page-name">
          {nameJa}
          <span className="caption">
            {sizeJa(picture.bytes)}
            {picture.pages > 1 ? `　${picture.pages}ページ` : ''}
          </span>
        </span>
      </button>
      {changes ? (
        <>
          {isFirst ? null : (
            <button
              type="button"
              className="icon-button page-move"
              aria-label={`${nameJa} を前へ`}
              onClick={() => void changes.edit('画像の順を変えました', reorderPicture(picture, -1))}
            >
              <IconArrowUp size={14} aria-hidden="true" />
            </button>
          )}
          {isLast ? null : (
            <button
              type="button"
              className="icon-button page-move"
              aria-label={`${nameJa} を後ろへ`}
              onClick={() => void changes.edit('画像の順を変えました', reorderPicture(picture, 1))}
            >
              <IconArrowDown size={14} aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            className="link page-off"
            onClick={() => void changes.act(`${nameJa.slice(0, 80)} を未整理に戻しました`, loosenPicture(picture))}
          >
            外す
          </button>
        </>
      ) : null}
    </li>
  );
}

/** 「3.2 MB」「480 KB」 */
export function sizeJa(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024));
  if (kilobytes < 1024) return `${kilobytes} KB`;
  const tenths = Math.round((bytes * 10) / (1024 * 1024));
  return `${Math.floor(tenths / 10)}.${tenths % 10} MB`;
}
