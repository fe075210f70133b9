/** Builds a sheet from top to bottom and remembers where things stand, so that formulas can point at them. */
import { fitsOnePage, heightOf, withPages } from './page.js';
import {
  address,
  type Cell,
  columnLetter,
  type Format,
  type Look,
  type Orientation,
  type Row,
  type Scalar,
  type Sheet,
} from './sheet.js';

export type CellInput = { readonly value: Scalar } & Partial<Omit<Cell, 'value'>>;

/** A column of a table: head, width in characters, and how its cells show. */
export type Column<Key extends string = string> = {
  readonly key: Key;
  readonly headJa: string;
  readonly width: number;
  readonly format: Format;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  /** Only the program reads it; such columns stand last. */
  readonly hidden?: boolean;
};

/** One row of a table: a value or a full cell per column key. A column that is absent stays empty. */
export type TableRow<Key extends string> = Partial<Record<Key, Scalar | CellInput>>;

/** Makes a row; `at` gives the address of a cell of the same row, for formulas. */
export type RowMaker<Key extends string> = (at: (key: Key) => string) => TableRow<Key>;

/** A row, or a line of text that heads the rows after it. */
export type TableEntry<Key extends string> = RowMaker<Key> | { readonly groupJa: string };

/** Where a table stands: rows are 1-based and inclusive; a table without rows has one that says so. */
export type Placed<Key extends string> = {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly column: (key: Key) => number;
  /** `$H$9:$H$20` of a column. */
  readonly range: (key: Key) => string;
};

export type TableOptions = {
  /** What stands in the place of the rows where there are none. */
  readonly emptyJa?: string;
  /** A bold line above the row of this index. */
  readonly lineAbove?: (index: number) => boolean;
};

const NUMERIC: readonly Format[] = ['yen', 'count', 'hours', 'km'];
/** Rows of a block that stay together; a longer block may be torn after its first rows. */
const KEPT_WHOLE = 14;
const KEPT_START = 5;
/** Rows before the closing ones that stay with them. */
const KEPT_BEFORE_CLOSING = 3;

type SheetOptions = {
  readonly hidden?: boolean;
  readonly personal?: boolean;
  readonly internal?: boolean;
  readonly hiddenColumns?: readonly number[];
};

export class SheetDraft {
  readonly #rows: Row[] = [];
  #repeat: readonly [number, number] | undefined;

  constructor(
    readonly name: string,
    readonly orientation: Orientation,
    readonly widths: readonly number[],
    readonly options: SheetOptions = {},
  ) {}

  /** A sheet as wide as one table. */
  static for(
    name: string,
    orientation: Orientation,
    columns: readonly Column[],
    options: Omit<SheetOptions, 'hiddenColumns'> = {},
  ): SheetDraft {
    const hiddenColumns = columns.flatMap((column, index) => (column.hidden === true ? [index] : []));
    return new SheetDraft(
      name,
      orientation,
      columns.map((column) => column.width),
      { ...options, hiddenColumns },
    );
  }

  /** Row number (1-based) that the next row will get. */
  get nextRow(): number {
    return this.#rows.length + 1;
  }

  /** Number of columns that are printed. */
  get columns(): number {
    return this.widths.length - (this.options.hiddenColumns ?? []).length;
  }

  /** Width in characters of the printed columns from `from` up to, not including, `to`. */
  widthOf(from: number, to = this.columns): number {
    return this.widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  }

  /** Adds a row from cells by column; returns its number. */
  row(cells: Readonly<Record<number, CellInput>>, options: Omit<Row, 'cells'> = {}): number {
    this.#rows.push({
      cells: new Map(Object.entries(cells).map(([column, cell]) => [Number(column), complete(cell)])),
      ...options,
    });
    return this.#rows.length;
  }

  gap(): void {
    this.#rows.push({ cells: new Map(), height: 10 });
  }

  heading(text: string): number {
    return this.row({ 0: { value: text, look: 'heading' } }, { height: 22 });
  }

  /** A line of text from column `from` to the right edge, in as many lines as it needs; `before` fills the columns left of it. */
  text(value: string, look: Look, from = 0, before: Readonly<Record<number, CellInput>> = {}): number {
    return this.row(
      { ...before, [from]: { value, look, wrap: true, span: this.columns - from } },
      { height: heightOf(value, this.widthOf(from)) },
    );
  }

  /** A heading with what `fill` puts under it, on one page up to `most` rows; of a longer one the start is. */
  block(titleJa: string, fill: () => void, most = KEPT_WHOLE): void {
    const start = this.heading(titleJa) - 1;
    fill();
    const length = this.#rows.length - start;
    const first = this.#rows[start];
    if (first) this.#rows[start] = { ...first, keep: length <= most ? length : KEPT_START };
  }

  /**
   * Rows that close a sheet, with the last rows before them on their page: nobody knows what a note alone on a page
   * speaks of. A block that ends there and is kept whole stays so.
   */
  closing(fill: () => void): void {
    const before = this.#rows.length;
    fill();
    const start = this.#lastKept(before) ?? Math.max(0, before - KEPT_BEFORE_CLOSING);
    const first = this.#rows[start];
    if (first) this.#rows[start] = { ...first, keep: this.#rows.length - start };
  }

  /** Keeps the last row with those that follow, `rows` in all. */
  #keepLast(rows: number): void {
    const last = this.#rows.at(-1);
    if (last && last.keep === undefined) this.#rows[this.#rows.length - 1] = { ...last, keep: rows };
  }

  /** Where the block begins that is kept whole up to `end`; undefined where none is. */
  #lastKept(end: number): number | undefined {
    const index = this.#rows.findLastIndex((row, at) => at < end && row.keep !== undefined && at + row.keep >= end);
    return index === -1 ? undefined : index;
  }

  /** Marks rows as repeated on each printed page. */
  repeat(first: number, last: number): void {
    this.#repeat = [first, last];
  }

  /** The heads of a table; `table` places them with its rows. */
  head(columns: readonly Column[]): number {
    return this.row(
      Object.fromEntries(
        columns.map((column, index) => [
          index,
          { value: column.headJa, look: 'columnHead', align: 'center', wrap: true },
        ]),
      ),
    );
  }

  /** A table: its head, then its rows. */
  table<Key extends string>(
    columns: readonly Column<Key>[],
    entries: readonly TableEntry<Key>[],
    options: TableOptions = {},
  ): Placed<Key> {
    this.head(columns);
    const first = this.nextRow;
    const position = new Map(columns.map((column, index) => [column.key, index]));
    const column = (key: Key): number => position.get(key) ?? 0;
    entries.forEach((entry, index) => {
      const number = this.nextRow;
      const lineAbove = options.lineAbove?.(index) === true ? { lineAbove: true } : {};
      if (typeof entry === 'function') {
        const made = entry((key) => address(number, column(key)));
        this.row(tableCells(columns, made), lineAbove);
      } else {
        this.row({ 0: { value: entry.groupJa, look: 'subtotal', span: this.columns } }, { height: 18, keep: 2 });
      }
    });
    if (entries.length === 0) this.#empty(options.emptyJa ?? '該当する行はありません');
    const last = this.nextRow - 1;
    return {
      sheet: this.name,
      first,
      last,
      column,
      range: (key) => `$${columnLetter(column(key))}$${first}:$${columnLetter(column(key))}$${last}`,
    };
  }

  /** A row of sums under a table; `sums` maps a column to its result. */
  sums<Key extends string>(
    placed: Placed<Key>,
    label: string,
    sums: Partial<Record<Key, number>>,
    look: Look = 'total',
    format: Format = 'yen',
  ): number {
    const cells: Record<number, CellInput> = { 0: { value: label, look } };
    for (const [key, result] of Object.entries(sums) as [Key, number][]) {
      cells[placed.column(key)] = { value: result, formula: `SUM(${placed.range(key)})`, format, look };
    }
    for (let column = 0; column < this.columns; column += 1) cells[column] ??= { value: null, look };
    this.#keepLast(2);
    return this.row(cells);
  }

  finish(): Sheet {
    const sheet = {
      name: this.name,
      orientation: this.orientation,
      hidden: this.options.hidden ?? false,
      widths: this.widths,
      hiddenColumns: this.options.hiddenColumns ?? [],
      ...(this.#repeat ? { repeatRows: this.#repeat } : {}),
      personal: this.options.personal ?? false,
      ...(this.options.internal === true ? { internal: true } : {}),
      ...(fitsOnePage(this, this.#rows) ? { onePage: true } : {}),
    };
    return { ...sheet, rows: withPages(sheet, this.#rows) };
  }

  #empty(text: string): void {
    this.row({ 0: { value: text, look: 'body', align: 'center', span: this.columns } }, { height: 24 });
  }
}

function tableCells<Key extends string>(
  columns: readonly Column<Key>[],
  row: TableRow<Key>,
): Record<number, CellInput> {
  return Object.fromEntries(
    columns.map((column, index) => {
      const own = row[column.key];
      const input: CellInput = typeof own === 'object' && own !== null ? own : { value: own ?? null };
      const align = input.align ?? column.align;
      const cell: CellInput = {
        format: column.format,
        look: 'body',
        ...(column.wrap === true ? { wrap: true } : {}),
        ...input,
        ...(align === undefined ? {} : { align }),
      };
      return [index, cell];
    }),
  );
}

/** Numbers stand right and, like every text in one line, get smaller rather than turn into #### or be cut. */
function complete(cell: CellInput): Cell {
  const format = cell.format ?? 'text';
  const look = cell.look ?? 'body';
  const isFree = look === 'title' || look === 'heading';
  return {
    ...cell,
    look,
    format,
    ...(cell.align === undefined && NUMERIC.includes(format) ? { align: 'right' } : {}),
    ...(cell.wrap === true || isFree ? {} : { shrink: true }),
  };
}
