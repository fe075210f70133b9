/** What the cells of a list of people mean, whatever the widths, kana and calendars they are written in. */
import { fiscalYear, fromDayNumber, type IsoDate, slashDate } from '../dates.js';
import { PREFECTURES_JA } from '../model/prefectures.js';
import { readWholeDate, yearOfEra } from '../read-date.js';
import { foldWidth } from '../text.js';

export type Reading<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly ja: string };

const good = <T>(value: T): Reading<T> => ({ ok: true, value });
const bad = (ja: string): { readonly ok: false; readonly ja: string } => ({ ok: false, ja });

/** Half-width kana with their voice marks, and the full-width forms of ASCII. Nothing else is touched: NFKC would change 﨑 and ㈱. */
const WIDTHS = /[\uff61-\uff9f]+|[\uff01-\uff5e\u3000\u00a0]/gu;
/** Marks without width that come along when cells are copied from web pages. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u0000-\u0008\u000b-\u001f\u007f]/gu;

/** One spelling of widths and spaces; letters, also rare ones (髙, 﨑, 𠮷), stay as they are. */
export function cleanText(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(WIDTHS, (part) => part.normalize('NFKC'))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** 氏名. */
export function readName(text: string): Reading<string> {
  const name = cleanText(text);
  if (!/[\p{L}々〆]/u.test(name)) return bad('名前ではないようです');
  return /[\d@]/u.test(name) ? bad('名前に数字や記号が入っています') : good(name);
}

/** フリガナ in full-width katakana. */
export function readKana(text: string): Reading<string> {
  const kana = cleanText(text)
    .normalize('NFC')
    .replace(/[ぁ-ゖゝゞ]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
    .replace(/[‐‑–—―−-]/gu, 'ー');
  return /^[ァ-ヺー・ヽヾ'.A-Za-z ]+$/u.test(kana) ? good(kana) : bad('カナではない文字が入っています');
}

/** Serials of Excel from 1910 to 2030: five digits that are no date but may have been one. */
const SERIAL = { first: 3_654, last: 47_848, to1970: 25_569 } as const;

/** A day with its year. Two-digit years and serials of Excel are not guessed. */
export function readDay(text: string): Reading<IsoDate> {
  const plain = cleanText(text).replace(/(?:生まれ|生)$/u, '');
  const day = readWholeDate(plain);
  if (day !== undefined)
    return day >= '1901' && day <= '2100-12-31' ? good(day) : bad(`${day.slice(0, 4)}年になっています`);
  const serial = /^\d{4,5}$/u.test(plain) ? Number(plain) : 0;
  if (serial >= SERIAL.first && serial <= SERIAL.last) {
    return bad(`Excelの日付の通し番号のようです（日付なら ${slashDate(fromDayNumber(serial - SERIAL.to1970))}）`);
  }
  if (/^\d{1,2}[./年-]\d{1,2}[./月-]\d{1,2}日?$/u.test(foldWidth(plain))) return bad('年が2桁のため決められません');
  return bad('日付として読めません');
}

/** 電話番号 with hyphens where their places are certain. */
export function readPhone(text: string): Reading<string> {
  const plain = cleanText(text)
    .replace(/[‐‑–—―−ーｰ]/gu, '-')
    .replace(/^(?:tel|電話|携帯)[:. ]*/iu, '');
  if (!/^\+?[\d() .-]+$/u.test(plain)) return bad('電話番号として読めません');
  const isForeign = plain.startsWith('+') && !plain.startsWith('+81');
  if (isForeign) return bad('海外の電話番号は読めません');
  const groups = plain
    .replace(/^\+81[- ]?(?:\(0\)|0)?/u, '0')
    .split(/\D+/u)
    .filter((group) => group !== '');
  const digits = groups.join('');
  // Excel drops the first 0 of what it takes for a number.
  const whole = digits.startsWith('0') ? digits : `0${digits}`;
  return phoneOf(whole, digits === whole && groups.length === 3 ? groups.join('-') : undefined);
}

function phoneOf(digits: string, written: string | undefined): Reading<string> {
  const parts = (...sizes: readonly number[]): Reading<string> => good(inParts(digits, sizes));
  if (/^0800\d{7}$/u.test(digits)) return parts(4, 3, 4);
  if (/^0[5-9]0\d{8}$/u.test(digits)) return parts(3, 4, 4);
  if (/^0120\d{6}$/u.test(digits)) return parts(4, 3, 3);
  if (!/^0[1-9]\d{8}$/u.test(digits) || /^0[5-9]0/u.test(digits)) return bad('電話番号の桁が合いません');
  // The border behind an area code is known for 03 and 06 alone; elsewhere it stays as it was written.
  return /^0[36]/u.test(digits) ? parts(2, 4, 4) : good(written ?? digits);
}

function inParts(digits: string, sizes: readonly number[]): string {
  let at = 0;
  return sizes
    .map((size) => {
      at += size;
      return digits.slice(at - size, at);
    })
    .join('-');
}

/** メールアドレス in lower case. */
export function readMail(text: string): Reading<string> {
  const mail = foldWidth(text)
    .replace(INVISIBLE, '')
    .replace(/^mailto:/iu, '')
    .replace(/\s+/gu, '')
    .toLowerCase();
  return /^[^@,;、]+@[^@,;、]+\.[^@.,;、]+$/u.test(mail) ? good(mail) : bad('メールアドレスとして読めません');
}

const PREFECTURES = Object.entries(PREFECTURES_JA);

/** 都道府県 as its code: `青森`, `青森県`, `02`, or an address that begins with it. */
export function readPrefecture(text: string): Reading<string> {
  const plain = foldWidth(text).replace(/\s+/gu, '');
  const known = PREFECTURES.find(
    ([code, name]) =>
      plain.startsWith(name) || plain === name.replace(/[都府県]$/u, '') || plain.padStart(2, '0') === code,
  );
  return known ? good(known[0]) : bad('都道府県として読めません');
}

/** マイページID. */
export function readId(text: string): Reading<string> {
  const id = foldWidth(text).replace(/\s+/gu, '');
  return /^[\w-]{1,40}$/u.test(id) ? good(id) : bad('番号として読めません');
}

/** 年度: `2021`, `令和3年度`, `R3`, or any day in it. */
export function readFiscalYear(text: string): Reading<number> {
  const plain = foldWidth(text).replace(/\s+/gu, '').toUpperCase();
  const western = /^((?:19|20)\d{2})(?:年度?)?$/u.exec(plain);
  if (western) return good(Number(western[1]));
  const era = /^(令和|平成|[RH])\.?(\d{1,2}|元)(?:年度?)?$/u.exec(plain);
  const year = era ? yearOfEra(era[1] ?? '', era[2] ?? '') : undefined;
  if (year !== undefined) return good(year);
  const day = readWholeDate(plain);
  return day === undefined ? bad('年度として読めません') : good(fiscalYear(day));
}

/** 新規・過年度 as whether it is 過年度. */
export function readIsPast(text: string): Reading<boolean> {
  const plain = cleanText(text);
  if (/^(?:新規|新|初回)/u.test(plain)) return good(false);
  return /^(?:過年度|継続|再受講|過)/u.test(plain) ? good(true) : bad('新規か過年度かを読めません');
}
