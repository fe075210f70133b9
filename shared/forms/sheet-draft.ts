/** Builds a sheet from top to bottom and remembers where things stand, so that formulas can point at them. */
import {
  address,
  type Cell,
  columnLetter,
  type Format,
  type Look,
  type Row,
  type Scalar,
  type Sheet,
} from './sheet.js';

export type CellInput = { readonly value: Scalar } & Partial<Omit<Cell, 'value'>>;

/** A column of a table: head, width in characters, and how its cells show. */
export type Column<Key extends string = string> = {
  readonly key: Key;
  readonly headJa: string;
  readonly format: Format;
  readonly align?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
};

/** One row of a table: a value or a full cell per column key. A column that is absent stays empty. */
export type TableRow<Key extends string> = Partial<Record<Key, Scalar | CellInput>>;

/** Where a table stands: rows are 1-based and inclusive; `last` < `first` when it has no rows. */
export type Placed<Key extends string> = {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
  readonly column: (key: Key) => number;
  /** `$H$9:$H$20` of a column; one empty row where the table has none. */
  readonly range: (key: Key) => string;
  readonly cell: (key: Key, row: number) => string;
};

const NUMERIC: readonly Format[] = ['yen', 'count', 'hours', 'km'];

export class SheetDraft {
  readonly #rows: Row[] = [];
  #repeat: readonly [number, number] | undefined;

  constructor(
    readonly name: string,
    readonly orientation: 'portrait' | 'landscape',
    readonly widths: readonly number[],
    readonly options: {
      readonly hidden?: boolean;
      readonly personal?: boolean;
      readonly hiddenColumns?: readonly number[];
    } = {},
  ) {}

  /** Row number (1-based) that the next row will get. */
  get nextRow(): number {
    return this.#rows.length + 1;
  }

  /** Adds a row from cells by column; returns its number. */
  row(cells: Readonly<Record<number, CellInput>>, options: { height?: number; breakBefore?: boolean } = {}): number {
    this.#rows.push({
      cells: new Map(Object.entries(cells).map(([column, cell]) => [Number(column), complete(cell)])),
      ...options,
    });
    return this.#rows.length;
  }

  gap(): void {
    this.#rows.push({ cells: new Map() });
  }

  heading(text: string, breakBefore = false): number {
    return this.row({ 0: { value: text, look: 'heading' } }, { height: 20, breakBefore });
  }

  /** Marks rows as repeated on each printed page. */
  repeat(first: number, last: number): void {
    this.#repeat = [first, last];
  }

  /** A table: its head, then its rows. A formula of a row may depend on the row's number. */
  table<Key extends string>(
    columns: readonly Column<Key>[],
    rows: readonly ((row: number, at: (key: Key) => string) => TableRow<Key>)[],
  ): Placed<Key> {
    this.row(
      Object.fromEntries(
        columns.map((column, index) => [
          index,
          { value: column.headJa, look: 'columnHead', align: 'center', wrap: true },
        ]),
      ),
      { height: 30 },
    );
    const first = this.nextRow;
    const position = new Map(columns.map((column, index) => [column.key, index]));
    const column = (key: Key): number => position.get(key) ?? 0;
    for (const make of rows) {
      const number = this.nextRow;
      this.#tableRow(
        columns,
        make(number, (key) => address(number, column(key))),
      );
    }
    const last = this.nextRow - 1;
    return {
      sheet: this.name,
      first,
      last,
      column,
      range: (key) => `$${columnLetter(column(key))}$${first}:$${columnLetter(column(key))}$${Math.max(first, last)}`,
      cell: (key, row) => address(row, column(key)),
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
    for (let column = 0; column < this.widths.length; column += 1) {
      cells[column] ??= { value: null, look };
    }
    return this.row(cells);
  }

  finish(): Sheet {
    return {
      name: this.name,
      orientation: this.orientation,
      hidden: this.options.hidden ?? false,
      widths: this.widths,
      hiddenColumns: this.options.hiddenColumns ?? [],
      rows: this.#rows,
      ...(this.#repeat ? { repeatRows: this.#repeat } : {}),
      personal: this.options.personal ?? false,
    };
  }

  #tableRow<Key extends string>(columns: readonly Column<Key>[], row: TableRow<Key>): void {
    const cells: Record<number, CellInput> = {};
    columns.forEach((column, index) => {
      const own = row[column.key];
      const input: CellInput =
        own === undefined || own === null || typeof own !== 'object' ? { value: own ?? null } : own;
      const align = input.align ?? column.align;
      cells[index] = {
        format: column.format,
        look: 'body',
        ...(column.wrap === true ? { wrap: true } : {}),
        ...input,
        ...(align === undefined ? {} : { align }),
      };
    });
    this.row(cells);
  }
}

function complete(cell: CellInput): Cell {
  const format = cell.format ?? 'text';
  return {
    look: 'body',
    ...cell,
    format,
    ...(cell.align === undefined && NUMERIC.includes(format) ? { align: 'right' } : {}),
  };
}
