/** What a file is, by its content and not by its name. */
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import type { PictureType } from '../../shared/vouchers/picture.js';
import { readJpegHead } from './jpeg.js';
import { refusalOfKind } from './other-kinds.js';
import { checkPngPixels, readPng, readPngHead } from './png.js';
import { emptyFile, tooManyBytes, tooManyPixels } from './refusals.js';

export type Examined = { readonly type: PictureType; readonly pages: number };

/** Readers look for the mark of a PDF in the first 1,024 bytes. */
const PDF_MARK_WITHIN = 1024;

/** The type by the first bytes; undefined for every other kind. */
export function typeOf(bytes: Buffer): PictureType | undefined {
  const start = bytes.toString('hex', 0, 8);
  if (start.startsWith('ffd8ff')) return 'image/jpeg';
  if (start === '89504e470d0a1a0a') return 'image/png';
  return bytes.subarray(0, PDF_MARK_WITHIN).includes('%PDF-') ? 'application/pdf' : undefined;
}

/** Refuses what cannot be shown and printed: other kinds, broken files, pictures and documents beyond the limits. */
export async function examine(bytes: Buffer, nameJa: string): Promise<Examined> {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > KEPT_FILE_LIMITS.bytes) throw tooManyBytes();
  const type = typeOf(bytes);
  if (type === undefined) throw refusalOfKind(bytes, nameJa);
  if (type === 'application/pdf') {
    // pdf-lib is large, and only this needs it.
    const { openPdf } = await import('./open-pdf.js');
    return { type, pages: (await openPdf(bytes)).pages.length };
  }
  if (type === 'image/jpeg') refuseLarge(readJpegHead(bytes));
  else {
    // The size first: a few bytes can claim 60,000 × 60,000 pixels.
    const head = readPngHead(bytes);
    refuseLarge(head, head.isInterlaced ? KEPT_FILE_LIMITS.wovenPixels : undefined);
    await checkPngPixels(readPng(bytes));
  }
  return { type, pages: 1 };
}

type Size = { readonly width: number; readonly height: number };

function refuseLarge({ width, height }: Size, most: number = KEPT_FILE_LIMITS.pixels): void {
  const isLong = Math.max(width, height) > KEPT_FILE_LIMITS.side;
  if (isLong || width * height > most) throw tooManyPixels(width, height, most);
}
