/** A page of a PDF voucher as one drawing of the package: its content, and what was put on it (stamps, filled fields). */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { withDecodingBudget } from '../kept-files/decoding-budget.js';
import { boxOf, type OpenedPdf, type PdfPage } from '../kept-files/open-pdf.js';
import { NotCopyable, PdfCopier } from './pdf-copier.js';
import type { Matrix } from './placement.js';
import { type OpenDocument, Raw, type Ref, streamRef } from './pdfkit-objects.js';

/** Drawn one after the other, each with its matrix into the space of the page. */
export type PageForm = { readonly ref: Ref; readonly matrix: Matrix };

export type CopiedPage = {
  readonly forms: readonly PageForm[];
  /** The copy may lack something that the page shows. */
  readonly isDoubtful: boolean;
};

/** Bytes to which the content of one page may unfold. */
const CONTENT_BYTES = 64 * 1024 * 1024;
const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0];

/** Copies pages of one opened PDF; what pages share is copied once. */
export class PageCopier {
  readonly #copier: PdfCopier;

  constructor(
    readonly document: OpenDocument,
    readonly pdf: OpenedPdf,
  ) {
    this.#copier = new PdfCopier(document, pdf.context);
  }

  /** Throws NotCopyable where the page as a whole cannot be copied. */
  async copy(page: PdfPage): Promise<CopiedPage> {
    this.#copier.hasGaps = false;
    try {
      const content = await contentOf(page);
      const forms = [{ ref: this.#pageForm(page, content), matrix: UNMOVED }];
      const { marks, isDoubtful } = this.#marks(page);
      this.#copier.finish();
      return {
        forms: [...forms, ...marks],
        isDoubtful: isDoubtful || this.#copier.hasGaps || hasHiddenLayers(this.pdf),
      };
    } catch (error) {
      throw error instanceof RangeError ? new NotCopyable('too deep', { cause: error }) : error;
    } finally {
      this.#copier.finish();
    }
  }

  #pageForm(page: PdfPage, content: Content): Ref {
    const group = this.pdf.context.lookup(page.dict.get(PDFName.of('Group')));
    const data = {
      ...(content.stream ? this.#copier.entries(content.stream) : {}),
      Type: 'XObject',
      Subtype: 'Form',
      FormType: 1,
      BBox: [...page.box],
      Resources: new Raw(page.resources ? this.#copier.text(page.resources) : '<<>>'),
      ...(group instanceof PDFDict ? { Group: new Raw(this.#copier.text(group)) } : {}),
    };
    return streamRef(this.document, data, content.bytes);
  }

  /** Stamps, notes and filled fields lie beside the content of a page, each with a drawing of its own. */
  #marks({ dict }: PdfPage): { marks: PageForm[]; isDoubtful: boolean } {
    const { context } = this.pdf;
    const list = context.lookup(dict.get(PDFName.of('Annots')));
    const marks: PageForm[] = [];
    let isDoubtful = false;
    for (const entry of list instanceof PDFArray ? list.asArray() : []) {
      const mark = context.lookup(entry);
      if (!(mark instanceof PDFDict) || !isPrinted(mark, this.pdf)) continue;
      const drawing = appearanceOf(mark, this.pdf);
      const matrix = drawing && matrixOf(drawing, mark, this.pdf);
      if (drawing && matrix) marks.push({ ref: this.#copier.stream(drawing, FORM), matrix });
      else if (showsSomething(mark)) isDoubtful = true;
    }
    return { marks, isDoubtful };
  }
}

const FORM = { Type: 'XObject', Subtype: 'Form' } as const;

type Content = { readonly bytes: Uint8Array; readonly stream?: PDFDict };

/** One stream as it is; several are one text that may be torn anywhere, so they are unfolded and joined. */
async function contentOf({ contents }: PdfPage): Promise<Content> {
  const [only, ...more] = contents;
  if (!only) return { bytes: new Uint8Array() };
  if (more.length === 0) return { bytes: only.getContents(), stream: only.dict };
  const parts: Uint8Array[] = [];
  let left = CONTENT_BYTES;
  for (const stream of contents) {
    const part = await unfolded(stream, left);
    left -= part.length;
    parts.push(part, Uint8Array.of(0x0a));
  }
  return { bytes: Buffer.concat(parts) };
}

async function unfolded(stream: PDFStream, most: number): Promise<Uint8Array> {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const bytes = stream.getContents();
  if (filter === undefined) return bytes;
  if (hasPredictor(stream.dict) || !(stream instanceof PDFRawStream)) throw new NotCopyable('content filter');
  try {
    if (filter === PDFName.FlateDecode) return inflateSync(bytes, { maxOutputLength: Math.max(1, most) });
    return await withDecodingBudget(2 * most, async () => decodePDFRawStream(stream).decode());
  } catch (error) {
    throw new NotCopyable('content', { cause: error });
  }
}

function hasPredictor(dict: PDFDict): boolean {
  const parameters = dict.lookup(PDFName.of('DecodeParms'));
  const all = parameters instanceof PDFArray ? parameters.asArray() : [parameters];
  return all.some((one) => one instanceof PDFDict && one.has(PDFName.of('Predictor')));
}

const HIDDEN = 2;
const NO_VIEW = 32;
const NOT_PRINTED = ['Popup', 'Link'];

function isPrinted(mark: PDFDict, { context }: OpenedPdf): boolean {
  const flags = context.lookup(mark.get(PDFName.of('F')));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  return (bits & (HIDDEN | NO_VIEW)) === 0 && !NOT_PRINTED.includes(subtypeOf(mark));
}

function subtypeOf(mark: PDFDict): string {
  const subtype = mark.lookup(PDFName.of('Subtype'));
  return subtype instanceof PDFName ? subtype.toString().slice(1) : '';
}

/** The drawing of its normal state; of several states the one that is set. */
function appearanceOf(mark: PDFDict, { context }: OpenedPdf): PDFStream | undefined {
  const states = context.lookup(mark.get(PDFName.of('AP')));
  const normal = states instanceof PDFDict ? context.lookup(states.get(PDFName.of('N'))) : undefined;
  if (normal instanceof PDFStream) return normal;
  const state = context.lookup(mark.get(PDFName.of('AS')));
  if (!(normal instanceof PDFDict) || !(state instanceof PDFName)) return undefined;
  const drawing = context.lookup(normal.get(state));
  return drawing instanceof PDFStream ? drawing : undefined;
}

/** A box to tick that is not ticked, and a field that nobody filled, show nothing. */
function showsSomething(mark: PDFDict): boolean {
  if (subtypeOf(mark) !== 'Widget') return true;
  return mark.has(PDFName.of('V')) && !mark.has(PDFName.of('AS'));
}

/** The box of a drawing, moved by its own matrix, onto the rectangle of its mark. */
function matrixOf(drawing: PDFStream, mark: PDFDict, { context }: OpenedPdf): Matrix | undefined {
  const rect = boxOf(context.lookup(mark.get(PDFName.of('Rect'))), context);
  const box = boxOf(context.lookup(drawing.dict.get(PDFName.of('BBox'))), context);
  if (!rect || !box) return undefined;
  const own = matrixEntry(context.lookup(drawing.dict.get(PDFName.of('Matrix'))), drawing);
  const corners = [0, 2].flatMap((x) => [1, 3].map((y) => moved(own, box[x] ?? 0, box[y] ?? 0)));
  const left = Math.min(...corners.map(([x]) => x));
  const bottom = Math.min(...corners.map(([, y]) => y));
  const width = Math.max(...corners.map(([x]) => x)) - left;
  const height = Math.max(...corners.map(([, y]) => y)) - bottom;
  if (width === 0 || height === 0) return undefined;
  const [scaleX, scaleY] = [(rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height];
  return [scaleX, 0, 0, scaleY, rect[0] - left * scaleX, rect[1] - bottom * scaleY];
}

function matrixEntry(value: PDFObject | undefined, { dict }: PDFStream): Matrix {
  if (!(value instanceof PDFArray) || value.size() !== 6) return UNMOVED;
  const numbers = value.asArray().map((entry) => {
    const number = dict.context.lookup(entry);
    return number instanceof PDFNumber ? number.asNumber() : 0;
  });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

function moved([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Layers that are off in the file would all be on in the copy. */
function hasHiddenLayers({ context }: OpenedPdf): boolean {
  const catalog = context.lookup(context.trailerInfo.Root);
  const layers = catalog instanceof PDFDict ? context.lookup(catalog.get(PDFName.of('OCProperties'))) : undefined;
  const usual = layers instanceof PDFDict ? context.lookup(layers.get(PDFName.of('D'))) : undefined;
  if (!(usual instanceof PDFDict)) return false;
  const off = context.lookup(usual.get(PDFName.of('OFF')));
  return (off instanceof PDFArray && off.size() > 0) || usual.lookup(PDFName.of('BaseState')) === PDFName.of('OFF');
}
