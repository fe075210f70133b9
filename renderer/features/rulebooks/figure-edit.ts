/** One figure being changed: what is typed, what is still missing, and the book as it would be. */
import type { IsoDate } from '../../../shared/dates.js';
import { freshSourceId, withEntry, withSource, withTax } from '../../../shared/rules/books/edit-book.js';
import { figureText } from '../../../shared/rules/books/figure-text.js';
import type { BookSource, Figure, FigureEntry, RulebookFile } from '../../../shared/rules/engine/rulebook.js';
import { readDateEntry } from '../../ui/date-field.js';
import { type FigureRow, isWithin, openEnd } from './figure-rows.js';
import { readFigure } from './read-figure.js';

/** Chosen in place of a document: the one named in the fields below. */
export const NEW_SOURCE = 'new';

export type FigureEdit = {
  /** The value as typed; absent where only something beside it is changed. */
  readonly text?: string;
  readonly source?: string;
  readonly newSource?: { readonly titleJa: string; readonly publisherJa: string; readonly edition: string };
  readonly at?: string;
  readonly note?: string;
  readonly tax?: Figure['tax'] | 'none';
  readonly from?: string;
  readonly to?: string;
};

export type EditField = 'value' | 'source' | 'newSource' | 'at' | 'from' | 'to';

export type ReadEdit =
  | { readonly ok: true; readonly file: RulebookFile; readonly entry: FigureEntry; readonly sourceId: string }
  | { readonly ok: false; readonly field: EditField; readonly ja: string };

/** What a row needs to be read: its book, and the document that was given last. */
export type EditPlace = {
  readonly row: FigureRow;
  readonly file: RulebookFile;
  readonly lastSource: string | undefined;
};

/** The fields of the form: what is typed, otherwise what stands in the book. */
export function shownEdit(edit: FigureEdit, { row, file, lastSource }: EditPlace) {
  const { entry } = row;
  return {
    text: edit.text ?? (entry ? figureText(entry.value, row.kind) : ''),
    source: edit.source ?? chosenSource(edit, { row, file, lastSource }),
    at: edit.at ?? entry?.at ?? '',
    note: edit.note ?? entry?.note ?? '',
    tax: edit.tax ?? row.head.tax ?? 'none',
  };
}

/** A changed value needs a document of its own; one that only gets a note keeps the one it has. */
function chosenSource(edit: FigureEdit, { row, file, lastSource }: EditPlace): string | undefined {
  if (!needsSource(edit, row, file)) return row.entry?.source;
  return lastSource !== undefined && lastSource in file.sources ? lastSource : undefined;
}

/** True where the value is new, was only moved along, or counts from another day. */
export function needsSource(edit: FigureEdit, row: FigureRow, file: RulebookFile): boolean {
  const { entry, kind } = row;
  if (!entry || entry.unchecked === true || edit.from !== undefined || edit.to !== undefined) return true;
  if (edit.text === undefined) return false;
  const read = readFigure(edit.text, kind, file.fiscalYear);
  return !read.ok || JSON.stringify(read.value) !== JSON.stringify(entry.value);
}

/** The book with the edit in it, or the first thing that is missing. */
export function readEdit(edit: FigureEdit, place: EditPlace): ReadEdit {
  const { row, file } = place;
  const value = edit.text === undefined ? row.entry?.value : undefined;
  const read =
    value === undefined ? readFigure(edit.text ?? '', row.kind, file.fiscalYear) : { ok: true as const, value };
  if (!read.ok) return { ok: false, field: 'value', ja: read.ja };
  const period = readPeriod(edit, place);
  if (!period.ok) return period;
  const source = readSource(edit, place);
  if (!source.ok) return source;
  const at = (edit.at ?? row.entry?.at ?? '').trim();
  if (at === '') return { ok: false, field: 'at', ja: '資料の中の場所を入れてください（例 別表1(1)）' };
  const entry = entryOf(read.value, { ...period, source: source.id, at }, edit, place);
  const withDocument = source.added ? withSource(file, source.id, source.added) : file;
  const withValue = withEntry(withDocument, row.key, entry, row.head);
  const next =
    edit.tax === undefined ? withValue : withTax(withValue, row.key, edit.tax === 'none' ? undefined : edit.tax);
  return { ok: true, file: next, entry, sourceId: source.id };
}

type Days = { readonly ok: true; readonly from: IsoDate; readonly to: IsoDate | undefined };

function readPeriod(edit: FigureEdit, { row, file }: EditPlace): Days | Extract<ReadEdit, { ok: false }> {
  const from =
    edit.from === undefined ? { ok: true as const, value: row.from } : readDateEntry(edit.from, file.fiscalYear);
  if (!from.ok) return { ok: false, field: 'from', ja: from.ja };
  const to = edit.to === undefined ? { ok: true as const, value: row.to } : readEnd(edit.to, file);
  if (!to.ok) return { ok: false, field: 'to', ja: to.ja };
  const period = { from: from.value, to: to.value };
  if (!isWithin(period, file)) {
    return {
      ok: false,
      field: edit.from === undefined ? 'to' : 'from',
      ja: 'この基準の期間の中で、始めから終わりの順に入れてください',
    };
  }
  return { ok: true, from: period.from, to: openEnd(period.to, file) };
}

function readEnd(text: string, file: RulebookFile): ReturnType<typeof readDateEntry> {
  return text.trim() === '' ? { ok: true, value: file.to } : readDateEntry(text, file.fiscalYear);
}

type Source = { readonly ok: true; readonly id: string; readonly added?: BookSource };

function readSource(edit: FigureEdit, place: EditPlace): Source | Extract<ReadEdit, { ok: false }> {
  const { source } = shownEdit(edit, place);
  if (source === undefined) return { ok: false, field: 'source', ja: '値が書かれている資料を選んでください' };
  if (source !== NEW_SOURCE) return { ok: true, id: source };
  const titleJa = edit.newSource?.titleJa.trim() ?? '';
  if (titleJa === '') return { ok: false, field: 'newSource', ja: '資料名を入れてください' };
  const publisherJa = edit.newSource?.publisherJa.trim() ?? '';
  const edition = edit.newSource?.edition.trim() ?? '';
  const [known] = Object.values(place.file.sources);
  const added = { titleJa, publisherJa: publisherJa || (known?.publisherJa ?? '—'), edition: edition || '—' };
  return { ok: true, id: freshSourceId(place.file), added };
}

/** A value that is now given by a document is no reading of ours any more. */
function entryOf(
  value: FigureEntry['value'],
  cited: { readonly from: IsoDate; readonly to: IsoDate | undefined; readonly source: string; readonly at: string },
  edit: FigureEdit,
  { row, file }: EditPlace,
): FigureEntry {
  const { from, to, source, at } = cited;
  const note = (edit.note ?? row.entry?.note ?? '').trim();
  const decision = needsSource(edit, row, file) && row.entry?.unchecked !== true ? undefined : row.entry?.decision;
  return {
    from,
    ...(to === undefined ? {} : { to }),
    value,
    source,
    at,
    ...(decision === undefined ? {} : { decision }),
    ...(note === '' ? {} : { note }),
  };
}
