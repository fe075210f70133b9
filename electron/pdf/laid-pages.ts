/** The rows of a sheet on pages: repeated heads, page breaks, rows that stay together. */
import { MARGIN } from '../../shared/forms/page.js';
import { type LaidRow, type LaidSheet, POINTS_PER_MM } from './laid-sheet.js';

/** A row on a page; of a row higher than a page only some lines of its texts. */
export type Slice = {
  readonly row: LaidRow;
  /** Points from the upper edge of the paper. */
  readonly top: number;
  readonly height: number;
  readonly firstLine: number;
  /** Not included. */
  readonly lastLine: number;
};

export type LaidPage = readonly Slice[];

/** Rows may be set this much closer where that saves a page: a last page with two lines of remarks helps nobody. */
const CLOSENESS = [1, 0.95, 0.9] as const;

/** At least one page, also for a sheet without rows. */
export function laidPages(sheet: LaidSheet): LaidPage[] {
  const ways = CLOSENESS.map((closeness) => filledPages(sheet, closeness));
  const fewest = Math.min(...ways.map((pages) => pages.length));
  return ways.find((pages) => pages.length === fewest) ?? [];
}

function filledPages(sheet: LaidSheet, closeness: number): LaidPage[] {
  const filling = new Filling(sheet, closeness);
  sheet.rows.forEach((row, index) => filling.add(row, index));
  return filling.pages();
}

class Filling {
  readonly #pages: Slice[][] = [[]];
  readonly #top = MARGIN.end * POINTS_PER_MM;
  readonly #room: number;
  readonly #repeated: readonly LaidRow[];
  readonly #repeatedHeight: number;
  readonly #lastRepeated: number;
  #used = 0;
  /** Whether the page holds anything but repeated rows. */
  #isBegun = false;

  constructor(
    readonly sheet: LaidSheet,
    readonly closeness: number,
  ) {
    const [from, to] = sheet.sheet.repeatRows ?? [1, 0];
    this.#room = sheet.height - 2 * this.#top;
    this.#repeated = sheet.rows.slice(from - 1, to);
    this.#repeatedHeight = this.#heightOf(this.#repeated);
    this.#lastRepeated = to;
  }

  add(row: LaidRow, index: number): void {
    const height = this.#height(row);
    const kept = this.#heightOf(this.sheet.rows.slice(index, index + row.keep));
    const fitsOne = kept <= this.#room - this.#repeatedHeight;
    const isTorn = row.keep > 1 && fitsOne && this.#used + kept > this.#room;
    if (this.#isBegun && (row.breakBefore || isTorn || this.#used + height > this.#room)) this.#turn(index);
    // Empty room above the first row of a page looks like something that is missing.
    if (!this.#isBegun && this.#pages.length > 1 && row.cells.length === 0) return;
    if (height > this.#room - this.#used) this.#addSliced(row, index);
    else this.#put(row, height, 0, Number.MAX_SAFE_INTEGER);
  }

  pages(): LaidPage[] {
    const last = this.#pages.at(-1);
    return this.#pages.length > 1 && last && !this.#isBegun ? this.#pages.slice(0, -1) : this.#pages;
  }

  #turn(index: number): void {
    this.#pages.push([]);
    this.#used = 0;
    if (index >= this.#lastRepeated) {
      const isRemark = index >= this.sheet.remarks;
      for (const row of this.#repeated) {
        // Over remarks the heads of the table would head nothing.
        if (!isRemark || !row.isHead) this.#put(row, this.#height(row), 0, Number.MAX_SAFE_INTEGER);
      }
    }
    this.#isBegun = false;
  }

  /** A row that is higher than a page goes on over the next ones, line by line. */
  #addSliced(row: LaidRow, index: number): void {
    const lineHeight = Math.max(1, ...row.cells.map(({ text }) => text?.lineHeight ?? 0));
    const lines = Math.max(1, ...row.cells.map(({ text }) => text?.lines.length ?? 0));
    for (let first = 0; first < lines;) {
      const fitting = Math.max(1, Math.floor((this.#room - this.#used) / lineHeight) - 1);
      const last = Math.min(lines, first + fitting);
      this.#put(row, Math.min((last - first + 0.5) * lineHeight, this.#room - this.#used), first, last);
      first = last;
      if (first < lines) this.#turn(index);
    }
  }

  #put(row: LaidRow, height: number, firstLine: number, lastLine: number): void {
    this.#pages.at(-1)?.push({ row, top: this.#top + this.#used, height, firstLine, lastLine });
    this.#used += height;
    this.#isBegun = true;
  }

  #height(row: LaidRow): number {
    return Math.max(row.natural * this.closeness, row.least);
  }

  #heightOf(rows: readonly LaidRow[]): number {
    return rows.reduce((sum, row) => sum + this.#height(row), 0);
  }
}
