/** Text as a cell of Excel takes it. */

/** Longest text of a cell, in UTF-16 units. */
const LONGEST = 32_767;
/** Readers turn `_x000D_` into a line break; its underscore is written as a code itself. */
const CODE = /_(?=x[0-9A-Fa-f]{4}_)/gu;
const CODED_UNDERSCORE = '_x005F_';

/**
 * Text without characters that XML forbids, without halves of surrogate pairs, and within Excel's length. Text that
 * begins with = stays text: a formula is only what the sheet data calls one.
 */
export function cleanText(text: string): string {
  return cut(legalText(text));
}

/** Text without characters that XML forbids and without halves of surrogate pairs, of whatever length. */
export function legalText(text: string): string {
  const clean = [...text]
    .map((character) => (isForbidden(character.codePointAt(0) ?? 0) ? '' : isLone(character) ? '\uFFFD' : character))
    .join('');
  return clean.replaceAll('\r\n', '\n').replace(CODE, CODED_UNDERSCORE);
}

/** Would run as a formula if somebody typed it. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/u.test(text);
}

function cut(text: string): string {
  const kept = text.slice(0, LONGEST);
  return /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}

function isForbidden(code: number): boolean {
  if (code < 0x20) return code !== 0x09 && code !== 0x0a && code !== 0x0d;
  return code === 0x7f || code === 0xfffe || code === 0xffff;
}

/** Half of a surrogate pair alone would make the file unreadable. */
function isLone(character: string): boolean {
  return character.length === 1 && character >= '\uD800' && character <= '\uDFFF';
}
