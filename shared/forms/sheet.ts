/**
 * What a workbook contains, as data: cells with values, formulas and their results, notes, widths and print
 * set-up. Nothing here knows a spreadsheet library; the writer in `electron/excel` turns it into a file.
 */
import type { IsoDate } from '../dates.js';

/** How a cell shows its value. */
export type Format =
  | 'text'
  | 'yen'
  | 'count'
  /** Hours from minutes / 60. */
  | 'hours'
  /** Minutes since midnight, shown as 9:00; 1500 as 25:00. */
  | 'time'
  /** Kilometres with one decimal. */
  | 'km'
  /** 令和3年9月30日, for papers that are handed in. */
  | 'eraDate'
  /** 2021/09/30, in lists. */
  | 'date';

/** How a cell looks, by meaning. */
export type Look =
  | 'title'
  | 'caption'
  | 'heading'
  | 'columnHead'
  | 'body'
  | 'input'
  | 'subtotal'
  | 'total'
  | 'cut'
  | 'confirm'
  | 'held'
  | 'small';

export type Scalar = string | number | null;

export type Cell = {
  /** Text, a number, a date (`IsoDate` with a date format) or minutes (format `time`). */
  readonly value: Scalar;
  /** Formula without `=`; `value` is then its result. */
  readonly formula?: string;
  readonly format: Format;
  readonly look: Look;
  readonly align?: 'left' | 'center' | 'right';
  /** Cells to the right that this one covers, itself included. */
  readonly span?: number;
  /** Note on the cell, e.g. the rule that cut it. */
  readonly note?: string;
  /** Text breaks into lines; the row gets the height for them. */
  readonly wrap?: boolean;
  /** Text that is too long gets smaller instead of being cut at the edge. */
  readonly shrink?: boolean;
  /** A result that is 0 whenever the program is right; turns red otherwise. */
  readonly mustBeZero?: boolean;
  /** Turns red while the cell differs from the one in this column (0-based) of its row. */
  readonly mustEqual?: number;
  /** Only for the organisation's own copy: a check against what the program judged. */
  readonly internal?: boolean;
};

export type Row = {
  readonly cells: ReadonlyMap<number, Cell>;
  /** Points; absent = as high as its text needs, also after an edit. */
  readonly height?: number;
  /** Starts a new printed page before this row. */
  readonly breakBefore?: boolean;
  /** This many rows, from this one on, are not torn apart by the end of a page where they fit on one. */
  readonly keep?: number;
  /** A bold line above, e.g. where a new day begins. */
  readonly lineAbove?: boolean;
};

export type Orientation = 'portrait' | 'landscape';

export type Sheet = {
  readonly name: string;
  readonly orientation: Orientation;
  readonly hidden: boolean;
  /** Widths in characters, from column A. */
  readonly widths: readonly number[];
  /** Columns (0-based) that only the program reads. */
  readonly hiddenColumns: readonly number[];
  readonly rows: readonly Row[];
  /** Rows (1-based) repeated on each page. */
  readonly repeatRows?: readonly [number, number];
  /** 取扱注意: lists of persons. */
  readonly personal: boolean;
  /** Printed on one page, a little smaller where it must be. */
  readonly onePage?: boolean;
  /** Only for the organisation's own copy: never handed in. */
  readonly internal?: boolean;
};

export type Workbook = {
  /** Without extension; characters that file systems refuse are replaced by the writer. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** Defined names: `hdr_course` → `_meta!$B$3`. */
  readonly names: Readonly<Record<string, string>>;
  /** What every page says at its foot: whose paper it is and for what. */
  readonly foot: { readonly organizationJa: string; readonly courseJa: string };
  /** The day printed as 作成日. */
  readonly madeOn: IsoDate;
};

/** `A`, `B`, … `AA` of a 0-based column. */
export function columnLetter(column: number): string {
  const rest = Math.floor(column / 26);
  return `${rest > 0 ? columnLetter(rest - 1) : ''}${String.fromCharCode(65 + (column % 26))}`;
}

/** `$B$3`, or `B3` when relative; the row is 1-based, the column 0-based. */
export function address(row: number, column: number, absolute = false): string {
  return absolute ? `$${columnLetter(column)}$${row}` : `${columnLetter(column)}${row}`;
}

/** Reference into another sheet, its name quoted. */
export function elsewhere(sheet: string, place: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${place}`;
}
