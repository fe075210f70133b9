/**
 * Turns the data of a workbook into the bytes of an .xlsx. Only this folder knows exceljs.
 *
 * Traps of exceljs 4.4 that are met here: dates as UTC midnight (a local date shifts by a day in Japan), a result
 * with every formula, a column width of 9 that is dropped, print areas without $, and see `package.ts`.
 */
import ExcelJS from 'exceljs';
import { dayNumber, slashDate } from '../../shared/dates.js';
import { MARGIN, rowHeight } from '../../shared/forms/page.js';
import { columnLetter, type Cell, type Format, type Row, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { cleanText, looksLikeFormula } from './cell-text.js';
import { footer } from './footer.js';
import { addHighlights } from './highlights.js';
import { FONT, LOOKS, STRONG_LINE } from './looks.js';
import { finished, LOOKS_LIKE_FORMULA } from './package.js';

const DAY_MS = 86_400_000;
const MINUTES_PER_DAY = 1440;
/** Excel's calendar has a 29 February 1900 that never was; days before it stand as text. */
const FIRST_SAFE_DAY = '1900-03-01';
const INCH_PER_MM = 1 / 25.4;
/** Room beside the text of a column, in characters: what Excel shows as width 10 is stored as 10.71. */
const PADDING = 5 / 7;

const NUMBER_FORMATS: Record<Format, string> = {
  text: '@',
  // The blank behind the digits keeps them off the text of the next column.
  yen: '#,##0_ ;[Red]-#,##0_ ',
  count: '#,##0_ ;-#,##0_ ',
  hours: '0.00_ ',
  time: '[h]:mm',
  km: '0.0_ ',
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
  return finished(new Uint8Array(await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } })), content.sheets);
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, content: Workbook): void {
  const own = book.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    pageSetup: pageSetup(sheet),
    headerFooter: { oddFooter: footer(content, sheet) },
    views: [{ showGridLines: false, ...frozen(sheet) }],
  });
  sheet.widths.forEach((width, index) => {
    const column = own.getColumn(index + 1);
    column.width = width + PADDING;
    column.hidden = sheet.hiddenColumns.includes(index);
  });
  sheet.rows.forEach((row, index) => {
    addRow(own, row, index + 1);
    own.getRow(index + 1).height = rowHeight(row, sheet.widths);
  });
  addHighlights(own, sheet);
}

function pageSetup(sheet: Sheet): Partial<ExcelJS.PageSetup> {
  const side = MARGIN.side * INCH_PER_MM;
  const end = MARGIN.end * INCH_PER_MM;
  const foot = MARGIN.foot * INCH_PER_MM;
  return {
    paperSize: 9,
    orientation: sheet.orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: sheet.onePage === true ? 1 : 0,
    horizontalCentered: true,
    margins: { left: side, right: side, top: end, bottom: end, header: foot, footer: foot },
    // A hidden sheet has none: some programs print whatever has a print area.
    ...(sheet.hidden
      ? {}
      : { printArea: `A$1:${columnLetter(sheet.widths.length - 1)}$${Math.max(sheet.rows.length, 1)}` }),
    ...(sheet.repeatRows ? { printTitlesRow: sheet.repeatRows.join(':') } : {}),
  };
}

function frozen(sheet: Sheet): { state: 'frozen'; ySplit: number } | object {
  // Heads below a form of several lines are only repeated in print: frozen with it they would fill the window.
  return sheet.repeatRows?.[0] === 1 ? { state: 'frozen', ySplit: sheet.repeatRows[1] } : {};
}

function addRow(own: ExcelJS.Worksheet, row: Row, number: number): void {
  if (row.breakBefore === true) own.getRow(number - 1).addPageBreak();
  for (const [column, cell] of row.cells) {
    const target = own.getCell(number, column + 1);
    writeCell(target, cell, row.lineAbove === true);
    if (cell.span !== undefined && cell.span > 1) own.mergeCells(number, column + 1, number, column + cell.span);
  }
}

function writeCell(target: ExcelJS.Cell, cell: Cell, lineAbove: boolean): void {
  const value = excelValue(cell);
  target.value = (
    cell.formula === undefined ? value : { formula: cell.formula, result: value ?? 0 }
  ) as ExcelJS.CellValue;
  target.style = styleOf(cell, lineAbove, typeof value === 'string' && looksLikeFormula(value));
  if (cell.note !== undefined) {
    target.note = {
      texts: [{ font: { ...FONT, size: 9 }, text: cleanText(cell.note) }],
      margins: { insetmode: 'auto' },
    };
  }
}

const styles = new Map<string, Partial<ExcelJS.Style>>();

/** Cells that look alike share one object: exceljs knows it again at once, instead of comparing what is in it. */
function styleOf(cell: Cell, lineAbove: boolean, looksLikeText: boolean): Partial<ExcelJS.Style> {
  const isQuoted = cell.formula === undefined && looksLikeText;
  // A formula in a cell of text format would be shown as text after the first edit.
  const numFmt = cell.formula !== undefined && cell.format === 'text' ? 'General' : NUMBER_FORMATS[cell.format];
  const key = [cell.look, numFmt, cell.align, cell.wrap, cell.shrink, lineAbove, isQuoted].join(' ');
  const known = styles.get(key) ?? styleFrom(cell, numFmt, lineAbove, isQuoted);
  styles.set(key, known);
  return known;
}

function styleFrom(cell: Cell, numFmt: string, lineAbove: boolean, isQuoted: boolean): Partial<ExcelJS.Style> {
  const look = LOOKS[cell.look];
  const border = lineAbove ? { ...look.border, top: STRONG_LINE } : look.border;
  return {
    numFmt,
    font: { ...FONT, ...look.font },
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } } as const }),
    ...(border === undefined ? {} : { border }),
    alignment: {
      vertical: 'middle',
      wrapText: cell.wrap ?? false,
      ...(cell.shrink === true ? { shrinkToFit: true } : {}),
      ...(cell.align === undefined ? {} : { horizontal: cell.align }),
    },
    ...(isQuoted ? { protection: LOOKS_LIKE_FORMULA } : {}),
  };
}

function excelValue({ value, format }: Cell): string | number | Date | null {
  if (value === null) return null;
  if (typeof value === 'number') return format === 'time' ? value / MINUTES_PER_DAY : value;
  if (format !== 'date' && format !== 'eraDate') return cleanText(value);
  if (value === '') return null;
  return value < FIRST_SAFE_DAY ? slashDate(value) : new Date(dayNumber(value) * DAY_MS);
}
