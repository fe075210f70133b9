/** The parts of a PNG, checked without keeping its pixels. */
import { crc32, createInflate } from 'node:zlib';
import { brokenPicture, otherKind } from './refusals.js';

export type PngHead = {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: 1 | 2 | 4 | 8 | 16;
  /** 0 grey, 2 colour, 3 palette, 4 grey with transparency, 6 colour with transparency. */
  readonly colorType: 0 | 2 | 3 | 4 | 6;
  readonly isInterlaced: boolean;
};

export type PngParts = PngHead & {
  readonly palette: Buffer | undefined;
  /** What the chunk tRNS says: alphas of the palette, or the one colour that is transparent. */
  readonly transparency: Buffer | undefined;
  /** The compressed pixels, in their pieces. */
  readonly data: readonly Buffer[];
};

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** Numbers per pixel by colour type. */
export const PNG_CHANNELS = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;

/** Reads size and kind from the first 33 bytes, before anything is decoded. */
export function readPngHead(bytes: Buffer): PngHead {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) throw brokenPicture('png start');
  const name = bytes.toString('latin1', 12, 16);
  if (name === 'CgBI') {
    throw otherKind('iPhoneアプリ用のPNG', '写真アプリで開き、スクリーンショットかJPEGにしてください。', 'png cgbi');
  }
  const [bitDepth, colorType, compression, filter, interlace] = bytes.subarray(24, 29);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const isKnown = DEPTHS[colorType ?? -1]?.includes(bitDepth ?? 0) === true && compression === 0 && filter === 0;
  if (name !== 'IHDR' || !isKnown || width === 0 || height === 0 || (interlace ?? 2) > 1) {
    throw brokenPicture('png head');
  }
  return {
    width,
    height,
    bitDepth: bitDepth as PngHead['bitDepth'],
    colorType: colorType as PngHead['colorType'],
    isInterlaced: interlace === 1,
  };
}

/** The parts of a PNG; every chunk is checked against its sum. Refuses one that is cut off or broken. */
export function readPng(bytes: Buffer): PngParts {
  const head = readPngHead(bytes);
  const data: Buffer[] = [];
  let palette: Buffer | undefined;
  let transparency: Buffer | undefined;
  for (const { name, body } of chunks(bytes)) {
    if (name === 'PLTE') palette = body;
    else if (name === 'tRNS') transparency = body;
    else if (name === 'IDAT') data.push(body);
    else if (name === 'IEND') {
      if (data.length === 0 || (head.colorType === 3 && palette === undefined)) throw brokenPicture('png parts');
      return { ...head, palette, transparency, data };
    }
  }
  throw brokenPicture('png end');
}

function* chunks(bytes: Buffer): Generator<{ name: string; body: Buffer }> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (end + 4 > bytes.length) throw brokenPicture('png chunk');
    if (bytes.readUInt32BE(end) !== crc32(bytes.subarray(at + 4, end))) throw brokenPicture('png sum');
    yield { name: bytes.toString('latin1', at + 4, at + 8), body: bytes.subarray(at + 8, end) };
    at = end + 4;
  }
}

/** Bytes of one row of `width` pixels, without the byte that names its filter. */
export function pngRowBytes({ bitDepth, colorType }: PngHead, width: number): number {
  return Math.ceil((width * PNG_CHANNELS[colorType] * bitDepth) / 8);
}

/** Columns and rows of the seven passes of an interlaced picture: first and step. */
export const ADAM7 = [
  [0, 8, 0, 8],
  [4, 8, 0, 8],
  [0, 4, 4, 8],
  [2, 4, 0, 4],
  [0, 2, 2, 4],
  [1, 2, 0, 2],
  [0, 1, 1, 2],
] as const;

/** Sizes of the passes that hold pixels; one pass of the full size where it is not interlaced. */
export function pngPasses({ width, height, isInterlaced }: PngHead): { width: number; height: number }[] {
  if (!isInterlaced) return [{ width, height }];
  return ADAM7.map(([x, stepX, y, stepY]) => ({
    width: Math.ceil((width - x) / stepX),
    height: Math.ceil((height - y) / stepY),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Refuses a PNG whose pixels do not unfold to its full size; no more than one piece of them is in memory at a time. */
export async function checkPngPixels(png: PngParts): Promise<void> {
  const wanted = pngPasses(png).reduce((sum, pass) => sum + pass.height * (1 + pngRowBytes(png, pass.width)), 0);
  let found = 0;
  for await (const piece of unfolded(png)) {
    found += piece.length;
    if (found >= wanted) return;
  }
  throw brokenPicture('png pixels');
}

/** The filtered rows of a PNG as they unfold, piece by piece. */
export async function* unfolded(png: PngParts): AsyncGenerator<Buffer> {
  const inflate = createInflate();
  const feed = async (): Promise<void> => {
    for (const piece of png.data) {
      if (inflate.destroyed) return;
      if (!inflate.write(piece)) await new Promise((resolve) => inflate.once('drain', resolve).once('close', resolve));
    }
    inflate.end();
  };
  void feed();
  try {
    for await (const piece of inflate as AsyncIterable<Buffer>) yield piece;
  } catch {
    throw brokenPicture('png data');
  } finally {
    inflate.destroy();
  }
}
