/**
 * Files too large for memory, with the promises of safe-write: they grow in a temporary place beside their target, and
 * only when they are complete, flushed and of the right size do they get their names, all of them or none.
 */
import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Disk, DISK, errorCode, type OpenFile, syncFolder, writeAll } from './disk.js';
import { numberedName, safeFileName } from './file-name.js';
import { asRefused, renameTo, reserve, tooManyOfName } from './safe-write.js';

/** Small pieces are gathered up to this many bytes. */
const PIECE = 256 * 1024;
const MOST_SERIALS = 999;

/** A file in the making. After `discard`, and after `placeTogether`, nothing of the temporary file is left. */
export class GrowingFile {
  #length = 0;
  #waiting: Uint8Array[] = [];
  #waitingLength = 0;
  #isOpen = true;

  private constructor(
    readonly folder: string,
    readonly temporary: string,
    readonly file: OpenFile,
    readonly disk: Disk,
  ) {}

  /** Begins a file in a folder, which is made where it is missing; what runs that were ended by force left there is swept away. */
  static async begin(folder: string, disk: Disk = DISK): Promise<GrowingFile> {
    const temporary = join(folder, `${ownPrefix(process.pid)}${randomBytes(8).toString('hex')}.tmp`);
    try {
      await disk.makeFolder(folder);
      await sweep(folder, disk);
      return new GrowingFile(folder, temporary, await disk.open(temporary, 'wx'), disk);
    } catch (error) {
      throw asRefused(error, temporary);
    }
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length + this.#waitingLength;
  }

  /** Adds bytes at the end. They must not be changed afterwards. Refuses like safeWrite. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#waiting.push(bytes);
    this.#waitingLength += bytes.length;
    if (this.#waitingLength < PIECE) return;
    try {
      await this.#flush();
    } catch (error) {
      throw asRefused(error, this.temporary);
    }
  }

  /** Everything on the disk, and as much as was written. */
  async complete(): Promise<void> {
    await this.#flush();
    await this.file.sync();
    const { size } = await this.file.stat();
    if (size !== this.#length) throw Object.assign(new Error(`${size} of ${this.#length} bytes`), { code: 'ENOSPC' });
    await this.#close();
  }

  /** Takes the temporary file away. Never throws: it is called when something else went wrong. */
  async discard(): Promise<void> {
    await this.#close().catch(() => undefined);
    await this.disk.remove(this.temporary).catch(() => undefined);
  }

  async #flush(): Promise<void> {
    const pieces = this.#waiting;
    this.#waiting = [];
    this.#waitingLength = 0;
    for (const bytes of gathered(pieces)) {
      await writeAll(this.file, bytes, this.#length);
      this.#length += bytes.length;
    }
  }

  async #close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.file.close();
  }
}

/** Large pieces as they are, small ones joined. */
function gathered(pieces: readonly Uint8Array[]): Uint8Array[] {
  const large: Uint8Array[] = [];
  let small: Uint8Array[] = [];
  const join = (): void => {
    if (small.length > 0) large.push(Buffer.concat(small));
    small = [];
  };
  for (const piece of pieces) {
    if (piece.length < PIECE) small.push(piece);
    else {
      join();
      large.push(piece);
    }
  }
  join();
  return large;
}

type Named = { readonly file: GrowingFile; readonly name: string };

/**
 * Gives complete files of one folder their names, never over another file: where one of the names is taken, all get the
 * next serial. Returns their paths in the same order; when one cannot be placed, none is left.
 */
export async function placeTogether(files: readonly Named[]): Promise<string[]> {
  const [first] = files;
  if (!first) return [];
  const { folder, disk } = first.file;
  const names = files.map(({ name }) => safeFileName(name));
  try {
    for (const { file } of files) await file.complete();
    for (let serial = 1; serial <= MOST_SERIALS; serial += 1) {
      const paths = names.map((name) => join(folder, numberedName(name, serial)));
      if (!(await reserveAll(paths, disk))) continue;
      await renameAll(files, paths, disk);
      return paths;
    }
    throw tooManyOfName(names[0] ?? '', MOST_SERIALS);
  } catch (error) {
    for (const { file } of files) await file.discard();
    throw asRefused(error, join(folder, names[0] ?? ''));
  }
}

async function reserveAll(paths: readonly string[], disk: Disk): Promise<boolean> {
  const taken: string[] = [];
  try {
    for (const path of paths) {
      if (!(await reserve(path, disk))) {
        await removeAll(taken, disk);
        return false;
      }
      taken.push(path);
    }
    return true;
  } catch (error) {
    await removeAll(taken, disk);
    throw error;
  }
}

async function renameAll(files: readonly Named[], paths: readonly string[], disk: Disk): Promise<void> {
  try {
    for (const [index, { file }] of files.entries()) await renameTo(file.temporary, paths[index] ?? '', disk);
    await syncFolder(files[0]?.file.folder ?? '', disk);
  } catch (error) {
    await removeAll(paths, disk);
    throw error;
  }
}

async function removeAll(paths: readonly string[], disk: Disk): Promise<void> {
  for (const path of paths) await disk.remove(path).catch(() => undefined);
}

/** Temporary files say which process of which machine makes them. */
function ownPrefix(pid: number): string {
  return `.koshu-${createHash('sha256').update(hostname()).digest('hex').slice(0, 6)}-${pid}-`;
}

/** Removes what a process of this machine that is gone has left; on a shared folder others may be at work. */
async function sweep(folder: string, disk: Disk): Promise<void> {
  const machine = ownPrefix(0).slice(0, -2);
  for (const name of await disk.list(folder)) {
    const pid = name.startsWith(machine)
      ? /^([0-9]+)-[0-9a-f]{16}\.tmp$/u.exec(name.slice(machine.length))?.[1]
      : undefined;
    if (pid !== undefined && isGone(Number(pid))) await disk.remove(join(folder, name)).catch(() => undefined);
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
