import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Button } from '../../ui/button.js';
import { EffectSection } from './effect-section.js';
import { type FigureRow, isOpenRow } from './figure-rows.js';
import { bookNameJa } from './book-words.js';
import { type BookCourses, useEffectOf } from './use-open-courses.js';

/** この基準を有効にする: what is still missing and leads there; or what would change, and the button. */
export function InForcePanel({
  book,
  current,
  rows,
  pending,
  courses,
  onGoTo,
  onPutInForce,
  onClose,
}: {
  readonly book: Rulebook;
  /** The book that judges these courses now: the draft itself where none is in force. */
  readonly current: Rulebook;
  readonly rows: readonly FigureRow[];
  /** Figures that are typed and not written yet. */
  readonly pending: number;
  readonly courses: BookCourses;
  readonly onGoTo: (row: FigureRow) => void;
  readonly onPutInForce: () => void;
  readonly onClose: () => void;
}): ReactNode {
  const missing = rows.filter(isOpenRow);
  const trial = useMemo(() => ({ before: current, after: book }), [current, book]);
  const effect = useEffectOf(courses.open, trial);
  const carried = Object.values(book.file.sources).filter((source) => source.carried === true);
  return (
    <div className="books-panel">
      <header className="books-panel-head">
        <h2>この基準を有効にする</h2>
        <p className="second">{bookNameJa(book)}</p>
      </header>
      {missing.length > 0 ? (
        <section className="books-section" aria-label="足りないもの">
          <h3 className="books-heading">まだ有効にできません</h3>
          <p>
            値のない日や確かめていない日付が<b>{missing.length}件</b>あります。選ぶとその項目に移ります。
          </p>
          <ul className="books-missing-list">
            {missing.map((row) => (
              <li key={row.id}>
                <button type="button" className="link" onClick={() => onGoTo(row)}>
                  {row.head.label}
                </button>
                <span className="caption">
                  {row.periodJa === '' ? '' : `${row.periodJa} `}
                  {row.entry ? '1年ずらしただけの日付' : '未入力'}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {pending > 0 ? (
        <p className="books-warning">
          <IconAlertTriangle size={14} aria-hidden="true" />
          打ちかけの値が{pending}件あります。出典を入れて決めるか、Esc で戻してください。
        </p>
      ) : null}
      {missing.length === 0 ? (
        <EffectSection
          headingJa="有効にすると"
          effect={effect}
          openCount={courses.open.length}
          decided={courses.decided}
        />
      ) : null}
      {carried.length === 0 ? null : (
        <p className="books-warning">
          <IconAlertTriangle size={14} aria-hidden="true" />
          前年度の資料のままの出典があります（{carried.map((source) => source.titleJa).join('、')}
          ）。「資料」で新しい版に直せます。
        </p>
      )}
      <p className="books-buttons">
        <Button kind="main" disabled={missing.length > 0 || pending > 0 || !effect} onClick={onPutInForce}>
          有効にする
        </Button>
        <Button onClick={onClose}>やめる</Button>
      </p>
      <p className="second">有効にした基準は変えられません。直すときは、次の版の改訂案を作ります。</p>
    </div>
  );
}
