import { LIST_LIMITS, type ListRow, type ListSheet } from '../../shared/import/list-sheet.js';
import { cellText } from './cell-text.js';
import { broken, type PartReader } from './parts.js';
import { tooManyRows, tooMuch } from './too-large.js';
import type { Book } from './workbook-parts.js';
import { xmlPart } from './xml-part.js';

/** Rows that are only coloured or bordered count for nothing, but they are not read without end. */
const MOST_BLANK_ROWS = 200_000;

/** One sheet, row by row; it gives up at the first row too many. */
export class SheetReader {
  readonly part: PartReader;
  readonly #rows: ListRow[] = [];
  readonly #unreadable: { row: number; column: number; ja: string }[] = [];
  #cells: string[] = [];
  #row = 0;
  #seenRows = 0;
  #seenCells = 0;
  #column = -1;
  #type: string | undefined;
  #isDay = false;
  #value = '';
  #takes = false;
  #inPhonetic = false;

  constructor(
    readonly nameJa: string,
    readonly book: Book,
  ) {
    this.part = xmlPart({
      open: (name, attributes) => this.#open(name, attributes),
      text: (text) => {
        if (this.#takes) this.#value += text;
      },
      close: (name) => this.#close(name),
    });
  }

  get sheet(): ListSheet {
    return { nameJa: this.nameJa, rows: this.#rows, unreadable: this.#unreadable };
  }

  #open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.#openRow(attributes['r']);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'rPh') this.#inPhonetic = true;
    else this.#takes = (name === 'v' || name === 't') && !this.#inPhonetic;
  }

  #openRow(number: string | undefined): void {
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    if (!Number.isInteger(this.#row) || this.#row < 1) throw broken();
    this.#seenRows += 1;
    if (this.#seenRows > MOST_BLANK_ROWS) throw tooManyRows();
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes['r'];
    this.#column = place === undefined ? this.#column + 1 : columnOf(place);
    this.#type = attributes['t'];
    this.#isDay = this.book.days[Number(attributes['s'] ?? 0)] ?? false;
    this.#value = '';
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#takes = false;
    else if (name === 'rPh') this.#inPhonetic = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  #closeCell(): void {
    if (this.#value === '') return;
    const cell = { type: this.#type, value: this.#value, isDay: this.#isDay };
    const text = cellText(cell, this.book.shared, this.book.counts1904);
    if (!text.ok) this.#unreadable.push({ row: this.#row, column: this.#column, ja: text.ja });
    if (text.ok && text.text.trim() === '') return;
    this.#seenCells += Math.max(1, 1 + this.#column - this.#cells.length);
    if (this.#seenCells > LIST_LIMITS.cells) throw tooMuch();
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text.ok ? text.text : '';
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#rows.length >= LIST_LIMITS.rows) throw tooManyRows();
    this.#rows.push({ no: this.#row, cells: this.#cells });
  }
}

/** Column of `AB12`, from 0. */
function columnOf(place: string): number {
  let column = 0;
  for (const letter of /^[A-Z]{1,3}/u.exec(place)?.[0] ?? '') column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw broken();
  return column - 1;
}
