/**
 * New contents for cells of a sheet, written into its XML where they stand; everything between them stays as it is.
 *
 * Texts become inline strings: the shared strings, which also hold furigana and texts of other sheets, are then not
 * touched at all. A cell keeps its style; one that does not exist yet takes the style of its row or column.
 */
import { dayNumber } from '../../shared/dates.js';
import type { CellContent } from '../../shared/templates/cell-value.js';
import { addressOf, inOrder, type Place, rangeOf } from '../../shared/templates/place.js';
import { legalText } from '../excel/cell-text.js';
import { type CellSpot, firstFrom, type RowSpot, type SheetXml, spotAt, styleAt } from './sheet-xml.js';
import { attributesOf, attributeSpan, type Edit, edited, escaped, withoutAttributes } from './tags.js';

export type NewContent = {
  readonly place: Place;
  readonly content: CellContent;
  /** The formula of the cell stays; the content is its result. */
  readonly keepsFormula: boolean;
};

/** Days from Excel's day 0, and from that of 1904, to 1970-01-01. */
const TO_1970 = 25_569;
const TO_1970_FROM_1904 = 24_107;
/** Serials below 61 are a day off (Excel has a 29 February 1900), and both calendars have nothing before day 0. */
const FIRST_SURE_DAY = 61;

/** Serial number of a day; undefined for days that Excel's calendar does not have or has wrong. */
export function serialOf(date: string, counts1904: boolean): number | undefined {
  const serial = dayNumber(date) + (counts1904 ? TO_1970_FROM_1904 : TO_1970);
  return serial >= (counts1904 ? 0 : FIRST_SURE_DAY) ? serial : undefined;
}

/** The XML of the sheet with the contents in it. Cells must be given once each. */
export function withContents(sheet: SheetXml, contents: readonly NewContent[], counts1904: boolean): string {
  const edits: Edit[] = [];
  const fresh = new Map<number, NewContent[]>();
  const sorted = [...contents].sort((a, b) => inOrder(a.place, b.place));
  for (const next of sorted) {
    const { cell } = spotAt(sheet, next.place);
    if (cell && isBlank(cell) && next.content.kind === 'empty') continue;
    if (cell) {
      edits.push({ start: cell.start, end: cell.end, text: replaced(sheet, cell, next, counts1904) });
    } else if (next.content.kind !== 'empty') {
      fresh.set(next.place.row, [...(fresh.get(next.place.row) ?? []), next]);
    }
  }
  edits.push(...freshRows(sheet, fresh, counts1904));
  const places = [...fresh.values()].flat().map(({ place }) => place);
  edits.push(...widened(sheet, places));
  return edited(sheet.xml, edits);
}

function isBlank(cell: CellSpot): boolean {
  return cell.value === '' && cell.formula === undefined;
}

function replaced(sheet: SheetXml, cell: CellSpot, next: NewContent, counts1904: boolean): string {
  const { xml, data } = sheet;
  const open = xml.slice(cell.start, cell.openEnd).replace(/\s*\/?>$/u, '');
  const name = `${data.tag.prefix}c`;
  const formula = next.keepsFormula && cell.formula ? xml.slice(cell.formula.start, cell.formula.end) : '';
  // cm and vm say what stood in the cell before, e.g. a picture; they go with it.
  const kept = withoutAttributes(open, formula === '' ? ['t', 'cm', 'vm'] : ['t', 'vm']);
  const { type, inner } =
    formula === ''
      ? written(next.content, data.tag.prefix, counts1904)
      : result(next.content, data.tag.prefix, counts1904);
  const attributes = type === undefined ? kept : `${kept} t="${type}"`;
  const content = formula + inner;
  return content === '' ? `${attributes}/>` : `${attributes}>${content}</${name}>`;
}

type Written = { readonly type: string | undefined; readonly inner: string };

function written(content: CellContent, prefix: string, counts1904: boolean): Written {
  switch (content.kind) {
    case 'empty':
      return { type: undefined, inner: '' };
    case 'text':
      return { type: 'inlineStr', inner: `<${prefix}is>${textElement(content.text, prefix)}</${prefix}is>` };
    case 'trueFalse':
      return { type: 'b', inner: valueElement(content.value ? '1' : '0', prefix) };
    case 'number':
      return { type: undefined, inner: valueElement(String(content.number), prefix) };
    case 'day':
      return { type: undefined, inner: valueElement(String(serialOf(content.date, counts1904) ?? ''), prefix) };
  }
}

/** Beside a formula a text stands as `str`; inline strings and formulas exclude each other. */
function result(content: CellContent, prefix: string, counts1904: boolean): Written {
  if (content.kind === 'text' || content.kind === 'empty') {
    const text = content.kind === 'text' ? content.text : '';
    return { type: 'str', inner: valueElement(escaped(legalText(text)), prefix) };
  }
  return written(content, prefix, counts1904);
}

function valueElement(value: string, prefix: string): string {
  return `<${prefix}v>${value}</${prefix}v>`;
}

function textElement(text: string, prefix: string): string {
  const legal = legalText(text);
  const space = /^\s|\s$|[\n\t]| {2}/u.test(legal) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escaped(legal)}</${prefix}t>`;
}

function freshRows(sheet: SheetXml, fresh: ReadonlyMap<number, readonly NewContent[]>, counts1904: boolean): Edit[] {
  const { data } = sheet;
  const cell = ({ place, content }: NewContent): string => freshCell(sheet, place, content, counts1904);
  const edits: Edit[] = [];
  const rows: Edit[] = [];
  for (const [number, contents] of fresh) {
    const at = firstFrom(sheet.rows, (spot) => spot.row >= number);
    const row = sheet.rows[at];
    if (row?.row === number) {
      edits.push(...intoRow(sheet, row, contents, cell));
      continue;
    }
    const start = row?.start ?? data.closeStart;
    const name = `${data.tag.prefix}row`;
    rows.push({ start, end: start, text: `<${name} r="${number}">${contents.map(cell).join('')}</${name}>` });
  }
  return [...edits, ...(data.tag.kind === 'empty' ? filledData(sheet, rows) : rows)];
}

/** `<sheetData/>` opened for rows. */
function filledData({ xml, data }: SheetXml, rows: readonly Edit[]): Edit[] {
  if (rows.length === 0) return [];
  const open = xml.slice(data.tag.start, data.tag.end).replace(/\s*\/>$/u, '>');
  const text = `${open}${rows.map((edit) => edit.text).join('')}</${data.tag.prefix}sheetData>`;
  return [{ start: data.tag.start, end: data.tag.end, text }];
}

function intoRow(
  sheet: SheetXml,
  row: RowSpot,
  contents: readonly NewContent[],
  cell: (next: NewContent) => string,
): Edit[] {
  const { xml, data } = sheet;
  const tag = withSpans(xml.slice(row.tag.start, row.tag.end), contents);
  if (row.tag.kind === 'empty') {
    const text = `${tag.replace(/\s*\/>$/u, '>')}${contents.map(cell).join('')}</${data.tag.prefix}row>`;
    return [{ start: row.start, end: row.end, text }];
  }
  const end = xml.lastIndexOf('</', row.end - 1);
  const cells = contents.map((next) => {
    const at = firstFrom(row.cells, (spot) => spot.column > next.place.column);
    const start = row.cells[at]?.start ?? end;
    return { start, end: start, text: cell(next) };
  });
  return [{ start: row.tag.start, end: row.tag.end, text: tag }, ...cells];
}

function freshCell(sheet: SheetXml, place: Place, content: CellContent, counts1904: boolean): string {
  const { prefix } = sheet.data.tag;
  const style = styleAt(sheet, place);
  const { type, inner } = written(content, prefix, counts1904);
  const attributes = `r="${addressOf(place)}"${style > 0 ? ` s="${style}"` : ''}${type === undefined ? '' : ` t="${type}"`}`;
  return `<${prefix}c ${attributes}>${inner}</${prefix}c>`;
}

/** `spans` names the columns of a row that are in use; it must not leave out a cell. */
function withSpans(tag: string, contents: readonly NewContent[]): string {
  return tag.replace(/(\sspans\s*=\s*["'])([\d: ]+)(["'])/u, (all, start: string, spans: string, end: string) => {
    const pairs = spans
      .trim()
      .split(/\s+/u)
      .map((pair) => pair.split(':').map(Number));
    const columns = contents.map(({ place }) => place.column);
    const isWithin = columns.every((column) => pairs.some(([from = 0, to = 0]) => column >= from && column <= to));
    if (isWithin) return all;
    const every = [...pairs.flat(), ...columns];
    return `${start}${Math.min(...every)}:${Math.max(...every)}${end}`;
  });
}

/** The used range of the sheet with the new cells in it. */
function widened({ xml, dimension }: SheetXml, places: readonly Place[]): Edit[] {
  const span = dimension && attributeSpan(xml, dimension, 'ref');
  const range = dimension && rangeOf(attributesOf(xml, dimension).get('ref') ?? '');
  if (!span || !range || places.length === 0) return [];
  const rows = [range.from.row, range.to.row, ...places.map((place) => place.row)];
  const columns = [range.from.column, range.to.column, ...places.map((place) => place.column)];
  const from = addressOf({ row: Math.min(...rows), column: Math.min(...columns) });
  const to = addressOf({ row: Math.max(...rows), column: Math.max(...columns) });
  const text = from === to ? from : `${from}:${to}`;
  return [{ ...span, text }];
}

/** The XML without the stored results of its formulas, those at `kept` excepted. */
export function withoutResults(sheet: SheetXml, kept: ReadonlySet<string>): string {
  const { xml, data } = sheet;
  const edits = sheet.rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell): Edit[] => {
      if (!cell.formula || cell.value === '' || kept.has(addressOf({ row, column: cell.column }))) return [];
      const open = withoutAttributes(xml.slice(cell.start, cell.openEnd), ['t']);
      const formula = xml.slice(cell.formula.start, cell.formula.end);
      return [{ start: cell.start, end: cell.end, text: `${open}${formula}</${data.tag.prefix}c>` }];
    }),
  );
  return edited(xml, edits);
}
