import { IconFileImport, IconLock, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { Link } from 'wouter';
import { fiscalYearJa } from '../../../shared/dates.js';
import type { Rulebook } from '../../../shared/rules/engine/rulebook.js';
import { bookKey } from '../../desk/books.js';
import { rulebookPath } from '../../routes.js';
import { Button } from '../../ui/button.js';
import { classNames } from '../../ui/class-names.js';
import { STATE_JA } from './book-words.js';

/** The books by year: 確定 with a lock, 改訂案 dashed; below them the ways to a new one. */
export function BookList({
  editions,
  inUse,
  chosen,
  onNextYear,
  onFile,
}: {
  readonly editions: readonly Rulebook[];
  /** Those that judge courses; an earlier edition is kept only for what it decided. */
  readonly inUse: ReadonlySet<Rulebook>;
  readonly chosen: Rulebook;
  readonly onNextYear: () => void;
  readonly onFile: (file: File) => void;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <nav className="books-list" aria-label="基準の一覧" data-region="books">
      <h2 className="books-heading">講習会・経費</h2>
      <ul>
        {editions.map((book) => (
          <li key={bookKey(book)}>
            <Link
              href={rulebookPath(book)}
              className={classNames('books-item', book === chosen && 'books-item-chosen')}
              aria-current={book === chosen ? 'page' : undefined}
            >
              <span>
                <b>{fiscalYearJa(book.fiscalYear)}</b>
                <span className="caption">
                  第{book.edition}版{book.state === 'inForce' && !inUse.has(book) ? '（前の版）' : ''}
                </span>
              </span>
              {book.state === 'draft' ? (
                <span className="books-draft">{STATE_JA.draft}</span>
              ) : (
                <span className="books-locked">
                  <IconLock size={13} aria-hidden="true" />
                  {STATE_JA.inForce}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
      <p className="books-list-ways">
        <Button size="small" kind="bare" icon={<IconPlus size={15} aria-hidden="true" />} onClick={onNextYear}>
          次の年度を作る
        </Button>
        <Button
          size="small"
          kind="bare"
          icon={<IconFileImport size={15} aria-hidden="true" />}
          onClick={() => input.current?.click()}
        >
          ファイルから取り込む
        </Button>
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          hidden
          aria-label="基準のファイル"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) onFile(file);
          }}
        />
      </p>
    </nav>
  );
}
