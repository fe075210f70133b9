const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';

/** Small katakana as large ones: banks write キヨウ for キョウ. */
export function enlarged(text: string): string {
  return text.replace(/[ァィゥェォッャュョヮヵヶ]/gu, (sign) => LARGE[SMALL.indexOf(sign)] ?? sign);
}
