import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../electron/refused.js';
import { safeWrite, writeNumbered } from '../../electron/safe-write.js';
import { MemoryDisk } from './memory-disk.js';

const FOLDER = '/out';
const PATH = '/out/報告書.xlsx';
const OLD = Buffer.from('old content '.repeat(40));
const NEW = Buffer.from('new content, somewhat longer '.repeat(60));

function diskWithOld(options: ConstructorParameters<typeof MemoryDisk>[0] = {}): MemoryDisk {
  const disk = new MemoryDisk(options);
  disk.files.set(PATH, OLD);
  return disk;
}

async function refusalOf(work: Promise<unknown>): Promise<Refused | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Refused);
    return error as Refused;
  }
}

/** Afterwards there is the old file or the new one, complete, and nothing else. */
function expectOldOrNew(disk: MemoryDisk, refused: boolean): void {
  expect(disk.names(FOLDER)).toEqual(['報告書.xlsx']);
  expect(disk.files.get(PATH)).toEqual(refused ? OLD : NEW);
}

describe('safeWrite', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    const disk = diskWithOld();
    await safeWrite(PATH, NEW, disk);
    expectOldOrNew(disk, false);
  });

  it.each([false, true])('keeps the old file at 300 fill levels (disk that cuts silently: %s)', async (silent) => {
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: NEW.length * 2 }), async (free) => {
        const disk = diskWithOld({ capacity: OLD.length + free, silent });
        const refused = await refusalOf(safeWrite(PATH, NEW, disk));
        if (refused) refusals += 1;
        expect(refused?.code).toBe(free < NEW.length ? 'DISK-FULL' : undefined);
        expectOldOrNew(disk, refused !== undefined);
      }),
      { numRuns: 300, seed: 2021 },
    );
    expect(refusals).toBeGreaterThan(50);
  });

  it('is old or new whichever call fails', async () => {
    let failAt = 0;
    let refused: Refused | undefined;
    do {
      failAt += 1;
      const disk = diskWithOld({ failAt });
      refused = await refusalOf(safeWrite(PATH, NEW, disk));
      // The folder is flushed after the rename: the new file is complete then, but not yet said to be safe.
      const renamed = disk.calls.slice(0, failAt - 1).some((call) => call.startsWith('rename'));
      expectOldOrNew(disk, refused !== undefined && !renamed);
    } while (refused);
    expect(failAt).toBeGreaterThan(8);
  });

  it('flushes the content before the rename and the folder after it', async () => {
    const disk = diskWithOld();
    await safeWrite(PATH, NEW, disk);
    const steps = disk.calls
      .filter((call) => /^(write|sync|stat|rename)/u.test(call))
      .map((call) => call.split(' ')[0]);
    expect(steps).toEqual(['write', 'sync', 'stat', 'rename', 'sync']);
  });

  it.each(['~$報告書.xlsx', '.~lock.報告書.xlsx#'])('refuses while %s says that the file is open', async (note) => {
    const disk = diskWithOld();
    disk.files.set(join(FOLDER, note), Buffer.alloc(1));
    expect((await refusalOf(safeWrite(PATH, NEW, disk)))?.code).toBe('FILE-IN-USE');
    expect(disk.files.get(PATH)).toEqual(OLD);
  });

  it('takes no notice of a note without its file', async () => {
    const disk = new MemoryDisk();
    disk.files.set('/out/~$報告書.xlsx', Buffer.alloc(1));
    await safeWrite(PATH, NEW, disk);
    expect(disk.files.get(PATH)).toEqual(NEW);
  });

  it.each(['EBUSY', 'EPERM', 'EACCES'])('refuses at once when Excel on Windows holds the file (%s)', async (code) => {
    const disk = diskWithOld({ platform: 'win32' });
    disk.locked.set(PATH, code);
    const refused = await refusalOf(safeWrite(PATH, NEW, disk));
    expect(refused?.code).toBe('FILE-IN-USE');
    expect(refused?.messageJa).toContain('報告書.xlsx');
    expect(disk.paused).toBe(0);
    expectOldOrNew(disk, true);
  });

  it('waits for a virus scanner that holds the name for a moment', async () => {
    const disk = diskWithOld();
    disk.locked.set(PATH, 'EBUSY');
    disk.pause = async () => void disk.locked.delete(PATH);
    await safeWrite(PATH, NEW, disk);
    expectOldOrNew(disk, false);
  });

  it('says that the file is in use when the name stays held', async () => {
    const disk = diskWithOld();
    disk.locked.set(PATH, 'EPERM');
    expect((await refusalOf(safeWrite(PATH, NEW, disk)))?.code).toBe('FILE-IN-USE');
    expectOldOrNew(disk, true);
  });

  it.each([
    ['EROFS', 'NOT-WRITABLE'],
    ['EACCES', 'NOT-WRITABLE'],
    ['ENOENT', 'NOT-WRITABLE'],
    ['ENOSPC', 'DISK-FULL'],
    ['EDQUOT', 'DISK-FULL'],
  ])('tells %s as %s', async (failWith, code) => {
    const disk = diskWithOld({ failAt: 2, failWith });
    expect((await refusalOf(safeWrite(PATH, NEW, disk)))?.code).toBe(code);
  });
});

describe('writeNumbered', () => {
  it('never writes over a file', async () => {
    const disk = new MemoryDisk();
    const paths = [];
    for (const text of ['1', '2', '3']) paths.push(await writeNumbered(FOLDER, '報告書.xlsx', Buffer.from(text), disk));
    expect(paths).toEqual(['/out/報告書.xlsx', '/out/報告書_v2.xlsx', '/out/報告書_v3.xlsx']);
    expect(paths.map((path) => disk.text(path))).toEqual(['1', '2', '3']);
  });

  it('leaves no empty file behind whichever call fails', async () => {
    let failAt = 0;
    let refused: Refused | undefined;
    do {
      failAt += 1;
      const disk = diskWithOld({ failAt });
      refused = await refusalOf(writeNumbered(FOLDER, '報告書.xlsx', NEW, disk));
      const renamed = disk.calls.slice(0, failAt - 1).some((call) => call.startsWith('rename'));
      expect(disk.files.get(PATH)).toEqual(OLD);
      expect(disk.names(FOLDER)).toEqual(renamed || !refused ? ['報告書.xlsx', '報告書_v2.xlsx'] : ['報告書.xlsx']);
      if (renamed) expect(disk.files.get('/out/報告書_v2.xlsx')).toEqual(NEW);
    } while (refused);
    expect(failAt).toBeGreaterThan(10);
  });

  it('gives each of 20 writers at the same time a name of its own on a real disk', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koshu-write-'));
    try {
      await writeFile(join(folder, '控え.case.json'), 'first');
      const texts = Array.from({ length: 20 }, (_, index) => `content ${index}`);
      const paths = await Promise.all(texts.map((text) => writeNumbered(folder, '控え.case.json', Buffer.from(text))));
      expect(new Set(paths).size).toBe(20);
      expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toEqual(texts);
      expect((await readdir(folder)).length).toBe(21);
      expect(await readFile(join(folder, '控え.case.json'), 'utf8')).toBe('first');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
