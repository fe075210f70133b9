import { setImmediate as otherWork } from 'node:timers/promises';
import type { GrowingFile } from '../growing-file.js';

/** The way from a PDF in the making to its file: no more of it is in memory than the page that is being drawn. */
export class Outlet {
  #written: Promise<void> = Promise.resolve();
  readonly #ended: Promise<void>;

  constructor(
    readonly document: PDFKit.PDFDocument,
    file: GrowingFile,
  ) {
    this.#ended = new Promise((resolve) => document.once('end', resolve));
    document.on('data', (piece: Buffer) => {
      this.#written = this.#written.then(() => file.write(piece));
      // Told by `settle`.
      this.#written.catch(() => undefined);
    });
  }

  /** Waits until the file has everything that was drawn. Throws what the file refused. */
  async settle(): Promise<void> {
    while (this.document.readableLength > 0) await otherWork();
    await this.#written;
  }

  /** Ends the document. */
  async end(): Promise<void> {
    this.document.end();
    await this.#ended;
    await this.#written;
  }
}
