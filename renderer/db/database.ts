/** The working copy of the user's data: one table per list of a case, the shelves, the log of changes, and a few notes. */
import Dexie, { type Table } from 'dexie';
import type { Change, StoreTable } from '../../shared/model/change.js';
import { type CourseRow, LIST_TABLES, type ListRow, type ListTable } from '../../shared/model/store/rows.js';
import type { Shelf, ShelfRow } from './shelves.js';
import type { WrittenPaper } from './written-papers.js';

export const DATABASE_NAME = 'koshukai-desk';
/** Raised with every change of the tables or of the meaning of a row. */
export const SCHEMA_VERSION = 3;
/** Dexie multiplies its version by ten in IndexedDB. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

export type MetaEntry = { readonly name: 'storeId' | 'schemaVersion'; readonly value: string | number };

const INDEXES = {
  courses: 'key',
  changes: 'seq',
  meta: 'name',
  rulebooks: 'key',
  settings: 'key',
  pictures: 'key, value.courseId, value.sha256',
  accounts: 'key',
  mappings: 'key',
  thumbnails: 'sha256',
  written: 'key, courseId',
  ...Object.fromEntries(LIST_TABLES.map((name) => [name, 'key, courseId'])),
};

/** A small picture of a kept file, made again whenever it is missing; no data of the user, so no change records it. */
export type Thumbnail = { readonly sha256: string; readonly picture: Blob };

export class DeskDatabase extends Dexie {
  declare readonly courses: Table<CourseRow, string>;
  declare readonly changes: Table<Change, number>;
  declare readonly meta: Table<MetaEntry, string>;
  declare readonly thumbnails: Table<Thumbnail, string>;
  declare readonly written: Table<WrittenPaper, string>;

  constructor(name: string = DATABASE_NAME) {
    // Relaxed durability, the default, acknowledges a commit before it lies on the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores(INDEXES);
  }

  list<T extends ListTable>(table: T): Table<ListRow<T>, string> {
    return this.table(table);
  }

  shelf<S extends Shelf>(shelf: S): Table<ShelfRow<S>, string> {
    return this.table(shelf);
  }

  /** Any table of the user's data, for steps of changes that name it. */
  anyTable(table: StoreTable): Table<CourseRow | ListRow | ShelfRow, string> {
    return this.table(table);
  }
}

/** What lies on the disk before Dexie opens it. */
export type Probe =
  | { readonly kind: 'absent'; readonly dataLoss: boolean }
  | { readonly kind: 'present' }
  /** Written by a newer program: nothing may be written into it. */
  | { readonly kind: 'newer' };

/**
 * Looks at the database without creating or raising it. Dexie hides two things that matter: that the browser
 * threw a damaged database away (`dataLoss`), and that the database is newer than this program.
 */
export function probeDatabase(name: string = DATABASE_NAME): Promise<Probe> {
  return new Promise((resolve, reject) => {
    let absent: Probe | undefined;
    const request = indexedDB.open(name);
    request.onupgradeneeded = (event) => {
      const loss = (event as IDBVersionChangeEvent & { readonly dataLoss?: string }).dataLoss;
      absent = { kind: 'absent', dataLoss: loss !== undefined && loss !== 'none' };
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve({ kind: version > NATIVE_VERSION ? 'newer' : 'present' });
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (absent) resolve(absent);
      else reject(request.error ?? new Error('IndexedDB could not be opened'));
    };
  });
}
