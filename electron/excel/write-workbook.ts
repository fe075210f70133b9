/**
 * Turns the data of a workbook into the bytes of an .xlsx. The only module that knows exceljs.
 *
 * Traps of exceljs 4.4 that are met here: dates as UTC midnight (a local date shifts by a day in Japan), a result
 * with every formula, text without control characters and within Excel's length, and a fixed time in the ZIP so
 * that the same content gives the same bytes.
 */
import ExcelJS from 'exceljs';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { dayNumber } from '../../shared/dates.js';
import { columnLetter, type Cell, type Format, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { FONT, LOOKS } from './looks.js';

const DAY_MS = 86_400_000;
/** Longest text that a cell of Excel takes. */
const LONGEST_TEXT = 32_767;
const MM = 1 / 25.4;

const NUMBER_FORMATS: Record<Format, string> = {
  text: '@',
  yen: '#,##0;[Red]-#,##0',
  count: '#,##0',
  hours: '0.00',
  time: 'h:mm',
  km: '0.0',
  eraDate: '[$-411]ggge"年"m"月"d"日"',
  date: 'yyyy/mm/dd',
};

/** The bytes of a workbook; equal content gives equal bytes. */
export async function writeWorkbook(content: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const made = new Date(dayNumber(content.madeOn) * DAY_MS);
  book.creator = '講習会デスク';
  book.lastModifiedBy = '講習会デスク';
  book.created = made;
  book.modified = made;
  book.calcProperties.fullCalcOnLoad = true;
  for (const sheet of content.sheets) addSheet(book, sheet, content);
  for (const [name, place] of Object.entries(content.names)) book.definedNames.add(place, name);
  return settled(new Uint8Array(await book.xlsx.writeBuffer()));
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, content: Workbook): void {
  const own = book.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    pageSetup: {
      paperSize: 9,
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 12 * MM, right: 12 * MM, top: 15 * MM, bottom: 15 * MM, header: 8 * MM, footer: 8 * MM },
    },
    headerFooter: {
      oddFooter: `&L&8${footerText(content.footerLeft)}${sheet.personal ? '　取扱注意（個人情報）' : ''}&C&8&P / &N&R&8作成日 ${content.madeOn.replaceAll('-', '/')}`,
    },
    views: [{ showGridLines: false, ...frozen(sheet) }],
  });
  sheet.widths.forEach((width, index) => {
    const column = own.getColumn(index + 1);
    column.width = width;
    column.hidden = sheet.hiddenColumns.includes(index);
  });
  if (sheet.repeatRows) own.pageSetup.printTitlesRow = sheet.repeatRows.join(':');
  const lastVisible = sheet.widths.length - 1;
  own.pageSetup.printArea = `A1:${columnLetter(lastVisible)}${Math.max(sheet.rows.length, 1)}`;
  sheet.rows.forEach((row, index) => {
    const number = index + 1;
    const target = own.getRow(number);
    if (row.height !== undefined) target.height = row.height;
    for (const [column, cell] of row.cells) writeCell(own, number, column, cell);
    const needed = row.height ?? wrappedHeight(sheet, row.cells);
    if (needed !== undefined) target.height = needed;
    if (row.breakBefore === true) own.getRow(index).addPageBreak();
    target.commit();
  });
  zeroChecks(own, sheet);
}

function frozen(sheet: Sheet): { state: 'frozen'; ySplit: number } | object {
  return sheet.repeatRows ? { state: 'frozen', ySplit: sheet.repeatRows[1] } : {};
}

function writeCell(own: ExcelJS.Worksheet, row: number, column: number, cell: Cell): void {
  const target = own.getCell(row, column + 1);
  const value = excelValue(cell);
  target.value = (
    cell.formula === undefined ? value : { formula: cell.formula, result: value ?? 0 }
  ) as ExcelJS.CellValue;
  target.numFmt = cell.formula !== undefined && cell.format === 'text' ? 'General' : NUMBER_FORMATS[cell.format];
  const look = LOOKS[cell.look];
  target.font = { ...FONT, ...look.font };
  if (look.fill) target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } };
  if (look.border) target.border = look.border;
  target.alignment = {
    vertical: 'middle',
    wrapText: cell.wrap ?? false,
    ...(cell.align === undefined ? {} : { horizontal: cell.align }),
  };
  if (cell.note !== undefined) {
    target.note = {
      texts: [{ font: { ...FONT, size: 9 }, text: cleanText(cell.note) }],
      margins: { insetmode: 'auto' },
    };
  }
  if (cell.span !== undefined && cell.span > 1) own.mergeCells(row, column + 1, row, column + cell.span);
}

function excelValue({ value, format }: Cell): string | number | Date | null {
  if (value === null) return null;
  if (typeof value === 'number') return format === 'time' ? value / 1440 : value;
  if (format === 'date' || format === 'eraDate') return value === '' ? null : new Date(dayNumber(value) * DAY_MS);
  return cleanText(value);
}

/** Without characters that XML forbids, within Excel's length. Text that begins with = stays a string cell. */
function cleanText(text: string): string {
  return [...text]
    .map((character) => (isForbidden(character.codePointAt(0) ?? 0) ? '' : isLone(character) ? '\uFFFD' : character))
    .join('')
    .slice(0, LONGEST_TEXT);
}

function isForbidden(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0xfffe || code === 0xffff;
}

/** Half of a surrogate pair alone would make the file unreadable. */
function isLone(character: string): boolean {
  return character.length === 1 && character >= '\uD800' && character <= '\uDFFF';
}

/** `&` starts a code in headers and footers. */
function footerText(text: string): string {
  return cleanText(text).replaceAll('&', '&&');
}

/** Height for text that wraps: exceljs leaves rows at one line, and LibreOffice and Excel print what is stored. */
function wrappedHeight(sheet: Sheet, cells: ReadonlyMap<number, Cell>): number | undefined {
  let lines = 1;
  for (const [column, cell] of cells) {
    if (cell.wrap !== true || typeof cell.value !== 'string') continue;
    const room = Math.max(1, (sheet.widths[column] ?? 8) - 1);
    const needed = cell.value.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / room)), 0);
    lines = Math.max(lines, needed);
  }
  return lines > 1 ? lines * 13.5 + 3 : undefined;
}

/** Width in characters of the column scale: a full-width character counts two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0xff ? 1.9 : 1;
  return width;
}

/** Results that must be zero turn red when a correction makes them differ. */
function zeroChecks(own: ExcelJS.Worksheet, sheet: Sheet): void {
  sheet.rows.forEach((row, index) => {
    for (const [column, cell] of row.cells) {
      if (cell.mustBeZero !== true) continue;
      own.addConditionalFormatting({
        ref: `${columnLetter(column)}${index + 1}`,
        rules: [
          {
            type: 'expression',
            formulae: [`${columnLetter(column)}${index + 1}<>0`],
            priority: 1,
            style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF4B6B6' } } },
          },
        ],
      });
    }
  });
}

/** The same ZIP with a fixed time in every entry, the content types first as readers expect. */
function settled(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const names = Object.keys(files).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const sorted: Zippable = {};
  for (const name of names) sorted[name] = files[name] ?? new Uint8Array();
  return zipSync(sorted, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}

function rank(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name.startsWith('_rels/') ? 1 : 2;
}
