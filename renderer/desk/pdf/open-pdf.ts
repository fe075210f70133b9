/** PDF on the screen: pages drawn by pdf.js in a worker of our own files; nothing of a PDF is ever executed. */
import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

/** Degrees clockwise. */
export type Turn = 0 | 90 | 180 | 270;

/** Size of a page in points (1/72 inch), turned as it is shown. */
export type PageSize = { readonly width: number; readonly height: number };

export type Drawing = {
  /** Resolves when the page stands on the canvas; false where it was given up. */
  readonly done: Promise<boolean>;
  readonly cancel: () => void;
};

export type PdfFile = {
  readonly pages: number;
  /** Pages count from 1. */
  readonly size: (page: number, turn?: Turn) => Promise<PageSize>;
  /** Draws a page; the canvas gets the size of the page times `scale` pixels per point. */
  readonly draw: (page: number, canvas: HTMLCanvasElement, scale: number, turn?: Turn) => Drawing;
  /** Frees the memory of the file. */
  readonly close: () => void;
};

/** The largest canvas, in pixels: a page of a metre at screen size must not take the memory of the window. */
const MOST_PIXELS = 24_000_000;

/** Opens a PDF; rejects where the bytes are none or it asks for a password. The bytes stay the caller's. */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const pdfjs = await library();
  const task = pdfjs.getDocument({
    // The worker takes over the buffer that it is given.
    data: bytes.slice(),
    ...helpers(),
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  return fileOf(await task.promise, () => void task.destroy());
}

function fileOf(document: PDFDocumentProxy, close: () => void): PdfFile {
  return {
    pages: document.numPages,
    close,
    size: async (number, turn = 0) => {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1, rotation: page.rotate + turn });
      return { width, height };
    },
    draw: (number, canvas, scale, turn = 0) => {
      let isGivenUp = false;
      let cancelDrawing: (() => void) | undefined;
      const draw = async (): Promise<boolean> => {
        const page = await document.getPage(number);
        if (isGivenUp) return false;
        const natural = page.getViewport({ scale: 1, rotation: page.rotate + turn });
        const most = Math.sqrt(MOST_PIXELS / (natural.width * natural.height));
        const viewport = page.getViewport({ scale: Math.min(scale, most), rotation: page.rotate + turn });
        canvas.width = Math.max(1, Math.round(viewport.width));
        canvas.height = Math.max(1, Math.round(viewport.height));
        const drawing = page.render({ canvas, viewport, background: '#ffffff' });
        cancelDrawing = () => drawing.cancel();
        try {
          await drawing.promise;
          return true;
        } catch (error) {
          if (isGivenUp) return false;
          throw error;
        } finally {
          page.cleanup();
        }
      };
      return {
        done: draw(),
        cancel: () => {
          isGivenUp = true;
          cancelDrawing?.();
        },
      };
    },
  };
}

/** Character tables, standard fonts and decoders of scans lie beside the worker. */
function helpers(): { cMapUrl: string; standardFontDataUrl: string; wasmUrl: string; iccUrl: string } {
  const folder = (name: string): string => new URL(`pdfjs/${name}/`, document.baseURI).href;
  return {
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
  };
}

let loaded: Promise<typeof import('pdfjs-dist')> | undefined;

/** pdf.js is half a megabyte: loaded when the first PDF is opened. */
function library(): Promise<typeof import('pdfjs-dist')> {
  loaded ??= import('pdfjs-dist').then((pdfjs) => {
    pdfjs.GlobalWorkerOptions.workerPort = new Worker(trusted(workerAddress), { type: 'module' });
    return pdfjs;
  });
  return loaded;
}

type ScriptPolicy = { readonly createScriptURL: (address: string) => string };
type TrustedTypesWindow = {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: { createScriptURL: (address: string) => string }) => ScriptPolicy;
  };
};

/** The window starts no worker from an address that is not vouched for; ours is the one file of pdf.js. */
function trusted(address: string): string {
  const policy = (window as TrustedTypesWindow).trustedTypes?.createPolicy('pdf-worker', {
    createScriptURL: (asked) => {
      if (asked !== workerAddress) throw new Error('Not our worker');
      return asked;
    },
  });
  return policy ? policy.createScriptURL(address) : address;
}
