/** Which edition judges a course. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { booksInUse, chosenBook, isDecided, pinFor } from '../../shared/rules/books/book-choice.js';
import { readableRulebook, type Rulebook, type RulebookFile } from '../../shared/rules/engine/rulebook.js';

const { file } = rulebook('R3');

function edition(change: Partial<RulebookFile>): Rulebook {
  return readableRulebook({ ...file, ...change });
}
const names = (books: readonly Rulebook[]) => books.map((book) => `${book.id}/${book.edition}`);

const first = edition({});
const second = edition({ edition: 2 });
const draft = edition({ edition: 3, state: 'draft' });
const nextYear = edition({ id: 'R4', fiscalYear: 2022, state: 'draft' });

describe('the books in use', () => {
  test('newest year first, latest edition first, whatever the order they came in', () => {
    const r4 = edition({ id: 'R4', fiscalYear: 2022 });
    expect(names(booksInUse([first, r4, second]))).toEqual(['R4/1', 'R3/2', 'R3/1']);
  });

  test('a draft counts only while no edition of its book is in force', () => {
    expect(names(booksInUse([first, draft, nextYear]))).toEqual(['R3/1', 'R4/1']);
  });
});

describe('the book of a course', () => {
  const books = booksInUse([first, second, draft]);

  test('the latest edition in force; the pinned one where the course is decided', () => {
    expect(chosenBook({ ruleSet: 'R3' }, books)?.edition).toBe(2);
    expect(chosenBook({ ruleSet: 'R3', bookEdition: 1 }, books)?.edition).toBe(1);
  });

  test('none where the edition or the book is not there: another one is never taken in its place', () => {
    expect(chosenBook({ ruleSet: 'R3', bookEdition: 3 }, books)).toBeUndefined();
    expect(chosenBook({ ruleSet: 'R4' }, books)).toBeUndefined();
  });

  test('a course is pinned to what it is judged by, an earlier pin stays, a draft pins nothing', () => {
    expect(pinFor({ ruleSet: 'R3' }, books)).toBe(2);
    expect(pinFor({ ruleSet: 'R3', bookEdition: 1 }, books)).toBe(1);
    expect(pinFor({ ruleSet: 'R4' }, booksInUse([nextYear]))).toBeUndefined();
  });

  test('decided from 金額確定 on; a report under review or a course without a state is not', () => {
    const course = { fiscalYear: 2021, level: 'coach1', subject: 'specialty', delivery: 'commissioned' } as const;
    const status = (own: Parameters<typeof isDecided>[0]['course']['status']) =>
      isDecided({ course: { ...course, mode: 'inPerson', ...(own === undefined ? {} : { status: own }) } });
    for (const own of [
      'amountFixed',
      'balancePending',
      'refundPending',
      'fullRefundPending',
      'refunded',
      'completed',
    ] as const) {
      expect(status(own), own).toBe(true);
    }
    for (const own of ['reportReview', 'overdue', 'cancelled', undefined] as const) expect(status(own)).toBe(false);
  });
});
