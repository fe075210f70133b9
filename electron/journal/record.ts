/**
 * One line of a journal: `<bytes of the text> <SHA-256 of the hash before and the text> <text>\n`. The text is JSON, so it holds
 * neither a line break nor a NUL: a line without its break was cut while it was written.
 */
import { createHash } from 'node:crypto';

/** What the first line of a journal is chained to. */
export const CHAIN_START = '0'.repeat(64);

const NEWLINE = 0x0a;
const HEAD = /^(0|[1-9][0-9]{0,9}) ([0-9a-f]{64}) $/u;
/** Longest possible head: ten digits, the hash, two spaces. */
const HEAD_BYTES = 76;

export type Record =
  /** `end` is where the next line begins; `unbroken` asks for the line break, the one byte that is missing. */
  | {
      readonly kind: 'whole';
      readonly text: string;
      readonly hash: string;
      readonly end: number;
      readonly unbroken?: true;
    }
  /** From here on lies what a write left behind that was never answered. */
  | { readonly kind: 'torn' }
  | { readonly kind: 'damaged' };

/** The bytes of a line, and the hash that the next line continues. */
export function writeRecord(text: string, before: string): { bytes: Buffer; hash: string } {
  const hash = chainHash(before, text);
  return { bytes: Buffer.from(`${Buffer.byteLength(text)} ${hash} ${text}\n`), hash };
}

/**
 * Reads the line that begins at `start`. `last` says that nothing comes after these bytes, in this file or another: only there
 * can a line be torn, and only when it is the beginning of a line, or of one whose rest the file system left as zeros.
 */
export function readRecord(bytes: Buffer, start: number, before: string, last: boolean): Record {
  const newline = bytes.indexOf(NEWLINE, start);
  if (newline >= 0) return wholeRecord(bytes.subarray(start, newline), before, newline + 1) ?? { kind: 'damaged' };
  return last ? tailRecord(withoutZeros(bytes.subarray(start)), before, start) : { kind: 'damaged' };
}

function wholeRecord(line: Buffer, before: string, end: number): (Record & { kind: 'whole' }) | undefined {
  const head = headOf(line);
  if (!head || line.length !== head.bytes + head.length) return undefined;
  const text = line.toString('utf8', head.bytes);
  return chainHash(before, text) === head.hash ? { kind: 'whole', text, hash: head.hash, end } : undefined;
}

/** No answered line can look torn: it has all its bytes, the break included, unless that one byte was zeroed. */
function tailRecord(tail: Buffer, before: string, start: number): Record {
  const head = headOf(tail);
  if (!head) return { kind: tail.length < HEAD_BYTES ? 'torn' : 'damaged' };
  if (tail.length < head.bytes + head.length) return { kind: 'torn' };
  const whole = wholeRecord(tail, before, start + tail.length + 1);
  return whole ? { ...whole, unbroken: true } : { kind: 'damaged' };
}

function headOf(line: Buffer): { length: number; hash: string; bytes: number } | undefined {
  const start = line.toString('latin1', 0, HEAD_BYTES);
  const bytes = start.indexOf(' ', start.indexOf(' ') + 1) + 1;
  const match = HEAD.exec(start.slice(0, bytes));
  if (!match?.[1] || !match[2]) return undefined;
  return { length: Number(match[1]), hash: match[2], bytes };
}

function chainHash(before: string, text: string): string {
  return createHash('sha256').update(before).update(text).digest('hex');
}

function withoutZeros(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}
