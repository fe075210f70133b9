/** Pictures and PDFs for tests: a red, green, blue and yellow quarter each, so that turning and mirroring shows. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { degrees, PDFDocument, PDFName, type PDFRef, PDFString, rgb } from '@cantoo/pdf-lib';

export function fixture(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url)));
}

/** The JPEG with an EXIF part that says which way up, in either order of bytes. */
export function jpegTurned(orientation: number, order: 'II' | 'MM' = 'MM'): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(order, 0, 'latin1');
  const short = (value: number, at: number): unknown =>
    order === 'II' ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number): unknown =>
    order === 'II' ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(orientation, 18);
  return withSegment(fixture('quadrants.jpg'), 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

/** A JPEG with a further segment after its start. */
export function withSegment(jpeg: Buffer, marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** The JPEG grown to about `bytes` by segments that nobody reads, different for each `seed`. */
export function largeJpeg(bytes: number, seed: number): Buffer {
  const jpeg = fixture('quadrants.jpg');
  const body = Buffer.alloc(60_000, seed % 251);
  body.writeUInt32BE(seed, 0);
  const head = Buffer.from([0xff, 0xef, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  const pieces = Math.max(1, Math.round((bytes - jpeg.length) / (body.length + 4)));
  const filling = Array.from({ length: pieces }, () => [head, body]).flat();
  return Buffer.concat([jpeg.subarray(0, 2), ...filling, jpeg.subarray(2)]);
}

type PdfOptions = {
  readonly pages?: number;
  readonly rotate?: 0 | 90 | 180 | 270;
  readonly objectStreams?: boolean;
  readonly password?: string;
};

/** A PDF whose pages say `page n` and have a coloured square in each corner. */
export async function pdf({ pages = 1, rotate = 0, objectStreams = true, password }: PdfOptions = {}): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let number = 1; number <= pages; number += 1) {
    const page = document.addPage([300, 200]);
    page.drawRectangle({ x: 0, y: 100, width: 150, height: 100, color: rgb(0.86, 0.12, 0.12) });
    page.drawRectangle({ x: 150, y: 100, width: 150, height: 100, color: rgb(0.12, 0.63, 0.24) });
    page.drawRectangle({ x: 0, y: 0, width: 150, height: 100, color: rgb(0.16, 0.24, 0.82) });
    page.drawRectangle({ x: 150, y: 0, width: 150, height: 100, color: rgb(0.94, 0.82, 0.16) });
    page.drawText(`page ${number}`, { x: 120, y: 95, size: 14 });
    page.setRotation(degrees(rotate));
  }
  if (password !== undefined) document.encrypt({ userPassword: password, ownerPassword: 'owner' });
  return Buffer.from(await document.save({ useObjectStreams: objectStreams }));
}

/** A PDF with a stamp and a filled field laid over its page, whose content is torn into several streams. */
export async function markedPdf({ fieldDrawn = true }: { readonly fieldDrawn?: boolean } = {}): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([300, 200]);
  const { context } = document;
  const stream = (text: string): PDFRef => context.register(context.flateStream(text));
  // Torn between an operator and its numbers: the pieces are one text.
  page.node.set(PDFName.of('Contents'), context.obj([stream('q 0.16 0.24 0.82 rg 0 0'), stream('300 200 re f Q')]));
  const drawing = context.register(
    context.flateStream('0.94 0.82 0.16 rg 0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }),
  );
  const stamp = { Type: 'Annot', Subtype: 'Stamp', Rect: [100, 50, 200, 150], F: 4, AP: { N: drawing } };
  const hidden = { Type: 'Annot', Subtype: 'Stamp', Rect: [0, 0, 300, 200], F: 2, AP: { N: drawing } };
  const field = {
    Type: 'Annot',
    Subtype: 'Widget',
    FT: 'Tx',
    V: PDFString.of('5,000'),
    Rect: [10, 10, 60, 30],
    ...(fieldDrawn ? { AP: { N: drawing } } : {}),
  };
  page.node.set(PDFName.of('Annots'), context.obj([stamp, hidden, field]));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** A PDF of which one page cannot be copied: its content is torn into streams of a rare form. */
export async function uncopyablePdf(): Promise<Buffer> {
  const document = await PDFDocument.load(await pdf({ pages: 2 }));
  const { context } = document;
  const odd = context.register(context.flateStream('q Q', { DecodeParms: { Predictor: 12, Columns: 4 } }));
  document.getPage(1).node.set(PDFName.of('Contents'), context.obj([odd, odd]));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
