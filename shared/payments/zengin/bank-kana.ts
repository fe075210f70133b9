/**
 * Names as banks take them: half-width katakana without small letters, capitals, digits, space and ( ) - . /
 * The voicing marks ﾞ ﾟ are characters of their own. Anything else would be sent back by the bank.
 */
import { enlarged } from './enlarged.js';
import { withLegalForm } from './legal-forms.js';

export type BankText = {
  /** Half-width; each character is one byte of the file. */
  readonly text: string;
  /** Characters of the given name that a bank does not take, each once; empty when all is well. */
  readonly refused: readonly string[];
};

const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン';
const HALF_KANA = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝ';
const HALF = new Map([...KANA].map((kana, index) => [kana, HALF_KANA[index] ?? '']));
/** 長音 and every dash that is typed for it. */
const DASHES = /[ーｰ‐‑‒–—―−－]/gu;
const PLAIN = /^[0-9A-Z ()./-]$/;
const VOICED = '\u3099';
const SEMI_VOICED = '\u309A';
const CAN_BE_VOICED = 'ウカキクケコサシスセソタチツテトハヒフヘホ';
const CAN_BE_SEMI_VOICED = 'ハヒフヘホ';
const HIRAGANA = /[\u3041-\u3096]/gu;
const TO_KATAKANA = 0x60;

/** A 名義 in the characters of the bank, its legal form abbreviated. What does not fit is named, never dropped silently. */
export function bankText(name: string): BankText {
  const plain = decomposed(withLegalForm(katakana(name)));
  const refused = new Set<string>();
  let text = '';
  let before = '';
  for (const sign of plain) {
    const written = writtenSign(sign, before);
    if (written === undefined) refused.add(shown(sign));
    else text += written;
    before = sign;
  }
  return { text: text.replace(/ {2,}/g, ' ').trim(), refused: [...refused] };
}

/** Full-width katakana in one code point each, without small letters: banks write カブシキガイシヤ. */
function katakana(name: string): string {
  const whole = name
    .replace(HIRAGANA, (sign) => String.fromCharCode(sign.charCodeAt(0) + TO_KATAKANA))
    .replace(/[\uFF61-\uFF9F]+/gu, (half) => half.normalize('NFKC'))
    // NFKC would put a space before these two.
    .replaceAll('゛', VOICED)
    .replaceAll('゜', SEMI_VOICED)
    .normalize('NFC');
  return enlarged(whole.replace(DASHES, '-'));
}

/** Half-width letters, voicing marks behind their kana. */
function decomposed(name: string): string {
  return name.normalize('NFKC').replace(DASHES, '-').toUpperCase().normalize('NFD').replaceAll('\t', ' ');
}

function writtenSign(sign: string, before: string): string | undefined {
  if (sign === VOICED) return CAN_BE_VOICED.includes(before) && before !== '' ? 'ﾞ' : undefined;
  if (sign === SEMI_VOICED) return CAN_BE_SEMI_VOICED.includes(before) && before !== '' ? 'ﾟ' : undefined;
  const kana = HALF.get(sign);
  if (kana !== undefined) return kana;
  return PLAIN.test(sign) ? sign : undefined;
}

function shown(sign: string): string {
  if (sign === VOICED) return '゛';
  return sign === SEMI_VOICED ? '゜' : sign;
}

/** One byte per character: ASCII as it is, half-width kana as Shift_JIS and JIS X 0201 have them. */
export function bankBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x80 ? code : code - 0xff61 + 0xa1;
  });
}
