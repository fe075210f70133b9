import { type ReactNode, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { bookKey } from '../../desk/books.js';
import { useDesk } from '../../desk/desk-context.js';
import { rulebookPath } from '../../routes.js';
import { EmptyState } from '../../ui/empty-state.js';
import { BookHead } from './book-head.js';
import { BookList } from './book-list.js';
import { BookScreen } from './book-screen.js';
import type { BookView } from './book-tools.js';
import { CopyYearDialog } from './copy-year-dialog.js';
import { useBookActions } from './use-book-actions.js';
import './rulebooks.css';
import './book-panel.css';

/** 基準: the books of all years, one of them open. */
export function Rulebooks({ id, edition }: { readonly id?: string; readonly edition?: number }): ReactNode {
  const { editions, books } = useDesk();
  const actions = useBookActions();
  const [, navigate] = useLocation();
  const [copying, setCopying] = useState<Rulebook>();
  const [view, setView] = useState<BookView>('money');
  const [isPuttingInForce, setPuttingInForce] = useState(false);
  const inUse = useMemo(() => new Set(books.filter((own, index) => isFirstOfId(own, index, books))), [books]);
  const book = editions.find((own) => own.id === id && own.edition === edition) ?? books[0];
  if (!book)
    return <EmptyState title="基準がありません" note="講習会デスクを入れ直すと、令和3年度の基準が戻ります。" />;

  const base = baseOf(book, editions);
  const copyFrom = (source: Rulebook): void => {
    const next = editions.find((own) => own.fiscalYear === source.fiscalYear + 1);
    if (next) navigate(rulebookPath(next));
    else setCopying(source);
  };
  return (
    <>
      <BookHead
        // The dialogs give the focus back to their button, which must not have become 「この基準を有効にする」 meanwhile.
        key={`head ${bookKey(book)}`}
        book={book}
        base={base}
        hasDraft={editions.some((own) => own.id === book.id && own.state === 'draft')}
        hasNextYear={editions.some((own) => own.fiscalYear === book.fiscalYear + 1)}
        view={view}
        onView={setView}
        onNextYear={() => copyFrom(book)}
        onPutInForce={() => {
          setView('money');
          setPuttingInForce(true);
        }}
        actions={actions}
      />
      <div className="split books">
        <BookList
          editions={editions}
          inUse={inUse}
          chosen={book}
          onNextYear={() => copyFrom(editions.find((own) => own.state === 'inForce') ?? book)}
          onFile={(file) => void actions.take(file)}
        />
        <BookScreen
          key={bookKey(book)}
          book={book}
          base={base}
          inUse={inUse}
          view={view}
          onView={setView}
          isPuttingInForce={isPuttingInForce && book.state === 'draft'}
          onPuttingInForce={setPuttingInForce}
          onPutInForce={() => void actions.putInForce(book).then(() => setPuttingInForce(false))}
        />
      </div>
      {copying ? (
        <CopyYearDialog
          book={copying}
          onCopy={() => {
            setCopying(undefined);
            setView('money');
            void actions.copyToNextYear(copying).then(focusChosenValue);
          }}
          onClose={() => setCopying(undefined)}
        />
      ) : null}
    </>
  );
}

/** A new draft is begun at its first value. */
function focusChosenValue(): void {
  setTimeout(() => document.querySelector<HTMLElement>('.books-table [data-value-input]')?.focus(), 0);
}

function isFirstOfId(book: Rulebook, index: number, books: readonly Rulebook[]): boolean {
  return books.findIndex((own) => own.id === book.id) === index;
}

/** What a book is laid beside: the edition before it, otherwise the latest one of the year before. */
function baseOf(book: Rulebook, editions: readonly Rulebook[]): Rulebook | undefined {
  return (
    editions.find((own) => own.id === book.id && own.edition < book.edition && own.state === 'inForce') ??
    editions.find((own) => own.fiscalYear === book.fiscalYear - 1 && own.state === 'inForce')
  );
}
