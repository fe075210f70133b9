import { IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Link } from 'wouter';
import { type WrittenPaper, useWrittenPapers } from '../../db/written-papers.js';
import { chipKind } from '../../desk/deadlines.js';
import { coursePath, formsPath } from '../../routes.js';
import { classNames } from '../../ui/class-names.js';
import { isComposing } from '../../ui/composing.js';
import { DeadlineChip } from '../../ui/deadline-chip.js';
import type { PaperGroup, PaperRow } from './paper-rows.js';
import { OpenCounts } from './open-counts.js';
import { momentJa } from './written-files.js';

/** The papers by stage; arrows choose. Below, what is made on the other screens. */
export function PaperList({
  courseId,
  groups,
  chosen,
  onChoose,
}: {
  readonly courseId: string;
  readonly groups: readonly PaperGroup[];
  readonly chosen: PaperRow;
  readonly onChoose: (id: string) => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  const written = [...useWrittenPapers(courseId).values()];
  const ids = groups.flatMap(({ rows }) => rows.map(({ id }) => id));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.ctrlKey || event.altKey) return;
    const index = ids.indexOf(chosen.id);
    const target = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key];
    const next = target === undefined ? undefined : ids[Math.max(0, Math.min(ids.length - 1, target))];
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`[data-paper="${next}"]`)?.focus();
  };
  return (
    <nav className="papers-list" aria-label="書類の一覧" data-region="table">
      <div ref={list} role="listbox" aria-label="書類" onKeyDown={onKeyDown}>
        {groups.map((group) => (
          <Group key={group.ja} group={group}>
            {group.rows.map((row) => (
              <Row
                key={row.id}
                row={row}
                isChosen={row.id === chosen.id}
                last={lastOf(written, row.id)}
                onChoose={() => onChoose(row.id)}
              />
            ))}
          </Group>
        ))}
      </div>
      <Elsewhere courseId={courseId} />
    </nav>
  );
}

function Group({ group, children }: { readonly group: PaperGroup; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id}>
      <p id={id} className="papers-group">
        {group.ja} <small>{group.noteJa}</small>
      </p>
      {children}
    </div>
  );
}

function Row({
  row,
  isChosen,
  last,
  onChoose,
}: {
  readonly row: PaperRow;
  readonly isChosen: boolean;
  readonly last: WrittenPaper | undefined;
  readonly onChoose: () => void;
}): ReactNode {
  const { deadline, input } = row;
  return (
    <div
      role="option"
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      data-paper={row.id}
      className={classNames(
        'papers-row',
        isChosen && 'papers-row-chosen',
        (!row.isNow || row.whyNotJa !== undefined) && 'papers-row-away',
      )}
      onClick={onChoose}
    >
      <span className="papers-row-name">{row.nameJa}</span>
      <span className="papers-row-chip">
        {deadline?.dueOn ? (
          <DeadlineChip
            dueOn={deadline.dueOn}
            today={input.facts.asOf}
            kind={chipKind(deadline)}
            doneOn={deadline.state === 'done' ? (deadline.doneOn ?? undefined) : undefined}
          />
        ) : null}
      </span>
      <span className="papers-row-state">
        {row.whyNotJa ?? (row.isNow ? <OpenCounts open={row.open} /> : 'もう一度書き出せます')}
      </span>
      <span className="papers-row-last">
        {last === undefined ? null : (
          <>
            <span className="unseen">前回の書き出し </span>
            {momentJa(last.at)}
          </>
        )}
      </span>
    </div>
  );
}

/** The latest writing of a paper, in whatever form. */
function lastOf(written: readonly WrittenPaper[], paper: string): WrittenPaper | undefined {
  const own = written.filter((one) => one.paper === paper);
  return own.sort((a, b) => b.at - a.at)[0];
}

function elsewhere(
  courseId: string,
): readonly { readonly path: string; readonly ja: string; readonly noteJa: string }[] {
  return [
    { path: formsPath(courseId), ja: '所定の様式に書き込む', noteJa: '配布された .xlsx に' },
    { path: coursePath(courseId, 'vouchers'), ja: '証憑一式', noteJa: '番号入りのPDFとZIP' },
    { path: coursePath(courseId, 'payments'), ja: '振込一覧・総合振込ファイル', noteJa: '支払調書もここで' },
  ];
}

function Elsewhere({ courseId }: { readonly courseId: string }): ReactNode {
  return (
    <section aria-label="ほかの画面で作るもの">
      <p className="papers-group">ほかの画面で作るもの</p>
      <ul>
        {elsewhere(courseId).map(({ path, ja, noteJa }) => (
          <li key={path}>
            <Link href={path} className="papers-elsewhere">
              <span>{ja}</span>
              <span className="second">{noteJa}</span>
              <IconChevronRight size={14} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
