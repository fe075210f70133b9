/** 一覧: records of a course as rows that go to Excel, are edited by others, and come back known by a key. */

/** How a cell is shown and read. Days are `YYYY-MM-DD`, kilometres have one decimal. */
export type ListFormat = 'text' | 'count' | 'yen' | 'km' | 'date';
/** `undefined` is an empty cell. */
export type ListCell = string | number | undefined;

export type Changed<T> = { readonly ok: true; readonly entry: T } | { readonly ok: false; readonly ja: string };

export type ListField<T> = {
  readonly headingJa: string;
  readonly format: ListFormat;
  /** Characters. */
  readonly width: number;
  readonly of: (entry: T) => ListCell;
  /** The record with another text in this cell; an empty text takes the value away. Absent: shown for orientation only. */
  readonly change?: (entry: T, text: string) => Changed<T>;
};

export type KeyedList<T extends { readonly id: string }> = {
  /** 講師等 */
  readonly nameJa: string;
  readonly entries: readonly T[];
  readonly fields: readonly ListField<T>[];
  readonly nameOf: (entry: T) => string;
  /** An empty record for a row without a key; absent where rows cannot be added. */
  readonly fresh?: () => T;
  /** Why a record cannot be kept as it is; undefined where it can. */
  readonly problemOf: (entry: T) => string | undefined;
  /** Why nothing can be changed at all, e.g. at a frozen stage. */
  readonly lockJa?: string | undefined;
};

/** Heading of the column by which rows are known again. */
export const KEY_HEADING_JA = '照合キー';

/** What stands in the key column: the ID and a checksum of the values, so that a later change here is noticed. */
export function keyText<T extends { readonly id: string }>(list: KeyedList<T>, entry: T): string {
  return `${entry.id}#${checksum(list.fields.map((field) => String(field.of(entry) ?? '')).join('\u001f'))}`;
}

/** ID and checksum of a key; the checksum is empty where somebody cut it off. */
export function readKeyText(text: string): { readonly id: string; readonly sum: string } {
  const at = text.lastIndexOf('#');
  return at < 0 ? { id: text, sum: '' } : { id: text.slice(0, at), sum: text.slice(at + 1) };
}

/** Short and stable; it guards against oversights, not against anybody. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}
