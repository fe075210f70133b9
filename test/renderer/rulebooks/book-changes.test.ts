/** Rulebooks in the store: drafts, what goes into force, and what a decided course keeps. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { shippedRulebooks } from '../../../electron/rulebooks.js';
import { LiveBooks, moveDraftsOn, readShelf } from '../../../renderer/desk/books.js';
import { importCase } from '../../../renderer/db/case-import.js';
import { type Desk, openDesk } from '../../../renderer/db/open-desk.js';
import { addDraft, changeDraft, putInForce, removeDraft } from '../../../renderer/features/rulebooks/book-changes.js';
import type { CourseStatus } from '../../../shared/model/case/course.js';
import { nextEdition, nextYear } from '../../../shared/rules/books/copy-book.js';
import { withEntry, withoutDays } from '../../../shared/rules/books/edit-book.js';
import { readableRulebook, type RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { caseFrom } from '../../support/cases.js';
import { FakeHost } from '../fake-host.js';

const [shipped] = shippedRulebooks();
if (!shipped) throw new Error('no book');
const { file } = shipped;
const KEY = 'honoraria.lecture.rate';
const opened: Desk[] = [];
let databases = 0;

afterEach(async () => {
  for (const desk of opened.splice(0)) {
    await desk.journal.stop();
    desk.database.close();
  }
});

async function desk(): Promise<Desk> {
  databases += 1;
  const result = await openDesk(new FakeHost(), `books-${databases}`);
  if (result.kind !== 'ready') throw new Error(result.kind);
  opened.push(result.desk);
  return result.desk;
}

/** The books as they lie on the shelf now, with the shipped one. */
async function booksOf({ database }: Desk) {
  return new LiveBooks(database, shippedRulebooks(), await readShelf(database)).get();
}

async function course(own: Desk, status?: CourseStatus): Promise<string> {
  const value = caseFrom('lecture', status ? { course: { status } } : {});
  const taken = await importCase(own.door, value, { labelJa: '取り込みました', isSample: false, today: '2021-08-20' });
  if (!taken.ok) throw new Error('not taken');
  return taken.courseId;
}

const recordOf = async (own: Desk, courseId: string) => (await own.database.courses.get(courseId))?.value;

function cheaper(own: RulebookFile): RulebookFile {
  return withEntry(own, KEY, { from: own.from, value: 9_000, source: 'guide-r3', at: '別表1(1)' });
}

describe('an update brings an edition of which the user holds a draft', () => {
  const shippedLater = readableRulebook({ ...nextYear(file, FIGURES), titleJa: '届いた基準', state: 'inForce' });
  const live = async ({ database }: Desk) =>
    new LiveBooks(database, [shipped, shippedLater], await readShelf(database)).get();

  test('the shipped edition counts, and the draft becomes that of the next number with all that was put into it', async () => {
    const own = await desk();
    await addDraft(own.door, '写しました', cheaper(nextYear(file, FIGURES)));
    const before = await live(own);
    expect(before.editions.find(({ id }) => id === 'R4')).toMatchObject({ edition: 1, titleJa: '届いた基準' });
    await moveDraftsOn(own.door, [shipped, shippedLater]);
    const { books, editions } = await live(own);
    expect(books.find(({ id }) => id === 'R4')).toMatchObject({ edition: 1, state: 'inForce', titleJa: '届いた基準' });
    const draft = editions.find(({ id, edition }) => id === 'R4' && edition === 2);
    expect(draft?.read(KEY, draft.from).value).toBe(9_000);
    expect(editions.filter(({ id }) => id === 'R4')).toHaveLength(2);
  });

  test('a number that is taken is passed over, and a second start moves nothing', async () => {
    const own = await desk();
    const first = nextYear(file, FIGURES);
    await addDraft(own.door, '写しました', first);
    await addDraft(own.door, '写しました', nextEdition(first));
    await moveDraftsOn(own.door, [shipped, shippedLater]);
    await moveDraftsOn(own.door, [shipped, shippedLater]);
    expect((await readShelf(own.database)).map(({ key }) => key).sort()).toEqual(['R4/2', 'R4/3']);
    expect(await own.database.changes.count()).toBe(3);
  });

  test("the user's own edition in force stays before a shipped one: courses were decided by it", async () => {
    const own = await desk();
    const first = cheaper(nextYear(file, FIGURES));
    await own.door.record('入れました', async (draft) => {
      (await draft.shelf('rulebooks')).put('R4/1', { ...first, state: 'inForce' });
    });
    await moveDraftsOn(own.door, [shipped, shippedLater]);
    const { books } = await live(own);
    const counts = books.find(({ id }) => id === 'R4');
    expect(counts?.edition).toBe(1);
    expect(counts?.read(KEY, counts.from).value).toBe(9_000);
  });
});

describe('drafts', () => {
  test('a draft is added, changed and removed; one in force is left alone', async () => {
    const own = await desk();
    const draft = nextEdition(file);
    await addDraft(own.door, '作りました', { ...draft, state: 'inForce' });
    expect((await booksOf(own)).editions.map((book) => [book.edition, book.state])).toEqual([
      [2, 'draft'],
      [1, 'inForce'],
    ]);
    await changeDraft(own.door, draft, '変えました', cheaper);
    expect((await booksOf(own)).editions[0]?.file.figures[KEY]?.values[0]?.value).toBe(9_000);
    await putInForce(own.door, draft, (await booksOf(own)).books);
    await changeDraft(own.door, draft, '変えました', (before) =>
      withEntry(before, KEY, { ...entryOf(before), value: 1 }),
    );
    await removeDraft(own.door, draft);
    expect((await booksOf(own)).editions[0]?.file.figures[KEY]?.values[0]?.value).toBe(9_000);
  });

  test('an edition in force is not written over by another draft of its number', async () => {
    const own = await desk();
    await addDraft(own.door, '作りました', cheaper(nextEdition(file)));
    await putInForce(own.door, nextEdition(file), (await booksOf(own)).books);
    const recorded = await addDraft(own.door, '作りました', nextEdition(file));
    expect(recorded.ok && recorded.change).toBeUndefined();
    const [kept] = (await booksOf(own)).editions;
    expect([kept?.state, kept?.file.figures[KEY]?.values[0]?.value]).toEqual(['inForce', 9_000]);
  });

  function entryOf(book: RulebookFile) {
    const entry = book.figures[KEY]?.values[0];
    if (!entry) throw new Error('no entry');
    return entry;
  }
});

describe('putting in force', () => {
  test('open courses follow the new edition; decided ones are kept, in the same change, and undo takes both back', async () => {
    const own = await desk();
    const open = await course(own, 'reportReview');
    const decided = await course(own, 'amountFixed');
    await addDraft(own.door, '作りました', cheaper(nextEdition(file)));
    const before = await booksOf(own);
    const recorded = await putInForce(own.door, nextEdition(file), before.books);
    expect(recorded.ok && recorded.change?.steps.map((step) => step.table).sort()).toEqual(['courses', 'rulebooks']);

    const { bookFor } = await booksOf(own);
    const rate = async (courseId: string) => {
      const record = await recordOf(own, courseId);
      return record && bookFor(record)?.read(KEY, '2021-10-02').value;
    };
    expect(await rate(open)).toBe(9_000);
    expect(await rate(decided)).toBe(12_000);
    expect((await recordOf(own, decided))?.bookEdition).toBe(1);
    expect((await recordOf(own, open))?.bookEdition).toBeUndefined();

    await own.door.undo();
    expect((await recordOf(own, decided))?.bookEdition).toBeUndefined();
    expect((await booksOf(own)).books.map((book) => book.edition)).toEqual([1]);
  });

  test('a course that was kept before keeps what it has', async () => {
    const own = await desk();
    const decided = await course(own, 'completed');
    for (const edition of [2, 3]) {
      const draft = { ...cheaper(file), edition, state: 'draft' as const };
      await addDraft(own.door, '作りました', draft);
      await putInForce(own.door, draft, (await booksOf(own)).books);
    }
    expect((await recordOf(own, decided))?.bookEdition).toBe(1);
    expect((await booksOf(own)).books.map((book) => book.edition)).toEqual([3, 2, 1]);
  });

  test('a draft with a gap, or with a date that nobody looked at, stays a draft', async () => {
    const own = await desk();
    const gap = withoutDays(nextEdition(file), KEY, { from: '2022-03-31', to: '2022-03-31' });
    const moved = nextYear(file, FIGURES);
    for (const draft of [gap, moved]) {
      await addDraft(own.door, '作りました', draft);
      const recorded = await putInForce(own.door, draft, (await booksOf(own)).books);
      expect(recorded.ok && recorded.change).toBeUndefined();
    }
    expect((await booksOf(own)).editions.filter((book) => book.state === 'inForce')).toHaveLength(1);
  });
});

test('a book that did not change stays the same object, so that what it decided stays known', async () => {
  const own = await desk();
  await addDraft(own.door, '作りました', nextEdition(file));
  const live = new LiveBooks(own.database, shippedRulebooks(), await readShelf(own.database));
  const before = live.get().editions;
  const heard: number[] = [];
  const stop = live.subscribe(() => heard.push(live.get().editions.length));
  await addDraft(own.door, '作りました', nextYear(file, FIGURES));
  await expect.poll(() => heard).toEqual([3]);
  expect(live.get().editions.filter((book) => before.includes(book))).toHaveLength(2);
  stop();
});
