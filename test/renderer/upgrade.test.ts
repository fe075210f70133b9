/** A desk that an earlier program wrote: its database has no shelves, its journal no change of one. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { bookKey, readShelf } from '../../renderer/desk/books.js';
import { exportCase, importCase } from '../../renderer/db/case-import.js';
import { DeskDatabase, SCHEMA_VERSION } from '../../renderer/db/database.js';
import { type Desk, openDesk } from '../../renderer/db/open-desk.js';
import { addDraft } from '../../renderer/features/rulebooks/book-changes.js';
import { LIST_TABLES } from '../../shared/model/store/rows.js';
import { nextEdition } from '../../shared/rules/books/copy-book.js';
import { shippedBookFiles } from '../../electron/rulebooks.js';
import { caseFrom } from '../support/cases.js';
import { FakeHost } from './fake-host.js';

const TODAY = '2021-08-20';
/** The tables of version 1, as that program declared them. */
const FIRST_TABLES = {
  courses: 'key',
  changes: 'seq',
  meta: 'name',
  ...Object.fromEntries(LIST_TABLES.map((name) => [name, 'key, courseId'])),
};
const opened: Desk[] = [];
let databases = 0;

afterEach(async () => {
  for (const desk of opened.splice(0)) await close(desk);
});

async function close(desk: Desk): Promise<void> {
  await desk.journal.stop();
  desk.database.close();
}

function freshName(): string {
  databases += 1;
  return `upgrade-${databases}`;
}

async function open(host: FakeHost, name: string): Promise<Desk> {
  const result = await openDesk(host, name);
  if (result.kind !== 'ready') throw new Error(`not ready: ${result.kind}`);
  opened.push(result.desk);
  await result.desk.journal.flush();
  return result.desk;
}

/** Two changes by an earlier program: the rows of today without a shelf, under version 1. */
async function firstDesk(host: FakeHost): Promise<{ readonly name: string; readonly courseId: string }> {
  const desk = await open(host, freshName());
  const taken = await importCase(desk.door, caseFrom('lecture'), {
    labelJa: '取り込みました',
    isSample: false,
    today: TODAY,
  });
  if (!taken.ok) throw new Error('not taken');
  await desk.door.record('講師名を直しました', async (draft) => {
    (await draft.course(taken.courseId)).change('staff', 'S1', { nameJa: '岡部 直人' });
  });
  await desk.journal.flush();
  const name = freshName();
  const first = new Dexie(name);
  first.version(1).stores(FIRST_TABLES);
  for (const table of Object.keys(FIRST_TABLES)) {
    await first.table(table).bulkAdd(await desk.database.table(table).toArray());
  }
  await first.table('meta').put({ name: 'schemaVersion', value: 1 });
  first.close();
  await close(desk);
  return { name, courseId: taken.courseId };
}

async function addBook(desk: Desk): Promise<string> {
  const [file] = shippedBookFiles();
  if (!file) throw new Error('no book');
  const draft = nextEdition(file);
  const recorded = await addDraft(desk.door, '改訂案を作りました', draft);
  expect(recorded.ok).toBe(true);
  await desk.journal.flush();
  return bookKey(draft);
}

describe('data of version 1', () => {
  test('opens with everything in it, its last step can be taken back, and the shelves can be written', async () => {
    const host = new FakeHost();
    const { name, courseId } = await firstDesk(host);
    const desk = await open(host, name);

    expect((await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa).toBe('岡部 直人');
    expect((await desk.database.meta.get('schemaVersion'))?.value).toBe(SCHEMA_VERSION);
    const key = await addBook(desk);
    expect((await readShelf(desk.database)).map((row) => row.key)).toEqual([key]);

    await desk.door.undo();
    await desk.door.undo();
    await desk.journal.flush();
    expect(await readShelf(desk.database)).toEqual([]);
    expect((await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa).toBe('岡部 直樹');
    expect(host.changes.map((change) => change.seq)).toEqual([1, 2, 3, 4, 5]);
  });

  test('is healed from its journal while it is raised', async () => {
    const host = new FakeHost();
    const { name, courseId } = await firstDesk(host);
    const behind = new Dexie(name);
    behind.version(1).stores(FIRST_TABLES);
    await behind.table('changes').delete(2);
    await behind.table('staff').update(`${courseId}/S1`, { 'value.nameJa': '岡部 直樹' });
    behind.close();

    const desk = await open(host, name);
    expect((await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa).toBe('岡部 直人');
  });

  test('comes back whole from a journal that goes on with shelves, where the database is lost', async () => {
    const host = new FakeHost();
    const { name, courseId } = await firstDesk(host);
    const key = await addBook(await open(host, name));

    const desk = await open(host, freshName());
    expect((await readShelf(desk.database)).map((row) => row.key)).toEqual([key]);
    expect((await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa).toBe('岡部 直人');
  });

  test('is raised to a version that the earlier program does not open', async () => {
    const host = new FakeHost();
    const { name } = await firstDesk(host);
    await close(await open(host, name));
    opened.pop();
    const raised = new DeskDatabase(name);
    await raised.open();
    expect(raised.verno).toBe(SCHEMA_VERSION);
    expect(raised.backendDB().version).toBeGreaterThan(10);
    raised.close();
  });
});
