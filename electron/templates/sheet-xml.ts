/** Where everything that matters stands in the XML of a sheet: rows, cells, formulas, merged ranges. */
import { type Place, placeOf, type Range, rangeOf } from '../../shared/templates/place.js';
import { damaged } from './refusals.js';
import { attributesOf, plain, type Tag, ownTagsOf } from './tags.js';

export type Stretch = { readonly start: number; readonly end: number };

export type CellFormula = Stretch & {
  /** `shared` with a reference holds the text of other cells' formulas; `array` and `dataTable` fill a range. */
  readonly type: string;
  readonly reference: string | undefined;
};

export type CellSpot = Stretch & {
  readonly column: number;
  /** End of the opening tag. */
  readonly openEnd: number;
  readonly type: string | undefined;
  readonly style: number;
  /** Text of `v`, or of `is` without furigana. */
  readonly value: string;
  readonly formula: CellFormula | undefined;
};

export type RowSpot = Stretch & {
  readonly row: number;
  readonly tag: Tag;
  /** Style for cells that do not exist yet; undefined where the row has none of its own. */
  readonly style: number | undefined;
  readonly cells: readonly CellSpot[];
};

export type SheetXml = {
  readonly xml: string;
  readonly data: { readonly tag: Tag; readonly closeStart: number };
  readonly rows: readonly RowSpot[];
  readonly columnStyles: readonly { readonly from: number; readonly to: number; readonly style: number }[];
  readonly merged: readonly string[];
  readonly dimension: Tag | undefined;
  readonly isProtected: boolean;
  /** Ranges that one formula fills; none of their cells can be changed alone. */
  readonly filledRanges: readonly Range[];
};

type OpenCell = { -readonly [K in keyof CellSpot]: CellSpot[K] };
type OpenRow = { -readonly [K in keyof RowSpot]: RowSpot[K] } & { cells: CellSpot[] };

/** Finds rows and cells in a sheet. Throws Refused where they are out of order, as no program writes them. */
export function sheetXml(xml: string): SheetXml {
  return new SheetScan(xml).result();
}

class SheetScan {
  readonly #rows: OpenRow[] = [];
  readonly #columnStyles: { from: number; to: number; style: number }[] = [];
  readonly #merged: string[] = [];
  readonly #filledRanges: Range[] = [];
  #dimension: Tag | undefined;
  #isProtected = false;
  #data: Tag | undefined;
  #closeStart = -1;
  #row: OpenRow | undefined;
  #cell: OpenCell | undefined;
  #textStart = -1;
  #inFurigana = false;

  constructor(readonly xml: string) {
    for (const tag of ownTagsOf(xml)) {
      if (this.#data && this.#closeStart < 0) this.#inData(tag);
      else this.#around(tag);
    }
  }

  result(): SheetXml {
    if (!this.#data || this.#closeStart < 0) throw damaged('sheetData');
    return {
      xml: this.xml,
      data: { tag: this.#data, closeStart: this.#closeStart },
      rows: this.#rows,
      columnStyles: this.#columnStyles,
      merged: this.#merged,
      dimension: this.#dimension,
      isProtected: this.#isProtected,
      filledRanges: this.#filledRanges,
    };
  }

  #around(tag: Tag): void {
    if (tag.kind === 'close') return;
    if (tag.name === 'sheetData' && !this.#data) {
      this.#data = tag;
      if (tag.kind === 'empty') this.#closeStart = tag.end;
    } else if (tag.name === 'dimension') this.#dimension ??= tag;
    else if (tag.name === 'sheetProtection') this.#isProtected = isOn(attributesOf(this.xml, tag).get('sheet'));
    else if (tag.name === 'mergeCell') this.#merged.push(attributesOf(this.xml, tag).get('ref') ?? '');
    else if (tag.name === 'col') this.#column(attributesOf(this.xml, tag));
  }

  #column(attributes: ReadonlyMap<string, string>): void {
    const style = attributes.get('style');
    if (style === undefined) return;
    const [from, to] = [Number(attributes.get('min')), Number(attributes.get('max'))];
    this.#columnStyles.push({ from, to, style: Number(style) });
  }

  #inData(tag: Tag): void {
    if (tag.kind === 'close') {
      this.#close(tag);
      return;
    }
    if (tag.name === 'row') this.#openRow(tag);
    else if (tag.name === 'c' && this.#row) this.#openCell(tag, this.#row);
    else if (this.#cell) this.#inCell(tag, this.#cell);
  }

  #close(tag: Tag): void {
    if (tag.name === 'sheetData') this.#closeStart = tag.start;
    else if (tag.name === 'row') {
      if (this.#row) this.#row.end = tag.end;
      this.#row = undefined;
    } else if (tag.name === 'c') {
      if (this.#cell) this.#cell.end = tag.end;
      this.#cell = undefined;
    } else if (tag.name === 'rPh') this.#inFurigana = false;
    else if ((tag.name === 'v' || tag.name === 't') && this.#cell && this.#textStart >= 0) {
      this.#cell.value += textOf(this.xml.slice(this.#textStart, tag.start));
      this.#textStart = -1;
    } else if (tag.name === 'f' && this.#cell?.formula) {
      this.#cell.formula = { ...this.#cell.formula, end: tag.end };
    }
  }

  #openRow(tag: Tag): void {
    const attributes = attributesOf(this.xml, tag);
    const before = this.#rows.at(-1)?.row ?? 0;
    const row = attributes.has('r') ? Number(attributes.get('r')) : before + 1;
    if (!(row > before)) throw damaged('row');
    const style = isOn(attributes.get('customFormat')) ? Number(attributes.get('s') ?? 0) : undefined;
    const spot: OpenRow = { row, tag, start: tag.start, end: tag.end, style, cells: [] };
    this.#rows.push(spot);
    this.#row = tag.kind === 'open' ? spot : undefined;
  }

  #openCell(tag: Tag, row: OpenRow): void {
    const attributes = attributesOf(this.xml, tag);
    const before = row.cells.at(-1)?.column ?? 0;
    const reference = attributes.get('r');
    const place: Place | undefined =
      reference === undefined ? { row: row.row, column: before + 1 } : placeOf(reference);
    if (place?.row !== row.row || place.column <= before) throw damaged('cell');
    const spot: OpenCell = {
      start: tag.start,
      end: tag.end,
      openEnd: tag.end,
      column: place.column,
      type: attributes.get('t'),
      style: Number(attributes.get('s') ?? 0),
      value: '',
      formula: undefined,
    };
    row.cells.push(spot);
    this.#cell = tag.kind === 'open' ? spot : undefined;
  }

  #inCell(tag: Tag, cell: OpenCell): void {
    if (tag.name === 'rPh') this.#inFurigana = tag.kind === 'open';
    else if ((tag.name === 'v' || tag.name === 't') && !this.#inFurigana) {
      this.#textStart = tag.kind === 'open' ? tag.end : -1;
    } else if (tag.name === 'f') {
      const attributes = attributesOf(this.xml, tag);
      const reference = attributes.get('ref');
      const type = attributes.get('t') ?? 'normal';
      cell.formula = { start: tag.start, end: tag.end, type, reference };
      const range = type === 'array' || type === 'dataTable' ? rangeOf(reference ?? '') : undefined;
      if (range) this.#filledRanges.push(range);
    }
  }
}

const CDATA = /<!\[CDATA\[([\s\S]*?)\]\]>/gu;

function textOf(inner: string): string {
  return inner.includes('<![CDATA[')
    ? inner
        .split(CDATA)
        .map((piece, index) => (index % 2 === 1 ? piece : plain(piece)))
        .join('')
    : plain(inner);
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

/** The row and cell at a place, where they exist. */
export function spotAt(sheet: SheetXml, place: Place): { row: RowSpot | undefined; cell: CellSpot | undefined } {
  const row = sheet.rows[firstFrom(sheet.rows, (spot) => spot.row >= place.row)];
  if (row?.row !== place.row) return { row: undefined, cell: undefined };
  const cell = row.cells[firstFrom(row.cells, (spot) => spot.column >= place.column)];
  return { row, cell: cell?.column === place.column ? cell : undefined };
}

/** Index of the first entry of a sorted list for which `isFrom` holds. */
export function firstFrom<T>(list: readonly T[], isFrom: (entry: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry !== undefined && isFrom(entry)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The style a place has or would get from its row or column. */
export function styleAt(sheet: SheetXml, place: Place): number {
  const { row, cell } = spotAt(sheet, place);
  if (cell) return cell.style;
  const { column } = place;
  return row?.style ?? sheet.columnStyles.find(({ from, to }) => column >= from && column <= to)?.style ?? 0;
}
