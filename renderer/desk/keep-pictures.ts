/** Handing photos, scans and PDFs to the host, one after the other, each kept or refused for itself. */
import type { CallOutput, Refusal } from '../../shared/ipc/contract.js';
import { KEPT_FILE_LIMITS } from '../../shared/vouchers/file-limits.js';
import type { Host } from '../host.js';
import { base64Of } from './base64-of.js';

export type KeptFile = { readonly nameJa: string } & CallOutput<'keep-file'>;
export type RefusedFile = { readonly nameJa: string; readonly error: Refusal };

export type Keeping = {
  /** In the order in which they were given. */
  readonly kept: readonly KeptFile[];
  readonly refused: readonly RefusedFile[];
  readonly isCancelled: boolean;
};

type Options = {
  /** Files that are done, of all. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Asked before each file. */
  readonly isCancelled?: () => boolean;
};

/** A file that is refused does not keep the others out; a cancelled row leaves the rest unread. */
export async function keepFiles(host: Host, files: readonly File[], options: Options = {}): Promise<Keeping> {
  const kept: KeptFile[] = [];
  const refused: RefusedFile[] = [];
  for (const [index, file] of files.entries()) {
    if (options.isCancelled?.() === true) return { kept, refused, isCancelled: true };
    options.onProgress?.(index, files.length);
    const answer = await keepFile(host, file);
    if (answer.ok) kept.push({ nameJa: nameOf(file), ...answer.value });
    else refused.push({ nameJa: nameOf(file), error: answer.error });
  }
  return { kept, refused, isCancelled: false };
}

async function keepFile(
  host: Host,
  file: File,
): Promise<{ ok: true; value: CallOutput<'keep-file'> } | { ok: false; error: Refusal }> {
  if (file.size === 0) return refusal('UNREADABLE-FILE', '中身がありません。もう一度コピーするか、撮り直してください');
  if (file.size > KEPT_FILE_LIMITS.bytes) {
    const most = Math.floor(KEPT_FILE_LIMITS.bytes / (1024 * 1024));
    return refusal('TOO-LARGE', `ファイルが大きすぎます（1つ${most}MBまで）。解像度を下げて保存し直してください`);
  }
  let base64: string;
  try {
    base64 = await base64Of(file);
  } catch {
    return refusal('UNREADABLE-FILE', 'ファイルを読めませんでした。もとの場所にあるか確かめてください');
  }
  return host.call('keep-file', { nameJa: nameOf(file), base64 });
}

function refusal(code: Refusal['code'], messageJa: string): { ok: false; error: Refusal } {
  return { ok: false, error: { code, messageJa } };
}

const MOST_NAME = 255;

function nameOf(file: File): string {
  const name = file.name.trim();
  return name === '' ? '名前のない画像' : name.slice(-MOST_NAME);
}
