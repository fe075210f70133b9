/**
 * 操作の記録: every change of the user's data once more, outside the browser's storage, in lines that are only ever added.
 * A change is answered for when it is flushed to the disk. What a power cut left of an unanswered line is kept aside;
 * anything else that does not fit is never skipped, but refused with the number of the first change that cannot be read.
 */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Change, change } from '../shared/model/change.js';
import { type Disk, DISK, errorCode, readAll, syncFolder, writeAll } from './disk.js';
import { cutDamage, cutSegment, mendTail } from './journal/mend.js';
import { readRecord } from './journal/record.js';
import { type Entry, type Scan, scanJournal } from './journal/scan.js';
import { linesFor } from './journal/lines.js';
import { Refused } from './refused.js';
import { asRefused } from './safe-write.js';

/** `storeId` is null before the first change. */
type JournalState = { storeId: string | null; lastSeq: number };

/** A segment that has grown to this many bytes is followed by a new one. */
const SEGMENT_BYTES = 4_000_000;
/** Reading stops after so many bytes, so that an answer stays small. */
const ANSWER_BYTES = 8_000_000;

type Options = { readonly disk?: Disk; readonly segmentBytes?: number };

/** One journal in one folder, for one process at a time. Calls are worked off one after another. */
export class Journal {
  readonly #disk: Disk;
  readonly #segmentBytes: number;
  #scan: Scan | undefined;
  /** Where an unanswered write began that could not be taken back yet. */
  #takeBack: { readonly segment: string; readonly size: number } | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    readonly folder: string,
    options: Options = {},
  ) {
    this.#disk = options.disk ?? DISK;
    this.#segmentBytes = options.segmentBytes ?? SEGMENT_BYTES;
  }

  /** Refuses with JOURNAL-DAMAGED. */
  state(): Promise<JournalState> {
    return this.#inTurn(async () => stateOf(await this.#whole()));
  }

  /** Adds changes and returns after they are flushed. Refuses a gap, another store, and other content under a known number. */
  append(storeId: string, changes: readonly Change[]): Promise<JournalState> {
    return this.#inTurn(async () => {
      const scan = await this.#whole();
      if (scan.storeId !== null && scan.storeId !== storeId) throw otherStore('store');
      const fresh = await this.#fresh(scan, changes);
      if (fresh.length > 0) await this.#write(scan, storeId, fresh);
      return stateOf(scan);
    });
  }

  /** Changes from a number on: at most `limit`, and fewer when they are large, but at least one where there is one. */
  read(from: number, limit: number): Promise<JournalState & { changes: Change[] }> {
    return this.#inTurn(async () => {
      const scan = await this.#whole();
      return { ...stateOf(scan), changes: await this.#read(scan, from, limit) };
    });
  }

  /** Goes on with the part before a damage and returns the paths of the files that keep the rest. Refuses when all is whole. */
  repair(): Promise<JournalState & { kept: string[] }> {
    return this.#inTurn(async () => {
      const { damage } = await this.#scanned();
      if (!damage) throw new Refused('BAD-INPUT', '操作の記録に壊れたところはありません。何も変えていません。');
      this.#scan = undefined;
      const kept = await this.#refusing(() => cutDamage(this.folder, damage, this.#disk));
      return { ...stateOf(await this.#whole()), kept };
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asRefused(error, join(this.folder, 'journal'));
    }
  }

  #scanned(): Promise<Scan> {
    return this.#refusing(async () => {
      if (this.#scan) return this.#scan;
      if (this.#takeBack) await cutSegment(this.folder, this.#takeBack.segment, this.#takeBack.size, this.#disk);
      this.#takeBack = undefined;
      const scan = await scanJournal(this.folder, this.#disk);
      await this.#flushFound(scan);
      this.#scan = scan;
      return scan;
    });
  }

  /** Lines of a process that was ended before it flushed them can be read, but would not survive a power cut yet. */
  async #flushFound(scan: Scan): Promise<void> {
    const last = scan.segments.at(-1);
    if (!last) return;
    try {
      const file = await this.#disk.open(join(this.folder, last.name), 'r+');
      await file.datasync().finally(() => file.close());
    } catch (error) {
      if (!['EROFS', 'EACCES', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
    }
  }

  async #whole(): Promise<Scan> {
    const scan = await this.#scanned();
    if (scan.damage) throw damaged(scan.damage.seq, scan.damage.segment);
    return scan;
  }

  /** The changes that are not there yet. */
  async #fresh(scan: Scan, changes: readonly Change[]): Promise<readonly Change[]> {
    const next = scan.entries.length + 1;
    const first = changes[0]?.seq ?? next;
    for (const [index, each] of changes.entries()) {
      if (first > next || each.seq !== first + index) throw gap(Math.min(next, first + index));
    }
    const known = changes.slice(0, next - first);
    for (let done = 0; done < known.length;) {
      const stored = await this.#read(scan, first + done, known.length - done);
      for (const [index, each] of stored.entries()) {
        if (!isDeepStrictEqual(each, asStored(known[done + index]))) throw otherStore(`seq ${each.seq}`);
      }
      done += stored.length;
    }
    return changes.slice(known.length);
  }

  async #read(scan: Scan, from: number, limit: number): Promise<Change[]> {
    const changes: Change[] = [];
    const wanted = within(scan.entries.slice(from - 1, from - 1 + limit), ANSWER_BYTES);
    for (const run of runsOf(wanted)) changes.push(...(await this.#readRun(scan, run, from + changes.length)));
    return changes;
  }

  /** Lines that lie side by side, in one read, each checked again. */
  #readRun(scan: Scan, run: Run, from: number): Promise<Change[]> {
    const name = scan.segments[run.segment]?.name ?? '';
    return this.#refusing(async () => {
      const file = await this.#disk.open(join(this.folder, name), 'r');
      try {
        const bytes = Buffer.from(await readAll(file, run.at, run.bytes));
        return run.entries.map((entry, index) => {
          const record = readRecord(bytes, entry.at - run.at, entry.before, false);
          const read = record.kind === 'whole' ? change.safeParse(JSON.parse(record.text)) : undefined;
          if (read?.data?.seq !== from + index) throw damaged(from + index, name);
          return read.data;
        });
      } finally {
        await file.close();
      }
    });
  }

  async #write(scan: Scan, storeId: string, changes: readonly Change[]): Promise<void> {
    // Until the lines are flushed nobody knows what the disk holds; on any failure the next call looks again.
    this.#scan = undefined;
    const lines = await this.#refusing(async () => {
      await this.#disk.makeFolder(this.folder);
      if (scan.mend) await mendTail(this.folder, scan.mend, this.#disk);
      const planned = linesFor(scan, storeId, changes, this.#segmentBytes);
      this.#takeBack = { segment: planned.segment.name, size: planned.segment.size };
      await this.#writeFlushed(planned.segment, planned.bytes);
      return planned;
    });
    this.#takeBack = undefined;
    lines.settle();
    this.#scan = scan;
  }

  async #writeFlushed(segment: { readonly name: string; readonly size: number }, bytes: Uint8Array): Promise<void> {
    const file = await this.#disk.open(join(this.folder, segment.name), segment.size === 0 ? 'wx' : 'r+');
    try {
      await writeAll(file, bytes, segment.size);
      await file.datasync();
    } finally {
      await file.close();
    }
    if (segment.size === 0) await syncFolder(this.folder, this.#disk);
  }
}

type Run = { readonly segment: number; readonly at: number; bytes: number; readonly entries: Entry[] };

function runsOf(entries: readonly Entry[]): Run[] {
  const runs: Run[] = [];
  for (const entry of entries) {
    const run = runs.at(-1);
    if (run?.segment !== entry.segment) {
      runs.push({ segment: entry.segment, at: entry.at, bytes: entry.bytes, entries: [entry] });
    } else {
      run.entries.push(entry);
      run.bytes += entry.bytes;
    }
  }
  return runs;
}

/** The first entries, up to a number of bytes, and always one. */
function within(entries: readonly Entry[], most: number): readonly Entry[] {
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    bytes += entry.bytes;
    if (index > 0 && bytes > most) return entries.slice(0, index);
  }
  return entries;
}

function stateOf(scan: Scan): JournalState {
  return { storeId: scan.storeId, lastSeq: scan.entries.length };
}

/** As the change reads after a turn through JSON, where undefined members vanish. */
function asStored(value: Change | undefined): unknown {
  return JSON.parse(JSON.stringify(value));
}

function gap(expected: number): Refused {
  return new Refused(
    'JOURNAL-GAP',
    `操作の記録の番号が続いていません（次は ${expected} です）。何も書き込んでいません。画面を開き直してください。`,
    `expected ${expected}`,
  );
}

function otherStore(detail: string): Refused {
  return new Refused(
    'JOURNAL-OTHER-STORE',
    '操作の記録が、この画面のデータとは別のものです。混ざらないよう、何も書き込んでいません。',
    detail,
  );
}

function damaged(seq: number, segment: string): Refused {
  return new Refused(
    'JOURNAL-DAMAGED',
    `操作の記録の ${seq} 番目が壊れています。その前までは読めます。書き込みを止めました。`,
    `seq ${seq} ${segment}`,
  );
}
