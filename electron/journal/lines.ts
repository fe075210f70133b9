import type { Change } from '../../shared/model/change.js';
import { writeRecord } from './record.js';
import { type Entry, type Scan, type Segment, type SegmentHead, segmentName } from './scan.js';

/** Lines ready to be written at the end of `segment`; `settle` enters them into the scan once they are flushed. */
type Lines = { readonly segment: Readonly<Segment>; readonly bytes: Uint8Array; settle(): void };

/** The lines of new changes; a full segment, or none, is followed by a new one, which a head line opens. */
export function linesFor(scan: Scan, storeId: string, changes: readonly Change[], segmentBytes: number): Lines {
  const current = scan.segments.at(-1);
  const continued = current !== undefined && current.size < segmentBytes;
  const segment: Segment = continued ? current : { name: segmentName(scan.segments.length + 1), size: 0 };
  const index = continued ? scan.segments.length - 1 : scan.segments.length;
  const parts: Buffer[] = [];
  const entries: Entry[] = [];
  let at = segment.size;
  let hash = scan.lastHash;
  const add = (text: string): Buffer => {
    const line = writeRecord(text, hash);
    hash = line.hash;
    at += line.bytes.length;
    parts.push(line.bytes);
    return line.bytes;
  };
  if (!continued) add(JSON.stringify({ journal: 1, storeId, from: scan.entries.length + 1 } satisfies SegmentHead));
  for (const change of changes) {
    const start = { segment: index, at, before: hash };
    entries.push({ ...start, bytes: add(JSON.stringify(change)).length });
  }
  return {
    segment: { name: segment.name, size: segment.size },
    bytes: Buffer.concat(parts),
    settle() {
      if (!continued) scan.segments.push(segment);
      segment.size = at;
      scan.entries.push(...entries);
      scan.lastHash = hash;
      scan.storeId = storeId;
      delete scan.mend;
    },
  };
}
