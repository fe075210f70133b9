/** The rows of a PNG with their filters undone, one at a time. */
import { PNG_CHANNELS, type PngParts, pngPasses, pngRowBytes, unfolded } from '../kept-files/png.js';
import { brokenPicture } from '../kept-files/refusals.js';

/** A row of the given pass; `row` is used again for the next one but one. */
export type PngRow = { readonly row: Buffer; readonly pass: number; readonly y: number; readonly width: number };

export async function* pngRows(png: PngParts): AsyncGenerator<PngRow> {
  const pieces = new Pieces(unfolded(png));
  const distance = Math.max(1, (PNG_CHANNELS[png.colorType] * png.bitDepth) >> 3);
  try {
    for (const [pass, { width, height }] of pngPasses(png).entries()) {
      const length = pngRowBytes(png, width);
      let above = Buffer.alloc(length);
      for (let y = 0; y < height; y += 1) {
        const line = await pieces.take(length + 1);
        const row = Buffer.from(line.subarray(1));
        undo(line[0] ?? 0, row, above, distance);
        yield { row, pass, y, width };
        above = row;
      }
    }
  } finally {
    await pieces.close();
  }
}

/** Bytes in pieces of any length, taken in pieces of another. */
class Pieces {
  #rest: Buffer = Buffer.alloc(0);

  constructor(readonly source: AsyncGenerator<Buffer>) {}

  async take(length: number): Promise<Buffer> {
    while (this.#rest.length < length) {
      const next = await this.source.next();
      if (next.done === true) throw brokenPicture('png pixels');
      this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value]);
    }
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  async close(): Promise<void> {
    await this.source.return(undefined);
  }
}

/** Undoes the filter of a row: nothing, left, up, the mean of both, or the nearest of three. */
function undo(filter: number, row: Buffer, above: Buffer, distance: number): void {
  if (filter > 4) throw brokenPicture('png filter');
  for (let index = 0; index < row.length; index += 1) {
    const left = index < distance ? 0 : (row[index - distance] ?? 0);
    const up = above[index] ?? 0;
    const corner = index < distance ? 0 : (above[index - distance] ?? 0);
    row[index] = ((row[index] ?? 0) + predicted(filter, left, up, corner)) & 0xff;
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
