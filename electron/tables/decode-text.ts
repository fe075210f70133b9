/** The encodings in which Japanese lists are passed on. */
import { Refused } from '../refused.js';

const UTF_8_MARK = [0xef, 0xbb, 0xbf] as const;
const UTF_16_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] } as const;
/** Codes that no text file has. ESC is among them: it begins ISO-2022-JP, which would pass as ASCII. */
const CONTROLS = /[\u0000-\u0008\u000e-\u001f]/u;

export type Encoding = 'UTF-8' | 'UTF-16' | 'Shift_JIS';

/**
 * The text of a file: UTF-8 wherever it is valid UTF-8 (Shift_JIS hardly ever is), else Shift_JIS as Windows writes
 * it (CP932, with 髙 and 﨑). Throws Refused for anything else; no character is ever replaced.
 */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding } {
  for (const [label, mark] of Object.entries(UTF_16_MARKS)) {
    if (startsWith(bytes, mark)) return checked(decoded(bytes.subarray(2), label), 'UTF-16');
  }
  const body = startsWith(bytes, UTF_8_MARK) ? bytes.subarray(3) : bytes;
  const utf8 = decoded(body, 'utf-8');
  return utf8 === undefined ? checked(decoded(bytes, 'shift_jis'), 'Shift_JIS') : checked(utf8, 'UTF-8');
}

export function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((code, index) => bytes[index] === code);
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function checked(text: string | undefined, encoding: Encoding): { text: string; encoding: Encoding } {
  if (text === undefined || CONTROLS.test(text)) {
    throw new Refused(
      'UNREADABLE-FILE',
      '文字を読めませんでした。読めるのは、Excelの .xlsx と、Shift_JIS・UTF-8 のCSVです。元のソフトで保存し直すか、表を写して貼り付けてください。',
    );
  }
  return { text, encoding };
}
