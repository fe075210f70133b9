/** How the sheets of a form look, read from its styles and sizes. */
import type { SheetLook, StyleLook, TemplateLook } from '../../shared/templates/sheet-look.js';
import { isOn, type RowSpot, type SheetXml } from './sheet-xml.js';
import { attributesOf, ownTagsOf, type Tag } from './tags.js';
import type { FormWorkbook } from './workbook.js';

/** Pixels of a digit in the font of a new workbook, and of the padding beside it. */
const DIGIT = 7;
const PADDING = 5;
const POINT = 4 / 3;
const USUAL_WIDTH = 72;
const USUAL_HEIGHT = 18;

/** The look of all sheets, in the order of the workbook. */
export function lookOf(book: FormWorkbook): TemplateLook {
  const styles = book.package.relations(book.part).find((relation) => relation.kind === 'styles')?.target;
  return {
    styles: styles !== undefined && book.package.has(styles) ? new StyleScan(book.package.xml(styles)).looks : [],
    sheets: book.sheets.map((sheet) => sheetLook(book.sheetXml(sheet))),
  };
}

function sheetLook(sheet: SheetXml): SheetLook {
  const { xml } = sheet;
  let [columnWidth, rowHeight] = [USUAL_WIDTH, USUAL_HEIGHT];
  const columns: SheetLook['columns'] = [];
  for (const tag of ownTagsOf(xml)) {
    if (tag.name === 'sheetData') break;
    if (tag.kind === 'close') continue;
    const attributes = attributesOf(xml, tag);
    if (tag.name === 'sheetFormatPr') {
      columnWidth = widthOf(attributes.get('defaultColWidth')) ?? columnWidth;
      rowHeight = heightOf(attributes.get('defaultRowHeight')) ?? rowHeight;
    }
    if (tag.name === 'col') columns.push(columnLook(attributes, columnWidth));
  }
  const rows = sheet.rows.map((row) => rowLook(xml, row)).filter((row) => row.height !== undefined || row.styles[0]);
  return { columnWidth, rowHeight, columns, rows };
}

function columnLook(attributes: ReadonlyMap<string, string>, usual: number): SheetLook['columns'][number] {
  const width = isOn(attributes.get('hidden')) ? 0 : (widthOf(attributes.get('width')) ?? usual);
  return { from: Number(attributes.get('min')), to: Number(attributes.get('max')), width };
}

function rowLook(xml: string, { row, tag, cells }: RowSpot): SheetLook['rows'][number] {
  const attributes = attributesOf(xml, tag);
  const height = isOn(attributes.get('hidden')) ? 0 : heightOf(attributes.get('ht'));
  const styles: [number, number, number][] = [];
  for (const { column, style } of cells) {
    const last = styles.at(-1);
    if (last?.[1] === column - 1 && last[2] === style) last[1] = column;
    else if (style > 0) styles.push([column, column, style]);
  }
  return { row, ...(height === undefined ? {} : { height }), styles };
}

function widthOf(width: string | undefined): number | undefined {
  const digits = Number(width);
  return width === undefined || !Number.isFinite(digits) ? undefined : Math.round(digits * DIGIT) + PADDING;
}

function heightOf(points: string | undefined): number | undefined {
  const height = Number(points);
  return points === undefined || !Number.isFinite(height) ? undefined : Math.round(height * POINT);
}

type Alignment = Pick<StyleLook, 'align' | 'wraps' | 'vertical'>;

/** 255 of a text rotation means one character below the other. */
const STACKED = '255';
const SIDES: Readonly<Record<string, string>> = { left: 'l', right: 'r', top: 't', bottom: 'b' };

class StyleScan {
  readonly #looks: StyleLook[] = [];
  readonly #borders: string[] = [];
  readonly #bold: boolean[] = [];
  #list = '';

  constructor(readonly xml: string) {
    for (const tag of ownTagsOf(xml)) this.#read(tag);
  }

  get looks(): StyleLook[] {
    return this.#looks;
  }

  #read(tag: Tag): void {
    const isList = ['borders', 'fonts', 'cellXfs', 'cellStyleXfs', 'dxfs', 'fills'].includes(tag.name);
    if (isList) this.#list = tag.kind === 'open' ? tag.name : '';
    if (tag.kind === 'close' || isList) return;
    if (this.#list === 'borders') this.#readBorder(tag);
    if (this.#list === 'fonts') this.#readFont(tag);
    if (this.#list === 'cellXfs') this.#readFormat(tag);
  }

  #readBorder(tag: Tag): void {
    if (tag.name === 'border') this.#borders.push('');
    const side = SIDES[tag.name];
    const style = attributesOf(this.xml, tag).get('style') ?? 'none';
    if (side !== undefined && style !== 'none') this.#borders.push(`${this.#borders.pop() ?? ''}${side}`);
  }

  #readFont(tag: Tag): void {
    if (tag.name === 'font') this.#bold.push(false);
    if (tag.name === 'b' && (attributesOf(this.xml, tag).get('val') ?? '1') === '1') {
      this.#bold.pop();
      this.#bold.push(true);
    }
  }

  #readFormat(tag: Tag): void {
    const attributes = attributesOf(this.xml, tag);
    if (tag.name === 'xf') {
      const bold = this.#bold[Number(attributes.get('fontId') ?? 0)] === true;
      const sides = this.#borders[Number(attributes.get('borderId') ?? 0)] ?? '';
      this.#looks.push({ sides, ...(bold ? { bold } : {}) });
    }
    const last = tag.name === 'alignment' ? this.#looks.pop() : undefined;
    if (last) this.#looks.push({ ...last, ...alignmentOf(attributes) });
  }
}

function alignmentOf(attributes: ReadonlyMap<string, string>): Alignment {
  const horizontal = attributes.get('horizontal') ?? '';
  const align = horizontal.startsWith('center') || horizontal === 'distributed' ? 'center' : horizontal;
  return {
    ...(align === 'left' || align === 'center' || align === 'right' ? { align } : {}),
    ...(isOn(attributes.get('wrapText')) ? { wraps: true } : {}),
    ...(attributes.get('textRotation') === STACKED ? { vertical: true } : {}),
  };
}
