import { IconTrash } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useMemo } from 'react';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { VOUCHER_KINDS } from '../../../shared/model/case/voucher.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import type { Picture } from '../../../shared/vouchers/picture.js';
import { voucherNameJa } from '../../desk/place-pictures.js';
import { detachVoucher, OF_TRANSFER } from '../../desk/voucher-edits.js';
import { Button } from '../../ui/button.js';
import { CheckList } from './check-list.js';
import { HistorySection } from './history-section.js';
import { NeededPapers } from './needed-papers.js';
import { offeredWords } from './offered-words.js';
import { PagesSection } from './pages-section.js';
import { UsedLines } from './used-lines.js';
import type { Vouchers } from './use-vouchers.js';
import { changeVoucher, removeVoucher, tieVoucher } from './voucher-actions.js';
import type { VoucherEntry } from './voucher-book.js';
import { voucherChecks } from './voucher-checks.js';
import { VoucherFields } from './voucher-fields.js';
import type { VoucherHistory } from './voucher-history.js';

type Props = {
  readonly vouchers: Vouchers;
  readonly entry: VoucherEntry;
  /** Cases of the other courses, for the words that are offered. */
  readonly others: readonly Case[];
  readonly siblings: readonly VoucherEntry[];
  readonly history: VoucherHistory | undefined;
  readonly fields: RefObject<HTMLDivElement | null>;
  readonly onFill: (line: Line, tick: PaperTick) => void;
  readonly onAddPages: () => void;
  readonly onShowPicture: (picture: Picture) => void;
  readonly onGoTo: (voucherId: string) => void;
};

/** The chosen voucher: what stands on it, whether it fits, what it proves, what is still missing, its history. */
export function VoucherPanel(props: Props): ReactNode {
  const { vouchers, entry, others, siblings, history, fields, onFill, onAddPages, onShowPicture, onGoTo } = props;
  const { facts, across, changes, lockJa } = vouchers;
  const { voucher, use } = entry;
  const offered = useMemo(() => offeredWords(entry, facts, others), [entry, facts, others]);
  const checks = useMemo(() => voucherChecks(entry, facts, siblings, across), [entry, facts, siblings, across]);
  const isFree = lockJa === undefined;
  const nameJa = voucherNameJa(voucher);
  const ofPayment = use.transfers.length > 0 && OF_TRANSFER.includes(voucher.kind);
  return (
    <div className="voucher-panel">
      <header className="panel-head">
        <span className="panel-no">{voucher.no ?? '番号なし'}</span>
        <h2 className="panel-name">{VOUCHER_KINDS[voucher.kind].ja}</h2>
        <span className="caption">{VOUCHER_KINDS[voucher.kind].code}</span>
      </header>
      {lockJa === undefined ? null : <p className="panel-section second">{lockJa}</p>}
      <section className="panel-section" aria-label="証憑の内容">
        <fieldset className="voucher-fieldset" disabled={!isFree}>
          <VoucherFields
            key={voucher.id}
            voucher={voucher}
            paid={voucher.amount === undefined ? entry.amount : undefined}
            year={facts.course.fiscalYear}
            offered={offered}
            place={fields}
            onChange={(labelJa, changed) => changes.edit(labelJa, changeVoucher(voucher.id, changed))}
          />
        </fieldset>
      </section>
      <CheckList checks={checks} />
      <UsedLines
        vouchers={vouchers}
        lines={use.lines}
        onDetach={
          isFree
            ? (line) =>
                void changes.act(
                  ofPayment ? `証憑 ${nameJa} を支払から外しました` : `証憑 ${nameJa} を明細から外しました`,
                  (course) => detachVoucher(line, voucher.id)(course),
                )
            : undefined
        }
        onAttach={
          isFree
            ? (lineId) => void changes.act(`証憑 ${nameJa} を明細につなぎました`, tieVoucher(voucher.id, lineId))
            : undefined
        }
      />
      <NeededPapers vouchers={vouchers} lines={use.lines} onFill={isFree ? onFill : undefined} onGoTo={onGoTo} />
      <PagesSection
        pictures={entry.pictures}
        changes={isFree ? changes : undefined}
        onShow={onShowPicture}
        onAdd={onAddPages}
      />
      <HistorySection key={voucher.id} entries={history?.of(voucher.id)} />
      {isFree ? (
        <div className="panel-section">
          <Button
            kind="danger"
            size="small"
            icon={<IconTrash size={14} stroke={1.6} aria-hidden="true" />}
            onClick={() => void changes.act(`証憑 ${nameJa} を消しました`, removeVoucher(voucher.id))}
          >
            この証憑を消す
          </Button>
        </div>
      ) : null}
    </div>
  );
}
