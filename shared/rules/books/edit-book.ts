/** Changes to a draft: pure, each returns the file as it would be. Nothing here touches a book in force. */
import { addDays, type IsoDate } from '../../dates.js';
import type { CommonExemptionRow, ExemptionTables, SpecialtyExemptionRow } from '../engine/exemption-rows.js';
import type { BookSource, Figure, FigureEntry, RulebookFile } from '../engine/rulebook.js';

/** Name, unit and tax of a figure: what an entry needs around it where the book lacks its key. */
export type FigureHead = Pick<Figure, 'label' | 'unit' | 'tax'>;
export type Period = { readonly from: IsoDate; readonly to: IsoDate };

/** The last day of an entry; entries without one last to the end of the book. */
export function lastDay(entry: Pick<FigureEntry, 'to'>, file: Pick<RulebookFile, 'to'>): IsoDate {
  return entry.to ?? file.to;
}

/** Puts a value on its days. What stood on these days gives way; what stood before or after them stays. */
export function withEntry(file: RulebookFile, key: string, entry: FigureEntry, head?: FigureHead): RulebookFile {
  const period = { from: entry.from, to: lastDay(entry, file) };
  return withValues(file, key, [...around(file, key, period), entry], head);
}

/** Takes the value off these days: 未入力, never 0. */
export function withoutDays(file: RulebookFile, key: string, period: Period): RulebookFile {
  return withValues(file, key, around(file, key, period));
}

export function withTax(file: RulebookFile, key: string, tax: Figure['tax'] | undefined): RulebookFile {
  const own = file.figures[key];
  if (!own) return file;
  const { label, unit, values } = own;
  const figure = { label, unit, ...(tax === undefined ? {} : { tax }), values };
  return { ...file, figures: { ...file.figures, [key]: figure } };
}

/** Adds a document or changes one; a changed one is no longer that of an earlier year. */
export function withSource(file: RulebookFile, id: string, source: Omit<BookSource, 'carried'>): RulebookFile {
  const { titleJa, publisherJa, edition } = source;
  return { ...file, sources: { ...file.sources, [id]: { titleJa, publisherJa, edition } } };
}

/** Removes a document that nothing cites; one that is cited stays. */
export function withoutSource(file: RulebookFile, id: string): RulebookFile {
  if (citedBy(file, id) > 0) return file;
  const sources = { ...file.sources };
  delete sources[id];
  return { ...file, sources };
}

/** How many values and rows name a document. */
export function citedBy(file: RulebookFile, id: string): number {
  const values = Object.values(file.figures).flatMap((figure) => figure.values);
  const rows = [...file.exemptions.common, ...file.exemptions.specialty];
  return [...values, ...rows].filter((entry) => entry.source === id).length;
}

/** A key for a new document: `source-1`, `source-2` … */
export function freshSourceId(file: Pick<RulebookFile, 'sources'>): string {
  let number = 1;
  while (Object.hasOwn(file.sources, `source-${number}`)) number += 1;
  return `source-${number}`;
}

export type ExemptionTable = keyof ExemptionTables;
export type RowOf = { readonly common: CommonExemptionRow; readonly specialty: SpecialtyExemptionRow };

/** The rows of a table, typed by its name. */
export function rowsOf<T extends ExemptionTable>(file: RulebookFile, table: T): readonly RowOf[T][] {
  const tables: { readonly [K in ExemptionTable]: readonly RowOf[K][] } = file.exemptions;
  return tables[table];
}

/** Adds a row, or puts it in the place of the one numbered `replaced`; rows stand by their numbers. */
export function withRow<T extends ExemptionTable>(
  file: RulebookFile,
  table: T,
  row: RowOf[T],
  replaced: number = row.no,
): RulebookFile {
  const others = rowsOf(file, table).filter((other) => other.no !== replaced);
  const next = [...others, row].sort((a, b) => a.no - b.no);
  return { ...file, exemptions: { ...file.exemptions, [table]: next } };
}

export function withoutRow(file: RulebookFile, table: ExemptionTable, no: number): RulebookFile {
  const rows: readonly { readonly no: number }[] = file.exemptions[table];
  return { ...file, exemptions: { ...file.exemptions, [table]: rows.filter((row) => row.no !== no) } };
}

/** The number after the last row of a table. */
export function nextRowNumber(file: RulebookFile, table: ExemptionTable): number {
  const rows: readonly { readonly no: number }[] = file.exemptions[table];
  return Math.max(0, ...rows.map((row) => row.no)) + 1;
}

/** The entries of a figure outside of a period; one that reaches over it is split. */
function around(file: RulebookFile, key: string, { from, to }: Period): FigureEntry[] {
  return (file.figures[key]?.values ?? []).flatMap((entry): FigureEntry[] => {
    const last = lastDay(entry, file);
    if (last < from || entry.from > to) return [entry];
    return [
      ...(entry.from < from ? [{ ...entry, to: addDays(from, -1) }] : []),
      ...(last > to ? [{ ...entry, from: addDays(to, 1) }] : []),
    ];
  });
}

function withValues(file: RulebookFile, key: string, values: readonly FigureEntry[], head?: FigureHead): RulebookFile {
  const own = file.figures[key] ?? head;
  if (!own) return file;
  const ordered = [...values].sort((a, b) => (a.from < b.from ? -1 : 1)).map((entry) => tidy(entry, file));
  const figure = { ...own, values: joined(ordered, file) };
  return { ...file, figures: { ...file.figures, [key]: figure } };
}

/** One way to write it: no last day where the entry lasts to the end of the book. */
function tidy(entry: FigureEntry, file: RulebookFile): FigureEntry {
  if (entry.to === undefined || entry.to < file.to) return entry;
  const open = { ...entry };
  delete open.to;
  return open;
}

/** Neighbours that say the same become one. */
function joined(ordered: readonly FigureEntry[], file: RulebookFile): FigureEntry[] {
  return ordered.reduce<FigureEntry[]>((done, entry) => {
    const before = done.at(-1);
    const touches = before !== undefined && addDays(lastDay(before, file), 1) === entry.from;
    if (!before || !touches || contentOf(before) !== contentOf(entry)) return [...done, entry];
    const { to, ...rest } = before;
    const whole = entry.to === undefined ? rest : { ...rest, to: entry.to };
    return to === undefined ? done : [...done.slice(0, -1), whole];
  }, []);
}

function contentOf({ value, source, at, decision, note, unchecked }: FigureEntry): string {
  return JSON.stringify([value, source, at, decision, note, unchecked]);
}
