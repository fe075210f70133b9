/** 資格名の照合: names as they stand in the 免除資格等一覧, compared whatever the widths, spaces and brackets. */
import { folded } from '../../../text.js';

/** A condition printed beside a name, and the word for its holder, are no part of the name. */
const NOT_OF_THE_NAME = /\(条件付\)|保有者$/gu;
const HYPHENS = /[\u2010-\u2015\u2212]/gu;

/** True when two names mean the same entry of the list: the same letters, nothing guessed. */
export function sameQualification(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

/** True when one of the names is the name. */
export function isAmong(name: string, names: readonly string[]): boolean {
  return names.some((candidate) => sameQualification(candidate, name));
}

/** The listed name that contains the name or is contained in it; the longest of them. Only a hint, never a match. */
export function similarName(name: string, names: readonly string[]): string | undefined {
  const own = plain(name);
  return names
    .filter((candidate) => own.includes(plain(candidate)) || plain(candidate).includes(own))
    .sort((a, b) => b.length - a.length)[0];
}

function plain(name: string): string {
  return folded(name)
    .replaceAll('〈', '<')
    .replaceAll('〉', '>')
    .replace(HYPHENS, '-')
    .replace(NOT_OF_THE_NAME, '')
    .toLowerCase();
}
