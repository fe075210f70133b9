/** The two faces of a PDF and how wide their characters are. The fonts are bundled, so every entry finds them. */
import regularFont from '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf?inline';
import boldFont from '@expo-google-fonts/noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf?inline';

/** What stands in the place of a character that the font does not hold. */
export const GETA = '〓';

export type Face = {
  readonly name: 'regular' | 'bold';
  /** Width of a character in ems. */
  readonly widthOf: (character: string) => number;
  readonly has: (character: string) => boolean;
};

export type Faces = { readonly regular: Face; readonly bold: Face };

/** The bytes of both fonts. */
export function fontBytes(): { readonly regular: Uint8Array; readonly bold: Uint8Array } {
  return { regular: bytesOf(regularFont), bold: bytesOf(boldFont) };
}

function bytesOf(dataAddress: string): Uint8Array {
  return Buffer.from(dataAddress.slice(dataAddress.indexOf(',') + 1), 'base64');
}

/** The open font behind pdfkit; its types leave it out. */
export type OpenFont = {
  readonly unitsPerEm: number;
  readonly hasGlyphForCodePoint: (code: number) => boolean;
  readonly glyphForCodePoint: (code: number) => { readonly advanceWidth: number };
};

/** Marks that change the character before them and take no room of their own. */
const ATTACHED = /^[\p{M}\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u;

export function faceOf(name: Face['name'], font: OpenFont): Face {
  const widths = new Map<string, number>();
  const measured = (character: string): number => {
    if (ATTACHED.test(character)) return 0;
    return font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
  };
  return {
    name,
    has: (character) => ATTACHED.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
    widthOf: (character) => {
      const known = widths.get(character) ?? measured(character);
      widths.set(character, known);
      return known;
    },
  };
}

/** Width of `text` in points at `size` points. */
export function widthOf(text: string, face: Face, size: number): number {
  let ems = 0;
  for (const character of text) ems += face.widthOf(character);
  return ems * size;
}
