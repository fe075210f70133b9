/** What a cell shows, as the workbook shows it. */
import { clockJa, eraDateJa, isRealDate, slashDate } from '../../shared/dates.js';
import { grouped } from '../../shared/money.js';
import type { Cell, Format } from '../../shared/forms/sheet.js';

const NUMERIC: readonly Format[] = ['yen', 'count', 'hours', 'km', 'time', 'date', 'eraDate'];
/** No use to a printer: control characters but the line break. */
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\ufeff\ufffe\uffff]/gu;

export function shownText({ value, format }: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return numberText(value, format);
  if (isRealDate(value) && format === 'eraDate') return eraDateJa(value);
  if (isRealDate(value) && format === 'date') return slashDate(value);
  return printable(value);
}

/** Text in one spelling per character, with line breaks and without what no printer shows. */
export function printable(text: string): string {
  return text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\t', '　').replace(UNPRINTABLE, '');
}

/** Cells whose values are numbers or dates stand right unless they say otherwise. */
export function standsRight({ value, format, align }: Cell): boolean {
  if (align !== undefined) return align === 'right';
  if (typeof value === 'number') return true;
  return value !== null && NUMERIC.includes(format) && isRealDate(value);
}

/** A figure below zero is red as well as signed. */
export function isNegative({ value, format }: Cell): boolean {
  return format === 'yen' && typeof value === 'number' && value < 0;
}

function numberText(value: number, format: Format): string {
  switch (format) {
    case 'yen':
    case 'count':
      return grouped(Math.round(value)).replace('−', '-');
    case 'hours':
      return value.toFixed(2);
    case 'km':
      return value.toFixed(1);
    case 'time':
      return clockJa(Math.round(value));
    default:
      return String(value);
  }
}
