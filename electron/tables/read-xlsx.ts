/**
 * An .xlsx as rows of texts. Read with fflate and saxes instead of exceljs: its reader of streams takes the furigana
 * that Excel keeps beside a name for the name itself, and its other reader unfolds the whole file in memory.
 */
import type { ListSheet } from '../../shared/import/list-sheet.js';
import { broken, type PartReader, readParts } from './parts.js';
import { type Book, bookOf, type BookParts, bookReaders } from './workbook-parts.js';
import { SheetReader } from './sheet-reader.js';

export type ReadBook = { readonly sheets: readonly ListSheet[]; readonly hiddenSheets: readonly string[] };

/** The visible sheets of a workbook. Throws Refused where it is none, or larger than any list. */
export async function readXlsx(bytes: Uint8Array): Promise<ReadBook> {
  const book = await readBook(bytes);
  const readers = new Map(
    book.sheets.filter((sheet) => !sheet.isHidden).map((sheet) => [sheet.part, new SheetReader(sheet.nameJa, book)]),
  );
  await readParts(bytes, (name): PartReader | undefined => readers.get(name)?.part);
  return {
    sheets: [...readers.values()].map((reader) => reader.sheet),
    hiddenSheets: book.sheets.filter((sheet) => sheet.isHidden).map((sheet) => sheet.nameJa),
  };
}

/** Names of the sheets, formats and shared texts: most programs write them behind the sheets that need them. */
async function readBook(bytes: Uint8Array): Promise<Book> {
  const parts: BookParts = { sheets: [], targets: new Map(), days: [], shared: [], counts1904: false };
  const readers = bookReaders(parts);
  await readParts(bytes, (name) => readers[name]);
  if (parts.sheets.length === 0) throw broken();
  return bookOf(parts);
}
