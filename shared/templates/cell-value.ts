/** What a field becomes in a cell. */
import { clockJa, eraDateJa, isRealDate, slashDate, weekdayJa } from '../dates.js';
import type { Way } from './mapping.js';

/** Text, a whole number or a decimal, yes/no, a day as `YYYY-MM-DD`, minutes since midnight; null = to be emptied. */
export type FieldValue = string | number | boolean | null;

/** The values to fill in, by the key of the field. A key that is absent leaves its cells as they are. */
export type TemplateValues = {
  readonly cells: Readonly<Record<string, FieldValue>>;
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, FieldValue>>[]>>;
};

export type CellContent =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** Written as the serial number of the workbook's calendar. */
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'trueFalse'; readonly value: boolean };

/** Longest text of a cell, in UTF-16 units. */
export const LONGEST_TEXT = 32_767;
const MINUTES_PER_DAY = 1_440;

/** The content of a cell, or the words why the value does not fit. */
export function contentOf(value: FieldValue, way: Way): CellContent | { readonly kind: 'unfit'; readonly ja: string } {
  if (typeof way === 'object') return marked(value, way);
  if (value === null || value === '') return { kind: 'empty' };
  switch (way) {
    case 'text':
      return ofText(wordOf(value));
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? ofNumber(value) : unfit('数ではありません');
    case 'time':
    case 'clock':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return unfit('時刻ではありません');
      return way === 'time' ? ofNumber(value / MINUTES_PER_DAY) : { kind: 'text', text: clockJa(value) };
    case 'trueFalse':
      return typeof value === 'boolean' ? { kind: 'trueFalse', value } : unfit('はい・いいえではありません');
    default:
      return typeof value === 'string' && isRealDate(value) ? ofDay(value, way) : unfit('日付ではありません');
  }
}

function ofDay(date: string, way: Exclude<Way, object>): CellContent {
  switch (way) {
    case 'eraDate':
      return { kind: 'text', text: eraDateJa(date) };
    case 'slashDate':
      return { kind: 'text', text: slashDate(date) };
    case 'weekday':
      return { kind: 'text', text: weekdayJa(date) };
    case 'eraYear':
      return eraYear(date);
    case 'year':
      return ofNumber(Number(date.slice(0, 4)));
    case 'month':
      return ofNumber(Number(date.slice(5, 7)));
    case 'day':
      return ofNumber(Number(date.slice(8, 10)));
    default:
      return { kind: 'day', date };
  }
}

/** The year within its era, for 令和[　]年: a number, or 元. */
function eraYear(date: string): CellContent {
  const [, year = ''] = /^\D+?(元|\d+)年/u.exec(eraDateJa(date)) ?? [];
  return year === '元' ? { kind: 'text', text: year } : ofNumber(Number(year));
}

function marked(value: FieldValue, way: Extract<Way, object>): CellContent | { kind: 'unfit'; ja: string } {
  if (way.when === undefined && typeof value !== 'boolean' && value !== null)
    return unfit('はい・いいえではありません');
  const text = (way.when === undefined ? value === true : wordOf(value) === way.when) ? way.on : way.off;
  return text === '' ? { kind: 'empty' } : { kind: 'text', text };
}

function wordOf(value: FieldValue): string {
  return typeof value === 'boolean' ? (value ? 'はい' : 'いいえ') : String(value ?? '');
}

function ofText(text: string): CellContent | { kind: 'unfit'; ja: string } {
  return text.length > LONGEST_TEXT
    ? unfit(`${text.length}文字あります。1つのセルに入るのは${LONGEST_TEXT}文字までです`)
    : { kind: 'text', text };
}

function ofNumber(number: number): CellContent {
  return { kind: 'number', number };
}

function unfit(ja: string): { kind: 'unfit'; ja: string } {
  return { kind: 'unfit', ja };
}
