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
  /** Minutes since midnight, shown as 9:00. */
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
  /** Cells to the right that this one covers. */
  readonly span?: number;
  /** Note on the cell, e.g. the rule that cut it. */
  readonly note?: string;
  /** Formula results that must be zero turn red otherwise. */
  readonly mustBeZero?: boolean;
  readonly wrap?: boolean;
};

export type Row = {
  readonly cells: ReadonlyMap<number, Cell>;
  /** Points; default by look. */
  readonly height?: number;
  /** Starts a new printed page before this row. */
  readonly breakBefore?: boolean;
};

export type Sheet = {
  readonly name: string;
  readonly orientation: 'portrait' | 'landscape';
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
};

export type Workbook = {
  /** Without extension; characters that file systems refuse are replaced by the writer. */
  readonly name: string;
  readonly sheets: readonly Sheet[];
  /** Defined names: `hdr_course` → `_meta!$B$3`. */
  readonly names: Readonly<Record<string, string>>;
  readonly footerLeft: string;
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
