import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { columnLetters } from '../../../shared/import/list-sheet.js';
import type { ComparedEntry, ListComparison } from '../../../shared/import/keyed/compare-list.js';
import type { KeyedList } from '../../../shared/import/keyed/keyed-list.js';
import type { Recorded } from '../../db/changes.js';
import { isComposing } from '../../ui/composing.js';
import { FindingMark } from '../../ui/finding-mark.js';
import { focusInPanel, SidePanel } from '../../ui/side-panel.js';
import type { ImportKind } from './kind-word.js';
import { isTicked, listCounts, listHeads, type ListPlan, listRows, rowKey } from './list-preview-rows.js';
import { countsJa, PreviewBar } from './preview-bar.js';
import { type KindFilter, PreviewHead } from './preview-head.js';
import { PreviewTable } from './preview-table.js';
import { useMainKey } from './use-main-key.js';
import type { OpenedList } from './use-list-import.js';
import './list-import.css';

/** An edited list beside what we hold: what would change, what is doubtful, and one step that writes what is ticked. */
export function ListImportScreen<T extends { readonly id: string }>({
  list,
  opened,
  onWrite,
  onClose,
}: {
  readonly list: KeyedList<T>;
  readonly opened: OpenedList<T>;
  /** Writes the rows as one step, named in the past tense. */
  readonly onWrite: (labelJa: string, rows: readonly ComparedEntry<T>[]) => Promise<Recorded>;
  readonly onClose: () => void;
}): ReactNode {
  const { comparison, fileJa, sheet } = opened;
  const [plan, setPlan] = useState<ListPlan>(new Map());
  const [filter, setFilter] = useState<KindFilter>('all');
  const [chosen, setChosen] = useState<string>();
  const [isWriting, setWriting] = useState(false);
  const panel = useRef<HTMLElement>(null);
  const all = useMemo(() => listRows(comparison, list, plan), [comparison, list, plan]);
  const shown = filter === 'all' ? all : all.filter((row) => keyKind(comparison, row.key) === filter);
  const current = shown.find((row) => row.key === chosen) ?? shown[0];
  const currentRow = comparison.rows.find((row) => rowKey(row) === current?.key);
  const counts = listCounts(comparison.rows, plan);
  const ticked = comparison.rows.filter((row) => isTicked(row, plan));
  useEscape(onClose);

  const tick = (key: string): void => {
    const row = comparison.rows.find((own) => rowKey(own) === key);
    if (row?.after !== undefined) setPlan(new Map(plan).set(row.rowNo, !isTicked(row, plan)));
  };
  const tickAll = (isOn: boolean): void => {
    const next = new Map(plan);
    for (const row of comparison.rows)
      if (row.after !== undefined && (!isOn || row.kind !== 'doubtful')) next.set(row.rowNo, isOn);
    setPlan(next);
  };
  const write = async (): Promise<void> => {
    if (isWriting || ticked.length === 0) return;
    setWriting(true);
    const labelJa = `${list.nameJa}${ticked.length}件を取り込みました（${countsJa(counts)}）`;
    const recorded = await onWrite(labelJa, ticked);
    setWriting(false);
    if (recorded.ok) onClose();
  };
  useMainKey(() => void write());

  return (
    <>
      <PreviewHead
        fileJa={fileJa}
        facts={
          <span>
            {[sheet.nameJa === '' ? '' : `シート「${sheet.nameJa}」`, `${comparison.rows.length}行`].join('　')}
          </span>
        }
        counts={kindCounts(comparison)}
        filter={filter}
        onFilter={setFilter}
      />
      <div className="split">
        <div className="split-work import-work" data-region="table">
          <PreviewTable
            heads={listHeads(list.fields)}
            rows={shown}
            chosen={current?.key}
            onChoose={setChosen}
            onTick={tick}
            onAsk={() => focusInPanel(() => panel.current)}
            onTickAll={tickAll}
          />
        </div>
        {current ? (
          <SidePanel label="行の詳細">
            <section ref={panel} tabIndex={-1} aria-label={current.nameJa}>
              {currentRow ? (
                <RowDetail row={currentRow} sheetJa={sheet.nameJa} />
              ) : (
                <Absent nameJa={current.nameJa} listJa={list.nameJa} />
              )}
            </section>
          </SidePanel>
        ) : null}
      </div>
      <PreviewBar
        counts={counts}
        open={comparison.rows.filter((row) => row.kind === 'doubtful' && !isTicked(row, plan)).length}
        isAllSame={comparison.rows.length > 0 && comparison.rows.every((row) => row.kind === 'same')}
        sameJa={`今の${list.nameJa}と同じ内容です。`}
        noteJa="一覧にない行は消しません。取り込んだ後も元に戻せます。"
        isWriting={isWriting}
        onWrite={() => void write()}
        onCancel={onClose}
      />
    </>
  );
}

function kindCounts<T>({ rows, absent }: ListComparison<T>): Record<ImportKind, number> {
  const count = (kind: ImportKind): number => rows.filter((row) => row.kind === kind).length;
  return {
    doubtful: count('doubtful'),
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    absent: absent.length,
  };
}

/** A doubtful row stays among the doubtful ones when it is ticked: nothing jumps away under the hand. */
function keyKind<T>({ rows }: ListComparison<T>, key: string): ImportKind {
  return rows.find((row) => rowKey(row) === key)?.kind ?? 'absent';
}

/** Esc: everything is let go, nothing has changed. */
function useEscape(onClose: () => void): void {
  const onEscape = useEffectEvent(onClose);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return;
      event.preventDefault();
      onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

function Absent({ nameJa, listJa }: { readonly nameJa: string; readonly listJa: string }): ReactNode {
  return (
    <>
      <h2 className="import-detail-head">{nameJa}</h2>
      <p className="second">ファイルにありません。{listJa}からは消さず、そのまま残します。</p>
    </>
  );
}

function RowDetail<T>({ row, sheetJa }: { readonly row: ComparedEntry<T>; readonly sheetJa: string }): ReactNode {
  const hasDoubts = row.doubtsJa.length > 0 || row.problems.length > 0;
  return (
    <>
      <h2 className="import-detail-head">
        {row.nameJa}
        <span className="second"> 取り込み元 {row.rowNo}行目</span>
      </h2>
      {hasDoubts ? (
        <section className="import-detail" aria-label="確かめること">
          <h3>確かめること</h3>
          <ul>
            {row.doubtsJa.map((ja) => (
              <li key={ja} className="import-reason">
                <FindingMark mark="confirm" /> {ja}
              </li>
            ))}
            {row.problems.map((problem) => (
              <li key={problem.column} className="import-reason">
                <FindingMark mark="confirm" labelJa="読めないセル" /> {problem.headingJa}
                {problem.text === '' ? '' : `「${problem.text}」`}：{problem.ja}
                <span className="caption">
                  {' '}
                  {sheetJa === '' ? '' : `シート「${sheetJa}」 `}
                  {row.rowNo}行 {columnLetters(problem.column)}列。このセルは取り込みません
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {row.edits.length > 0 ? (
        <section className="import-detail" aria-label={row.before === undefined ? 'この行の内容' : '変わるところ'}>
          <h3>{row.before === undefined ? 'この行の内容' : '変わるところ'}</h3>
          <dl className="import-values">
            {row.edits.map((edit) => (
              <div key={edit.headingJa}>
                <dt>{edit.headingJa}</dt>
                <dd>
                  {row.before === undefined ? null : <del>{edit.beforeJa === '' ? '（なし）' : edit.beforeJa} </del>}
                  {edit.afterJa === '' ? '（なし）' : edit.afterJa}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : hasDoubts ? null : (
        <p className="second">今の内容と同じです。</p>
      )}
    </>
  );
}
