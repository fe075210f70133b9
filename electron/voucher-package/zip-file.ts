/**
 * A ZIP written from its start to its end. Photos and PDFs are folded already, so they are stored; sizes and sums stand
 * before each file, which every program that opens ZIPs can read.
 */
import { crc32 } from 'node:zlib';
import type { IsoDate } from '../../shared/dates.js';
import type { GrowingFile } from '../growing-file.js';
import { Refused } from '../refused.js';

/** Beyond these the ZIP would need a form that Windows' own program reads only in part. */
const MOST_BYTES = 0xffff_ffff;
const MOST_FILES = 0xffff;
/** Version 2.0; the name is UTF-8; stored. */
const VERSION = 20;
const UTF8 = 0x0800;
const STORED = 0;
const NOON = 12 << 11;
/** Some programs take the names of files from DOS for an old alphabet, whatever the flag says. */
const UNIX = 3 << 8;
/** A plain file, read and written by its owner. */
const READABLE = (0o100644 << 16) >>> 0;

type Entry = { readonly name: Buffer; readonly sum: number; readonly size: number; readonly start: number };

export class ZipFile {
  readonly #entries: Entry[] = [];
  readonly #day: number;

  /** All files carry one day, so that equal content gives equal bytes. */
  constructor(
    readonly file: GrowingFile,
    day: IsoDate,
  ) {
    const [year = 1980, month = 1, date = 1] = day.split('-').map(Number);
    this.#day = (Math.max(0, year - 1980) << 9) | (month << 5) | date;
  }

  /** Adds a file. Refuses with TOO-LARGE where the ZIP would become too large. */
  async add(name: string, bytes: Uint8Array): Promise<void> {
    const entry = { name: Buffer.from(name), sum: crc32(bytes), size: bytes.length, start: this.file.length };
    if (entry.start + bytes.length > MOST_BYTES - 1_000_000 || this.#entries.length === MOST_FILES) throw tooLarge();
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    this.#common(entry, head, 4);
    this.#entries.push(entry);
    await this.file.write(head);
    await this.file.write(entry.name);
    await this.file.write(bytes);
  }

  /** Writes the list of the files, with which a ZIP ends. */
  async finish(): Promise<void> {
    const start = this.file.length;
    for (const entry of this.#entries) {
      const record = Buffer.alloc(46);
      record.writeUInt32LE(0x02014b50, 0);
      record.writeUInt16LE(UNIX | VERSION, 4);
      this.#common(entry, record, 6);
      record.writeUInt32LE(READABLE, 38);
      record.writeUInt32LE(entry.start, 42);
      await this.file.write(record);
      await this.file.write(entry.name);
    }
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.#entries.length, 8);
    end.writeUInt16LE(this.#entries.length, 10);
    end.writeUInt32LE(this.file.length - start, 12);
    end.writeUInt32LE(start, 16);
    await this.file.write(end);
  }

  /** What stands in both heads of a file, in the same order. */
  #common({ name, sum, size }: Entry, head: Buffer, at: number): void {
    head.writeUInt16LE(VERSION, at);
    head.writeUInt16LE(UTF8, at + 2);
    head.writeUInt16LE(STORED, at + 4);
    head.writeUInt16LE(NOON, at + 6);
    head.writeUInt16LE(this.#day, at + 8);
    head.writeUInt32LE(sum, at + 10);
    head.writeUInt32LE(size, at + 14);
    head.writeUInt32LE(size, at + 18);
    head.writeUInt16LE(name.length, at + 22);
  }
}

function tooLarge(): Refused {
  const ja = '証憑のファイルが全部で4GBを超えるため、1つのZIPにできません。大きい写真を小さく撮り直してください。';
  return new Refused('TOO-LARGE', ja, 'zip');
}
