/** The head of a JPEG: what is needed to place it on a page without decoding it. */
import { brokenPicture, otherKind } from './refusals.js';

/** As EXIF counts: 1 upright, 3 half a turn, 6 a quarter clockwise, 8 a quarter back; 2, 4, 5, 7 are mirrored. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export type JpegHead = {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 colour, 4 CMYK. */
  readonly components: 1 | 3 | 4;
  readonly orientation: Orientation;
  /** The colours are stored the other way round, as Adobe does with CMYK. */
  readonly isInverted: boolean;
};

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;
/** Baseline, extended and progressive Huffman: what every PDF reader decodes. */
const USUAL_FRAMES = [0xc0, 0xc1, 0xc2];
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

/** Reads the head of a JPEG. Refuses one that is cut off, broken, or of a rare kind that PDF readers do not decode. */
export function readJpegHead(bytes: Buffer): JpegHead {
  let frame: Omit<JpegHead, 'orientation' | 'isInverted'> | undefined;
  let orientation: Orientation = 1;
  let isInverted = false;
  for (const { marker, body, end } of segments(bytes)) {
    if (isFrame(marker)) frame = readFrame(marker, body);
    else if (marker === APP1) orientation = exifOrientation(body) ?? orientation;
    else if (marker === APP14) isInverted ||= body.subarray(0, 5).toString('latin1') === 'Adobe';
    else if (marker === SOS && frame) {
      if (bytes.indexOf(Buffer.from([0xff, EOI]), end) === -1) throw brokenPicture('jpeg end');
      return { ...frame, orientation, isInverted: isInverted && frame.components === 4 };
    }
  }
  throw brokenPicture('jpeg head');
}

type Segment = { readonly marker: number; readonly body: Buffer; readonly end: number };

/** Segments up to and with the start of the image data. */
function* segments(bytes: Buffer): Generator<Segment> {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw brokenPicture('jpeg start');
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw brokenPicture('jpeg marker');
    const marker = bytes[at + 1] ?? 0;
    // Any number of FF may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) throw brokenPicture('jpeg segment');
    yield { marker, body: bytes.subarray(at + 4, end), end };
    if (marker === SOS) return;
    at = end;
  }
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker);
}

function readFrame(marker: number, body: Buffer): Omit<JpegHead, 'orientation' | 'isInverted'> {
  if (body.length < 6) throw brokenPicture('jpeg frame');
  const [precision, components] = [body[0], body[5]];
  const [height, width] = [body.readUInt16BE(1), body.readUInt16BE(3)];
  const isUsual = USUAL_FRAMES.includes(marker) && precision === 8;
  if (!isUsual || (components !== 1 && components !== 3 && components !== 4)) {
    throw otherKind('特殊な方式のJPEG', '写真ソフトで開き、ふつうのJPEGに保存し直してください。', 'jpeg kind');
  }
  if (width === 0 || height === 0) throw brokenPicture('jpeg size');
  return { width, height, components };
}

const EXIF = 'Exif\0\0';
const ORIENTATION_TAG = 0x0112;

/** Which way up, from the first directory of the EXIF part; undefined where it does not say. */
function exifOrientation(body: Buffer): Orientation | undefined {
  if (body.subarray(0, EXIF.length).toString('latin1') !== EXIF) return undefined;
  const tiff = body.subarray(EXIF.length);
  const order = tiff.subarray(0, 2).toString('latin1');
  if (order !== 'II' && order !== 'MM') return undefined;
  const isLittle = order === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const long = (at: number): number =>
    at + 4 > tiff.length ? 0 : isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  const directory = long(4);
  for (let index = 0; index < short(directory); index += 1) {
    const entry = directory + 2 + index * 12;
    if (short(entry) === ORIENTATION_TAG) return asOrientation(short(entry + 8));
  }
  return undefined;
}

function asOrientation(value: number): Orientation | undefined {
  return ([1, 2, 3, 4, 5, 6, 7, 8] as const).find((known) => known === value);
}
