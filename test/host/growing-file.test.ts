import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GrowingFile, placeTogether } from '../../electron/growing-file.js';
import { Refused } from '../../electron/refused.js';
import { MemoryDisk } from './memory-disk.js';

const FOLDER = '/out';
const CONTENTS = [Buffer.alloc(700_000, 'first '), Buffer.alloc(300_001, 'second ')] as const;
const NAMES = ['証憑.pdf', '証憑.zip'] as const;

/** Writes both files in pieces of many sizes; refuses as the disk does, and then leaves nothing. */
async function write(disk: MemoryDisk): Promise<string[]> {
  const files: GrowingFile[] = [];
  try {
    for (const content of CONTENTS) {
      const file = await GrowingFile.begin(FOLDER, disk);
      files.push(file);
      for (let at = 0, step = 1; at < content.length; at += step, step = (step * 3) % 290_001) {
        await file.write(content.subarray(at, at + step));
      }
    }
  } catch (error) {
    for (const file of files) await file.discard();
    throw error;
  }
  return placeTogether(files.map((file, index) => ({ file, name: NAMES[index] ?? '' })));
}

function expectBoth(disk: MemoryDisk, serial = ''): void {
  expect(disk.names(FOLDER).sort()).toEqual(NAMES.map((name) => name.replace('.', `${serial}.`)).sort());
  NAMES.forEach((name, index) => {
    expect(
      disk.files.get(`${FOLDER}/${name.replace('.', `${serial}.`)}`)?.equals(CONTENTS[index] ?? Buffer.alloc(0)),
    ).toBe(true);
  });
}

describe('growing files', () => {
  it('get their names together, complete, and leave nothing beside them', async () => {
    const disk = new MemoryDisk();
    expect(await write(disk)).toEqual(NAMES.map((name) => `${FOLDER}/${name}`));
    expectBoth(disk);
  });

  it('take the same serial where only one of the names is taken', async () => {
    const disk = new MemoryDisk();
    disk.files.set('/out/証憑.zip', Buffer.from('older'));
    expect(await write(disk)).toEqual(['/out/証憑_v2.pdf', '/out/証憑_v2.zip']);
    expect(disk.text(FOLDER, '証憑.zip')).toBe('older');
    disk.files.delete('/out/証憑.zip');
    expectBoth(disk, '_v2');
  });

  it.each([false, true])('leave nothing at 200 fill levels (disk that cuts silently: %s)', async (silent) => {
    const all = CONTENTS[0].length + CONTENTS[1].length;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: all + 200_000 }), async (capacity) => {
        const disk = new MemoryDisk({ capacity, silent });
        const refused = await write(disk).then(
          () => undefined,
          (error: unknown) => error,
        );
        if (capacity >= all) return expectBoth(disk);
        refusals += 1;
        expect(refused).toMatchObject({ code: 'DISK-FULL' });
        expect(disk.names(FOLDER)).toEqual([]);
      }),
      { numRuns: 200, seed: 11 },
    );
    expect(refusals).toBeGreaterThan(100);
  });

  it('are both there or neither, whichever call fails', async () => {
    let failAt = 0;
    let refused: unknown;
    do {
      failAt += 1;
      const disk = new MemoryDisk({ failAt });
      refused = await write(disk).then(
        () => undefined,
        (error: unknown) => error,
      );
      // A sweep that fails is no reason not to begin.
      if (refused === undefined) expectBoth(disk);
      else {
        expect(refused).toBeInstanceOf(Refused);
        expect(disk.names(FOLDER)).toEqual([]);
      }
    } while (refused !== undefined || failAt < 20);
    expect(failAt).toBeGreaterThan(20);
  });

  it('flush their content before they get a name', async () => {
    const disk = new MemoryDisk();
    await write(disk);
    const steps = disk.calls.filter((call) => /^(?:sync|stat|rename)/u.test(call)).map((call) => call.split(' ')[0]);
    expect(steps).toEqual(['sync', 'stat', 'sync', 'stat', 'rename', 'rename', 'sync']);
  });

  it('sweep away what an ended process left, and nothing of one that lives', async () => {
    const disk = new MemoryDisk();
    const file = await GrowingFile.begin(FOLDER, disk);
    const own = file.temporary;
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const left = own.replace(`-${process.pid}-`, `-${gone}-`);
    disk.files.set(left, Buffer.alloc(9));
    disk.files.set('/out/.koshu-0123456789abcdef.tmp', Buffer.alloc(9));
    const second = await GrowingFile.begin(FOLDER, disk);
    expect(disk.files.has(left)).toBe(false);
    expect(disk.files.has(own)).toBe(true);
    expect(disk.files.has('/out/.koshu-0123456789abcdef.tmp')).toBe(true);
    await file.discard();
    await second.discard();
  });
});
