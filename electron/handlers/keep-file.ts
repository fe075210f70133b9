import type { Handler } from '../handler.js';
import { examine } from '../kept-files/examine.js';
import { unreadable } from '../kept-files/refusals.js';

/** Keeps a photo, scan or PDF of a 証憑 as it is. Refused, with nothing kept, where it could not be shown and printed. */
export const keepFile: Handler<'keep-file'> = async ({ nameJa, base64 }, host) => {
  const bytes = Buffer.from(base64, 'base64');
  // Node skips what is not base64; a file that lost a piece on its way must not be kept as another one.
  if (bytes.toString('base64') !== base64) {
    throw unreadable('ファイルの中身が途中で欠けて届きました。もう一度追加してください。', 'base64');
  }
  const { type, pages } = await examine(bytes, nameJa);
  const { sha256, isNew } = await host.keptFiles.keep(bytes);
  return { sha256, type, bytes: bytes.length, pages, isNew };
};
