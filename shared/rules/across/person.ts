/** Whether two records of two courses are one person: no number names people, so it is told by what is known of them. */
import { folded } from '../../text.js';

export type Person = {
  readonly nameJa: string;
  readonly kana: string | undefined;
  readonly birthDate: string | undefined;
  readonly prefectureCode: string | undefined;
};

/** `doubtful`: only the name is the same, and nothing else can be compared. */
export type Sameness = 'same' | 'doubtful' | 'different';

/** One spelling of a name to find people by. */
export function nameKey(nameJa: string): string {
  return folded(nameJa);
}

/** Same name and same kana, birth date or prefecture; another kana or birth date is another person. */
export function sameness(a: Person, b: Person): Sameness {
  if (nameKey(a.nameJa) !== nameKey(b.nameJa)) return 'different';
  const kana = compared(kanaKey(a.kana), kanaKey(b.kana));
  const birth = compared(a.birthDate, b.birthDate);
  if (kana === 'different' || birth === 'different') return 'different';
  const isKnown = kana === 'same' || birth === 'same' || compared(a.prefectureCode, b.prefectureCode) === 'same';
  return isKnown ? 'same' : 'doubtful';
}

function compared(a: string | undefined, b: string | undefined): Sameness {
  if (a === undefined || b === undefined) return 'doubtful';
  return a === b ? 'same' : 'different';
}

const HIRAGANA = /[\u3041-\u3096]/gu;
const TO_KATAKANA = 0x60;

/** Katakana without spaces; empty is unknown. */
function kanaKey(kana: string | undefined): string | undefined {
  const plain = folded(kana ?? '').replace(HIRAGANA, (sign) => String.fromCharCode(sign.charCodeAt(0) + TO_KATAKANA));
  return plain === '' ? undefined : plain;
}
