/** A list in whatever form it comes: .xlsx, CSV, or cells that were pasted. */
import { LIST_LIMITS } from '../../shared/import/list-sheet.js';
import { Refused } from '../refused.js';
import { startsWith } from './decode-text.js';
import { readCsv } from './read-csv.js';
import { type ReadBook, readXlsx } from './read-xlsx.js';
import { tooMuch } from './too-large.js';

const ZIP = [0x50, 0x4b] as const;
/** The container of .xls and of workbooks with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;
const PDF = [0x25, 0x50, 0x44, 0x46] as const;

/** The sheets of a file, known by its content and not by its name. Throws Refused with nothing half read. */
export async function readTable(bytes: Uint8Array): Promise<ReadBook> {
  if (bytes.length > LIST_LIMITS.fileBytes) throw tooMuch();
  if (bytes.length === 0) throw unreadable('ファイルが空です。');
  if (startsWith(bytes, ZIP)) return readXlsx(bytes);
  if (startsWith(bytes, OLE)) throw unreadable(isEncrypted(bytes) ? ENCRYPTED : OLD_EXCEL);
  if (startsWith(bytes, PDF)) throw unreadable(`PDFは読めません。${TAKES}`);
  return { sheets: [readCsv(bytes)], hiddenSheets: [] };
}

const TAKES = '読めるのは、Excelの .xlsx と、Shift_JIS・UTF-8 のCSVです。';
const ENCRYPTED = 'パスワードのかかったExcelのファイルです。Excelで開き、パスワードを外して保存し直してください。';
const OLD_EXCEL = `古い形式のExcel（.xls）などのファイルです。Excelで開き、.xlsx で保存し直してください。${TAKES}`;

export function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}

function unreadable(ja: string): Refused {
  return new Refused('UNREADABLE-FILE', ja);
}
