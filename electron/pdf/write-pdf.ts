/**
 * Turns the data of workbooks into the bytes of a PDF: what Excel would print of them, page by page, for people
 * without Excel or this program. Pages go to the stream as they are drawn; equal content gives equal bytes.
 */
import { once } from 'node:events';
import { setImmediate as otherWork } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { dayNumber } from '../../shared/dates.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import { drawPage } from './draw-page.js';
import { type Faces, faceOf, fontBytes, type OpenFont } from './faces.js';
import { drawFoot } from './foot.js';
import { type LaidPage, laidPages } from './laid-pages.js';
import { laidSheet, type LaidSheet } from './laid-sheet.js';
import { withNotes } from './notes.js';

const DAY_MS = 86_400_000;

export type Pdf = { readonly bytes: Uint8Array; readonly pages: number };

export type PlacedSheet = { readonly laid: LaidSheet; readonly pages: readonly LaidPage[] };

/** One PDF of all printed sheets; each workbook counts its own pages. `titleJa` is what readers show as its name. */
export async function writePdf(contents: readonly Workbook[], titleJa: string): Promise<Pdf> {
  const madeOn =
    contents
      .map((content) => content.madeOn)
      .sort()
      .at(-1) ?? '1970-01-01';
  const { document, faces } = openDocument(titleJa, new Date(dayNumber(madeOn) * DAY_MS));
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  let pages = 0;
  for (const content of contents) {
    const sheets = placedSheets(content, faces);
    const over = contents.length > 1 && sheets.length > 0 ? content.name : undefined;
    pages += await drawWorkbook(document, content, sheets, faces, over);
  }
  // A PDF without a page cannot be opened.
  if (pages === 0) document.addPage({ size: 'A4', margin: 0 });
  const ended = once(document, 'end');
  document.end();
  await ended;
  return { bytes: Buffer.concat(chunks), pages };
}

/** The printed sheets of a workbook with their pages. */
export function placedSheets(content: Workbook, faces: Faces): PlacedSheet[] {
  const { sheets, marks } = withNotes(content, faces);
  return sheets.map((sheet) => {
    const laid = laidSheet(sheet, marks, faces);
    return { laid, pages: laidPages(laid) };
  });
}

/** `overJa` heads the bookmarks of the sheets where there are several workbooks. */
async function drawWorkbook(
  document: PDFKit.PDFDocument,
  content: Workbook,
  sheets: readonly PlacedSheet[],
  faces: Faces,
  overJa: string | undefined,
): Promise<number> {
  const total = sheets.reduce((sum, { pages }) => sum + pages.length, 0);
  let over = overJa === undefined ? document.outline : undefined;
  let number = 0;
  for (const { laid, pages } of sheets) {
    for (const [index, page] of pages.entries()) {
      document.addPage({ size: [laid.width, laid.height], margin: 0 });
      if (index === 0) {
        over ??= document.outline.addItem(overJa ?? '', { expanded: true });
        over.addItem(laid.sheet.name);
      }
      number += 1;
      drawPage(document, page);
      drawFoot(document, laid, content, { number, of: total }, faces);
      await otherWork();
    }
  }
  return total;
}

/** An empty A4 document with both faces; nobody's name in it. */
export function openDocument(titleJa: string, made: Date): { document: PDFKit.PDFDocument; faces: Faces } {
  const bytes = fontBytes();
  const document = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    lang: 'ja',
    displayTitle: true,
    // No Helvetica, which pdfkit would look for beside its own files. A font of ours must not stand here either: pdfkit
    // would open it anew for every text.
    font: null as never,
    info: {
      Title: titleJa,
      Author: '',
      Creator: '講習会デスク',
      Producer: '講習会デスク',
      CreationDate: made,
      ModDate: made,
    },
  });
  document.registerFont('regular', Buffer.from(bytes.regular));
  document.registerFont('bold', Buffer.from(bytes.bold));
  const open = (name: 'regular' | 'bold') => {
    document.font(name);
    return faceOf(name, (document as unknown as { _font: { font: OpenFont } })._font.font);
  };
  return { document, faces: { regular: open('regular'), bold: open('bold') } };
}
