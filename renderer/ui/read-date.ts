/** Dates as people type them. */
import { fiscalYear, type IsoDate, isoDate, isRealDate } from '../../shared/dates.js';
import { foldWidth } from '../../shared/text.js';

/** Year before the first of each era: R3 = 2018 + 3. */
const ERA_BASES: Readonly<Record<string, number>> = {
  令和: 2018,
  R: 2018,
  平成: 1988,
  H: 1988,
  昭和: 1925,
  S: 1925,
  大正: 1911,
  T: 1911,
};

const WESTERN = /^(\d{4})[./年-](\d{1,2})[./月-](\d{1,2})日?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const ERA = /^(令和|平成|昭和|大正|[RHST])(\d{1,2}|元)[./年-](\d{1,2})[./月-](\d{1,2})日?$/;
const DAY_ONLY = /^(\d{1,2})[./月-](\d{1,2})日?$/;

/**
 * `2021/8/5`, `20210805`, `R3.8.5`, `令和3年8月5日`, `8/5`, all in full width too. A day without a year lies in
 * the fiscal year `year` (by default that of `today`). `undefined` where it is no date of the calendar.
 */
export function readDate(text: string, near: { readonly year?: number; readonly today: IsoDate }): IsoDate | undefined {
  const plain = foldWidth(text)
    .replace(/\s+/gu, '')
    .replace(/\([月火水木金土日]\)$/u, '')
    .toUpperCase();
  const parts = wholeDate(plain) ?? dayOfYear(plain, near.year ?? fiscalYear(near.today));
  if (!parts) return undefined;
  const date = isoDate(...parts);
  return isRealDate(date) ? date : undefined;
}

function wholeDate(text: string): [number, number, number] | undefined {
  const western = WESTERN.exec(text) ?? COMPACT.exec(text);
  if (western) return [Number(western[1]), Number(western[2]), Number(western[3])];
  const era = ERA.exec(text);
  const base = ERA_BASES[era?.[1] ?? ''];
  if (!era || base === undefined) return undefined;
  return [base + (era[2] === '元' ? 1 : Number(era[2])), Number(era[3]), Number(era[4])];
}

function dayOfYear(text: string, year: number): [number, number, number] | undefined {
  const match = DAY_ONLY.exec(text);
  if (!match) return undefined;
  const month = Number(match[1]);
  return [month >= 4 ? year : year + 1, month, Number(match[2])];
}
