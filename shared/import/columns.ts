/** Which column of a list means what: found by the headings, guessed by the contents, or remembered. */
import { foldWidth } from '../text.js';
import { HEADING_HINTS, HEADING_WORDS, OTHER_PEOPLE, PERSON_FIELDS, type PersonField } from './person-fields.js';
import type { ListSheet } from './list-sheet.js';
import { guessByContents, holds } from './guess-columns.js';

export type ListColumn = {
  /** From 0. */
  readonly index: number;
  /** Empty where the column has none. */
  readonly headingJa: string;
  readonly field: PersonField | undefined;
};

export type ColumnMatch = {
  /** Place of the heading row among the rows; absent where the list begins at once. */
  readonly headingAt: number | undefined;
  readonly columns: readonly ListColumn[];
  /** Why somebody should look at it before going on; empty where everything is plain. */
  readonly doubtsJa: readonly string[];
};

/** A title, a date, a count may stand above the headings. */
const HEADING_ROWS = 20;
/** One fitting word may be chance: a title 「氏名一覧」. */
const LEAST_WORDS = 2;

/** Words and signs that say nothing about the column. */
const EMPTY_WORDS = /必須|任意|※.*$/gu;

/** A heading to compare by: one width, katakana, lower case, no spaces and signs. */
export function headingKey(text: string): string {
  return foldWidth(text)
    .replace(EMPTY_WORDS, '')
    .replace(/[ぁ-ゖ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[^\p{L}\p{N}ー]/gu, '')
    .toLowerCase();
}

const FIELD_OF_WORD = new Map<string, { readonly field: PersonField; readonly rank: number }>(
  PERSON_FIELDS.flatMap((field) =>
    HEADING_WORDS[field].split(' ').map((word, rank) => [headingKey(word), { field, rank }] as const),
  ),
);

/** The field of a heading: the whole heading, else without what stands in brackets. */
function fieldOfHeading(heading: string): { readonly field: PersonField; readonly rank: number } | undefined {
  const outside = foldWidth(heading).replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '');
  return FIELD_OF_WORD.get(headingKey(heading)) ?? FIELD_OF_WORD.get(headingKey(outside));
}

function hintOf(heading: string): PersonField | undefined {
  const key = headingKey(heading);
  if (OTHER_PEOPLE.test(key)) return undefined;
  return HEADING_HINTS.find(([pattern]) => pattern.test(key))?.[1];
}

/** Finds the headings of a sheet and what they mean. */
export function matchColumns(sheet: ListSheet): ColumnMatch {
  const headingAt = headingRow(sheet);
  if (headingAt === undefined) return withoutHeadings(sheet);
  const headings = sheet.rows[headingAt]?.cells ?? [];
  const width = widthOf(sheet, headings.length);
  const texts = Array.from({ length: width }, (_, index) => headings[index] ?? '');
  const { fields, guessed, twice } = fieldsOf(texts);
  const rowsBelow = { ...sheet, rows: sheet.rows.slice(headingAt + 1) };
  const columns = texts.map((headingJa, index) => ({ index, headingJa: headingJa.trim(), field: fields[index] }));
  const doubtsJa = [
    ...missingName(fields),
    ...guessed
      .filter((index) => !holds(rowsBelow, index, fields[index]))
      .map((index) => `「${texts[index]?.trim()}」の意味を推し量りました`),
    ...twice.map((index) => `「${texts[index]?.trim()}」と同じ意味の列がほかにもあります`),
  ];
  return { headingAt, columns, doubtsJa };
}

function headingRow({ rows }: ListSheet): number | undefined {
  let best: { at: number; words: number } | undefined;
  rows.slice(0, HEADING_ROWS).forEach((row, at) => {
    const words = new Set(row.cells.map((cell) => fieldOfHeading(cell)?.field).filter((field) => field !== undefined))
      .size;
    if (words >= Math.max(LEAST_WORDS, (best?.words ?? 0) + 1)) best = { at, words };
  });
  if (best) return best.at;
  // A list of names alone has one heading and nothing else in its row.
  const alone = rows.findIndex(
    ({ cells }) => cells.filter(Boolean).length === 1 && cells.some((cell) => fieldOfHeading(cell)?.field === 'name'),
  );
  return alone >= 0 && alone < HEADING_ROWS ? alone : undefined;
}

/** Each field once: the better word wins, then the column further left. */
function fieldsOf(headings: readonly string[]): {
  readonly fields: readonly (PersonField | undefined)[];
  readonly guessed: readonly number[];
  readonly twice: readonly number[];
} {
  const fields: (PersonField | undefined)[] = headings.map(() => undefined);
  const found = headings.flatMap((heading, index) => {
    const word = OTHER_PEOPLE.test(headingKey(heading)) ? undefined : fieldOfHeading(heading);
    return word ? [{ ...word, index }] : [];
  });
  const twice: number[] = [];
  for (const { field, index } of found.sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    if (!fields.includes(field)) fields[index] = field;
    else if (SURE_FIELDS.includes(field)) twice.push(index);
  }
  const guessed: number[] = [];
  headings.forEach((heading, index) => {
    const hint = fields[index] === undefined && !twice.includes(index) ? hintOf(heading) : undefined;
    if (hint === undefined || fields.includes(hint) || found.some((one) => one.index === index)) return;
    fields[index] = hint;
    guessed.push(index);
  });
  return { fields, guessed, twice };
}

/** Two columns for one of these must not be settled by their order. */
const SURE_FIELDS: readonly PersonField[] = ['name', 'kana', 'birthDate', 'myPageId'];

function missingName(fields: readonly (PersonField | undefined)[]): string[] {
  const hasName = fields.includes('name') || (fields.includes('familyName') && fields.includes('givenName'));
  return hasName ? [] : ['氏名の列が見つかりません'];
}

function withoutHeadings(sheet: ListSheet): ColumnMatch {
  const width = widthOf(sheet, 0);
  const fields = guessByContents(sheet, width);
  const columns = Array.from({ length: width }, (_, index) => ({ index, headingJa: '', field: fields[index] }));
  return {
    headingAt: undefined,
    columns,
    doubtsJa: ['見出しの行が見つからないため、中身から推し量りました', ...missingName(fields)],
  };
}

function widthOf({ rows }: ListSheet, least: number): number {
  return rows.reduce((width, row) => Math.max(width, row.cells.length), least);
}

/** Whether a name can be read by these columns. */
export function canReadPeople(columns: readonly ListColumn[]): boolean {
  return missingName(columns.map((column) => column.field)).length === 0;
}

/** A short name for a set of headings, to remember their meaning by. */
export function headingsKey(columns: readonly ListColumn[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const letter of columns.map((column) => headingKey(column.headingJa)).join('|')) {
    const code = letter.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return `${(high >>> 0).toString(36)}-${(low >>> 0).toString(36)}-${columns.length}`;
}
