/** Why a file is not kept as 証憑, in plain words with the way to one that can be. */
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import { grouped } from '../../shared/money.js';
import { Refused } from '../refused.js';

const TAKES = '受け取れるのは、JPEG・PNGの写真とPDFです。';

/** The file is of a kind, or in a state, that cannot be shown and printed. */
export function unreadable(ja: string, detail?: string): Refused {
  return new Refused('UNREADABLE-FILE', ja, detail);
}

/** A kind that is known but not taken: what it is and how to get one that is. */
export function otherKind(whatJa: string, wayJa: string, detail: string): Refused {
  return unreadable(`${whatJa}は証憑にできません。${wayJa}${TAKES}`, detail);
}

export function unknownKind(): Refused {
  return unreadable(`中身が写真でもPDFでもないファイルです。${TAKES}もとのソフトで開き、PDFに保存し直してください。`);
}

export function emptyFile(): Refused {
  return unreadable('ファイルが空です。コピーし直すか、もう一度撮影・スキャンしてください。', 'empty');
}

/** The picture ends early or its parts contradict each other. */
export function brokenPicture(detail: string): Refused {
  const ja = '写真のファイルが途中で切れているか、壊れています。もとの写真をもう一度コピーするか、撮り直してください。';
  return unreadable(ja, detail);
}

export function brokenPdf(detail: string): Refused {
  const ja =
    'PDFが途中で切れているか、壊れています。もう一度受け取り直すか、開けるソフトがあれば「印刷」から「PDFに保存」で作り直してください。';
  return unreadable(ja, detail);
}

export function tooManyBytes(): Refused {
  const most = KEPT_FILE_LIMITS.bytes / (1024 * 1024);
  const ja = `ファイルが大きすぎます（1つ${most}MBまで）。写真は小さいサイズで送り直し、PDFはページを分けて保存し直してください。`;
  return new Refused('TOO-LARGE', ja, 'bytes');
}

export function tooManyPixels(width: number, height: number, pixels: number): Refused {
  const most = `${grouped(pixels / 10_000)}万画素`;
  const size = `${grouped(width)}×${grouped(height)}`;
  const ja = `写真の画素数が多すぎます（${size}、${most}まで）。カメラやスキャナーの解像度を下げて撮り直してください。`;
  return new Refused('TOO-LARGE', ja, 'pixels');
}

export function tooManyPages(): Refused {
  const ja = `PDFのページが多すぎます（${grouped(KEPT_FILE_LIMITS.pages)}ページまで）。必要なページだけを「印刷」から「PDFに保存」で取り出してください。`;
  return new Refused('TOO-LARGE', ja, 'pages');
}
