/** How wide text stands in a cell, in characters of the column scale, at the size of the body (10 points). */

/** A full-width character of 10 points against the digit that column widths count. */
const FULL = 1.9;
/** Half-width letters and digits of a Japanese font are a little wider than that digit, its points and spaces narrower. */
const HALF = 1.06;
const THIN = 0.6;
/** Up to Latin-1, and half-width kana. */
const NARROW = /[\u0020-\u00ff\uff61-\uff9f]/u;
const POINTS = /[ .,:;'!|()ijl]/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

function widthOf(character: string): number {
  if (!NARROW.test(character)) return FULL;
  return POINTS.test(character) ? THIN : HALF;
}

/** What is not torn at the end of a line: a word of half-width letters with the spaces behind it, or one character. */
const PIECES = /[\u0021-\u007e]+ *|[\s\S]/gu;

/** Lines that text takes in a column of `width` characters, its own line breaks included. */
export function linesIn(text: string, width: number): number {
  return text.split('\n').reduce((lines, part) => lines + wrapped(part, width), 0);
}

function wrapped(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const piece of text.match(PIECES) ?? []) {
    const own = textWidth(piece.trimEnd());
    if (used > 0 && used + own > width) {
      lines += 1;
      used = 0;
    }
    // A word longer than the column is torn after all.
    lines += Math.max(0, Math.ceil(own / width) - 1);
    used += own > width ? own % width : textWidth(piece);
  }
  return lines;
}

/** Text of at most `width` characters of the column scale; what is left out is shown as …. */
export function shortened(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (textWidth(kept + character) + FULL > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** `pieces` joined by 、, with a line break wherever the next one would not fit in `width`; no piece is torn. */
export function inLines(pieces: readonly string[], width: number): string {
  let text = '';
  let used = 0;
  pieces.forEach((piece, index) => {
    const own = textWidth(piece) + (index < pieces.length - 1 ? FULL : 0);
    const isFull = used > 0 && used + own > width;
    text += `${isFull ? '\n' : ''}${piece}${index < pieces.length - 1 ? '、' : ''}`;
    used = isFull ? own : used + own;
  });
  return text;
}
