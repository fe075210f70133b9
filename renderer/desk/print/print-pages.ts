/** Puts the pages of a PDF on paper by the window's own print command: one picture per page, each on its own sheet. */
import { openPdf } from '../pdf/open-pdf.js';
import './print-pages.css';

/** Fine enough for 8 point text on an office printer. */
const DOTS_PER_INCH = 220;
const POINTS_PER_INCH = 72;

/** Prints all pages; `onPage` hears how far it is. Resolves when the print window was closed, false where given up. */
export async function printPdf(
  bytes: Uint8Array,
  onPage: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const place = document.createElement('div');
  place.className = 'print-pages';
  place.setAttribute('aria-hidden', 'true');
  const addresses: string[] = [];
  const file = await openPdf(bytes);
  try {
    for (let page = 1; page <= file.pages; page += 1) {
      onPage(page - 1, file.pages);
      const picture = await pagePicture(file, page);
      if (signal.aborted) return false;
      addresses.push(picture.address);
      place.append(await sheetOf(picture));
    }
    document.body.append(place);
    onPage(file.pages, file.pages);
    const closed = printWindowClosed(signal);
    window.print();
    await closed;
    return !signal.aborted;
  } finally {
    place.remove();
    for (const address of addresses) URL.revokeObjectURL(address);
    file.close();
  }
}

/** Chromium waits in print(), Electron goes on at once; both say when the pages are no longer needed. */
function printWindowClosed(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    window.addEventListener('afterprint', () => resolve(), { once: true, signal });
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

type Picture = { readonly address: string; readonly isWide: boolean };

async function pagePicture(file: Awaited<ReturnType<typeof openPdf>>, page: number): Promise<Picture> {
  const { width, height } = await file.size(page);
  const canvas = document.createElement('canvas');
  await file.draw(page, canvas, DOTS_PER_INCH / POINTS_PER_INCH).done;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // The memory of a canvas is given back at once only when it has no size.
  canvas.width = 0;
  canvas.height = 0;
  if (!blob) throw new Error(`Page ${page} gave no picture`);
  return { address: URL.createObjectURL(blob), isWide: width > height };
}

async function sheetOf({ address, isWide }: Picture): Promise<HTMLElement> {
  const sheet = document.createElement('div');
  sheet.className = isWide ? 'print-page print-page-wide' : 'print-page';
  const image = document.createElement('img');
  image.alt = '';
  image.src = address;
  // A picture that is not decoded yet would print as an empty page.
  await image.decode();
  sheet.append(image);
  return sheet;
}
