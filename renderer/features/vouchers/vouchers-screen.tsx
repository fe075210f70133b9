import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import type { Line } from '../../../shared/model/case/lines/line.js';
import type { VoucherKind } from '../../../shared/model/case/voucher.js';
import type { PaperTick } from '../../../shared/rules/paper-ticks.js';
import type { Placing } from '../../desk/place-pictures.js';
import { usePictureKeeper } from '../../desk/use-keep-pictures.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { focusInPanel } from '../../ui/side-panel.js';
import { DropWord, targetOfKey } from './drop-word.js';
import { EntrySide } from './entry-side.js';
import { EntryView } from './entry-view.js';
import { RenumberDialog } from './renumber-dialog.js';
import { SearchBar } from './search-bar.js';
import { useChoice } from './use-choice.js';
import { useFileDrop } from './use-file-drop.js';
import { useVoucherHistory } from './use-history-log.js';
import { usePackage } from './use-package.js';
import { useScreenKeys } from './use-screen-keys.js';
import { useOtherCourses, useSearch } from './use-search.js';
import type { Vouchers } from './use-vouchers.js';
import { assignKind, fillPlainly, removeEntry } from './entry-actions.js';
import { type Entry, filterCounts, filtered, passes, plainGroup, type VoucherEntry } from './voucher-book.js';
import { VoucherList } from './voucher-list.js';
import { type ShownFilter, VouchersTools } from './vouchers-tools.js';

/** Tools, list, picture and panel of 証憑. */
export function VouchersScreen({ vouchers }: { readonly vouchers: Vouchers }): ReactNode {
  const { courseId, list, lockJa, facts } = vouchers;
  const [filter, setFilter] = useState<ShownFilter>('all');
  const [isRenumbering, setRenumbering] = useState(false);
  const [focusCall, setFocusCall] = useState(0);
  const [page, setPage] = useState<{ readonly key: string; readonly index: number }>();
  const fields = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);

  const own = useMemo(() => list.entries.filter((entry): entry is VoucherEntry => entry.kind === 'voucher'), [list]);
  const others = useOtherCourses(courseId, vouchers.record.isSample);
  const search = useSearch(vouchers, own, others);
  const history = useVoucherHistory(courseId);
  const deleted = useMemo(
    () =>
      (history?.deleted ?? [])
        .filter(({ voucher }) => facts.voucher(voucher.id) === undefined)
        .map((one): Entry => ({ kind: 'deleted', key: `deleted ${one.voucher.id}`, deleted: one })),
    [history, facts],
  );
  const counts = useMemo(() => ({ ...filterCounts(list.entries), deleted: deleted.length }), [list, deleted]);
  const groups = useMemo(() => {
    if (search.groups) return search.groups;
    if (filter === 'deleted') return deleted.length === 0 ? [] : [plainGroup('deleted', '消した証憑', deleted)];
    return filter === 'all' ? list.groups : filtered(list.groups, (entry) => passes(entry, filter));
  }, [search.groups, filter, deleted, list]);
  const { entry, choose } = useChoice(courseId, groups);

  const goTo = useCallback(
    (key: string): void => {
      setFilter('all');
      search.close();
      choose(key);
      setFocusCall((count) => count + 1);
    },
    // Both only set states.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [],
  );
  const toVoucher = (id: string): void => goTo(`voucher ${id}`);
  const onPlaced = useCallback(
    ({ placed, voucherId }: Placing): void => {
      const added = placed.find((one) => one.kind === 'added');
      if (voucherId !== undefined) goTo(`voucher ${voucherId}`);
      else if (added) goTo(`picture ${added.pictureId}`);
    },
    [goTo],
  );
  const keeper = usePictureKeeper({ courseId, onPlaced });
  const fill = (line: Line, tick: PaperTick): void => keeper.choose({ kind: 'need', lineId: line.id, need: tick });
  const add = (): void => {
    if (lockJa === undefined) keeper.choose({ kind: 'unsorted' });
  };

  const dragging = useFileDrop({
    isOff: lockJa !== undefined,
    keyAt: (element) => element.closest<HTMLElement>('[data-key]')?.dataset['key'],
    onFiles: (files, key) => void keeper.add(files, targetOfKey(list.entries, key)),
  });
  const work = usePackage(vouchers);

  useScreenKeys({
    add,
    find: search.open,
    kind: (kind: VoucherKind) => {
      if (entry && lockJa === undefined) assignKind(vouchers, entry, kind, toVoucher);
    },
    remove: () => {
      if (entry && lockJa === undefined) removeEntry(vouchers, entry);
    },
    toPicture: (key) => sendToPicture(area.current, key),
  });

  const enter = (): void => {
    if (entry?.kind === 'missing') fill(entry.line, entry.tick);
    else focusInPanel(() => firstField(fields.current));
  };
  const shownPage = page !== undefined && page.key === entry?.key ? page.index : 0;
  const isEmpty = list.entries.length === 0 && deleted.length === 0;

  return (
    <div className="vouchers">
      <VouchersTools
        counts={counts}
        filter={filter}
        onFilter={(next) => {
          search.close();
          setFilter(next);
        }}
        isSearching={search.isOpen}
        onSearch={search.isOpen ? search.close : search.open}
        onRenumber={() => setRenumbering(true)}
        onPackage={work.start}
        isPacking={work.isWorking}
        onAdd={add}
        lockJa={lockJa}
        isEmpty={isEmpty}
      />
      {search.isOpen ? (
        <SearchBar
          search={search.search}
          scope={search.scope}
          year={facts.course.fiscalYear}
          found={search.found}
          unsearchable={search.unsearchable}
          onSearch={search.setSearch}
          onScope={search.setScope}
          onClose={() => {
            search.close();
            setFocusCall((count) => count + 1);
          }}
        />
      ) : null}
      {isEmpty ? (
        <EmptyState
          title="証憑はまだありません"
          note="領収書の写真やPDFをここに落とすか、貼り付けるか、選んで入れます。明細ができると、必要な書類の欄も出ます"
        >
          {lockJa === undefined ? <Button onClick={add}>証憑を入れる</Button> : null}
        </EmptyState>
      ) : (
        <div ref={area} className="vouchers-area">
          {groups.length === 0 ? (
            <p className="voucher-list voucher-list-none second">当てはまる証憑はありません。</p>
          ) : (
            <VoucherList
              groups={groups}
              chosenKey={entry?.key}
              onChoose={choose}
              onEnter={enter}
              focusCall={focusCall}
              dropKey={dragging?.key}
            />
          )}
          <EntryView
            key={entry?.key}
            vouchers={vouchers}
            entry={entry}
            page={shownPage}
            onPage={(index) => entry && setPage({ key: entry.key, index })}
            onFill={fill}
            onAddTo={(voucherId) => keeper.choose({ kind: 'voucher', voucherId })}
            onLeave={() => setFocusCall((count) => count + 1)}
          />
          <EntrySide
            vouchers={vouchers}
            entry={entry}
            others={others}
            siblings={own}
            history={history}
            fields={fields}
            onFill={fill}
            onRecord={(line, tick) => fillPlainly(vouchers, line, tick, toVoucher)}
            onAddPages={(voucherId) => keeper.choose({ kind: 'voucher', voucherId })}
            onPage={(index) => entry && setPage({ key: entry.key, index })}
            onKind={(kind) => entry && assignKind(vouchers, entry, kind, toVoucher)}
            onGoTo={toVoucher}
            onLeave={() => setFocusCall((count) => count + 1)}
          />
        </div>
      )}
      {dragging && lockJa === undefined ? <DropWord entries={list.entries} dropKey={dragging.key} /> : null}
      {isRenumbering ? (
        <RenumberDialog
          vouchers={vouchers}
          onClose={() => {
            setRenumbering(false);
            setFocusCall((count) => count + 1);
          }}
        />
      ) : null}
      {keeper.place}
      {work.place}
    </div>
  );
}

/** Where typing begins: the first text that is not filled in, else the first. */
function firstField(fields: HTMLElement | null): HTMLElement | undefined {
  const texts = [...(fields?.querySelectorAll<HTMLInputElement>('input[type="text"]') ?? [])];
  return texts.find((field) => field.value === '') ?? texts[0];
}

/** Turning leaves the focus in the list; what is placed with the arrows needs it. */
function sendToPicture(area: HTMLElement | null, key: string): void {
  const stage = area?.querySelector<HTMLElement>('.viewer-stage');
  if (!stage) return;
  if (['n', 'N', 'c', 'C'].includes(key)) stage.focus();
  stage.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}
