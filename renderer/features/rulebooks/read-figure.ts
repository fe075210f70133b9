/** Values as they are typed: full-width figures, commas, 円, 7時, R4.1.23, する. */
import type { FigureKind } from '../../../shared/rules/engine/figure.js';
import type { FigureEntry } from '../../../shared/rules/engine/rulebook.js';
import { foldWidth } from '../../../shared/text.js';
import { readAmount } from '../../ui/amount-field.js';
import { readDateEntry } from '../../ui/date-field.js';
import { readClock } from '../../ui/read-clock.js';
import type { Reading } from '../../ui/use-entry.js';

type Value = FigureEntry['value'];

/** The value of a text, or the sentence that says why it is none. `year` is that of a day typed without one. */
export function readFigure(text: string, kind: FigureKind, year: number): Reading<Value> {
  if (text.trim() === '') return { ok: false, ja: '値を入れてください' };
  switch (kind) {
    case 'date':
      return readDateEntry(text, year);
    case 'clock': {
      const minutes = readClock(text);
      return minutes === undefined
        ? { ok: false, ja: '時刻で入れてください（例 7:00）' }
        : { ok: true, value: minutes };
    }
    case 'km10':
      return readTenths(text);
    case 'basisPoints':
      return readHundredths(text);
    case 'flag':
      return readFlag(text);
    case 'text':
      return { ok: true, value: text.trim() };
    case 'words':
      return readWords(text);
    default:
      return readNumber(text);
  }
}

/** A list may be typed with 、 or one word to a line. */
function readWords(text: string): Reading<Value> {
  const words = text.split(/[、\n]/u).flatMap((word) => (word.trim() === '' ? [] : [word.trim()]));
  return words.length === 0 ? { ok: false, ja: '1つ以上入れてください' } : { ok: true, value: words };
}

function readNumber(text: string): Reading<Value> {
  const plain = foldWidth(text)
    .trim()
    .replace(/(?:分|名|部|枚|個|本|回|社|件|文字|ml|歳|年度|%|日|か月)$/u, '');
  const reading = readAmount(plain);
  if (!reading.ok) return reading;
  return reading.value === undefined ? { ok: false, ja: '数字で入れてください' } : { ok: true, value: reading.value };
}

function readTenths(text: string): Reading<Value> {
  const plain = foldWidth(text)
    .replace(/[,、\s]|km$/giu, '')
    .trim();
  const match = /^(\d{1,4})(?:\.(\d))?$/.exec(plain);
  if (!match) return { ok: false, ja: 'kmで入れてください（例 50.0）' };
  return { ok: true, value: Number(match[1]) * 10 + Number(match[2] ?? 0) };
}

function readHundredths(text: string): Reading<Value> {
  const plain = foldWidth(text).replace(/[\s%]/gu, '').trim();
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(plain);
  if (!match) return { ok: false, ja: '%で入れてください（例 10.21）' };
  return { ok: true, value: Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) };
}

function readFlag(text: string): Reading<Value> {
  const plain = foldWidth(text).trim();
  if (plain === 'する') return { ok: true, value: true };
  return plain === 'しない' ? { ok: true, value: false } : { ok: false, ja: 'する・しない のどちらかを入れてください' };
}
