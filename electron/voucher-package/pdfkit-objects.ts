/** What pdfkit lets through without knowing it: objects of another PDF, images as they are, figures of a page. */

/** An object of the document in the making; it must be ended, or the document never ends. */
export type Ref = {
  readonly id: number;
  data: unknown;
  /** Whether its bytes are still to be compressed. */
  compress: boolean;
  end(bytes?: Uint8Array): void;
  toString(): string;
};

/** The parts of pdfkit's document that its types leave out or describe too narrowly. */
export type OpenDocument = {
  ref(data: unknown): Ref;
  addContent(operators: string): unknown;
  readonly page: { readonly width: number; readonly height: number; readonly xobjects: Record<string, Ref> };
};

/** Text that is PDF already. pdfkit writes an unknown kind of object as the text that it gives of itself. */
export class Raw {
  constructor(readonly text: string) {}

  get [Symbol.toStringTag](): string {
    return 'Raw';
  }

  toString(): string {
    return this.text;
  }
}

/** A stream with its dictionary; bytes with a filter are written as they are. */
export function streamRef(document: OpenDocument, data: Readonly<Record<string, unknown>>, bytes: Uint8Array): Ref {
  const ref = document.ref({ ...data });
  // Without bytes pdfkit would write no stream at all.
  ref.end(bytes.length > 0 ? bytes : Uint8Array.of(0x20));
  return ref;
}

/** A number as PDF takes it: no exponent, no more places than a printer sees. */
export function figure(value: number): string {
  return String(Number(value.toFixed(5)));
}
