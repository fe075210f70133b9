/** A 様式 as the screens show it: sheets, cells with their texts, merged ranges, print areas, names. */
import { startsWith } from '../tables/decode-text.js';
import { cellText } from '../tables/cell-text.js';
import { isEncrypted } from '../tables/read-table.js';
import { addressOf, contains, type Place } from '../../shared/templates/place.js';
import type { Attachment, Template, TemplateCell, TemplateSheet } from '../../shared/templates/template.js';
import { tooLarge, unreadable } from './refusals.js';
import type { CellSpot, SheetXml } from './sheet-xml.js';
import { type FormWorkbook, openWorkbook, type SheetPart } from './workbook.js';

/** A form with pictures has one or two million bytes. */
const MOST_BYTES = 30_000_000;
const ZIP = [0x50, 0x4b] as const;
/** The container of .xls and of workbooks with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;

/** Reads a form. Throws Refused with a way on where the file is none that can be filled. */
export function readTemplate(bytes: Uint8Array): Template {
  return templateOf(openForm(bytes));
}

/** The workbook of a file, known by its content and not by its name. */
export function openForm(bytes: Uint8Array): FormWorkbook {
  if (bytes.length > MOST_BYTES) throw tooLarge();
  if (bytes.length === 0) throw unreadable('ファイルが空です。様式の .xlsx を選んでください。');
  if (startsWith(bytes, OLE)) throw unreadable(isEncrypted(bytes) ? ENCRYPTED_JA : OLD_EXCEL_JA);
  if (!startsWith(bytes, ZIP)) throw unreadable('Excelのブックではありません。様式の .xlsx を選んでください。');
  return openWorkbook(bytes);
}

const ENCRYPTED_JA = 'パスワードのかかったExcelのファイルです。Excelで開き、パスワードを外して保存し直してください。';
const OLD_EXCEL_JA = '古い形式のExcel（.xls）などのファイルです。Excelで開き、.xlsx で保存し直してください。';

/** A workbook as a form, without its machinery. */
export function templateOf(book: FormWorkbook): Template {
  const sheetOf = (index: number): string | undefined => book.sheets.find((sheet) => sheet.index === index)?.nameJa;
  return {
    sheets: book.sheets.map((sheet) => templateSheet(book, sheet)),
    names: book.names
      .filter((name) => !name.name.startsWith('_xlnm.'))
      .map(({ name, refersTo, sheet: index }) => {
        const sheet = index === undefined ? undefined : sheetOf(index);
        return sheet === undefined ? { name, refersTo } : { name, refersTo, sheet };
      }),
    formulas: formulaCount(book),
    counts1904: book.counts1904,
    hasMacros: book.hasMacros,
  };
}

/** Cells that compute, on all sheets. */
export function formulaCount(book: FormWorkbook): number {
  return book.sheets.reduce(
    (sum, sheet) =>
      sum +
      book
        .sheetXml(sheet)
        .rows.flatMap((row) => row.cells)
        .filter((cell) => cell.formula).length,
    0,
  );
}

/** One sheet of a form, see {@link Template}. */
export function templateSheet(book: FormWorkbook, sheet: SheetPart): TemplateSheet {
  const xml = book.sheetXml(sheet);
  const area = book.names.find((name) => name.name === '_xlnm.Print_Area' && name.sheet === sheet.index);
  const used = usedRange(xml);
  return {
    nameJa: sheet.nameJa,
    hidden: sheet.isHidden,
    ...(used === undefined ? {} : { usedRange: used }),
    merged: [...xml.merged],
    cells: cellsOf(book, xml),
    ...(area === undefined ? {} : { printArea: withoutSheet(area.refersTo) }),
    attachments: attachmentsOf(book, sheet),
    isProtected: xml.isProtected,
  };
}

function withoutSheet(reference: string): string {
  return reference.replace(/(?:'(?:[^']|'')*'|[^',!]+)!/gu, '');
}

/** From the first to the last cell; `dimension` is not always written and not always true. */
function usedRange(xml: SheetXml): string | undefined {
  const rows = xml.rows.filter((row) => row.cells.length > 0);
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return undefined;
  let [from, to] = [Infinity, 0];
  for (const { cells } of rows) {
    from = Math.min(from, cells[0]?.column ?? Infinity);
    to = Math.max(to, cells.at(-1)?.column ?? 0);
  }
  return `${addressOf({ row: first.row, column: from })}:${addressOf({ row: last.row, column: to })}`;
}

function cellsOf(book: FormWorkbook, xml: SheetXml): Record<string, TemplateCell> {
  const cells: Record<string, TemplateCell> = {};
  for (const { row, cells: spots } of xml.rows) {
    for (const spot of spots) {
      const place = { row, column: spot.column };
      const cell = templateCell(book, xml, spot, place);
      if (cell.text !== '' || cell.formula !== undefined || cell.isDay === true) cells[addressOf(place)] = cell;
    }
  }
  return cells;
}

function templateCell(book: FormWorkbook, xml: SheetXml, spot: CellSpot, place: Place): TemplateCell {
  const isDay = book.days[spot.style] ?? false;
  const formula = formulaOf(xml, spot, place);
  return {
    text: textOf(book, spot, isDay),
    ...(formula === undefined ? {} : { formula }),
    ...(isDay ? { isDay } : {}),
  };
}

function textOf(book: FormWorkbook, { type, value }: CellSpot, isDay: boolean): string {
  if (value === '') return '';
  const read = cellText({ type, value, isDay }, book.shared, book.counts1904);
  return read.ok ? read.text : value;
}

/** `part`: other cells compute by the formula of this one, or one formula fills several cells. */
export function formulaOf(xml: SheetXml, spot: CellSpot | undefined, place: Place): TemplateCell['formula'] {
  if (xml.filledRanges.some((range) => contains(range, place))) return 'part';
  if (!spot?.formula) return undefined;
  return spot.formula.type === 'shared' && spot.formula.reference !== undefined ? 'part' : 'own';
}

const KINDS: Readonly<Record<string, Attachment | 'none'>> = {
  drawing: 'drawing',
  vmlDrawing: 'drawing',
  ctrlProp: 'control',
  control: 'control',
  comments: 'comment',
  threadedComment: 'comment',
  table: 'table',
  pivotTable: 'pivotTable',
  oleObject: 'object',
  package: 'object',
  image: 'background',
  printerSettings: 'none',
  hyperlink: 'none',
};

/** What hangs on a sheet; a chart of print settings or a link is nothing that a reader sees as a part of it. */
export function attachmentsOf(book: FormWorkbook, sheet: SheetPart): Attachment[] {
  const found = book.package.relations(sheet.part).map((relation) => KINDS[relation.kind] ?? 'other');
  return [...new Set(found)].filter((kind) => kind !== 'none');
}
