import type { ReactNode } from 'react';
import type { HistoryEntry } from './voucher-history.js';

/** 履歴: every correction of a voucher with what stood there before, the latest first. */
export function HistorySection({
  entries,
  isOpen = false,
}: {
  /** `undefined` while the log is being read. */
  readonly entries: readonly HistoryEntry[] | undefined;
  readonly isOpen?: boolean;
}): ReactNode {
  if (entries === undefined) return null;
  return (
    <details className="panel-section voucher-history" open={isOpen}>
      <summary>訂正・削除の履歴 {entries.length}件</summary>
      {entries.length === 0 ? <p className="second">まだ何も変えていません。</p> : null}
      <ol>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <p className="history-head">
              <time dateTime={entry.at}>{momentJa(entry.at)}</time>
              <span>{entry.labelJa}</span>
            </p>
            {entry.fields.length === 0 ? null : (
              <dl className="history-fields">
                {entry.fields.map((field, index) => (
                  <div key={`${field.labelJa} ${index}`}>
                    <dt>{field.labelJa}</dt>
                    <dd>
                      {entry.kind === 'recorded' ? null : (
                        <>
                          <del>{field.before}</del>
                          <span aria-hidden="true"> → </span>
                          <span className="unseen">から</span>
                        </>
                      )}
                      {entry.kind === 'deleted' ? '消した' : field.after}
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ol>
      {entries.length === 0 ? null : (
        <p className="caption">このパソコンで行った変更 {entries.length}件。控えにも同じ内容が残っています。</p>
      )}
    </details>
  );
}

/** 「2021/11/26 14:32」 by the clock of this machine. */
export function momentJa(at: string): string {
  const time = new Date(at);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${time.getFullYear()}/${two(time.getMonth() + 1)}/${two(time.getDate())}`;
  return `${day} ${time.getHours()}:${two(time.getMinutes())}`;
}
