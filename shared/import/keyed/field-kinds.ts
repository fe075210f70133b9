/** The kinds of columns of a list: how a text becomes a value of a record, or why it does not. */
import { cleanText, type Reading } from '../readings.js';
import type { Changed, ListCell, ListField, ListFormat } from './keyed-list.js';

type Head = { readonly headingJa: string; readonly width: number };

/** A column that is only shown. */
export function shown<T>(head: Head, of: (entry: T) => ListCell, format: ListFormat = 'text'): ListField<T> {
  return { ...head, format, of };
}

/** A column whose text is read as a whole; where it is optional, an empty cell takes the value away. */
export function open<T, V extends string | number>(
  head: Head & { readonly format?: ListFormat; readonly isRequired?: boolean },
  ways: {
    readonly of: (entry: T) => ListCell;
    readonly read: (text: string) => Reading<V>;
    readonly set: (entry: T, value: V | undefined) => T;
  },
): ListField<T> {
  const { headingJa, width, format = 'text', isRequired = false } = head;
  const change = (entry: T, text: string): Changed<T> => {
    if (cleanText(text) === '') {
      if (isRequired) return { ok: false, ja: `${headingJa}は空にできません` };
      return { ok: true, entry: ways.set(entry, undefined) };
    }
    const reading = ways.read(text);
    return reading.ok ? { ok: true, entry: ways.set(entry, reading.value) } : reading;
  };
  return { headingJa, width, format, of: ways.of, change };
}

/** A text as it was typed, with one spelling of widths. */
export function readText(text: string): Reading<string> {
  return { ok: true, value: cleanText(text) };
}

/** One of the words of a list. */
export function readChoice<C extends string>(names: Readonly<Record<C, string>>): (text: string) => Reading<C> {
  return (text) => {
    const plain = cleanText(text);
    const known = (Object.entries(names) as [C, string][]).find(([, ja]) => cleanText(ja) === plain);
    if (known) return { ok: true, value: known[0] };
    return { ok: false, ja: `「${(Object.values(names) as string[]).join('」「')}」のどれでもありません` };
  };
}

/** Kilometres with one decimal as tenths. */
export function readKm(text: string): Reading<number> {
  const plain = cleanText(text).replace(/km$/iu, '').replace(/[,\s]/gu, '');
  const [, whole, tenth = '0'] = /^(\d{1,4})(?:\.(\d)0*)?$/u.exec(plain) ?? [];
  if (whole === undefined) return { ok: false, ja: 'kmの数（小数1桁まで）として読めません' };
  return { ok: true, value: Number(whole) * 10 + Number(tenth) };
}

/** The record without the fields that are undefined. */
export function without<T extends object>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T;
}
