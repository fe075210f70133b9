import { bankText } from './zengin/bank-kana.js';

/** A name as banks print it, without spaces, to compare by; a name that banks cannot print, as it is. */
export function printedName(name: string): string {
  const { text, refused } = bankText(name);
  return (refused.length > 0 ? name.normalize('NFKC') : text).replace(/\s/gu, '');
}
