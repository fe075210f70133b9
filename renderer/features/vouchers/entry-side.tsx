import { type ReactNode, type RefObject, useMemo } from 'react';
import { Link } from 'wouter';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS, type VoucherKind } from '../../../shared/model/case/voucher.js';
import { grouped } from '../../../shared/money.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import { slashDate } from '../../../shared/dates.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { coursePath } from '../../routes.js';
import { isComposing } from '../../ui/composing.js';
import { SidePanel } from '../../ui/side-panel.js';
import { DeletedPanel } from './deleted-panel.js';
import { LoosePanel } from './loose-panel.js';
import { MissingPanel } from './missing-panel.js';
import type { OtherCourse } from './use-search.js';
import type { Vouchers } from './use-vouchers.js';
import type { ElsewhereEntry, Entry, VoucherEntry } from './voucher-book.js';
import type { VoucherHistory } from './voucher-history.js';
import { VoucherPanel } from './voucher-panel.js';
import { wantVoucher } from './wanted-voucher.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly entry: Entry | undefined;
  readonly others: readonly OtherCourse[];
  readonly siblings: readonly VoucherEntry[];
  readonly history: VoucherHistory | undefined;
  readonly fields: RefObject<HTMLDivElement | null>;
  readonly onFill: (line: Line, tick: PaperTick) => void;
  readonly onRecord: (line: Line, tick: PaperTick) => void;
  readonly onAddPages: (voucherId: string) => void;
  readonly onPage: (index: number) => void;
  readonly onKind: (kind: VoucherKind) => void;
  readonly onGoTo: (voucherId: string) => void;
  /** Esc: back to the list. */
  readonly onLeave: () => void;
};

/** The panel of what is chosen. */
export function EntrySide({ entry, onLeave, ...props }: Props): ReactNode {
  return (
    <div
      className="vouchers-side"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && !isComposing(event)) onLeave();
      }}
    >
      <SidePanel label="証憑の内容">
        {entry ? <Chosen {...props} entry={entry} /> : <p className="panel-section second">証憑を選びます。</p>}
      </SidePanel>
    </div>
  );
}

function Chosen(props: Omit<Props, 'entry' | 'onLeave'> & { readonly entry: Entry }): ReactNode {
  const { vouchers, entry, others, history, onGoTo } = props;
  const cases = useMemo(() => others.map((course) => course.value), [others]);
  switch (entry.kind) {
    case 'voucher':
      return (
        <VoucherPanel
          key={entry.key}
          vouchers={vouchers}
          entry={entry}
          others={cases}
          siblings={props.siblings}
          history={history}
          fields={props.fields}
          onFill={props.onFill}
          onAddPages={() => props.onAddPages(entry.voucher.id)}
          onShowPicture={(picture) => props.onPage(pagesBefore(entry.pictures, picture))}
          onGoTo={onGoTo}
        />
      );
    case 'missing':
      return (
        <MissingPanel
          key={entry.key}
          vouchers={vouchers}
          entry={entry}
          onFill={props.onFill}
          onRecord={props.onRecord}
          onGoTo={onGoTo}
        />
      );
    case 'loose':
      return (
        <LoosePanel key={entry.key} vouchers={vouchers} picture={entry.picture} onKind={props.onKind} onGoTo={onGoTo} />
      );
    case 'deleted':
      return (
        <DeletedPanel key={entry.key} vouchers={vouchers} deleted={entry.deleted} history={history} onGoTo={onGoTo} />
      );
    case 'elsewhere':
      return <Elsewhere entry={entry} />;
  }
}

/** Pages of the pictures that stand before one. */
function pagesBefore(pictures: readonly Picture[], picture: Picture): number {
  const at = pictures.findIndex((own) => own.id === picture.id);
  return pictures.slice(0, Math.max(0, at)).reduce((count, own) => count + own.pages, 0);
}

/** A voucher of another course, found by the search. */
function Elsewhere({ entry }: { readonly entry: ElsewhereEntry }): ReactNode {
  const { found, courseId, courseJa } = entry;
  const { voucher, nameJa, amount, date } = found;
  const facts = [
    ['講習会', courseJa],
    ['氏名・取引先', nameJa],
    ['発行者', voucher.issuer],
    ['宛名', voucher.addressee],
    ['日付', date && slashDate(date)],
    ['金額', amount === undefined ? undefined : `${grouped(amount)}円`],
  ] as const;
  return (
    <div className="voucher-panel">
      <header className="panel-head">
        <span className="panel-no">{voucher.no ?? '番号なし'}</span>
        <h2 className="panel-name">{VOUCHER_KINDS[voucher.kind].ja}</h2>
      </header>
      <dl className="panel-section elsewhere-facts">
        {facts.map(([label, text]) =>
          text === undefined || text === '' ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ),
        )}
      </dl>
      <p className="panel-section">
        <Link href={coursePath(courseId, 'vouchers')} onClick={() => wantVoucher(courseId, voucher.id)}>
          {courseJa} の証憑を開く
        </Link>
      </p>
    </div>
  );
}
