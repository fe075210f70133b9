/** What the writers ask of a disk, as an argument, so that tests can hand over one that fills up, breaks or loses power. */
import { mkdir, open, readdir, rename, unlink } from 'node:fs/promises';

/** An open file. `write` and `read` may move fewer bytes than asked for, as the operating system may. */
export type OpenFile = {
  write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }>;
  read(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  stat(): Promise<{ size: number }>;
  truncate(size: number): Promise<void>;
  /** Content and size are on the disk when it returns. */
  datasync(): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
};

/** Failures are Node's: errors with a `code`. */
export type Disk = {
  readonly platform: NodeJS.Platform;
  /** Flags as in Node: `r`, `r+`, `wx` (only a new file). */
  open(path: string, flags: 'r' | 'r+' | 'wx'): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder; empty when the folder does not exist. */
  list(folder: string): Promise<string[]>;
  makeFolder(folder: string): Promise<void>;
  pause(milliseconds: number): Promise<void>;
};

/** The disk of this machine. */
export const DISK: Disk = {
  platform: process.platform,
  open: (path, flags) => open(path, flags),
  rename,
  remove: unlink,
  list: (folder) => readdir(folder).catch(emptyWhenMissing),
  makeFolder: async (folder) => void (await mkdir(folder, { recursive: true })),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

/** `ENOSPC` and the like; undefined for an error that is not of the file system. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Writes all bytes from a position on; a disk that takes nothing more is full. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing more was written'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** Reads `length` bytes from a position, fewer only where the file ends. */
export async function readAll(file: OpenFile, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) return bytes.subarray(0, done);
    done += bytesRead;
  }
  return bytes;
}

const NO_FOLDER_SYNC = ['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'];

/** Makes new and changed names of a folder survive a power cut, where the system can do that (Windows cannot). */
export async function syncFolder(folder: string, disk: Disk): Promise<void> {
  try {
    const handle = await disk.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC.includes(errorCode(error) ?? '')) throw error;
  }
}

function emptyWhenMissing(error: unknown): string[] {
  if (errorCode(error) === 'ENOENT') return [];
  throw error;
}
