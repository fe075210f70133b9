/** The entries of a ZIP as they lie in the file, found without the program's own reader. */

export type RawEntry = { readonly name: string; readonly bytes: Buffer };

/** Local headers with content, one after the other, and the directory records by name. Sizes must stand in the headers. */
export function rawEntries(file: Uint8Array): { files: RawEntry[]; records: Map<string, Buffer> } {
  const buffer = Buffer.from(file);
  const files: RawEntry[] = [];
  let at = 0;
  while (buffer.readUInt32LE(at) === 0x04034b50) {
    const nameLength = buffer.readUInt16LE(at + 26);
    const end = at + 30 + nameLength + buffer.readUInt16LE(at + 28) + buffer.readUInt32LE(at + 18);
    files.push({ name: buffer.toString('utf8', at + 30, at + 30 + nameLength), bytes: buffer.subarray(at, end) });
    at = end;
  }
  const records = new Map<string, Buffer>();
  while (buffer.readUInt32LE(at) === 0x02014b50) {
    const nameLength = buffer.readUInt16LE(at + 28);
    const end = at + 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
    records.set(buffer.toString('utf8', at + 46, at + 46 + nameLength), withoutOffset(buffer.subarray(at, end)));
    at = end;
  }
  if (buffer.readUInt32LE(at) !== 0x06054b50) throw new Error('no end record');
  return { files, records };
}

function withoutOffset(record: Buffer): Buffer {
  const copy = Buffer.from(record);
  copy.writeUInt32LE(0, 42);
  return copy;
}

/** Names of entries that differ in any byte, content or header. */
export function differingEntries(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [rawEntries(before), rawEntries(after)];
  const names = new Set([...a.files, ...b.files].map((entry) => entry.name));
  const find = (entries: readonly RawEntry[], name: string): Buffer =>
    entries.find((entry) => entry.name === name)?.bytes ?? Buffer.alloc(0);
  return [...names].filter((name) => {
    const sameFile = find(a.files, name).equals(find(b.files, name));
    const sameRecord = (a.records.get(name) ?? Buffer.alloc(0)).equals(b.records.get(name) ?? Buffer.alloc(0));
    return !sameFile || !sameRecord;
  });
}
