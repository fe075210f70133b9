/** What is taken out of a journal is first kept aside, beside it. */
import { join } from 'node:path';
import { type Disk, errorCode, syncFolder, writeAll } from '../disk.js';
import { writeNumbered } from '../safe-write.js';
import { readFile, type Scan, segmentNames } from './scan.js';

type Mend = NonNullable<Scan['mend']>;
type Damage = NonNullable<Scan['damage']>;

/** Makes the end of a segment ready for the next line. */
export async function mendTail(folder: string, mend: Mend, disk: Disk): Promise<void> {
  const path = join(folder, mend.segment);
  if (mend.kind === 'break') return changeFile(path, disk, mend.at + 1, [{ at: mend.at, bytes: Buffer.from('\n') }]);
  const bytes = await readFile(path, disk);
  if (bytes.length > mend.at) await writeNumbered(folder, 'torn.bin', bytes.subarray(mend.at), disk);
  await cutSegment(folder, mend.segment, mend.at, disk);
}

/** Takes everything from the damage on out of the journal; returns the names of the files that keep it. */
export async function cutDamage(folder: string, damage: Damage, disk: Disk): Promise<string[]> {
  const kept: string[] = [];
  const names = (await segmentNames(folder, disk)).filter((name) => name >= damage.segment);
  for (const name of names) {
    const copy = await writeNumbered(folder, `damaged-${name}`, await readFile(join(folder, name), disk), disk);
    kept.push(copy);
  }
  // The last first: whenever this stops, what is left is still a journal with the same damage.
  for (const name of names.slice(1).reverse()) await disk.remove(join(folder, name));
  await cutSegment(folder, damage.segment, damage.at, disk);
  return kept;
}

/** Cuts a segment back; one that would be empty goes. */
export async function cutSegment(folder: string, name: string, size: number, disk: Disk): Promise<void> {
  const path = join(folder, name);
  if (size > 0) return changeFile(path, disk, size, []);
  await disk.remove(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  await syncFolder(folder, disk);
}

type Patch = { readonly at: number; readonly bytes: Uint8Array };

async function changeFile(path: string, disk: Disk, size: number, patches: readonly Patch[]): Promise<void> {
  const file = await disk.open(path, 'r+');
  try {
    for (const patch of patches) await writeAll(file, patch.bytes, patch.at);
    await file.truncate(size);
    await file.sync();
  } finally {
    await file.close();
  }
}
