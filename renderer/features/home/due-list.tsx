import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { isComposing } from '../../ui/composing.js';
import { EmptyState } from '../../ui/empty-state.js';
import { type Due, type DueGroup, dueKey } from './due.js';
import { DueRow } from './due-row.js';
import './due.css';

/** Further away than this many days is shown only on request. */
const NEAR_DAYS = 90;

/** The board: groups of deadlines with one chosen row. Arrows choose, Enter opens, Space marks as done. */
export function DueList({
  groups,
  isReady,
}: {
  readonly groups: readonly DueGroup[];
  readonly isReady: boolean;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string>();
  const [asking, setAsking] = useState<string>();
  const [showsFar, setShowsFar] = useState(false);
  const far = groups.flatMap((group) => group.entries).filter(isFar);
  const shown = groups.map((group) => ({
    ...group,
    entries: showsFar ? group.entries : group.entries.filter((entry) => !isFar(entry)),
  }));
  const rows = shown.flatMap((group) => group.entries).map(dueKey);
  const current = rows.find((key) => key === chosen) ?? rows[0];

  const choose = (key: string | undefined): void => {
    if (key === undefined) return;
    setChosen(key);
    setAsking(undefined);
    list.current?.querySelector<HTMLElement>(`[data-due="${CSS.escape(key)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-due')) return;
    const index = rows.indexOf(current ?? '');
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(rows[Math.max(0, Math.min(rows.length - 1, target))]);
  };

  if (isReady && groups.every((group) => group.entries.length === 0)) {
    return (
      <EmptyState
        title="期限のあるものはありません"
        note="日程を入れた講習会の、済んでいない申請書や報告書の期限がここに並びます。"
      />
    );
  }
  return (
    <div ref={list} onKeyDown={onKeyDown}>
      {shown.map((group) => (
        <Group key={group.ja} group={group}>
          {group.entries.map((entry) => {
            const key = dueKey(entry);
            return (
              <DueRow
                key={key}
                due={entry}
                isChosen={key === current}
                isAsking={key === current && key === asking}
                onChoose={() => setChosen(key)}
                onAsk={(asks) => {
                  setChosen(key);
                  setAsking(asks ? key : undefined);
                  if (!asks) choose(key);
                }}
              />
            );
          })}
        </Group>
      ))}
      {far.length === 0 ? null : (
        <button type="button" className="link due-far" aria-expanded={showsFar} onClick={() => setShowsFar(!showsFar)}>
          {showsFar ? `${NEAR_DAYS}日より先を隠す` : `${NEAR_DAYS}日より先の${far.length}件も見る`}
        </button>
      )}
    </div>
  );
}

function isFar({ deadline }: Due): boolean {
  return deadline.daysLeft > NEAR_DAYS;
}

function Group({ group, children }: { readonly group: DueGroup; readonly children: ReactNode }): ReactNode {
  const { ja, entries } = group;
  if (entries.length === 0) return ja === '今週' ? <p className="due-none">今週の期限はありません</p> : null;
  return (
    <section aria-label={ja}>
      <h2 className="due-group">
        {ja} <small>{entries.length}件</small>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
