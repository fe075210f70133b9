/** The people of a list: each row by what its columns mean, with the cells that could not be read named. */
import type { IsoDate } from '../dates.js';
import { readKeyText } from './keyed/keyed-list.js';
import type { ListColumn } from './columns.js';
import type { ListRow, ListSheet } from './list-sheet.js';
import type { PersonField } from './person-fields.js';
import {
  cleanText,
  readDay,
  readFiscalYear,
  readId,
  readIsPast,
  readKana,
  readMail,
  readName,
  readPhone,
  readPrefecture,
  type Reading,
} from './readings.js';

/** What a row says of a person; an empty cell says nothing. */
export type PersonValues = {
  readonly nameJa?: string;
  readonly nameKana?: string;
  readonly birthDate?: IsoDate;
  readonly prefectureCode?: string;
  readonly email?: string;
  readonly tel?: string;
  readonly myPageId?: string;
  /** 過年度: enrolled in an earlier fiscal year. */
  readonly isPast?: boolean;
  readonly startFiscalYear?: number;
  readonly primaryApprovedOn?: IsoDate;
  readonly finalApprovedOn?: IsoDate;
  readonly feePaidOn?: IsoDate;
  /** ID of the person in a list that was written here. */
  readonly key?: string;
};

/** A cell that was kept out. */
export type CellProblem = {
  /** From 0. */
  readonly column: number;
  readonly field: PersonField;
  readonly text: string;
  readonly ja: string;
};

export type ListedPerson = {
  readonly rowNo: number;
  readonly values: PersonValues;
  readonly problems: readonly CellProblem[];
};

/** How a whole cell becomes a value; names in two columns are joined before. */
const READERS: Readonly<Record<keyof PersonValues, (text: string) => Reading<unknown>>> = {
  nameJa: readName,
  nameKana: readKana,
  birthDate: readDay,
  prefectureCode: readPrefecture,
  email: readMail,
  tel: readPhone,
  myPageId: readId,
  isPast: readIsPast,
  startFiscalYear: readFiscalYear,
  primaryApprovedOn: readDay,
  finalApprovedOn: readDay,
  feePaidOn: readDay,
  key: (text) => ({ ok: true, value: readKeyText(text).id }),
};
const KEY_OF: Readonly<Record<PersonField, keyof PersonValues>> = {
  name: 'nameJa',
  familyName: 'nameJa',
  givenName: 'nameJa',
  kana: 'nameKana',
  familyKana: 'nameKana',
  givenKana: 'nameKana',
  birthDate: 'birthDate',
  prefecture: 'prefectureCode',
  email: 'email',
  tel: 'tel',
  myPageId: 'myPageId',
  isPast: 'isPast',
  startFiscalYear: 'startFiscalYear',
  primaryApprovedOn: 'primaryApprovedOn',
  finalApprovedOn: 'finalApprovedOn',
  feePaidOn: 'feePaidOn',
  key: 'key',
};

/** What stands in a cell where there is nothing to say. */
const NOTHING = /^(?:[-−ー―‐]+|なし|無し|無|不明|未|未定|未入力|n\/?a)$/iu;
/** A row that closes a list: 「以上」「計 24名」. */
const CLOSING = /^(?:以上|合計|小計|総計|計)(?:\s*\d+\s*[名人])?$/u;

/** The people below the headings, one by one; yields after each row, so that the caller may pause. */
export function* readPeople(
  sheet: ListSheet,
  columns: readonly ListColumn[],
  headingAt: number | undefined,
): Generator<number, readonly ListedPerson[]> {
  const people: ListedPerson[] = [];
  const broken = new Map(sheet.unreadable.map((cell) => [`${cell.row} ${cell.column}`, cell.ja]));
  const rows = sheet.rows.slice(headingAt === undefined ? 0 : headingAt + 1);
  for (const [index, row] of rows.entries()) {
    const person = readPerson(row, columns, broken);
    if (person) people.push(person);
    yield index + 1;
  }
  return people;
}

type Cell = { readonly column: ListColumn; readonly field: PersonField; readonly text: string };

function readPerson(
  row: ListRow,
  columns: readonly ListColumn[],
  broken: ReadonlyMap<string, string>,
): ListedPerson | undefined {
  if (repeatsHeadings(row, columns)) return undefined;
  const problems: CellProblem[] = [];
  const values: Record<string, unknown> = {};
  const cells = columns.flatMap((column): Cell[] =>
    column.field === undefined ? [] : [{ column, field: column.field, text: cleanText(row.cells[column.index] ?? '') }],
  );
  for (const { column, field } of cells) {
    const ja = broken.get(`${row.no} ${column.index}`);
    if (ja !== undefined) problems.push({ column: column.index, field, text: '', ja });
  }
  for (const { text, parts } of joined(cells.filter((cell) => !NOTHING.test(cell.text)))) {
    const [first] = parts;
    if (!first || text === '') continue;
    const key = KEY_OF[first.field];
    if (key === 'nameJa' && parts.length === 1 && CLOSING.test(text)) return undefined;
    const reading = READERS[key](text);
    if (reading.ok) values[key] ??= reading.value;
    else problems.push({ column: first.column.index, field: first.field, text, ja: reading.ja });
  }
  if (Object.keys(values).length === 0 && problems.length === 0) return undefined;
  return { rowNo: row.no, values, problems };
}

/** A list printed over several pages repeats its headings. */
function repeatsHeadings(row: ListRow, columns: readonly ListColumn[]): boolean {
  const named = columns.filter((column) => column.field !== undefined && column.headingJa !== '');
  return named.length > 1 && named.every((column) => row.cells[column.index]?.trim() === column.headingJa);
}

/** 姓 and 名 as one name, セイ and メイ as one フリガナ; everything else by itself. */
function joined(cells: readonly Cell[]): { readonly text: string; readonly parts: readonly Cell[] }[] {
  const pair = (family: PersonField, given: PersonField): Cell[] =>
    [family, given].flatMap((field) => cells.find((cell) => cell.field === field && cell.text !== '') ?? []);
  const pairs = [pair('familyName', 'givenName'), pair('familyKana', 'givenKana')];
  const inPairs = new Set(['familyName', 'givenName', 'familyKana', 'givenKana']);
  return [
    ...cells.filter((cell) => !inPairs.has(cell.field)).map((cell) => ({ text: cell.text, parts: [cell] })),
    ...pairs.map((parts) => ({ text: parts.map((part) => part.text).join(' '), parts })),
  ];
}
