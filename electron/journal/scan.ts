/** Reads a journal from the disk without changing anything, and says what is whole, torn or damaged. */
import { join } from 'node:path';
import { z } from 'zod';
import { type Disk, readAll } from '../disk.js';
import { CHAIN_START, readRecord } from './record.js';

/** The first line of each segment. */
const segmentHead = z.strictObject({
  journal: z.literal(1),
  storeId: z.string(),
  /** Sequence number of the segment's first change. */
  from: z.int().min(1),
});

/** Where the line of a change lies, and the hash that it continues. */
export type Entry = { readonly segment: number; readonly at: number; readonly bytes: number; readonly before: string };
/** One file; `size` counts the whole lines. */
export type Segment = { readonly name: string; size: number };

/** What was found. A scan belongs to its journal, which carries on with it after each write. */
export type Scan = {
  storeId: string | null;
  readonly segments: Segment[];
  /** By sequence number, the first change at 0. */
  readonly entries: Entry[];
  lastHash: string;
  /** What has to be done before the next line is written. */
  mend?: { readonly kind: 'cut' | 'break'; readonly segment: string; readonly at: number };
  /** The first change that cannot be read; everything before it can. */
  damage?: { readonly seq: number; readonly segment: string; readonly at: number };
};

export type SegmentHead = z.infer<typeof segmentHead>;

const SEGMENT = /^journal-[0-9]{8}\.jsonl$/u;

/** `journal-00000001.jsonl` for 1. */
export function segmentName(number: number): string {
  return `journal-${String(number).padStart(8, '0')}.jsonl`;
}

export async function segmentNames(folder: string, disk: Disk): Promise<string[]> {
  return (await disk.list(folder)).filter((name) => SEGMENT.test(name)).sort();
}

export async function scanJournal(folder: string, disk: Disk): Promise<Scan> {
  const scan: Scan = { storeId: null, segments: [], entries: [], lastHash: CHAIN_START };
  const names = await segmentNames(folder, disk);
  for (const [index, name] of names.entries()) {
    if (name !== segmentName(index + 1)) scan.damage = damageAt(scan, name, 0);
    if (!scan.damage) await scanSegment(scan, folder, name, index === names.length - 1, disk);
    if (scan.damage) break;
  }
  return scan;
}

async function scanSegment(scan: Scan, folder: string, name: string, last: boolean, disk: Disk): Promise<void> {
  const bytes = await readFile(join(folder, name), disk);
  const index = scan.segments.length;
  let at = 0;
  while (at < bytes.length || at === 0) {
    const record = readRecord(bytes, at, scan.lastHash, last);
    if (record.kind === 'torn') scan.mend = { kind: 'cut', segment: name, at };
    if (record.kind === 'damaged') scan.damage = damageAt(scan, name, at);
    if (record.kind !== 'whole') return;
    if (record.unbroken) scan.mend = { kind: 'break', segment: name, at: record.end - 1 };
    if (at === 0) {
      if (!takeHead(scan, name, record.text)) return;
    } else {
      scan.entries.push({ segment: index, at, bytes: record.end - at, before: scan.lastHash });
    }
    scan.lastHash = record.hash;
    const segment = scan.segments[index];
    if (segment) segment.size = record.end;
    at = record.end;
  }
}

function takeHead(scan: Scan, name: string, text: string): boolean {
  const head = segmentHead.safeParse(parsed(text));
  const fits =
    head.success &&
    head.data.from === scan.entries.length + 1 &&
    (scan.storeId === null || head.data.storeId === scan.storeId);
  if (!fits) {
    scan.damage = damageAt(scan, name, 0);
    return false;
  }
  scan.storeId = head.data.storeId;
  scan.segments.push({ name, size: 0 });
  return true;
}

function damageAt(scan: Scan, segment: string, at: number): NonNullable<Scan['damage']> {
  return { seq: scan.entries.length + 1, segment, at };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A whole file as bytes. */
export async function readFile(path: string, disk: Disk): Promise<Buffer> {
  const file = await disk.open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = await readAll(file, 0, size);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } finally {
    await file.close();
  }
}
