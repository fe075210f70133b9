/**
 * The ZIP of a form, entry by entry with its place in the file: what is not changed is copied from there, compressed
 * bytes, order and times included. fflate gives contents only, so the directory is read here (PKWARE APPNOTE 4.3).
 */
import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, tooLarge, unreadable } from './refusals.js';

/** Unpacked bytes of the parts that are read; pictures are not. A form has less than one million. */
const MOST_UNPACKED = 40_000_000;
const MOST_ENTRIES = 5_000;

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
/** Bit 0 of the flags: the content is encrypted. */
const ENCRYPTED = 1;
const IN_ZIP64 = 0xffff_ffff;

export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Bytes of the entry in the file: header, content and whatever follows until the next entry. */
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  /** Its record in the directory. */
  readonly record: Uint8Array;
};

export type Zip = {
  readonly bytes: Uint8Array;
  /** In the order of the directory. */
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins and ends, and where the end record stands. */
  readonly directoryStart: number;
  readonly directoryEnd: number;
  readonly endRecord: number;
};

/** The entries of a ZIP. Throws Refused where the file is cut off, encrypted or made to mislead. */
export function readZip(file: Uint8Array): Zip {
  // `slice` of a Buffer is a view: what is written into a copy of a record would change the file itself.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const view = viewOf(bytes);
  const endRecord = findEnd(view);
  const count = view.getUint16(endRecord + 10, true);
  const size = view.getUint32(endRecord + 12, true);
  const directoryStart = view.getUint32(endRecord + 16, true);
  const directoryEnd = directoryStart + size;
  if (count === 0xffff || directoryStart === IN_ZIP64) throw resave();
  if (view.getUint16(endRecord + 8, true) !== count || directoryEnd > endRecord) throw damaged('directory');
  if (count > MOST_ENTRIES) throw tooLarge();
  const records = readDirectory(bytes, directoryStart, directoryEnd, count);
  return { bytes, entries: located(bytes, records, directoryStart), directoryStart, directoryEnd, endRecord };
}

/** The content of an entry, never more than it claims to be. */
export function contentOf(zip: Zip, entry: ZipEntry): Uint8Array {
  const packed = zip.bytes.subarray(entry.contentStart, entry.contentStart + entry.packedSize);
  const content = entry.method === STORED ? packed : inflated(packed, entry);
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
}

function inflated(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch {
    throw damaged(entry.name);
  }
}

/** Counts what is unpacked and gives up at the first byte too many. */
export function unpackingBudget(): (bytes: number) => void {
  let left = MOST_UNPACKED;
  return (bytes) => {
    left -= bytes;
    if (left < 0) throw tooLarge();
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** The end record is the last thing in the file but for its own comment. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw damaged('end');
}

type DirectoryRecord = Omit<ZipEntry, 'end' | 'contentStart'>;

function readDirectory(bytes: Uint8Array, from: number, to: number, count: number): DirectoryRecord[] {
  const view = viewOf(bytes);
  const records: DirectoryRecord[] = [];
  let at = from;
  while (records.length < count) {
    if (at + 46 > to || view.getUint32(at, true) !== CENTRAL) throw damaged('directory');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > to) throw damaged('directory');
    records.push(recordOf(bytes.subarray(at, next), nameLength));
    at = next;
  }
  if (at !== to) throw damaged('directory');
  return records;
}

function recordOf(record: Uint8Array, nameLength: number): DirectoryRecord {
  const view = viewOf(record);
  const name = new TextDecoder().decode(record.subarray(46, 46 + nameLength));
  const method = view.getUint16(10, true);
  if ((view.getUint16(8, true) & ENCRYPTED) !== 0) throw unreadable(ENCRYPTED_JA);
  if (method !== STORED && method !== DEFLATED) throw resave();
  const [packedSize, size, start] = [view.getUint32(20, true), view.getUint32(24, true), view.getUint32(42, true)];
  if (packedSize === IN_ZIP64 || size === IN_ZIP64 || start === IN_ZIP64) throw resave();
  return { name, method, crc: view.getUint32(16, true), packedSize, size, start, record };
}

const ENCRYPTED_JA = 'パスワードのかかったファイルです。パスワードを外して保存し直してください。';

function resave() {
  return unreadable('読めない圧縮の仕方で保存されています。Excelで開いて保存し直してください。');
}

/** Entries with their places; entries that lie on one another (a trick of ZIP bombs) or share a name are refused. */
function located(bytes: Uint8Array, records: readonly DirectoryRecord[], directoryStart: number): ZipEntry[] {
  const view = viewOf(bytes);
  const starts = records.map((record) => record.start).sort((a, b) => a - b);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? directoryStart]));
  if (new Set(records.map((record) => record.name.toLowerCase())).size !== records.length) throw damaged('name twice');
  if (ends.size !== records.length) throw damaged('overlap');
  return records.map((record) => {
    const end = ends.get(record.start) ?? 0;
    if (record.start + 30 > end || view.getUint32(record.start, true) !== LOCAL) throw damaged(record.name);
    const { start } = record;
    const contentStart = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    if (contentStart + record.packedSize > end) throw damaged(record.name);
    if (record.method === STORED && record.packedSize !== record.size) throw damaged(record.name);
    return { ...record, end, contentStart };
  });
}
