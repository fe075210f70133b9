/** A list that came back beside what we hold: what is new, changed, the same, and what somebody must look at. */
import { slashDate } from '../../dates.js';
import { grouped } from '../../money.js';
import { readWholeDate } from '../../read-date.js';
import { foldWidth } from '../../text.js';
import { headingKey } from '../columns.js';
import type { ListRow, ListSheet } from '../list-sheet.js';
import { cleanText } from '../readings.js';
import {
  KEY_HEADING_JA,
  type KeyedList,
  keyText,
  type ListCell,
  type ListField,
  type ListFormat,
  readKeyText,
} from './keyed-list.js';

export type CellEdit = { readonly headingJa: string; readonly beforeJa: string; readonly afterJa: string };
/** A cell that was kept out. `column` counts from 0. */
export type CellProblem = {
  readonly headingJa: string;
  readonly column: number;
  readonly text: string;
  readonly ja: string;
};

export type ComparedEntry<T> = {
  readonly rowNo: number;
  readonly kind: 'doubtful' | 'new' | 'changed' | 'same';
  readonly nameJa: string;
  /** What we hold; absent for a new row. */
  readonly before: T | undefined;
  /** What it becomes; absent where nothing can be taken over. */
  readonly after: T | undefined;
  readonly edits: readonly CellEdit[];
  readonly problems: readonly CellProblem[];
  /** Why it is doubtful, cells aside. */
  readonly doubtsJa: readonly string[];
};

export type ListComparison<T> = {
  /** 疑わしい → 新規 → 変更 → 変更なし, each in the order of the list. */
  readonly rows: readonly ComparedEntry<T>[];
  /** What we hold and the list does not have; it stays. */
  readonly absent: readonly T[];
};

export type ComparedList<T> =
  { readonly ok: true; readonly comparison: ListComparison<T> } | { readonly ok: false; readonly ja: string };

const HEADING_ROWS = 20;
const ORDER = ['doubtful', 'new', 'changed', 'same'] as const;

/** Compares a sheet with what we hold. It must have the key column of a list that was written here. */
export function compareList<T extends { readonly id: string }>(sheet: ListSheet, list: KeyedList<T>): ComparedList<T> {
  const headingAt = sheet.rows.slice(0, HEADING_ROWS).findIndex((row) => keyColumn(row) >= 0);
  const headings = sheet.rows[headingAt];
  if (!headings) {
    return {
      ok: false,
      ja: `「${KEY_HEADING_JA}」の列がありません。「一覧をExcelへ」で書き出した${list.nameJa}の一覧を選んでください。`,
    };
  }
  const columns = list.fields.flatMap((field) => {
    const column = headings.cells.findIndex((text) => headingKey(text) === headingKey(field.headingJa));
    return column < 0 ? [] : [{ field, column }];
  });
  const comparer = new Comparer(list, columns, keyColumn(headings), sheet);
  const rows = sheet.rows.slice(headingAt + 1).flatMap((row) => comparer.compare(row) ?? []);
  const sorted = ORDER.flatMap((kind) => rows.filter((row) => row.kind === kind));
  return { ok: true, comparison: { rows: sorted, absent: list.entries.filter((entry) => !comparer.isFound(entry)) } };
}

function keyColumn({ cells }: ListRow): number {
  return cells.findIndex((text) => headingKey(text) === headingKey(KEY_HEADING_JA));
}

type Column<T> = { readonly field: ListField<T>; readonly column: number };

type Told<T> = {
  readonly before: T | undefined;
  readonly after: T;
  readonly edits: readonly CellEdit[];
  readonly problems: readonly CellProblem[];
  /** The record was changed here after the list had been written. */
  readonly isOld: boolean;
};

class Comparer<T extends { readonly id: string }> {
  readonly #byId: ReadonlyMap<string, T>;
  readonly #names: ReadonlyMap<string, T>;
  readonly #found = new Map<string, number>();
  readonly #broken: ReadonlyMap<string, string>;

  constructor(
    readonly list: KeyedList<T>,
    readonly columns: readonly Column<T>[],
    readonly keyAt: number,
    sheet: ListSheet,
  ) {
    this.#byId = new Map(list.entries.map((entry) => [entry.id, entry]));
    this.#names = new Map(list.entries.map((entry) => [cleanText(list.nameOf(entry)), entry]));
    this.#broken = new Map(sheet.unreadable.map(({ row, column, ja }) => [`${row} ${column}`, ja]));
  }

  isFound(entry: T): boolean {
    return this.#found.has(entry.id);
  }

  compare(row: ListRow): ComparedEntry<T> | undefined {
    const key = cleanText(row.cells[this.keyAt] ?? '');
    if (key === '') return this.#withoutKey(row);
    const { id, sum } = readKeyText(key);
    const before = this.#byId.get(id);
    if (!before) return this.#out(row, `照合キー「${key}」の行は、ここにありません。消したか、ほかの講習会の一覧です`);
    const earlier = this.#found.get(id);
    if (earlier !== undefined) return this.#out(row, `${earlier}行目と同じ照合キーです。この行は取り込みません`);
    this.#found.set(id, row.no);
    const isOld = `${id}#${sum}` !== keyText(this.list, before);
    return this.#edited(row, before, before, isOld);
  }

  #withoutKey(row: ListRow): ComparedEntry<T> | undefined {
    const filled = this.columns.filter(({ column }) => cleanText(row.cells[column] ?? '') !== '');
    if (filled.length === 0) return undefined;
    const { fresh } = this.list;
    if (!fresh) {
      return this.#out(
        row,
        `照合キーがありません。新しい${this.list.nameJa}は、この画面で加えてから書き出してください`,
      );
    }
    return this.#edited(row, undefined, fresh(), false);
  }

  #edited(row: ListRow, before: T | undefined, start: T, isOld: boolean): ComparedEntry<T> {
    const edits: CellEdit[] = [];
    const problems: CellProblem[] = [];
    let after = start;
    for (const { field, column } of this.columns) {
      const text = (row.cells[column] ?? '').trim();
      const told = this.#read(field, start, after, { text, broken: this.#broken.get(`${row.no} ${column}`) });
      if (told.kind === 'problem') problems.push({ headingJa: field.headingJa, column, text, ja: told.ja });
      if (told.kind !== 'edit') continue;
      edits.push({ headingJa: field.headingJa, beforeJa: wordsOf(field, start), afterJa: wordsOf(field, told.entry) });
      after = told.entry;
    }
    return this.#row(row, { before, after, edits, problems, isOld });
  }

  #read(
    field: ListField<T>,
    start: T,
    entry: T,
    cell: { readonly text: string; readonly broken: string | undefined },
  ): { kind: 'same' } | { kind: 'problem'; ja: string } | { kind: 'edit'; entry: T } {
    if (cell.broken !== undefined) return { kind: 'problem', ja: cell.broken };
    if (normal(cell.text, field.format) === normal(String(field.of(start) ?? ''), field.format))
      return { kind: 'same' };
    if (!field.change) {
      // New rows may leave such columns filled in; there is nothing to compare them with.
      if (!this.#byId.has(start.id)) return { kind: 'same' };
      return { kind: 'problem', ja: 'この列は変えられません。行がずれていないかを確かめてください' };
    }
    const changed = field.change(entry, cell.text);
    if (!changed.ok) return { kind: 'problem', ja: changed.ja };
    return field.of(changed.entry) === field.of(start) ? { kind: 'same' } : { kind: 'edit', entry: changed.entry };
  }

  #row({ no: rowNo }: ListRow, told: Told<T>): ComparedEntry<T> {
    const { before, after, edits, problems } = told;
    const isChange = edits.length > 0;
    const fault = isChange || !before ? this.list.problemOf(after) : undefined;
    const doubtsJa = [...(isChange ? this.#doubts(told) : []), ...(fault === undefined ? [] : [fault])];
    const isDoubtful = doubtsJa.length > 0 || problems.length > 0;
    const canBeTaken = isChange && this.list.lockJa === undefined && fault === undefined;
    return {
      rowNo,
      kind: isDoubtful ? 'doubtful' : !before ? 'new' : isChange ? 'changed' : 'same',
      nameJa: this.list.nameOf(before ?? after),
      before,
      after: canBeTaken ? after : undefined,
      edits,
      problems,
      doubtsJa,
    };
  }

  #doubts({ before, after, isOld }: Told<T>): string[] {
    const { lockJa } = this.list;
    return [
      ...(lockJa === undefined ? [] : [lockJa]),
      ...(isOld ? ['書き出したあとに、ここでも直されています'] : []),
      ...this.#namesake(before, after),
    ];
  }

  /** A name that somebody else here has: a namesake, the same person twice, or rows that slipped. */
  #namesake(before: T | undefined, after: T): string[] {
    const other = this.#names.get(cleanText(this.list.nameOf(after)));
    if (!other || other.id === after.id) return [];
    if (before && cleanText(this.list.nameOf(before)) === cleanText(this.list.nameOf(after))) return [];
    return before
      ? ['ほかの人と同じ氏名に変わっています。行がずれていないかを確かめてください']
      : ['同じ氏名の人がもういます'];
  }

  #out(row: ListRow, ja: string): ComparedEntry<T> {
    const name = this.columns.find(({ field }) => /氏名|内容/u.test(field.headingJa));
    const nameJa = cleanText(row.cells[name?.column ?? -1] ?? '');
    return {
      rowNo: row.no,
      kind: 'doubtful',
      nameJa: nameJa === '' ? `${row.no}行目` : nameJa,
      before: undefined,
      after: undefined,
      edits: [],
      problems: [],
      doubtsJa: [ja],
    };
  }
}

/** One spelling of a cell, to see whether somebody changed it. */
function normal(text: string, format: ListFormat): string {
  const plain = cleanText(text);
  if (format === 'text' || plain === '') return plain;
  if (format === 'date') return readWholeDate(plain) ?? plain;
  const digits = foldWidth(plain).replace(/[,円\s]/gu, '');
  return /^-?\d+(?:\.\d+)?$/u.test(digits) ? String(Number(digits)) : plain;
}

function wordsOf<T>(field: ListField<T>, entry: T): string {
  return cellJa(field.of(entry), field.format);
}

/** A cell in words, for the preview. */
export function cellJa(value: ListCell, format: ListFormat): string {
  if (value === undefined || value === '') return '';
  if (format === 'date') return slashDate(String(value));
  return typeof value === 'number' && format !== 'km' ? grouped(value) : String(value);
}
