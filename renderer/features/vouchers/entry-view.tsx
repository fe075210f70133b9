import { IconPhotoPlus } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { Button } from '../../ui/button.js';
import { PictureViewer, type ViewerPage } from './picture-viewer.js';
import type { Vouchers } from './use-vouchers.js';
import { changePicture } from './voucher-actions.js';
import type { Entry } from './voucher-book.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly entry: Entry | undefined;
  readonly page: number;
  readonly onPage: (index: number) => void;
  readonly onFill: (line: Line, tick: PaperTick) => void;
  readonly onAddTo: (voucherId: string) => void;
  readonly onLeave: () => void;
};

/** The middle: the picture of what is chosen, or the place where one is to be put. */
export function EntryView({ vouchers, entry, page, onPage, onFill, onAddTo, onLeave }: Props): ReactNode {
  const { changes, lockJa } = vouchers;
  const pictures = picturesOfEntry(entry);
  const pages = useMemo(() => pagesOf(pictures), [pictures]);
  if (entry && pages.length > 0) {
    return (
      <PictureViewer
        pages={pages}
        index={Math.min(page, pages.length - 1)}
        onIndex={onPage}
        no={entry.kind === 'voucher' ? (entry.voucher.no ?? '番号なし') : undefined}
        labelJa={labelOf(entry)}
        headJa={entry.kind === 'voucher' ? VOUCHER_KINDS[entry.voucher.kind].ja : ''}
        isLocked={lockJa !== undefined || entry.kind === 'deleted'}
        onChange={(labelJa, picture) => void changes.edit(labelJa, changePicture(picture))}
        onLeave={onLeave}
      />
    );
  }
  return (
    <section className="voucher-viewer" aria-label="証憑の画像">
      <div className="viewer-stage viewer-empty" data-key={entry?.key} data-region="picture">
        <NoPicture entry={entry} isFree={lockJa === undefined} onFill={onFill} onAddTo={onAddTo} />
      </div>
    </section>
  );
}

function NoPicture({
  entry,
  isFree,
  onFill,
  onAddTo,
}: Pick<Props, 'entry' | 'onFill' | 'onAddTo'> & { readonly isFree: boolean }): ReactNode {
  if (entry?.kind === 'elsewhere') return <p className="second">{entry.courseJa} の証憑です。</p>;
  if (entry?.kind === 'deleted') return <p className="second">画像は入っていませんでした。</p>;
  if (!entry || entry.kind === 'loose') return <p className="second">左の一覧から証憑を選びます。</p>;
  const isMissing = entry.kind === 'missing';
  const add = (): void => (isMissing ? onFill(entry.line, entry.tick) : onAddTo(entry.voucher.id));
  return (
    <div className={isMissing ? 'viewer-gap viewer-gap-missing' : 'viewer-gap'}>
      <IconPhotoPlus size={28} stroke={1.2} aria-hidden="true" />
      <p className="empty-title">{isMissing ? `${entry.labelJa}がまだありません` : '写真・PDFはまだ入っていません'}</p>
      <p className="second">
        {isMissing
          ? `${entry.nameJa}　${entry.tick.detailJa ?? ''}`
          : entry.voucher.fileRef === undefined
            ? 'ここに落とすか、選んで入れます'
            : 'この証憑の画像は、別のパソコンにあります。ここにも入れられます'}
      </p>
      {isFree ? <Button onClick={add}>写真・PDFを入れる</Button> : null}
    </div>
  );
}

const NO_PICTURES: readonly Picture[] = [];

function picturesOfEntry(entry: Entry | undefined): readonly Picture[] {
  switch (entry?.kind) {
    case 'voucher':
      return entry.pictures;
    case 'deleted':
      return entry.deleted.pictures;
    default:
      return entry?.kind === 'loose' ? loosePictures(entry.picture) : NO_PICTURES;
  }
}

const alone = new WeakMap<Picture, readonly Picture[]>();

/** The same list for the same picture, so that what hangs on it is not built anew. */
function loosePictures(picture: Picture): readonly Picture[] {
  const known = alone.get(picture) ?? [picture];
  alone.set(picture, known);
  return known;
}

function pagesOf(pictures: readonly Picture[]): ViewerPage[] {
  return pictures.flatMap((picture) =>
    Array.from({ length: picture.pages }, (_, index) => ({ picture, page: index + 1 })),
  );
}

function labelOf(entry: Entry): string {
  if (entry.kind === 'voucher') return `証憑 ${entry.voucher.no ?? '番号なし'} ${VOUCHER_KINDS[entry.voucher.kind].ja}`;
  return entry.kind === 'loose' ? entry.picture.nameJa : '消した証憑';
}
