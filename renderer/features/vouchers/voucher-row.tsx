import { IconPhoto } from '@tabler/icons-react';
import { memo, type ReactNode } from 'react';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import { grouped } from '../../../shared/money.js';
import { classNames } from '../../ui/class-names.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { useThumbnail } from './thumbnails.js';
import { momentJa } from './history-section.js';
import type { DeletedEntry, Entry, Group, LooseEntry, MissingEntry, VoucherEntry } from './voucher-book.js';

export type RowProps = {
  readonly entry: Entry;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
  /** Where a dragged file would go; the row under it says so by its frame. */
  readonly dropKey: string | undefined;
};

/** 科目 with how many of its papers are there. */
export function GroupHead({ group }: { readonly group: Group }): ReactNode {
  const { no, nameJa, there, wanted, isCounted } = group;
  return (
    <div className="voucher-group" role="presentation">
      {no === undefined ? null : <span className="voucher-group-no">{no}</span>}
      <b>{nameJa}</b>
      <span className="voucher-group-count">{isCounted ? `${there}／${wanted}` : `${there}件`}</span>
    </div>
  );
}

/** One entry; drawn anew only when it, or whether it is chosen, changes. */
export const VoucherRow = memo(function VoucherRow({ entry, isChosen, onChoose, dropKey }: RowProps): ReactNode {
  return (
    <div
      id={idOf(entry.key)}
      role="option"
      aria-selected={isChosen}
      data-key={entry.key}
      className={classNames(
        'voucher-row',
        isChosen && 'voucher-row-chosen',
        entry.kind === 'missing' && 'voucher-row-missing',
        dropKey === entry.key && 'voucher-row-drop',
      )}
      onMouseDown={() => onChoose(entry.key)}
    >
      <Words entry={entry} />
    </div>
  );
});

function Words({ entry }: { readonly entry: Entry }): ReactNode {
  switch (entry.kind) {
    case 'voucher':
      return <Voucher entry={entry} />;
    case 'elsewhere':
      return <Voucher entry={entry.found} />;
    case 'missing':
      return <Missing entry={entry} />;
    case 'loose':
      return <Loose entry={entry} />;
    case 'deleted':
      return <Deleted entry={entry} />;
  }
}

function Voucher({ entry }: { readonly entry: VoucherEntry }): ReactNode {
  const { voucher, nameJa, amount, pictures, isUsed } = entry;
  return (
    <>
      <Plate no={voucher.no} />
      <span className="voucher-words">
        <span className="voucher-kind">{VOUCHER_KINDS[voucher.kind].ja}</span>
        <span className="voucher-name">{isUsed ? nameJa : `${nameJa} 未使用`.trim()}</span>
      </span>
      {pictures.length === 0 ? null : (
        <>
          <IconPhoto className="voucher-has" size={14} stroke={1.6} aria-hidden="true" />
          <span className="unseen">画像あり</span>
        </>
      )}
      <span className="voucher-amount">
        {amount === undefined ? <span className="unseen">金額なし</span> : grouped(amount)}
      </span>
    </>
  );
}

function Missing({ entry }: { readonly entry: MissingEntry }): ReactNode {
  const { labelJa, nameJa, tick, lines } = entry;
  const more = lines.length > 1 ? ` ほか${lines.length - 1}件` : '';
  return (
    <>
      <span className="voucher-plate voucher-plate-missing" />
      <span className="voucher-words">
        <span className="voucher-kind">{labelJa}</span>
        <span className="voucher-name">
          {nameJa}
          {more}
          {tick.detailJa === undefined ? null : `　${tick.detailJa}`}
        </span>
      </span>
      <FindingMark mark="waiting" />
    </>
  );
}

function Loose({ entry }: { readonly entry: LooseEntry }): ReactNode {
  const { picture } = entry;
  return (
    <>
      <Thumbnail picture={picture} />
      <span className="voucher-words">
        <span className="voucher-kind voucher-file">{picture.nameJa}</span>
        <span className="voucher-name">
          {picture.type === 'application/pdf' ? `PDF ${picture.pages}ページ` : '写真・スキャン'}　番号なし
        </span>
      </span>
    </>
  );
}

function Deleted({ entry }: { readonly entry: DeletedEntry }): ReactNode {
  const { voucher, at } = entry.deleted;
  return (
    <>
      <Plate no={voucher.no} />
      <span className="voucher-words">
        <del className="voucher-kind">{VOUCHER_KINDS[voucher.kind].ja}</del>
        <span className="voucher-name">{momentJa(at)} に消しました</span>
      </span>
      <span className="voucher-amount">{voucher.amount === undefined ? '' : grouped(voucher.amount)}</span>
    </>
  );
}

/** The number as it is stamped; an empty plate without one. */
export function Plate({ no }: { readonly no: string | undefined }): ReactNode {
  return no === undefined ? (
    <span className="voucher-plate voucher-plate-none">
      <span className="unseen">番号なし</span>
    </span>
  ) : (
    <span className="voucher-plate">{no}</span>
  );
}

function Thumbnail({ picture }: { readonly picture: LooseEntry['picture'] }): ReactNode {
  const url = useThumbnail(picture);
  return <span className="voucher-thumb">{url === undefined ? null : <img src={url} alt="" />}</span>;
}

/** The element of a row. */
export function idOf(key: string): string {
  return `entry-${key.replaceAll(' ', '-')}`;
}
