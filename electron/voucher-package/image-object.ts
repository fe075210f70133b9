/** Photos and scans as images of a PDF: the bytes of a JPEG are passed through, those of most PNGs too. */
import { constants, createDeflate } from 'node:zlib';
import { readJpegHead } from '../kept-files/jpeg.js';
import { ADAM7, PNG_CHANNELS, type PngParts, pngPasses, readPng } from '../kept-files/png.js';
import { pngRows } from './png-rows.js';
import { type OpenDocument, Raw, type Ref, streamRef } from './pdfkit-objects.js';
import type { Size } from './placement.js';

const IMAGE = { Type: 'XObject', Subtype: 'Image' } as const;
const JPEG_COLORS = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

/** The JPEG as it is; its size is the stored one. */
export function jpegObject(document: OpenDocument, bytes: Buffer): { ref: Ref; size: Size } {
  const { width, height, components, isInverted } = readJpegHead(bytes);
  const data = {
    ...IMAGE,
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: JPEG_COLORS[components],
    ...(isInverted ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    Filter: 'DCTDecode',
  };
  return { ref: streamRef(document, data, bytes), size: { width, height } };
}

/** The PNG; what shines through is put on white, as paper is. */
export async function pngObject(document: OpenDocument, bytes: Buffer): Promise<{ ref: Ref; size: Size }> {
  const png = readPng(bytes);
  const { width, height, colorType, isInterlaced } = png;
  const isPlain = colorType !== 4 && colorType !== 6 && !isInterlaced;
  const ref = isPlain ? passedThrough(document, png) : await flattened(document, png);
  return { ref, size: { width, height } };
}

function passedThrough(document: OpenDocument, png: PngParts): Ref {
  const { width, height, bitDepth, colorType } = png;
  const parameters = { Predictor: 15, Colors: PNG_CHANNELS[colorType], BitsPerComponent: bitDepth, Columns: width };
  const data = {
    ...IMAGE,
    Width: width,
    Height: height,
    BitsPerComponent: bitDepth,
    ColorSpace: colorSpace(png),
    ...maskOf(png),
    Filter: 'FlateDecode',
    DecodeParms: parameters,
  };
  return streamRef(document, data, Buffer.concat(png.data));
}

function colorSpace({ colorType, palette, transparency }: PngParts): unknown {
  if (colorType !== 3 || !palette) return colorType === 2 ? 'DeviceRGB' : 'DeviceGray';
  const colors = Buffer.from(palette.subarray(0, palette.length - (palette.length % 3)));
  colors.forEach((value, index) => {
    colors[index] = onWhite(value, transparency?.[Math.floor(index / 3)] ?? 255);
  });
  return ['Indexed', 'DeviceRGB', colors.length / 3 - 1, new Raw(`<${colors.toString('hex')}>`)];
}

/** The one colour that is transparent, as a range for each number. */
function maskOf({ colorType, transparency }: PngParts): { Mask?: number[] } {
  if (colorType === 3 || !transparency) return {};
  const count = PNG_CHANNELS[colorType];
  if (transparency.length < 2 * count) return {};
  return {
    Mask: Array.from({ length: count }, (_, index) => transparency.readUInt16BE(2 * index)).flatMap((value) => [
      value,
      value,
    ]),
  };
}

function onWhite(value: number, alpha: number): number {
  return Math.round((value * alpha + 255 * (255 - alpha)) / 255);
}

/** Unfolded row by row and folded again as colours of 8 bits; only an interlaced picture is in memory as a whole. */
async function flattened(document: OpenDocument, png: PngParts): Promise<Ref> {
  const channels = png.colorType === 0 || png.colorType === 4 ? 1 : 3;
  const folding = createDeflate({ level: constants.Z_BEST_SPEED });
  const folded: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => folding.once('end', resolve).once('error', reject));
  folding.on('data', (piece: Buffer) => folded.push(piece));
  for await (const row of png.isInterlaced ? wovenRows(png, channels) : upperRows(png, channels)) {
    if (!folding.write(row)) await new Promise((resolve) => folding.once('drain', resolve));
  }
  folding.end();
  await ended;
  const data = {
    ...IMAGE,
    Width: png.width,
    Height: png.height,
    BitsPerComponent: 8,
    ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
    Filter: 'FlateDecode',
  };
  return streamRef(document, data, Buffer.concat(folded));
}

async function* upperRows(png: PngParts, channels: 1 | 3): AsyncGenerator<Buffer> {
  for await (const { row, width } of pngRows(png)) yield flatRow(row, width, png, channels);
}

async function* wovenRows(png: PngParts, channels: 1 | 3): AsyncGenerator<Buffer> {
  const { width, height } = png;
  const whole = Buffer.alloc(width * height * channels);
  const passes = ADAM7.filter(([x, , y]) => x < width && y < height);
  if (passes.length !== pngPasses(png).length) throw new RangeError('passes');
  for await (const { row, pass, y, width: columns } of pngRows(png)) {
    const [x0 = 0, stepX = 1, y0 = 0, stepY = 1] = passes[pass] ?? [];
    const flat = flatRow(row, columns, png, channels);
    for (let column = 0; column < columns; column += 1) {
      const at = ((y0 + y * stepY) * width + x0 + column * stepX) * channels;
      flat.copy(whole, at, column * channels, (column + 1) * channels);
    }
  }
  yield whole;
}

/** One row as colours of 8 bits on white. */
function flatRow(row: Buffer, width: number, png: PngParts, channels: 1 | 3): Buffer {
  const { bitDepth, colorType, palette, transparency } = png;
  const own = PNG_CHANNELS[colorType];
  const flat = Buffer.allocUnsafe(width * channels);
  const hasAlpha = colorType === 4 || colorType === 6;
  const key = !hasAlpha && colorType !== 3 && transparency ? keyOf(transparency, own) : undefined;
  for (let column = 0; column < width; column += 1) {
    const sample = (index: number): number => sampleOf(row, column * own + index, bitDepth);
    const isKey = key?.every((value, index) => value === sample(index)) === true;
    const alpha = hasAlpha ? to8(sample(own - 1), bitDepth) : isKey ? 0 : paletteAlpha(png, sample(0), transparency);
    for (let channel = 0; channel < channels; channel += 1) {
      const value =
        palette && colorType === 3 ? (palette[sample(0) * 3 + channel] ?? 0) : to8(sample(channel), bitDepth);
      flat[column * channels + channel] = alpha === 255 ? value : onWhite(value, alpha);
    }
  }
  return flat;
}

function keyOf(transparency: Buffer, channels: number): number[] | undefined {
  if (transparency.length < 2 * channels) return undefined;
  return Array.from({ length: channels }, (_, index) => transparency.readUInt16BE(2 * index));
}

function paletteAlpha({ colorType }: PngParts, index: number, transparency: Buffer | undefined): number {
  return colorType === 3 ? (transparency?.[index] ?? 255) : 255;
}

function sampleOf(row: Buffer, index: number, bitDepth: number): number {
  if (bitDepth === 8) return row[index] ?? 0;
  if (bitDepth === 16) return ((row[2 * index] ?? 0) << 8) | (row[2 * index + 1] ?? 0);
  const bit = index * bitDepth;
  return ((row[bit >> 3] ?? 0) >> (8 - bitDepth - (bit & 7))) & ((1 << bitDepth) - 1);
}

function to8(value: number, bitDepth: number): number {
  if (bitDepth === 8) return value;
  return bitDepth === 16 ? value >> 8 : Math.round((value * 255) / ((1 << bitDepth) - 1));
}
