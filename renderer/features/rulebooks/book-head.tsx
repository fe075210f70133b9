import { IconDownload, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { shortDateJa } from '../../../shared/dates.js';
import { compareBooks, differenceCount } from '../../../shared/rules/books/compare-books.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { Button } from '../../ui/button.js';
import { bookNameJa, STATE_JA } from './book-words.js';
import type { BookView } from './book-tools.js';
import type { BookActions } from './use-book-actions.js';

/** The open book and what can be done with it: a draft goes into force, a book in force is copied. */
export function BookHead({
  book,
  base,
  hasDraft,
  hasNextYear,
  view,
  onView,
  onNextYear,
  onPutInForce,
  actions,
}: {
  readonly book: Rulebook;
  readonly base: Rulebook | undefined;
  readonly hasDraft: boolean;
  readonly hasNextYear: boolean;
  readonly view: BookView;
  readonly onView: (view: BookView) => void;
  readonly onNextYear: () => void;
  readonly onPutInForce: () => void;
  readonly actions: BookActions;
}): ReactNode {
  const isDraft = book.state === 'draft';
  const differences = useMemo(() => (base ? differenceCount(compareBooks(base.file, book.file)) : 0), [base, book]);
  return (
    <header className="screen-head" data-region="head">
      <h1 className="screen-name">基準</h1>
      <p className="books-title second">
        <span className="whole">講習会・経費</span> <span className="whole">{bookNameJa(book)}</span>
      </p>
      <span className={isDraft ? 'books-draft' : 'tag'}>{STATE_JA[book.state]}</span>
      <span className="caption whole books-days">
        {shortDateJa(book.from)}〜{shortDateJa(book.to)}
      </span>
      <span className="gap" />
      {base ? (
        <>
          <span className="second whole">
            違い <b>{differences}件</b>
          </span>
          <Button aria-pressed={view === 'compare'} onClick={() => onView(view === 'compare' ? 'money' : 'compare')}>
            {base.id === book.id ? '前の版との違い' : '前年度との違い'}
          </Button>
        </>
      ) : null}
      <Button icon={<IconDownload size={16} aria-hidden="true" />} onClick={() => void actions.write(book)}>
        書き出す
      </Button>
      {isDraft ? (
        <>
          <Button
            kind="bare"
            icon={<IconTrash size={16} aria-hidden="true" />}
            onClick={() => void actions.remove(book)}
          >
            改訂案を消す
          </Button>
          <Button onClick={onPutInForce}>この基準を有効にする</Button>
        </>
      ) : (
        <>
          <Button onClick={() => void actions.revise(book)}>{hasDraft ? '改訂案を開く' : '写して直す'}</Button>
          <Button kind="main" onClick={onNextYear}>
            {hasNextYear ? '次年度の基準を開く' : '次年度へ写す'}
          </Button>
        </>
      )}
    </header>
  );
}
