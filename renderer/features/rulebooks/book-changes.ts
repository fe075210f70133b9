/** What a user does to rulebooks, each as one change that can be taken back. */
import type { Rulebook, RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { bookGaps } from '../../../shared/rules/engine/rulebook.js';
import { isDecided, pinFor } from '../../../shared/rules/books/book-choice.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { bookKey } from '../../desk/books.js';
import type { Door, Draft, Recorded } from '../../db/changes.js';

/** Puts a new draft on the shelf; an edition that lies there already is left as it is. */
export function addDraft(door: Door, labelJa: string, file: RulebookFile): Promise<Recorded> {
  return door.record(labelJa, async (draft) => {
    const shelf = await draft.shelf('rulebooks');
    if (shelf.get(bookKey(file)) === undefined) shelf.put(bookKey(file), { ...file, state: 'draft' });
  });
}

/** Changes a draft as it lies on the shelf now; a book in force is left as it is. */
export function changeDraft(
  door: Door,
  book: Pick<Rulebook, 'id' | 'edition'>,
  labelJa: string,
  change: (file: RulebookFile) => RulebookFile,
): Promise<Recorded> {
  return door.record(labelJa, async (draft) => {
    const shelf = await draft.shelf('rulebooks');
    const file = shelf.get(bookKey(book));
    if (file?.state === 'draft') shelf.put(bookKey(book), change(file));
  });
}

export function removeDraft(door: Door, book: Pick<Rulebook, 'id' | 'edition' | 'titleJa'>): Promise<Recorded> {
  return door.record(`${book.titleJa}の改訂案を消しました`, async (draft) => {
    const shelf = await draft.shelf('rulebooks');
    if (shelf.get(bookKey(book))?.state === 'draft') shelf.remove(bookKey(book));
  });
}

/**
 * Puts a draft in force. Courses that are decided are kept, in the same change, with the edition that judged them;
 * a draft with a gap stays a draft.
 */
export function putInForce(
  door: Door,
  book: Pick<Rulebook, 'id' | 'edition' | 'titleJa'>,
  books: readonly Rulebook[],
): Promise<Recorded> {
  return door.record(`${book.titleJa}（第${book.edition}版）を有効にしました`, async (draft) => {
    const shelf = await draft.shelf('rulebooks');
    const file = shelf.get(bookKey(book));
    if (file?.state !== 'draft' || bookGaps(file, FIGURES).length > 0) return;
    shelf.put(bookKey(book), { ...file, state: 'inForce' });
    await keepDecided(door, draft, book.id, books);
  });
}

async function keepDecided(door: Door, draft: Draft, bookId: string, books: readonly Rulebook[]): Promise<void> {
  for (const { courseId, value } of await door.database.courses.toArray()) {
    if (value.ruleSet !== bookId || value.bookEdition !== undefined || !isDecided(value)) continue;
    const bookEdition = pinFor(value, books);
    if (bookEdition === undefined) continue;
    const course = await draft.course(courseId);
    course.setRecord({ ...course.record, bookEdition });
  }
}
