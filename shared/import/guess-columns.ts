import type { ListSheet } from './list-sheet.js';
import type { PersonField } from './person-fields.js';
import { readDay, readKana, readMail, readName, readPhone, readPrefecture } from './readings.js';

const LOOKED_AT = 50;
/** Share of the filled cells that must read so, in tenths: lists have their slips. */
const TENTHS = 8;

/** The surest first: a date of eight digits is also a name to nobody, but a name might be a prefecture. */
const TRIALS: readonly (readonly [field: PersonField, reads: (text: string) => boolean])[] = [
  ['email', (text) => readMail(text).ok],
  ['birthDate', (text) => readDay(text).ok],
  ['tel', (text) => /\d{4}/u.test(text) && readPhone(text).ok],
  ['prefecture', (text) => !/^\d/u.test(text) && readPrefecture(text).ok],
  ['kana', (text) => readKana(text).ok && /[ァ-ヺぁ-ゖｦ-ﾟ]/u.test(text)],
  ['name', (text) => readName(text).ok && /^[^\d]{2,20}$/u.test(text) && /\p{Script=Han}/u.test(text)],
];

/** What the columns hold, judged by their contents alone; each field once, the leftmost column first. */
export function guessByContents(
  { rows }: Pick<ListSheet, 'rows'>,
  width: number,
): readonly (PersonField | undefined)[] {
  const fields: (PersonField | undefined)[] = Array.from({ length: width }, () => undefined);
  for (const [field, reads] of TRIALS) {
    const index = fields.findIndex((taken, at) => taken === undefined && fits(cellsOf(rows, at), reads));
    if (index >= 0) fields[index] = field;
  }
  return fields;
}

function fits(texts: readonly string[], reads: (text: string) => boolean): boolean {
  return texts.length > 0 && texts.filter(reads).length * 10 >= texts.length * TENTHS;
}

/** True where the cells of a column read as the field that its heading hints at; a name is too easily read as one. */
export function holds({ rows }: Pick<ListSheet, 'rows'>, index: number, field: PersonField | undefined): boolean {
  const reads = field === 'name' ? undefined : TRIALS.find(([known]) => known === field)?.[1];
  return reads !== undefined && fits(cellsOf(rows, index), reads);
}

function cellsOf(rows: ListSheet['rows'], index: number): string[] {
  return rows.slice(0, LOOKED_AT).flatMap((row) => (row.cells[index]?.trim() ? [row.cells[index]] : []));
}
