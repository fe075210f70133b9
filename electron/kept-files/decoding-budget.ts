/**
 * pdf-lib unfolds object streams while it parses and sets no bound: 25 kB may unfold to 25 MB, and a file may hold
 * thousands of them. Every decoder grows its buffer through one method of their common base, which is watched here.
 */
import { decodePDFRawStream, PDFContext, PDFRawStream } from '@cantoo/pdf-lib';

type Decoder = { buffer: Uint8Array; ensureBuffer(requested: number): Uint8Array };

let left = Infinity;
let turn: Promise<unknown> = Promise.resolve();
let isWatching = false;

/** The file unfolds to more than the budget. */
export class BudgetSpent extends Error {}

/** Does work that decodes at most `bytes` bytes in all; one piece of work at a time. Throws BudgetSpent. */
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
  const base = Object.getPrototypeOf(Object.getPrototypeOf(sample)) as Decoder;
  const grow = base.ensureBuffer;
  base.ensureBuffer = function (this: Decoder, requested: number): Uint8Array {
    // It doubles whenever it is too small, so these add up to about what it holds in the end.
    if (requested > this.buffer.byteLength) left -= requested;
    if (left < 0) throw new BudgetSpent();
    return grow.call(this, requested);
  };
  isWatching = true;
}
