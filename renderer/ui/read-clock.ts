import { foldWidth } from '../../shared/text.js';

const COLON = /^(\d{1,2})[:時](\d{1,2})?分?$/;
const HALF = /^(\d{1,2})時半$/;
const COMPACT = /^(\d{1,2})(\d{2})$/;

/** Minutes since midnight of `9:00`, `9時半`, `0930`, `９：３０`, `9`; `undefined` where it is no time up to 26:00. */
export function readClock(text: string): number | undefined {
  const plain = foldWidth(text).replace(/\s+/gu, '');
  const half = HALF.exec(plain);
  if (half) return inDay(Number(half[1]), 30);
  const match = COLON.exec(plain) ?? COMPACT.exec(plain);
  if (match) return inDay(Number(match[1]), Number(match[2] ?? 0));
  return /^\d{1,2}$/.test(plain) ? inDay(Number(plain), 0) : undefined;
}

function inDay(hours: number, minutes: number): number | undefined {
  const all = hours * 60 + minutes;
  return minutes < 60 && all <= 1560 ? all : undefined;
}
