/** Dates as people write them. */
import { fiscalYear, type IsoDate, isoDate, isRealDate } from './dates.js';
import { foldWidth } from './text.js';

/** Year before the first of each era (R3 = 2018 + 3), and its last year: 昭和64 was the last. */
const ERAS: Readonly<Record<string, { readonly base: number; readonly last?: number }>> = {
  令和: { base: 2018 },
  平成: { base: 1988, last: 31 },
  昭和: { base: 1925, last: 64 },
  大正: { base: 1911, last: 15 },
};
const ERA_LETTERS: Readonly<Record<string, string>> = { R: '令和', H: '平成', S: '昭和', T: '大正' };

const WESTERN = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ERA = /^(令和|平成|昭和|大正|[RHST])\.?(\d{1,2}|元)[./年-](\d{1,2})[./月-](\d{1,2})日?$/;
const DAY_ONLY = /^(\d{1,2})[./月-](\d{1,2})日?$/;

/**
 * `2021/8/5`, `20210805`, `R3.8.5`, `令和3年8月5日`, `8/5`, all in full width too. A day without a year lies in
 * the fiscal year `year` (by default that of `today`). `undefined` where it is no date of the calendar.
 */
export function readDate(text: string, near: { readonly year?: number; readonly today: IsoDate }): IsoDate | undefined {
  const plain = plainDate(text);
  return realDate(wholeDate(plain) ?? dayOfYear(plain, near.year ?? fiscalYear(near.today)));
}

/** A date that says its year: `1985/4/1`, `S60.4.1`, `昭和60年4月1日`, `19850401`. A midnight behind it is let go. */
export function readWholeDate(text: string): IsoDate | undefined {
  return realDate(wholeDate(plainDate(text)));
}

/** 年 in 和暦 as a year: 令和, 3 → 2021. `undefined` for a year that the era did not have. */
export function yearOfEra(era: string, number: string): number | undefined {
  const known = ERAS[ERA_LETTERS[era] ?? era];
  const count = number === '元' ? 1 : Number(number);
  if (!known || count < 1 || count > (known.last ?? count)) return undefined;
  return known.base + count;
}

function plainDate(text: string): string {
  return foldWidth(text)
    .trim()
    .replace(/[\sT]+0?0:00(?::00(?:\.0+)?)?Z?$/u, '')
    .replace(/\s+/gu, '')
    .replace(/[‐‑–—―−ー]/gu, '-')
    .replace(/\([月火水木金土日]\)$/u, '')
    .toUpperCase();
}

function realDate(parts: readonly [number, number, number] | undefined): IsoDate | undefined {
  if (!parts) return undefined;
  const date = isoDate(...parts);
  return isRealDate(date) ? date : undefined;
}

function wholeDate(text: string): [number, number, number] | undefined {
  const western = WESTERN.exec(text) ?? COMPACT.exec(text);
  if (western) return [Number(western[1]), Number(western[2]), Number(western[3])];
  const era = ERA.exec(text);
  const year = era ? yearOfEra(era[1] ?? '', era[2] ?? '') : undefined;
  return era && year !== undefined ? [year, Number(era[3]), Number(era[4])] : undefined;
}

function dayOfYear(text: string, year: number): [number, number, number] | undefined {
  const match = DAY_ONLY.exec(text);
  if (!match) return undefined;
  const month = Number(match[1]);
  return [month >= 4 ? year : year + 1, month, Number(match[2])];
}
