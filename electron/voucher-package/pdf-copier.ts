/** Copies objects of a PDF that was read into the one in the making, each once, with the references between them. */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';
import { type OpenDocument, Raw, type Ref } from './pdfkit-objects.js';

/** Something of a page cannot be copied; the reason is for the log of the program. */
export class NotCopyable extends Error {}

/** Of no use on paper, or about who made the file. Length is counted anew. */
const LEFT_OUT = ['Length', 'Metadata', 'PieceInfo', 'LastModified', 'StructParent', 'StructParents', 'Thumb', 'AF'];
/** A page reaches its document through these. */
const NOT_FOLLOWED = ['Page', 'Pages', 'Catalog', 'StructTreeRoot', 'StructElem'];

export class PdfCopier {
  /** Parts that the file names and does not hold, or that cannot be read. */
  hasGaps = false;
  readonly #refs = new Map<PDFRef, Ref>();
  readonly #waiting: [object: PDFObject, ref: Ref][] = [];

  constructor(
    readonly document: OpenDocument,
    readonly context: PDFContext,
  ) {}

  /** The object as text, with references into the document in the making. */
  text(object: PDFObject | undefined): string {
    if (object === undefined) return 'null';
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFArray)
      return `[${object
        .asArray()
        .map((entry) => this.text(entry))
        .join(' ')}]`;
    if (object instanceof PDFDict)
      return `<<${this.#entries(object)
        .map(([key, value]) => `/${key} ${value}`)
        .join(' ')}>>`;
    // A stream cannot stand in the place of a value.
    if (object instanceof PDFStream || object instanceof PDFInvalidObject) return this.#gap();
    return object.toString();
  }

  /** The entries of a dictionary for pdfkit, without those that a copy does not need. */
  entries(dict: PDFDict): Record<string, Raw> {
    return Object.fromEntries(this.#entries(dict).map(([key, value]) => [key, new Raw(value)]));
  }

  /** A stream with all that it refers to. */
  stream(stream: PDFStream, more: Readonly<Record<string, unknown>> = {}): Ref {
    const ref = this.document.ref({});
    this.#write(stream, ref, more);
    return ref;
  }

  /** Writes everything that was referred to. To be called once after each page, also after a failure. */
  finish(): void {
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) this.#write(...next);
  }

  #entries(dict: PDFDict): [key: string, value: string][] {
    return dict
      .entries()
      .map(([key, value]): [string, PDFObject] => [key.toString().slice(1), value])
      .filter(([key]) => !LEFT_OUT.includes(key))
      .map(([key, value]) => [key, this.text(value)]);
  }

  #reference(from: PDFRef): string {
    const known = this.#refs.get(from);
    if (known) return known.toString();
    const object = this.context.lookup(from);
    if (object === undefined || object instanceof PDFInvalidObject) return this.#gap();
    if (object instanceof PDFDict && isOfDocument(object, this.context)) return 'null';
    const ref = this.document.ref({});
    this.#refs.set(from, ref);
    this.#waiting.push([object, ref]);
    return ref.toString();
  }

  #write(object: PDFObject, ref: Ref, more: Readonly<Record<string, unknown>> = {}): void {
    if (!(object instanceof PDFStream)) {
      ref.data = new Raw(this.#shallow(() => this.text(object)) ?? 'null');
      ref.end();
      return;
    }
    // Bytes that lie in another file.
    if (object.dict.has(PDFName.of('F'))) this.#gap();
    const entries = { ...this.#shallow(() => this.entries(object.dict)), ...more };
    ref.data = entries;
    ref.compress = !('Filter' in entries);
    const bytes = object.getContents();
    ref.end(bytes.length > 0 ? bytes : Uint8Array.of(0x20));
  }

  /** An object nested deeper than the stack is left out: whatever was begun must be ended. */
  #shallow<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.#gap();
      return undefined;
    }
  }

  #gap(): string {
    this.hasGaps = true;
    return 'null';
  }
}

function isOfDocument(dict: PDFDict, context: PDFContext): boolean {
  const type = context.lookup(dict.get(PDFName.of('Type')));
  return type instanceof PDFName && NOT_FOLLOWED.includes(type.toString().slice(1));
}
