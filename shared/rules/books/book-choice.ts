/** Which edition of a rulebook a course is judged by. */
import type { CourseStatus } from '../../model/case/course.js';
import type { CourseRecord } from '../../model/store/course-record.js';
import type { Rulebook } from '../engine/rulebook.js';

type Chooses = Pick<CourseRecord, 'ruleSet' | 'bookEdition'>;

/** Newest fiscal year first, the latest edition of a year before the earlier ones. */
export function inBookOrder<B extends Pick<Rulebook, 'id' | 'fiscalYear' | 'edition'>>(books: readonly B[]): B[] {
  return [...books].sort((a, b) => b.fiscalYear - a.fiscalYear || order(a.id, b.id) || b.edition - a.edition);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The books that may judge a course, so that the first one of an id or a year is the one that counts: every edition
 * in force, then the draft of each book of which no edition is in force yet.
 */
export function booksInUse(editions: readonly Rulebook[]): readonly Rulebook[] {
  const ordered = inBookOrder(editions);
  const inForce = ordered.filter((book) => book.state === 'inForce');
  const known = new Set(inForce.map((book) => book.id));
  const drafts = ordered.filter((book, index) => {
    const isFirst = ordered.findIndex((other) => other.id === book.id) === index;
    return book.state === 'draft' && isFirst && !known.has(book.id);
  });
  return [...inForce, ...drafts];
}

/** The book of a course among {@link booksInUse}: its own edition once it is decided, before that the latest. */
export function chosenBook({ ruleSet, bookEdition }: Chooses, books: readonly Rulebook[]): Rulebook | undefined {
  return books.find((book) => book.id === ruleSet && (bookEdition === undefined || book.edition === bookEdition));
}

const DECIDED: readonly CourseStatus[] = [
  'amountFixed',
  'balancePending',
  'refundPending',
  'fullRefundPending',
  'refunded',
  'completed',
];

/** True once the amount is fixed: what was decided stays as it was decided. */
export function isDecided({ course }: Pick<CourseRecord, 'course'>): boolean {
  return course.status !== undefined && DECIDED.includes(course.status);
}

/**
 * The edition that a course keeps from the day its amount is fixed. `undefined` while there is only a draft: that may
 * still change, so nothing can be decided by it.
 */
export function pinFor(record: Chooses, books: readonly Rulebook[]): number | undefined {
  if (record.bookEdition !== undefined) return record.bookEdition;
  const book = chosenBook(record, books);
  return book?.state === 'inForce' ? book.edition : undefined;
}
