import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { Progress } from '../../ui/progress.js';

export type PlanCounts = { readonly added: number; readonly changed: number };

/** 新規 6・変更 3 */
export function countsJa({ added, changed }: PlanCounts): string {
  return [added > 0 ? `新規 ${added}` : '', changed > 0 ? `変更 ${changed}` : ''].filter(Boolean).join('・');
}

/** What will be written, and the one action. */
export function PreviewBar({
  counts,
  open,
  isAllSame,
  sameJa,
  noteJa,
  isWriting,
  onWrite,
  onCancel,
}: {
  readonly counts: PlanCounts;
  /** Doubtful rows that are not ticked. */
  readonly open: number;
  readonly isAllSame: boolean;
  /** What a list without changes means. */
  readonly sameJa: string;
  readonly noteJa: string;
  readonly isWriting: boolean;
  readonly onWrite: () => void;
  readonly onCancel: () => void;
}): ReactNode {
  const count = counts.added + counts.changed;
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
        {isAllSame ? sameJa : noteJa}
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
