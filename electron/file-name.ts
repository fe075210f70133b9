/** File names that Windows, macOS and Linux all take, made of text that a user typed. */

/** What Windows refuses, control characters, and halves of a surrogate pair. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cs}]/gu;
/** Marks that turn the reading direction could show `xlsx.exe` as `exe.xlsx`. */
const INVISIBLE = /[\p{Cf}\u2028\u2029]/gu;
/** Windows drops these silently at the end of a name. */
const END = /[\s.]+$/u;
const START = /^[\s.]+/u;
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/iu;
const EXTENSION = /(?:\.case\.json|\.[A-Za-z0-9]{1,8})$/u;

/** Bytes of UTF-8 that a name without extension may take; 255 is the limit, the rest is room for `_v999` and extension. */
const LONGEST_BYTES = 200;
/** Characters of the same: the whole path has to stay below 260 on Windows. */
const LONGEST_LENGTH = 100;

/** `name` with what a file system refuses replaced by ＿; never empty, never a path, extension kept. */
export function safeFileName(name: string): string {
  const plain = name.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '＿').replace(END, '');
  const extension = EXTENSION.exec(plain)?.[0] ?? '';
  const base = cut(trim(plain.slice(0, plain.length - extension.length)));
  if (base === '') return `名称なし${extension}`;
  return RESERVED.test(base) ? `＿${base}${extension}` : `${base}${extension}`;
}

/** The second and later files of a name: `実施報告書.xlsx` → `実施報告書_v2.xlsx`. */
export function numberedName(name: string, serial: number): string {
  if (serial === 1) return name;
  const extension = EXTENSION.exec(name)?.[0] ?? '';
  return `${name.slice(0, name.length - extension.length)}_v${serial}${extension}`;
}

/** A dot at the start would hide the file on Linux and macOS. */
function trim(text: string): string {
  return text.replace(START, '').replace(END, '');
}

function cut(text: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST_BYTES || kept.length + character.length > LONGEST_LENGTH) break;
    kept += character;
  }
  return trim(kept);
}

/** The name without its serial: `実施報告書_v2.xlsx` → `実施報告書.xlsx`. */
export function plainName(name: string): string {
  return name.replace(/_v[0-9]{1,3}(?=\.case\.json$|\.[A-Za-z0-9]{1,8}$|$)/u, '');
}
