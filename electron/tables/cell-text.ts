/** The text of a cell of Excel, as a person reads it. */
import { fromDayNumber } from '../../shared/dates.js';

/** Days from Excel's day 0 to 1970-01-01, and from its first day to that of 1904. */
const TO_1970 = 25_569;
const TO_1904 = 1_462;
/** Excel's calendar has a 29 February 1900 that never was: serials below 61 are a day off, and no birthday is so old. */
const FIRST_SURE_DAY = 61;
const LAST_DAY = 2_958_465;

export type RawCell = {
  /** `s`, `str`, `inlineStr`, `b`, `e`, `d`, `n`; absent = number. */
  readonly type: string | undefined;
  readonly value: string;
  readonly isDay: boolean;
};

export type CellText = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly ja: string };

export function cellText(cell: RawCell, shared: readonly string[], counts1904: boolean): CellText {
  switch (cell.type) {
    case 's':
      return read(shared[Number(cell.value)] ?? '');
    case 'str':
    case 'inlineStr':
      return read(cell.value);
    case 'b':
      return read(cell.value === '1' ? 'TRUE' : 'FALSE');
    case 'e':
      return { ok: false, ja: `数式の結果が ${cell.value} です` };
    case 'd':
      return read(cell.value.slice(0, 10));
    default:
      return cell.isDay ? dayText(Number(cell.value), counts1904) : read(numberText(cell.value));
  }
}

function read(text: string): CellText {
  return { ok: true, text };
}

function dayText(serial: number, counts1904: boolean): CellText {
  const day = Math.floor(serial) + (counts1904 ? TO_1904 : 0);
  if (!(day >= FIRST_SURE_DAY && day <= LAST_DAY)) {
    return { ok: false, ja: '1900年の日付になっています。元の表の値を確かめてください' };
  }
  return read(fromDayNumber(day - TO_1970));
}

/** A telephone number typed as a number must not come as 9.0E+9, nor a sum as 0.30000000000000004. */
function numberText(text: string): string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(15)));
}
