/** 改行: Japanese text in lines of a width, by the rules of 禁則 and without ever tearing a number. */

/** Not at the beginning of a line. */
const NOT_FIRST = new Set(
  '、。，．・：；？！ー〜～…‥）」』】〕〉》］｝〙〗’”ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ々〻ゝゞヽヾ゛゜％‰℃円',
);
/** Not at the end of a line. */
const NOT_LAST = new Set('（「『【〔〈《［｛〘〖‘“￥＄№');
/** Stand half outside at the end of a line rather than pull the character before them down. */
const HANGING = new Set('、。，．');
const WORD = /[\u0021-\u007e\u00a1-\u024f]/u;
const OPENING = /[([{<]/u;
const DIGIT = /[0-9０-９]/u;
const IN_NUMBER = /[0-9０-９,.，．:：/／+\-−－]/u;
/** Words that belong to the number before them. */
const COUNTER = /[円分時日月年度名人枚部回泊件本行歳級号]/u;
const ATTACHED = /^[\p{M}\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;
const NUMBERS = /[+\-−－]?[0-9０-９](?:[0-9０-９,.，．:：/／]*[0-9０-９])?/gu;

/** Width of a text, in any unit. */
export type Measure = (text: string) => number;

/** The numbers in a text; the widest one needs that much room in one line. */
export function widestNumber(text: string, measure: Measure): number {
  return Math.max(0, ...(text.match(NUMBERS) ?? []).map(measure));
}

/** Text in lines of at most `room`; its own line breaks stay. A number wider than that stands over. */
export function brokenLines(text: string, room: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => brokenParagraph([...paragraph], room, measure));
}

function brokenParagraph(characters: readonly string[], room: number, measure: Measure): string[] {
  const lines: string[] = [];
  let start = 0;
  while (start < characters.length) {
    const end = lineEnd(characters, start, room, measure);
    lines.push(characters.slice(start, end).join('').trimEnd());
    start = end;
    // A space at which a line ends is not carried over.
    while (lines.length > 0 && characters[start] === ' ') start += 1;
  }
  return lines.length === 0 ? [''] : lines;
}

/** Where the line that begins at `start` ends. */
function lineEnd(characters: readonly string[], start: number, room: number, measure: Measure): number {
  let used = 0;
  let good = start;
  for (let index = start; index < characters.length; index += 1) {
    const character = characters[index] ?? '';
    if (index > start && mayBreak(characters, index)) good = index;
    used += measure(character);
    if (used - overhang(character, measure) > room) return good > start ? good : forcedEnd(characters, start, index);
  }
  return characters.length;
}

/** How much of a character may stand out of the line: a space is not seen, and half of a 、 is empty. */
function overhang(character: string, measure: Measure): number {
  if (character === ' ' || character === '　') return measure(character);
  return HANGING.has(character) ? measure(character) / 2 : 0;
}

/** No good place in the whole line: before the character that is too much, but not inside a number. */
function forcedEnd(characters: readonly string[], start: number, tooMuch: number): number {
  let end = Math.max(tooMuch, start + 1);
  while (end > start + 1 && isTorn(characters, end)) end -= 1;
  if (!isTorn(characters, end)) return end;
  // The number fills the line from its start: it stays whole and stands over.
  end = Math.max(tooMuch, start + 1);
  while (end < characters.length && isTorn(characters, end)) end += 1;
  return end;
}

/** Whether a break before `index` would tear a number or a character from its mark. */
function isTorn(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1] ?? '';
  const after = characters[index] ?? '';
  if (ATTACHED.test(after)) return true;
  if (!IN_NUMBER.test(before) || !IN_NUMBER.test(after)) return false;
  return DIGIT.test(before) || DIGIT.test(after);
}

/** Whether a line may end before `index`. */
function mayBreak(characters: readonly string[], index: number): boolean {
  const before = characters[index - 1] ?? '';
  const after = characters[index] ?? '';
  if (after === ' ' || after === '　') return false;
  if (before === ' ' || before === '　') return true;
  if (NOT_FIRST.has(after) || NOT_LAST.has(before) || OPENING.test(before) || isTorn(characters, index)) return false;
  if (DIGIT.test(before) && COUNTER.test(after)) return false;
  return !(WORD.test(before) && WORD.test(after));
}
