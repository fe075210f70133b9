/** 違い: what two books say differently, key by key and row by row. */
import type { IsoDate } from '../../dates.js';
import type { Figure, FigureEntry, RulebookFile } from '../engine/rulebook.js';
import { type ExemptionTable, type RowOf, rowsOf } from './edit-book.js';

export type FigureDifference = {
  readonly key: string;
  readonly labelJa: string;
  /** Undefined where the book has no such key. */
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
  /** The values agree; a document, a place, a note or the tax differs. */
  readonly isOnlySource: boolean;
};

export type RowDifference<T extends ExemptionTable = ExemptionTable> = {
  readonly no: number;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before: RowOf[T] | undefined;
  readonly after: RowOf[T] | undefined;
};

export type BookDifference = {
  readonly figures: readonly FigureDifference[];
  readonly common: readonly RowDifference<'common'>[];
  readonly specialty: readonly RowDifference<'specialty'>[];
  /** Keys of documents that are named differently. */
  readonly sources: readonly string[];
};

/** Year, edition and state are no difference; a whole-year value of two years is compared as what it is. */
export function compareBooks(before: RulebookFile, after: RulebookFile): BookDifference {
  const keys = [...new Set([...Object.keys(before.figures), ...Object.keys(after.figures)])];
  return {
    figures: keys.flatMap((key) => figureDifference(key, before, after)),
    common: rowDifferences(before, after, 'common'),
    specialty: rowDifferences(before, after, 'specialty'),
    sources: sourceDifferences(before, after),
  };
}

/** How many figures, rows and documents differ. */
export function differenceCount({ figures, common, specialty, sources }: BookDifference): number {
  return figures.length + common.length + specialty.length + sources.length;
}

function figureDifference(key: string, before: RulebookFile, after: RulebookFile): FigureDifference[] {
  const own = { before: before.figures[key], after: after.figures[key] };
  const words = (figure: Figure | undefined, file: RulebookFile, part: (entry: FigureEntry) => unknown): string =>
    JSON.stringify(figure && figure.values.map((entry) => [...daysOf(entry, file), part(entry)]));
  const values = (entry: FigureEntry): unknown => entry.value;
  const all = ({ value, source, at, decision, note, unchecked }: FigureEntry): unknown => [
    value,
    source,
    at,
    decision,
    note,
    unchecked,
  ];
  const sameHead = own.before?.tax === own.after?.tax && own.before?.unit === own.after?.unit;
  if (words(own.before, before, all) === words(own.after, after, all) && sameHead) return [];
  const isOnlySource = words(own.before, before, values) === words(own.after, after, values);
  return [{ key, labelJa: (own.after ?? own.before)?.label ?? key, ...own, isOnlySource }];
}

/** First and last day as seen from the year: a value for the whole year is the same in every year. */
function daysOf(entry: FigureEntry, file: RulebookFile): [string, string] {
  const inYear = (day: IsoDate): string => `${Number(day.slice(0, 4)) - file.fiscalYear} ${day.slice(5)}`;
  const last = entry.to ?? file.to;
  return [entry.from <= file.from ? '' : inYear(entry.from), last >= file.to ? '' : inYear(last)];
}

function rowDifferences<T extends ExemptionTable>(
  before: RulebookFile,
  after: RulebookFile,
  table: T,
): RowDifference<T>[] {
  const rows = (file: RulebookFile): Map<number, RowOf[T]> => new Map(rowsOf(file, table).map((row) => [row.no, row]));
  const old = rows(before);
  const now = rows(after);
  const numbers = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a - b);
  return numbers.flatMap((no): RowDifference<T>[] => {
    const own = { no, before: old.get(no), after: now.get(no) };
    if (!own.before) return [{ ...own, kind: 'added' }];
    if (!own.after) return [{ ...own, kind: 'removed' }];
    return canonical(own.before) === canonical(own.after) ? [] : [{ ...own, kind: 'changed' }];
  });
}

function sourceDifferences(before: RulebookFile, after: RulebookFile): string[] {
  const ids = [...new Set([...Object.keys(before.sources), ...Object.keys(after.sources)])];
  return ids.filter((id) => canonical(before.sources[id]) !== canonical(after.sources[id]));
}

/** The same text whatever the order of the keys; marks that only a draft carries are left out of documents. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    if (key === 'carried') return undefined;
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
