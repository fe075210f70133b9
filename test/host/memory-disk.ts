/** A disk in memory that can fill up, fail at any call, or do half of what was asked. */
import { dirname, join } from 'node:path';
import type { Disk, OpenFile } from '../../electron/disk.js';

type Options = {
  readonly platform?: NodeJS.Platform;
  /** Bytes that fit on the disk. */
  capacity?: number;
  /** Number of the call that fails, counted from 1; -1 for none. */
  failAt?: number;
  failWith?: string;
  /** After the failing call everything fails, as when the disk was pulled out. */
  failOn?: boolean;
  /** Bytes above the capacity vanish without an error. */
  readonly silent?: boolean;
};

export class MemoryDisk implements Disk {
  readonly files = new Map<string, Buffer>();
  readonly locked = new Map<string, string>();
  readonly platform: NodeJS.Platform;
  readonly #folders = new Set<string>();
  calls: string[] = [];
  paused = 0;

  constructor(readonly options: Options = {}) {
    this.platform = options.platform ?? 'linux';
  }

  open = async (path: string, flags: 'r' | 'r+' | 'wx'): Promise<OpenFile> => {
    this.#call(`open ${flags} ${path}`);
    if (flags === 'r' && (this.#folders.has(path) || this.names(path).length > 0)) return this.#file(path);
    if (flags === 'wx') {
      if (this.files.has(path)) throw failure('EEXIST');
      this.files.set(path, Buffer.alloc(0));
    } else if (!this.files.has(path)) {
      throw failure('ENOENT');
    } else if (flags === 'r+') {
      this.#refuseLocked(path);
    }
    return this.#file(path);
  };

  rename = async (from: string, to: string): Promise<void> => {
    this.#call(`rename ${to}`);
    this.#refuseLocked(to);
    this.files.set(to, this.#content(from));
    this.files.delete(from);
  };

  remove = async (path: string): Promise<void> => {
    this.#call(`remove ${path}`);
    if (!this.files.delete(path)) throw failure('ENOENT');
  };

  list = async (folder: string): Promise<string[]> => {
    this.#call(`list ${folder}`);
    return this.names(folder);
  };

  makeFolder = async (folder: string): Promise<void> => {
    this.#call(`makeFolder ${folder}`);
    this.#folders.add(folder);
  };

  pause = async (milliseconds: number): Promise<void> => {
    this.paused += milliseconds;
  };

  names(folder: string): string[] {
    return [...this.files.keys()]
      .filter((path) => dirname(path) === folder)
      .map((path) => path.slice(folder.length + 1));
  }

  text(...path: string[]): string {
    return this.#content(join(...path)).toString();
  }

  #file(path: string): OpenFile {
    return {
      write: async (bytes, offset, length, position) => {
        this.#call('write');
        return { bytesWritten: this.#write(path, bytes.subarray(offset, offset + length), position) };
      },
      read: async (bytes, offset, length, position) => {
        this.#call('read');
        const part = this.#content(path).subarray(position, position + length);
        bytes.set(part, offset);
        return { bytesRead: part.length };
      },
      stat: async () => {
        this.#call('stat');
        return { size: this.#content(path).length };
      },
      truncate: async (size) => {
        this.#call('truncate');
        this.files.set(path, Buffer.from(this.#content(path).subarray(0, size)));
      },
      datasync: async () => this.#call('datasync'),
      sync: async () => this.#call('sync'),
      close: async () => this.#call('close'),
    };
  }

  #write(path: string, bytes: Uint8Array, position: number): number {
    const content = this.#content(path);
    const used = [...this.files.values()].reduce((sum, file) => sum + file.length, 0);
    const room = Math.max(0, (this.options.capacity ?? Infinity) - used);
    const growth = Math.max(0, position + bytes.length - content.length);
    const fits = growth <= room ? bytes.length : Math.max(0, bytes.length - growth + room);
    if (fits === 0 && bytes.length > 0 && !this.options.silent) throw failure('ENOSPC');
    const end = Math.max(content.length, position + fits);
    const next = Buffer.alloc(end);
    content.copy(next);
    next.set(bytes.subarray(0, fits), position);
    this.files.set(path, next);
    return this.options.silent ? bytes.length : fits;
  }

  #content(path: string): Buffer {
    const content = this.files.get(path);
    if (!content) throw failure('ENOENT');
    return content;
  }

  #refuseLocked(path: string): void {
    const code = this.locked.get(path);
    if (code !== undefined) throw failure(code);
  }

  #call(name: string): void {
    this.calls.push(name);
    const { failAt = -1, failOn = false, failWith = 'EIO' } = this.options;
    if (failAt === this.calls.length || (failOn && failAt > 0 && this.calls.length > failAt)) throw failure(failWith);
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
