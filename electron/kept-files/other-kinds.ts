/** Kinds of files that people try to hand in, known by their first bytes, with a clear word for each. */
import type { Refused } from '../refused.js';
import { otherKind, unknownKind } from './refusals.js';

type Kind = { readonly key: string; readonly whatJa: string; readonly wayJa: string };

const HEIC: Kind = {
  key: 'heic',
  whatJa: 'HEIC（iPhoneの写真の形式）',
  wayJa:
    'iPhoneの「設定」→「カメラ」→「フォーマット」→「互換性優先」にして撮り直すか、その写真をメールに添えて送る（JPEGに変わります）か、画面に出してスクリーンショットを撮ってください。',
};
const VIDEO: Kind = { key: 'video', whatJa: '動画', wayJa: '書類を写真に撮ってください。' };
const OPEN_AND_SAVE = '写真ソフトで開き、JPEGかPNGに保存し直してください。';
const TO_PDF = '開いて「PDFとして保存」または「印刷」から「PDFに保存」したものを入れてください。';

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1', 'heif'];

const STARTS: readonly (readonly [bytes: string, kind: Kind])[] = [
  ['49492a00', { key: 'tiff', whatJa: 'TIFF', wayJa: `スキャナーの保存形式をPDFかJPEGにするか、${OPEN_AND_SAVE}` }],
  ['4d4d002a', { key: 'tiff', whatJa: 'TIFF', wayJa: `スキャナーの保存形式をPDFかJPEGにするか、${OPEN_AND_SAVE}` }],
  ['47494638', { key: 'gif', whatJa: 'GIF', wayJa: OPEN_AND_SAVE }],
  ['424d', { key: 'bmp', whatJa: 'BMP（ビットマップ）', wayJa: OPEN_AND_SAVE }],
  ['0000000c6a502020', { key: 'jpeg2000', whatJa: 'JPEG 2000', wayJa: OPEN_AND_SAVE }],
  ['0000000c4a584c20', { key: 'jpegxl', whatJa: 'JPEG XL', wayJa: OPEN_AND_SAVE }],
  ['ff0a', { key: 'jpegxl', whatJa: 'JPEG XL', wayJa: OPEN_AND_SAVE }],
  ['d0cf11e0', { key: 'office', whatJa: '古い形式のWord・Excelなどのファイル', wayJa: TO_PDF }],
  ['7b5c727466', { key: 'rtf', whatJa: 'リッチテキスト（RTF）', wayJa: TO_PDF }],
  ['25215053', { key: 'postscript', whatJa: 'PostScript', wayJa: TO_PDF }],
  ['52617221', { key: 'archive', whatJa: '圧縮ファイル（RAR）', wayJa: '中のファイルを取り出して入れてください。' }],
  ['377abcaf', { key: 'archive', whatJa: '圧縮ファイル（7z）', wayJa: '中のファイルを取り出して入れてください。' }],
];

/** The refusal of a file that is neither JPEG, PNG nor PDF. */
export function refusalOfKind(bytes: Buffer, nameJa: string): Refused {
  const kind = kindOf(bytes, nameJa);
  return kind ? otherKind(kind.whatJa, kind.wayJa, kind.key) : unknownKind();
}

function kindOf(bytes: Buffer, nameJa: string): Kind | undefined {
  const start = bytes.toString('hex', 0, 16);
  const known = STARTS.find(([prefix]) => start.startsWith(prefix));
  if (known) return known[1];
  if (bytes.toString('latin1', 4, 8) === 'ftyp') return mediaKind(bytes);
  if (start.startsWith('52494646')) return riffKind(bytes);
  if (start.startsWith('504b')) return zipKind(bytes);
  // DocuWorks documents have no public mark; every office that uses them keeps the ending.
  if (/\.(?:xdw|xbd|xct)$/iu.test(nameJa)) return { key: 'docuworks', whatJa: 'DocuWorks文書', wayJa: TO_PDF };
  return textKind(bytes);
}

function mediaKind(bytes: Buffer): Kind {
  const brands = bytes.toString('latin1', 8, Math.min(bytes.length, 64));
  if (HEIC_BRANDS.includes(brands.slice(0, 4))) return HEIC;
  if (brands.startsWith('avi')) return { key: 'avif', whatJa: 'AVIF', wayJa: OPEN_AND_SAVE };
  return HEIC_BRANDS.some((brand) => brands.includes(brand)) ? HEIC : VIDEO;
}

function riffKind(bytes: Buffer): Kind {
  const isWebp = bytes.toString('latin1', 8, 12) === 'WEBP';
  return isWebp ? { key: 'webp', whatJa: 'WebP', wayJa: OPEN_AND_SAVE } : VIDEO;
}

function zipKind(bytes: Buffer): Kind {
  if (bytes.includes('word/')) return { key: 'docx', whatJa: 'Wordのファイル', wayJa: TO_PDF };
  if (bytes.includes('xl/')) return { key: 'xlsx', whatJa: 'Excelのファイル', wayJa: TO_PDF };
  if (bytes.includes('ppt/')) return { key: 'pptx', whatJa: 'PowerPointのファイル', wayJa: TO_PDF };
  return { key: 'zip', whatJa: '圧縮ファイル（ZIP）', wayJa: '中のファイルを取り出して、1つずつ入れてください。' };
}

function textKind(bytes: Buffer): Kind | undefined {
  const text = bytes
    .toString('utf8', 0, 512)
    .replace(/^\ufeff/u, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<\?xml[^]*)?<svg/u.test(text)) return { key: 'svg', whatJa: 'SVG（図形のファイル）', wayJa: TO_PDF };
  if (/^(?:<!doctype html|<html)/u.test(text)) {
    return {
      key: 'html',
      whatJa: 'Webページのファイル',
      wayJa: 'ブラウザーで開き、「印刷」から「PDFに保存」してください。',
    };
  }
  if (/^(?:received|from|return-path|delivered-to|mime-version|subject):/u.test(text)) {
    return {
      key: 'mail',
      whatJa: 'メールのファイル',
      wayJa: 'メールソフトで開き、「印刷」から「PDFに保存」してください。',
    };
  }
  return undefined;
}
