/** Why a file cannot be taken as a 様式, with a way on. */
import { Refused } from '../refused.js';

export function damaged(detail?: string): Refused {
  return unreadable(
    'Excelのファイルとして読めませんでした。壊れているか、途中で切れています。様式を配布元からもう一度受け取るか、Excelで開いて保存し直してください。',
    detail,
  );
}

export function tooLarge(): Refused {
  return new Refused(
    'TOO-LARGE',
    '様式のファイルの中身が大きすぎます。Excelで開き、使わないシートと画像を除いて保存し直してください。',
  );
}

export function unreadable(ja: string, detail?: string): Refused {
  return new Refused('UNREADABLE-FILE', ja, detail);
}
