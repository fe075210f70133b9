/** Cells and ranges of a sheet by their addresses, as Excel writes them; rows and columns count from 1 here. */
import { columnLetters } from '../import/list-sheet.js';

export type Place = { readonly row: number; readonly column: number };
export type Range = { readonly from: Place; readonly to: Place };

/** How far a sheet of Excel goes. */
const LAST: Place = { row: 1_048_576, column: 16_384 };

/** `B4` or `$B$4` as a place; undefined for anything else and for what lies outside every sheet. */
export function placeOf(address: string): Place | undefined {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(address) ?? [];
  if (letters === undefined || digits === undefined) return undefined;
  const place = { row: Number(digits), column: columnNumber(letters) };
  return place.row <= LAST.row && place.column <= LAST.column ? place : undefined;
}

/** `A` is 1, `AA` is 27. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** `B4` */
export function addressOf({ row, column }: Place): string {
  return `${columnLetters(column - 1)}${row}`;
}

/** `B4:D9`, or `B4` for a single cell; undefined for anything else. */
export function rangeOf(reference: string): Range | undefined {
  const [first = '', last = first] = reference.split(':');
  const from = placeOf(first);
  const to = placeOf(last);
  return from && to ? { from, to } : undefined;
}

export function contains({ from, to }: Range, { row, column }: Place): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** Row by row, from left to right. */
export function inOrder(a: Place, b: Place): number {
  return a.row - b.row || a.column - b.column;
}
