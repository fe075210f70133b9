/** 基準 of the desk: the shipped books and the user's own, read live from their shelf. */
import { liveQuery, type Subscription } from 'dexie';
import type { Case } from '../../shared/model/case/case.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';
import { booksInUse, chosenBook, inBookOrder } from '../../shared/rules/books/book-choice.js';
import { readableRulebook, type Rulebook } from '../../shared/rules/engine/rulebook.js';
import type { Door } from '../db/changes.js';
import type { DeskDatabase } from '../db/database.js';
import type { ShelfRow } from '../db/shelves.js';

export type DeskBooks = {
  /** What may judge a course; the first of an id or a year is the one that counts, a draft only where nothing else is. */
  readonly books: readonly Rulebook[];
  /** Everything there is, drafts too; newest year and latest edition first. */
  readonly editions: readonly Rulebook[];
  /** The book of a course; undefined where there is none. */
  readonly bookFor: (record: Pick<CourseRecord, 'ruleSet' | 'bookEdition'>) => Rulebook | undefined;
};

/** Follows the shelf `rulebooks`. A book that did not change stays the same object, and what it decided stays known. */
export class LiveBooks {
  #value: DeskBooks;
  #subscription: Subscription | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #opened = new Map<string, { readonly text: string; readonly book: Rulebook }>();

  constructor(
    readonly database: DeskDatabase,
    readonly shipped: readonly Rulebook[],
    rows: readonly ShelfRow<'rulebooks'>[],
  ) {
    this.#value = this.#together(rows);
  }

  readonly get = (): DeskBooks => this.#value;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#subscription ??= liveQuery(() => readShelf(this.database)).subscribe((rows) => {
      const next = this.#together(rows);
      if (isSame(next.editions, this.#value.editions)) return;
      this.#value = next;
      for (const each of this.#listeners) each();
    });
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      this.#subscription?.unsubscribe();
      this.#subscription = undefined;
    };
  };

  /**
   * The user's own edition in force goes before a shipped one of the same number: courses were decided by it. A draft
   * has decided nothing and hides no shipped book; it moves on to the next number ({@link moveDraftsOn}).
   */
  #together(rows: readonly ShelfRow<'rulebooks'>[]): DeskBooks {
    const shippedKeys = new Set(this.shipped.map(bookKey));
    const own = rows
      .map((row) => this.#open(row))
      .filter((book) => book.state === 'inForce' || !shippedKeys.has(bookKey(book)));
    const keys = new Set(own.map(bookKey));
    const editions = inBookOrder([...own, ...this.shipped.filter((book) => !keys.has(bookKey(book)))]);
    const books = booksInUse(editions);
    return { books, editions, bookFor: (record) => chosenBook(record, books) };
  }

  #open({ key, value }: ShelfRow<'rulebooks'>): Rulebook {
    const text = JSON.stringify(value);
    const known = this.#opened.get(key);
    if (known?.text === text) return known.book;
    const book = readableRulebook(value);
    this.#opened.set(key, { text, book });
    return book;
  }
}

/** Key of an edition on its shelf: `R3/2`. */
export function bookKey({ id, edition }: Pick<Rulebook, 'id' | 'edition'>): string {
  return `${id}/${edition}`;
}

/**
 * After an update that brings an edition of which the user holds a draft of the same number: the draft becomes that of
 * the next free number, with all that was put into it.
 */
export async function moveDraftsOn(door: Door, shipped: readonly Rulebook[]): Promise<void> {
  const shippedKeys = new Set(shipped.map(bookKey));
  await door.record('改訂案を、届いた版の次の版に移しました', async (draft) => {
    const shelf = await draft.shelf('rulebooks');
    for (const { key, value } of shelf.all()) {
      if (value.state !== 'draft' || !shippedKeys.has(key)) continue;
      const taken = [...shipped, ...shelf.all().map((row) => row.value)].filter(({ id }) => id === value.id);
      const next = { ...value, edition: Math.max(...taken.map(({ edition }) => edition)) + 1 };
      shelf.remove(key);
      shelf.put(bookKey(next), next);
    }
  });
}

/** The user's own books as they lie on the shelf. */
export function readShelf(database: DeskDatabase): Promise<ShelfRow<'rulebooks'>[]> {
  return database.shelf('rulebooks').toArray();
}

function isSame(a: readonly Rulebook[], b: readonly Rulebook[]): boolean {
  return a.length === b.length && a.every((book, index) => book === b[index]);
}

const pins = new WeakMap<Case, number>();

/** Remembers the edition that the course of a case was decided by; a case itself does not carry it. */
export function notePin(value: Case, edition: number | undefined): void {
  if (edition !== undefined) pins.set(value, edition);
}

/** 「R3 第2版」: the book that a case is to be judged by, where it is not here. */
export function lackingBookJa(value: Case): string {
  const edition = pins.get(value);
  return edition === undefined ? value.ruleSet : `${value.ruleSet} 第${edition}版`;
}

/** The book of a case: the edition it was decided by, otherwise the one that counts now. */
export function bookOf(value: Case, books: readonly Rulebook[]): Rulebook | undefined {
  const bookEdition = pins.get(value);
  return chosenBook({ ruleSet: value.ruleSet, ...(bookEdition === undefined ? {} : { bookEdition }) }, books);
}
