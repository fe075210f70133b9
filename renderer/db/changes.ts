/**
 * THE write door. Every change of the user's data goes through here: rows and the record of the change are
 * written in one transaction, then the record goes to the journal of the host. Nothing else writes.
 */
import Dexie, { type DexieError, type Table } from 'dexie';
import { groupBy } from '../../shared/group-by.js';
import type { Change, ChangeStep, Json } from '../../shared/model/change.js';
import { change as changeRecord } from '../../shared/model/change.js';
import type { Problem } from '../../shared/model/problem.js';
import { type CourseRows, LIST_TABLES } from '../../shared/model/store/rows.js';
import { CourseDraft } from './course-draft.js';
import type { DeskDatabase } from './database.js';
import type { Journal } from './journal.js';
import { openShelf, type Shelf, type ShelfDraft } from './shelves.js';
import { lastSeq, redoTarget, undoTarget } from './undo-target.js';

/** What one step of the user may touch. */
export type Draft = {
  /** A course with all its rows; `exists` is false where there is none under that id. */
  readonly course: (courseId: string) => Promise<CourseDraft>;
  /** What belongs to the desk and not to one course. */
  readonly shelf: <S extends Shelf>(shelf: S) => Promise<ShelfDraft<S>>;
  /** Order that puts a new course after all others. */
  readonly nextCourseOrder: () => Promise<number>;
};

export type Recorded =
  /** `change` is absent where nothing differed. */
  | { readonly ok: true; readonly change?: Change }
  /** Nothing was written. */
  | { readonly ok: false; readonly problems: readonly Problem[] };

class Refused extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('The change was refused');
  }
}

export class Door {
  constructor(
    readonly database: DeskDatabase,
    readonly journal: Journal,
  ) {}

  /** Does one step of the user, named in the past tense (単価を変えました), or says why it cannot be done. */
  record(labelJa: string, edit: (draft: Draft) => void | Promise<void>): Promise<Recorded> {
    return this.#write(async () => {
      const open = new Map<string, CourseDraft>();
      const shelves = new Map<Shelf, ShelfDraft<Shelf>>();
      await edit({
        course: async (courseId) => {
          const draft = open.get(courseId) ?? (await this.#open(courseId));
          open.set(courseId, draft);
          return draft;
        },
        shelf: async <S extends Shelf>(shelf: S) => {
          const draft = shelves.get(shelf) ?? (await openShelf(this.database, shelf));
          shelves.set(shelf, draft);
          return draft as ShelfDraft<S>;
        },
        nextCourseOrder: async () =>
          Math.floor(Math.max(0, ...(await this.database.courses.toArray()).map((row) => row.order))) + 1,
      });
      const drafts = [...open.values()];
      const problems = drafts.flatMap((draft) => draft.settle());
      if (problems.length > 0) throw new Refused(problems);
      const steps = [...drafts, ...shelves.values()].flatMap((draft) => draft.steps());
      return steps.length === 0 ? undefined : { labelJa, steps };
    });
  }

  /** Takes back the latest change that is in force; it is itself a change. */
  undo(): Promise<Recorded> {
    return this.#write(async () => {
      const target = await undoTarget(this.database);
      if (!target) return undefined;
      const steps = [...target.steps].reverse().map(({ table, key, before, after }) => ({
        table,
        key,
        before: after,
        after: before,
      }));
      return { labelJa: target.labelJa, steps, undoes: target.seq };
    });
  }

  /** Brings the change again that was taken back last. */
  redo(): Promise<Recorded> {
    return this.#write(async () => {
      const target = await redoTarget(this.database);
      return target && { labelJa: target.labelJa, steps: target.steps, redoes: target.seq };
    });
  }

  async #open(courseId: string): Promise<CourseDraft> {
    const [head, ...lists] = await Promise.all([
      this.database.courses.get(courseId),
      ...LIST_TABLES.map((table) => this.database.list(table).where('courseId').equals(courseId).toArray()),
    ]);
    const rows = Object.fromEntries(LIST_TABLES.map((table, index) => [table, lists[index] ?? []]));
    return new CourseDraft(courseId, head, rows as unknown as CourseRows);
  }

  async #write(
    make: () => Promise<Pick<Change, 'labelJa' | 'steps' | 'undoes' | 'redoes'> | undefined>,
  ): Promise<Recorded> {
    this.journal.report({ kind: 'saving' });
    try {
      const written = await this.database.transaction('rw', this.database.tables, async () => {
        const made = await make();
        if (!made) return undefined;
        const seq = (await lastSeq(this.database)) + 1;
        const change = changeRecord.parse({ seq, at: new Date().toISOString(), ...made });
        await applySteps(this.database, change.steps);
        await this.database.changes.add(change);
        return change;
      });
      this.#toJournal();
      return { ok: true, ...(written ? { change: written } : {}) };
    } catch (error) {
      if (error instanceof Refused) {
        this.#toJournal();
        return { ok: false, problems: error.problems };
      }
      if (error instanceof Dexie.DexieError) return { ok: false, problems: [this.#storageProblem(error)] };
      this.#toJournal();
      throw error;
    }
  }

  /** Hands over without waiting: the screen goes on, the title bar says when both places hold the change. */
  #toJournal(): void {
    void this.journal.flush();
  }

  #storageProblem(error: DexieError): Problem {
    const ja =
      error.name === 'QuotaExceededError' || error.inner?.name === 'QuotaExceededError'
        ? '空き容量が足りないため、書き込めませんでした。ここまでの内容は保存されています'
        : 'このパソコンに書き込めませんでした。ここまでの内容は保存されています';
    this.journal.report({ kind: 'failing', reasonJa: ja });
    return { path: '', ja, en: `${error.name}: ${error.message}` };
  }
}

/** Writes the `after` of each step. Runs inside a read-write transaction. */
export async function applySteps(database: DeskDatabase, steps: readonly ChangeStep[]): Promise<void> {
  for (const [name, own] of groupBy(steps, (step) => step.table)) {
    const table = database.anyTable(name) as Table<unknown, string>;
    const final = new Map(own.map((step) => [step.key, step.after]));
    await table.bulkDelete([...final].filter(([, after]) => after === null).map(([key]) => key));
    await table.bulkPut([...final.values()].filter((after): after is Exclude<Json, null> => after !== null));
  }
}
