import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../electron/journal.js';
import { Refused } from '../../electron/refused.js';
import type { Change } from '../../shared/model/change.js';
import { MemoryDisk } from './memory-disk.js';

const FOLDER = '/data/journal';
const STORE = 'store-0001';
const FIRST = join(FOLDER, 'journal-00000001.jsonl');

function changeNumber(seq: number, note = '素泊まり'): Change {
  const after = { id: `line-${seq}`, note, price: 10_000 + seq };
  return {
    seq,
    at: '2021-06-01T09:00:00.000Z',
    labelJa: `明細を変えました（${seq}）`,
    steps: [{ table: 'lines', key: `${seq}`, before: null, after }],
  };
}

function changesFrom(from: number, count: number): Change[] {
  return Array.from({ length: count }, (_, index) => changeNumber(from + index));
}

async function filled(count: number, segmentBytes?: number): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await journalOn(disk, segmentBytes).append(STORE, changesFrom(1, count));
  return disk;
}

function journalOn(disk: MemoryDisk, segmentBytes?: number): Journal {
  return new Journal(FOLDER, segmentBytes === undefined ? { disk } : { disk, segmentBytes });
}

async function refusalOf(work: Promise<unknown>): Promise<Refused> {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(Refused);
  return outcome as Refused;
}

describe('a journal', () => {
  it('knows no store before the first change', async () => {
    expect(await journalOn(new MemoryDisk()).state()).toEqual({ storeId: null, lastSeq: 0 });
  });

  it('gives back what was appended, also to the next process', async () => {
    const disk = await filled(7);
    const journal = journalOn(disk);
    expect(await journal.state()).toEqual({ storeId: STORE, lastSeq: 7 });
    expect(await journal.read(3, 2)).toEqual({ storeId: STORE, lastSeq: 7, changes: changesFrom(3, 2) });
    expect((await journal.read(8, 10)).changes).toEqual([]);
  });

  it('answers only after the lines are flushed', async () => {
    const disk = new MemoryDisk();
    await journalOn(disk).append(STORE, changesFrom(1, 2));
    expect(disk.calls.lastIndexOf('datasync')).toBeGreaterThan(disk.calls.lastIndexOf('write'));
    expect(disk.calls.filter((call) => call === 'write')).toHaveLength(1);
  });

  it('goes on in a new segment when one is full, and reads across them', async () => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk, 500);
    for (const each of changesFrom(1, 9)) await journal.append(STORE, [each]);
    expect(disk.names(FOLDER).length).toBeGreaterThan(2);
    expect((await journal.read(1, 100)).changes).toEqual(changesFrom(1, 9));
    expect((await journalOn(disk, 500).read(2, 6)).changes).toEqual(changesFrom(2, 6));
  });

  it('accepts an equal repeat and adds only what is new', async () => {
    const disk = await filled(4);
    const size = disk.files.get(FIRST)?.length;
    const journal = journalOn(disk);
    expect(await journal.append(STORE, changesFrom(2, 3))).toEqual({ storeId: STORE, lastSeq: 4 });
    expect(disk.files.get(FIRST)?.length).toBe(size);
    expect(await journal.append(STORE, changesFrom(3, 4))).toEqual({ storeId: STORE, lastSeq: 6 });
    expect((await journal.read(1, 10)).changes).toEqual(changesFrom(1, 6));
  });

  it('refuses a gap, a jump, another store and other content under a known number', async () => {
    const disk = await filled(4);
    const before = Buffer.from(disk.files.get(FIRST) ?? '');
    const journal = journalOn(disk);
    expect((await refusalOf(journal.append(STORE, [changeNumber(6)]))).code).toBe('JOURNAL-GAP');
    expect((await refusalOf(journal.append(STORE, [changeNumber(5), changeNumber(7)]))).code).toBe('JOURNAL-GAP');
    expect((await refusalOf(journal.append('store-0002', [changeNumber(5)]))).code).toBe('JOURNAL-OTHER-STORE');
    expect((await refusalOf(journal.append(STORE, [changeNumber(4, '朝食付き')]))).code).toBe('JOURNAL-OTHER-STORE');
    expect((await refusalOf(journalOn(new MemoryDisk()).append(STORE, [changeNumber(2)]))).code).toBe('JOURNAL-GAP');
    expect(disk.files.get(FIRST)).toEqual(before);
  });

  it('works off calls one after another', async () => {
    const journal = journalOn(new MemoryDisk(), 700);
    const answers = await Promise.all(changesFrom(1, 12).map((each) => journal.append(STORE, [each])));
    expect(answers.map((answer) => answer.lastSeq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe('a journal cut at any byte', () => {
  it('keeps every whole line, keeps the torn rest aside, and goes on', async () => {
    const whole = (await filled(3)).files.get(FIRST) ?? Buffer.alloc(0);
    const longer = (await filled(4)).text(FIRST);
    const ends = [...whole.keys()].filter((at) => whole[at] === 0x0a).map((at) => at + 1);
    for (let size = 0; size < whole.length; size += 1) {
      const disk = new MemoryDisk();
      disk.files.set(FIRST, Buffer.from(whole.subarray(0, size)));
      const journal = journalOn(disk);
      // A line that lacks only its line break proves itself by its hash and is kept.
      const kept = Math.max(0, ends.filter((end) => end - 1 <= size).length - 1);
      expect((await journal.state()).lastSeq, `cut at ${size}`).toBe(kept);
      expect(disk.files.get(FIRST)?.length, 'looking changes nothing').toBe(size);
      await journal.append(STORE, changesFrom(kept + 1, 4 - kept));
      expect(disk.text(FIRST), `cut at ${size}`).toBe(longer);
      const start = ends.filter((end) => end <= size).at(-1) ?? 0;
      const torn = disk.files.get(join(FOLDER, 'torn.bin'));
      const unbroken = ends.includes(size + 1);
      expect(torn).toEqual(size === start || unbroken ? undefined : whole.subarray(start, size));
      expect((await journalOn(disk).read(1, 10)).changes).toEqual(changesFrom(1, 4));
    }
  });

  it('takes a tail of zeros, as some file systems leave it, for torn', async () => {
    const whole = (await filled(3)).files.get(FIRST) ?? Buffer.alloc(0);
    const second = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (const from of [second, second + 40, second + 100]) {
      const disk = new MemoryDisk();
      disk.files.set(FIRST, Buffer.from(whole).fill(0, from));
      expect((await journalOn(disk).state()).lastSeq).toBe(2);
    }
  });

  it('cut inside the head of a second segment still opens', async () => {
    const disk = await filled(3, 100);
    const journal = journalOn(disk, 100);
    await journal.append(STORE, [changeNumber(4)]);
    const second = join(FOLDER, 'journal-00000002.jsonl');
    for (const size of [0, 1, 80]) {
      const cut = new MemoryDisk();
      for (const [path, content] of disk.files) cut.files.set(path, content);
      cut.files.set(second, Buffer.from((disk.files.get(second) ?? Buffer.alloc(0)).subarray(0, size)));
      const again = journalOn(cut, 100);
      expect((await again.state()).lastSeq).toBe(3);
      await again.append(STORE, [changeNumber(4)]);
      expect(cut.files.get(second)).toEqual(disk.files.get(second));
    }
  });
});

describe('a damaged journal', () => {
  it('is never read as if it were whole: every byte, three ways', async () => {
    const whole = (await filled(3)).files.get(FIRST) ?? Buffer.alloc(0);
    const ends = [...whole.keys()].filter((at) => whole[at] === 0x0a);
    for (const spoil of [(byte: number) => byte ^ 1, (byte: number) => byte ^ 0x40, () => 0]) {
      for (let at = 0; at < whole.length; at += 1) {
        const disk = new MemoryDisk();
        const bytes = Buffer.from(whole);
        bytes[at] = spoil(bytes[at] ?? 0);
        disk.files.set(FIRST, bytes);
        const state = await journalOn(disk)
          .state()
          .catch((error: unknown) => (error as Refused).detail);
        const seq = Math.max(1, ends.filter((end) => end < at).length);
        const lastBreakZeroed = at === whole.length - 1 && bytes[at] === 0;
        const expected = lastBreakZeroed ? { storeId: STORE, lastSeq: 3 } : `seq ${seq} journal-00000001.jsonl`;
        expect(state, `byte ${at} became ${bytes[at]}`).toEqual(expected);
      }
    }
  });

  it('refuses every call and changes nothing', async () => {
    const disk = await filled(3);
    disk.files.get(FIRST)?.fill(0x20, 400, 404);
    const before = Buffer.from(disk.files.get(FIRST) ?? '');
    const journal = journalOn(disk);
    for (const call of [journal.state(), journal.read(1, 1), journal.append(STORE, [changeNumber(4)])]) {
      expect((await refusalOf(call)).code).toBe('JOURNAL-DAMAGED');
    }
    expect(disk.files.get(FIRST)).toEqual(before);
    expect(disk.names(FOLDER)).toEqual(['journal-00000001.jsonl']);
  });

  it.each([
    ['the first segment is missing', 'journal-00000001.jsonl', 1],
    ['a segment in the middle is missing', 'journal-00000002.jsonl', 2],
  ])('notices that %s', async (_what, name, seq) => {
    const disk = new MemoryDisk();
    const journal = journalOn(disk, 100);
    for (const each of changesFrom(1, 3)) await journal.append(STORE, [each]);
    disk.files.delete(join(FOLDER, name));
    expect((await refusalOf(journalOn(disk, 100).state())).detail).toContain(`seq ${seq} `);
  });

  it('notices a change on the disk while the program runs', async () => {
    const disk = await filled(3);
    const journal = journalOn(disk);
    await journal.state();
    const bytes = disk.files.get(FIRST) ?? Buffer.alloc(0);
    bytes[bytes.length - 5] = 0x39;
    expect((await refusalOf(journal.read(1, 3))).code).toBe('JOURNAL-DAMAGED');
  });

  it('can be cut back to what is whole, and keeps the rest', async () => {
    const disk = new MemoryDisk();
    const writer = journalOn(disk, 600);
    for (const each of changesFrom(1, 9)) await writer.append(STORE, [each]);
    const names = disk.names(FOLDER);
    const second = join(FOLDER, 'journal-00000002.jsonl');
    const bytes = disk.files.get(second) ?? Buffer.alloc(0);
    bytes[bytes.length - 10] = 0x21;
    const spoiled = Buffer.from(bytes);
    const journal = journalOn(disk, 600);
    const damage = await refusalOf(journal.state());
    const seq = Number(/seq ([0-9]+)/u.exec(damage.detail ?? '')?.[1]);
    const repaired = await journal.repair();
    expect(repaired.lastSeq).toBe(seq - 1);
    expect(repaired.kept).toHaveLength(names.length - 1);
    expect(disk.files.get(join(FOLDER, 'damaged-journal-00000002.jsonl'))).toEqual(spoiled);
    await journal.append(STORE, changesFrom(seq, 10 - seq));
    expect((await journalOn(disk, 600).read(1, 20)).changes).toEqual(changesFrom(1, 9));
  });

  it('is not cut back when nothing is damaged', async () => {
    expect((await refusalOf(journalOn(await filled(2)).repair())).code).toBe('BAD-INPUT');
  });
});

/** What an append asks of the disk when the journal is open already. */
async function callsOfAppend(): Promise<string[]> {
  const disk = await filled(2);
  const journal = journalOn(disk);
  await journal.state();
  disk.calls = [];
  await journal.append(STORE, [changeNumber(3)]);
  return disk.calls;
}

describe('a journal on a disk that fails', () => {
  it('never loses an answered change and never answers for a lost one, whichever call fails', async () => {
    for (const [failWith, failOn] of [
      ['EIO', false],
      ['ENOSPC', false],
      ['EIO', true],
    ] as const) {
      for (let failAt = 1; failAt <= 60; failAt += 1) {
        const disk = new MemoryDisk({ failAt, failWith, failOn });
        const journal = journalOn(disk, 600);
        let answered = 0;
        for (const seq of [1, 2, 3, 4, 5, 5]) {
          const answer = await journal.append(STORE, changesFrom(answered + 1, seq - answered)).catch(() => undefined);
          if (answer) answered = answer.lastSeq;
        }
        if (!failOn) expect(answered).toBe(5);
        disk.options.failAt = -1;
        const found = (await journalOn(disk, 600).read(1, 10)).changes;
        expect(found.slice(0, answered)).toEqual(changesFrom(1, answered));
        expect(found).toEqual(changesFrom(1, found.length));
      }
    }
  });

  it('takes back a line that could not be flushed and writes it again, instead of answering for it', async () => {
    const disk = await filled(2);
    const before = disk.text(FIRST);
    const journal = journalOn(disk);
    await journal.state();
    disk.calls = [];
    const calls = await callsOfAppend();
    disk.options.failAt = calls.indexOf('datasync') + 1;
    expect(disk.options.failAt).toBeGreaterThan(0);
    expect((await refusalOf(journal.append(STORE, [changeNumber(3)]))).code).toBe('NOT-WRITABLE');
    expect(disk.text(FIRST).length).toBeGreaterThan(before.length);
    disk.options.failAt = -1;
    expect(await journal.state()).toEqual({ storeId: STORE, lastSeq: 2 });
    expect(disk.text(FIRST)).toBe(before);
    disk.calls = [];
    expect((await journal.append(STORE, [changeNumber(3)])).lastSeq).toBe(3);
    expect(disk.calls.filter((call) => call === 'write' || call === 'datasync')).toEqual(['write', 'datasync']);
  });

  it('says that the disk is full at any fill level, and goes on when there is room again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1500 }), fc.boolean(), async (free, sudden) => {
        const disk = await filled(2);
        const room = [...disk.files.values()].reduce((sum, file) => sum + file.length, free);
        disk.options.capacity = room;
        const journal = journalOn(disk);
        const outcome = await journal
          .append(STORE, changesFrom(3, 3))
          .catch((error: unknown) => (error as Refused).code);
        expect(['DISK-FULL', { storeId: STORE, lastSeq: 5 }]).toContainEqual(outcome);
        disk.options.capacity = Infinity;
        const later = sudden ? journalOn(disk) : journal;
        expect((await later.append(STORE, changesFrom(3, 4))).lastSeq).toBe(6);
        expect((await journalOn(disk).read(1, 10)).changes).toEqual(changesFrom(1, 6));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});

describe('a long journal', () => {
  it('holds 100,000 changes on a real disk and finds any of them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'koshu-journal-'));
    try {
      const journal = new Journal(folder);
      for (let from = 1; from <= 100_000; from += 1000) await journal.append(STORE, changesFrom(from, 1000));
      const again = new Journal(folder);
      expect(await again.state()).toEqual({ storeId: STORE, lastSeq: 100_000 });
      expect((await again.read(54_321, 3)).changes).toEqual(changesFrom(54_321, 3));
      expect((await again.read(99_500, 1000)).changes).toEqual(changesFrom(99_500, 501));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
