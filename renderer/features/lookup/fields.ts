/** The fields of a question in 早見: what is typed stays text and is read on every key. */
import { type IsoDate, slashDate } from '../../../shared/dates.js';
import { foldWidth } from '../../../shared/text.js';
import { readAmount } from '../../ui/amount-field.js';
import { readDateEntry } from '../../ui/date-field.js';
import { readClock } from '../../ui/read-clock.js';
import type { Choice } from '../../ui/select-field.js';
import type { Reading } from '../../ui/use-entry.js';

type Base = { readonly key: string; readonly label: string; readonly note?: string; readonly required?: boolean };

export type LookupField = Base &
  (
    | { readonly kind: 'choice'; readonly choices: readonly Choice<string>[] }
    | { readonly kind: 'number'; readonly unit: string; readonly least?: number; readonly most?: number }
    | { readonly kind: 'km' | 'date' | 'clock' }
    | { readonly kind: 'text'; readonly suggestions: readonly string[] }
  );

/** What was typed, by key of the field. */
export type Texts = Readonly<Record<string, string>>;

const MOST_KM = 9999;

/** What the text of a field means; an empty one is `undefined`. A day without a year lies in `year`. */
export function readField(field: LookupField, text: string, year: number): Reading<string | number | undefined> {
  const plain = text.trim();
  if (plain === '') return { ok: true, value: undefined };
  switch (field.kind) {
    case 'choice':
    case 'text':
      return { ok: true, value: plain };
    case 'number':
      return readNumber(plain, field.least ?? 0, field.most);
    case 'km':
      return readKm(plain);
    case 'date':
      return readDateEntry(plain, year);
    case 'clock': {
      const minutes = readClock(plain);
      return minutes === undefined
        ? { ok: false, ja: '時刻で入れてください（例 9:30）' }
        : { ok: true, value: minutes };
    }
  }
}

function readNumber(text: string, least: number, most: number | undefined): Reading<number | undefined> {
  const read = readAmount(text, most);
  if (read.ok && read.value !== undefined && read.value < least)
    return { ok: false, ja: `${least}以上で入れてください` };
  return read;
}

/** 「120.5」「120km」 as tenths of a km. */
function readKm(text: string): Reading<number> {
  const match = /^(\d{1,4})(?:\.(\d))?(?:km)?$/iu.exec(foldWidth(text).replaceAll(/[,\s]/gu, ''));
  if (!match) return { ok: false, ja: `距離はkmで、小数1桁まで入れてください（${MOST_KM}kmまで）` };
  return { ok: true, value: Number(match[1]) * 10 + Number(match[2] ?? 0) };
}

/** The answers to the fields of a question, typed by the reader of the question. */
export class Values {
  readonly #values = new Map<string, string | number>();
  /** Sentence by key, of what cannot be read. */
  readonly problems = new Map<string, string>();

  constructor(
    readonly texts: Texts,
    readonly year: number,
    readonly today: IsoDate,
  ) {}

  /** Reads the fields; to be called once they are known. */
  read(fields: readonly LookupField[]): this {
    for (const field of fields) {
      const reading = readField(field, this.texts[field.key] ?? '', this.year);
      if (!reading.ok) this.problems.set(field.key, reading.ja);
      else if (reading.value !== undefined) this.#values.set(field.key, reading.value);
    }
    return this;
  }

  has(key: string): boolean {
    return this.#values.has(key);
  }

  number(key: string): number | undefined {
    const value = this.#values.get(key);
    return typeof value === 'number' ? value : undefined;
  }

  text(key: string): string | undefined {
    const value = this.#values.get(key);
    return typeof value === 'string' ? value : undefined;
  }

  /** The chosen one of an enum; the first while none is. Choices are read from their text: they decide about fields. */
  choice<T extends string>(key: string, names: Readonly<Record<T, string>>): T {
    const all = Object.keys(names) as T[];
    const [first] = all;
    const found = all.find((own) => own === this.texts[key]);
    if (found === undefined && first === undefined) throw new Error(`No choices for ${key}`);
    return found ?? (first as T);
  }

  /** はい・いいえ, undefined while it is not known. */
  yesNo(key: string): boolean | undefined {
    const value = this.texts[key];
    return value === 'yes' ? true : value === 'no' ? false : undefined;
  }
}

export const YES_NO = { yes: 'はい', no: 'いいえ' } as const;
export const YES_NO_UNKNOWN = { unknown: '分からない', ...YES_NO } as const;

/** A field that chooses one of the names of an enum. */
export function choiceField(
  key: string,
  label: string,
  names: Readonly<Record<string, string>>,
  note?: string,
): LookupField {
  const choices = Object.entries(names).map(([value, ja]) => ({ value, ja }));
  return { key, label, kind: 'choice', choices, ...(note === undefined ? {} : { note }) };
}

/** 実施日: the figures of the book that hold on that day answer. */
export function dayField(label: string, day: IsoDate): LookupField {
  return { key: 'day', label, kind: 'date', note: `空欄なら ${slashDate(day)} として見ます` };
}
