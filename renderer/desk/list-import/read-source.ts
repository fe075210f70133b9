/** A list that was chosen or pasted, read by the machine. */
import { LIST_LIMITS, type ListSheet } from '../../../shared/import/list-sheet.js';
import type { Refusal } from '../../../shared/ipc/contract.js';
import type { Host } from '../../host.js';
import { base64Of } from '../base64-of.js';

export type ListSource = {
  /** Name of the file, or 貼り付けた表. */
  readonly nameJa: string;
  readonly sheets: readonly ListSheet[];
  readonly hiddenSheets: readonly string[];
};

export type ReadSource =
  { readonly ok: true; readonly source: ListSource } | { readonly ok: false; readonly error: Refusal };

/** Sends the bytes to the machine, which gives the rows back. */
export async function readSource(host: Host, nameJa: string, content: Blob): Promise<ReadSource> {
  if (content.size > LIST_LIMITS.fileBytes) {
    const messageJa = `大きすぎます（${LIST_LIMITS.fileBytes / 1_000_000}MBまで読めます）。その表だけのファイルにしてください。`;
    return { ok: false, error: { code: 'TOO-LARGE', messageJa } };
  }
  const answer = await host.call('read-table', { base64: await base64Of(content) });
  if (!answer.ok) return answer;
  const sheets = answer.value.sheets.filter((sheet) => sheet.rows.length > 0);
  if (sheets.length > 0) return { ok: true, source: { nameJa, sheets, hiddenSheets: answer.value.hiddenSheets } };
  const messageJa =
    answer.value.hiddenSheets.length > 0
      ? '見えるシートに何も入っていません。隠れているシートを表示して保存し直してください。'
      : '何も入っていません。';
  return { ok: false, error: { code: 'UNREADABLE-FILE', messageJa } };
}
