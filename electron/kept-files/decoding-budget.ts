/**
 * pdf-lib sets itself no bound: 25 kB of an object stream may unfold to 25 MB, and where a file is damaged it tries every
 * byte for the beginning of an object, which never ends in a long row of blanks. Every decoder grows its buffer through
 * one method of their common base, and every try that failed goes back through one of the reader: both are watched here.
 */
import { decodePDFRawStream, PDFContext, PDFParser, PDFRawStream } from '@cantoo/pdf-lib';

type Reader = { offset(): number; moveTo(offset: number): void };
type Decoder = { buffer: Uint8Array; ensureBuffer(requested: number): Uint8Array };

/** A byte that is read again costs as much as so many that are decoded: numbers are put together digit by digit. */
const AGAIN = 6;

let left = Infinity;
let turn: Promise<unknown> = Promise.resolve();
let isWatching = false;

/** The file unfolds to more than the budget, or is read again and again. */
export class BudgetSpent extends Error {}

/** Does work that decodes or reads again at most `bytes` bytes in all; one piece of work at a time. Throws BudgetSpent. */
export function withDecodingBudget<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const next = turn.then(async () => {
    watch();
    left = bytes;
    try {
      const value = await work();
      // The parser takes a failing stream for a damaged object and goes on.
      if (left < 0) throw new BudgetSpent();
      return value;
    } finally {
      left = Infinity;
    }
  });
  turn = next.catch(() => undefined);
  return next;
}

function watch(): void {
  if (isWatching) return;
  const sample = decodePDFRawStream(
    PDFRawStream.of(PDFContext.create().obj({ Filter: 'FlateDecode' }), Uint8Array.of(0x78, 0x9c)),
  );
  const decoder = Object.getPrototypeOf(Object.getPrototypeOf(sample)) as Decoder;
  const grow = decoder.ensureBuffer;
  decoder.ensureBuffer = function (this: Decoder, requested: number): Uint8Array {
    // It doubles whenever it is too small, so these add up to about what it holds in the end.
    if (requested > this.buffer.byteLength) spend(requested);
    return grow.call(this, requested);
  };
  const { bytes } = PDFParser.forBytesWithOptions(new Uint8Array()) as unknown as { bytes: Reader };
  const reader = Object.getPrototypeOf(bytes) as Reader;
  const move = reader.moveTo;
  reader.moveTo = function (this: Reader, offset: number): void {
    spend(AGAIN * Math.max(0, this.offset() - offset));
    move.call(this, offset);
  };
  isWatching = true;
}

function spend(bytes: number): void {
  left -= bytes;
  if (left < 0) throw new BudgetSpent();
}
