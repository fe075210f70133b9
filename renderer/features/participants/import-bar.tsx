import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';
import { countsJa, countsOf, type PlannedRow } from './import-plan.js';

/** What will be written, and the one action. */
export function ImportBar({
  rows,
  isWriting,
  onWrite,
  onCancel,
}: {
  readonly rows: readonly PlannedRow[];
  readonly isWriting: boolean;
  readonly onWrite: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const counts = countsOf(rows);
  const count = counts.added + counts.changed;
  const open = rows.filter((row) => row.kind === 'doubtful' && !row.isTicked).length;
  const isAllSame = rows.length > 0 && rows.every((row) => row.kind === 'same');
  return (
    <footer className="import-bar" data-region="actions">
      <p className="import-sum">
        {isAllSame ? (
          <b>すべて変更なし</b>
        ) : (
          <>
            <b>{count}件</b>を反映します
          </>
        )}
      </p>
      <p className="second">{countsJa(counts)}</p>
      <p className="caption import-note">
        {open > 0 ? `疑わしい${open}件は、選ばなければ取り込みません。` : null}
        {isAllSame
          ? '今の受講者と同じ内容です。'
          : '空のセルで今の内容が消えることはありません。取り込んだ後も元に戻せます。'}
      </p>
      <span className="gap" />
      {isWriting ? <Progress ja="取り込んでいます" /> : null}
      <Button shortcut="Esc" onClick={onCancel}>
        {isAllSame ? '閉じる' : 'やめる'}
      </Button>
      {isAllSame ? null : (
        <Button kind="main" shortcut="Ctrl+Enter" disabled={count === 0 || isWriting} onClick={onWrite}>
          {count}件を反映します
        </Button>
      )}
    </footer>
  );
}
