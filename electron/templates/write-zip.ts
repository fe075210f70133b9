/** A ZIP with some entries changed: all others are copied as they lie there, so nothing about them can differ. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { viewOf, type Zip, type ZipEntry } from './read-zip.js';

export type ZipChanges = {
  /** New content by name of an entry. */
  readonly changed: ReadonlyMap<string, Uint8Array>;
  readonly removed: ReadonlySet<string>;
  /** New entries, last in the file; each takes time and attributes of the entry `like`. */
  readonly added: readonly { readonly name: string; readonly content: Uint8Array; readonly like: ZipEntry }[];
};

/** Bits of the flags that stay: the name is UTF-8 (11). Sizes stand in the header, so none follow the content (3). */
const KEPT_FLAGS = 0x0800;
const STORED = 0;
/** Length of the fixed part of a directory record. */
const FIXED = 46;

type Piece = { readonly bytes: Uint8Array; readonly record: Uint8Array };

/** The ZIP with the changes in it; the same bytes for the same input on every machine. */
export function rewriteZip(zip: Zip, { changed, removed, added }: ZipChanges): Uint8Array {
  const inFile = [...zip.entries].sort((a, b) => a.start - b.start);
  const starts = new Map<Uint8Array, number>();
  const out: Uint8Array[] = [zip.bytes.subarray(0, inFile[0]?.start ?? 0)];
  let at = out[0]?.length ?? 0;
  const put = ({ bytes, record }: Piece): void => {
    starts.set(record, at);
    out.push(bytes);
    at += bytes.length;
  };
  const records = new Map<string, Uint8Array>();
  for (const entry of inFile) {
    if (removed.has(entry.name)) continue;
    const content = changed.get(entry.name);
    const piece = content === undefined ? kept(zip, entry) : packed(entry, entry.name, content, entry.method);
    records.set(entry.name, piece.record);
    put(piece);
  }
  const fresh = added.map(({ name, content, like }) => packed(like, name, content));
  fresh.forEach(put);
  const directory = [
    ...zip.entries.flatMap((entry) => records.get(entry.name) ?? []),
    ...fresh.map((piece) => piece.record),
  ];
  for (const record of directory) viewOf(record).setUint32(42, starts.get(record) ?? 0, true);
  return joined([...out, ...directory, ending(zip, directory, at)]);
}

function kept(zip: Zip, entry: ZipEntry): Piece {
  return { bytes: zip.bytes.subarray(entry.start, entry.end), record: entry.record.slice() };
}

function packed(like: ZipEntry, name: string, content: Uint8Array, method = 8): Piece {
  const packedContent = method === STORED ? content : deflateSync(content, { level: 6 });
  const nameBytes = new TextEncoder().encode(name);
  const record = name === like.name ? like.record.slice() : joined([like.record.subarray(0, FIXED), nameBytes]);
  const view = viewOf(record);
  view.setUint16(8, view.getUint16(8, true) & KEPT_FLAGS, true);
  view.setUint16(10, method, true);
  view.setUint32(16, crc32(content), true);
  view.setUint32(20, packedContent.length, true);
  view.setUint32(24, content.length, true);
  if (name !== like.name) {
    view.setUint16(28, nameBytes.length, true);
    view.setUint16(30, 0, true);
    view.setUint16(32, 0, true);
  }
  return { bytes: joined([localHeader(record, nameBytes), packedContent]), record };
}

/** Version, flags, method, time, checksum and sizes stand in both headers in the same order. */
function localHeader(record: Uint8Array, name: Uint8Array): Uint8Array {
  const header = new Uint8Array(30 + name.length);
  const view = viewOf(header);
  view.setUint32(0, 0x04034b50, true);
  header.set(record.subarray(6, 28), 4);
  view.setUint16(26, name.length, true);
  header.set(name, 30);
  return header;
}

/** What stands behind the directory, with its counts and places put right. */
function ending(zip: Zip, directory: readonly Uint8Array[], directoryStart: number): Uint8Array {
  const tail = zip.bytes.slice(zip.directoryEnd);
  const view = viewOf(tail);
  const at = zip.endRecord - zip.directoryEnd;
  view.setUint16(at + 8, directory.length, true);
  view.setUint16(at + 10, directory.length, true);
  view.setUint32(
    at + 12,
    directory.reduce((sum, record) => sum + record.length, 0),
    true,
  );
  view.setUint32(at + 16, directoryStart, true);
  return tail;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
