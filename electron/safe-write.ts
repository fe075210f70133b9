/**
 * Writing a file so that afterwards there is either the complete new file or exactly what was there before:
 * temporary file in the same folder, flushed, its size read back, renamed, the folder flushed.
 * The usual packages for this cut files silently when the disk fills up.
 */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Disk, DISK, errorCode, type OpenFile, syncFolder, writeAll } from './disk.js';
import { numberedName, safeFileName } from './file-name.js';
import { Refused } from './refused.js';

/** Milliseconds between attempts to rename while a virus scanner or a synchroniser holds the file. */
const RENAME_PAUSES = [20, 50, 100, 200, 400, 800];
const HELD = ['EPERM', 'EACCES', 'EBUSY'];
const MOST_SERIALS = 999;

/** Writes a file, replacing an older one. Refuses with FILE-IN-USE, DISK-FULL or NOT-WRITABLE; the older file stays then. */
export async function safeWrite(path: string, bytes: Uint8Array, disk: Disk = DISK): Promise<void> {
  try {
    await refuseOpenFile(path, disk);
    await withTemporary(dirname(path), bytes, disk, (temporary) => renameTo(temporary, path, disk));
  } catch (error) {
    throw asRefused(error, path);
  }
}

/** Writes a new file into a folder and never over another one: `_v2`, `_v3` … where the name is taken. Returns its path. */
export async function writeNumbered(
  folder: string,
  name: string,
  bytes: Uint8Array,
  disk: Disk = DISK,
): Promise<string> {
  const wanted = safeFileName(name);
  try {
    await disk.makeFolder(folder);
    return await withTemporary(folder, bytes, disk, (temporary) => renameToFree(temporary, folder, wanted, disk));
  } catch (error) {
    throw asRefused(error, join(folder, wanted));
  }
}

async function withTemporary<T>(
  folder: string,
  bytes: Uint8Array,
  disk: Disk,
  place: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = join(folder, `.koshu-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await writeFlushed(temporary, bytes, disk);
    const placed = await place(temporary);
    await syncFolder(folder, disk);
    return placed;
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
}

async function writeFlushed(path: string, bytes: Uint8Array, disk: Disk): Promise<void> {
  const file = await disk.open(path, 'wx');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
    const { size } = await file.stat();
    if (size !== bytes.length) throw Object.assign(new Error(`${size} of ${bytes.length} bytes`), { code: 'ENOSPC' });
  } finally {
    await file.close();
  }
}

/** The free name is taken with an empty file that nobody else can have made, and then replaced by ours. */
async function renameToFree(temporary: string, folder: string, name: string, disk: Disk): Promise<string> {
  for (let serial = 1; serial <= MOST_SERIALS; serial += 1) {
    const path = join(folder, numberedName(name, serial));
    if (!(await reserve(path, disk))) continue;
    try {
      await renameTo(temporary, path, disk);
      return path;
    } catch (error) {
      await disk.remove(path).catch(() => undefined);
      throw error;
    }
  }
  throw tooManyOfName(name, MOST_SERIALS);
}

/** Every serial of a name is taken. */
export function tooManyOfName(name: string, serials: number): Refused {
  return new Refused(
    'NOT-WRITABLE',
    `「${name}」は${serials}個あります。古いものを別のフォルダーへ移してください。`,
    name,
  );
}

/** Takes a name with an empty file; false where it is taken. */
export async function reserve(path: string, disk: Disk): Promise<boolean> {
  let file: OpenFile;
  try {
    file = await disk.open(path, 'wx');
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.close();
    return true;
  } catch (error) {
    await disk.remove(path).catch(() => undefined);
    throw error;
  }
}

/** Renames over whatever has the name, waiting a moment for a program that holds it. */
export async function renameTo(temporary: string, path: string, disk: Disk): Promise<void> {
  for (const pause of [...RENAME_PAUSES, undefined]) {
    try {
      return await disk.rename(temporary, path);
    } catch (error) {
      if (!HELD.includes(errorCode(error) ?? '')) throw error;
      if (pause === undefined) throw inUse(path);
      await disk.pause(pause);
    }
  }
}

/** Excel holds the file itself on Windows; elsewhere Excel and LibreOffice only leave a note beside it. */
async function refuseOpenFile(path: string, disk: Disk): Promise<void> {
  const name = basename(path);
  const beside = await disk.list(dirname(path));
  if (!beside.includes(name)) return;
  if (beside.includes(`~$${name}`) || beside.includes(`.~lock.${name}#`)) throw inUse(path);
  if (disk.platform !== 'win32') return;
  try {
    const file = await disk.open(path, 'r+');
    await file.close();
  } catch (error) {
    throw HELD.includes(errorCode(error) ?? '') ? inUse(path) : error;
  }
}

function inUse(path: string): Refused {
  const name = basename(path);
  return new Refused(
    'FILE-IN-USE',
    `「${name}」は Excel などで開かれています。閉じてから、もう一度お試しください。前の内容はそのままです。`,
    name,
  );
}

/** The refusal for a failure of the file system; other errors stay what they are. */
export function asRefused(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (error instanceof Refused || code === undefined) return error;
  const name = basename(path);
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Refused(
      'DISK-FULL',
      'ディスクの空きがありません。不要なファイルを消してから、もう一度お試しください。前の内容はそのままです。',
      name,
    );
  }
  return new Refused(
    'NOT-WRITABLE',
    `フォルダー「${basename(dirname(path))}」に書き込めません。フォルダーがあるか、書き込みが許されているかを確かめてください。`,
    `${name} ${code}`,
  );
}
