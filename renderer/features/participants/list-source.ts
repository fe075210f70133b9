/** A list that was chosen or pasted, read by the machine, and what its columns mean. */
import { type ColumnMatch, headingKey, headingsKey, matchColumns } from '../../../shared/import/columns.js';
import { LIST_LIMITS, type ListSheet } from '../../../shared/import/list-sheet.js';
import { PERSON_FIELDS, type PersonField } from '../../../shared/import/person-fields.js';
import type { Refusal } from '../../../shared/ipc/contract.js';
import type { DeskDatabase } from '../../db/database.js';
import type { Setting } from '../../db/shelves.js';
import type { Host } from '../../host.js';

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
    const messageJa = `大きすぎます（${LIST_LIMITS.fileBytes / 1_000_000}MBまで読めます）。受講者の表だけのファイルにしてください。`;
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

/** By the browser itself, beside the screen's own work. */
function base64Of(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read'));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/u, ''));
    reader.readAsDataURL(content);
  });
}

/** The sheet whose headings say most. */
export function likeliestSheet({ sheets }: ListSource): number {
  const known = sheets.map(
    (sheet) => matchColumns(sheet).columns.filter((column) => column.field !== undefined).length,
  );
  return known.indexOf(Math.max(...known));
}

/** What the columns of a sheet mean: as somebody said it the last time, else by their headings. */
export async function columnsOf(database: DeskDatabase, sheet: ListSheet): Promise<ColumnMatch> {
  const match = matchColumns(sheet);
  if (match.headingAt === undefined) return match;
  const row = await database.shelf('settings').get(columnsKey(match));
  return row?.value.kind === 'columns' ? remembered(match, row.value) : match;
}

function remembered(match: ColumnMatch, { columns }: Extract<Setting, { kind: 'columns' }>): ColumnMatch {
  const fields = match.columns.map((column, index) => {
    const own = columns[index];
    return own && headingKey(own.heading) === headingKey(column.headingJa) ? (own.field ?? undefined) : column.field;
  });
  return {
    ...match,
    columns: match.columns.map((column, index) => ({ ...column, field: knownField(fields[index]) })),
    doubtsJa: [],
  };
}

function knownField(field: string | undefined): PersonField | undefined {
  return PERSON_FIELDS.find((known) => known === field);
}

/** Under which the meaning of a set of headings is remembered. */
export function columnsKey(match: ColumnMatch): string {
  return `columns/participants/${headingsKey(match.columns)}`;
}

export function columnsSetting(match: ColumnMatch): Setting {
  return {
    kind: 'columns',
    list: 'participants',
    columns: match.columns.map(({ headingJa, field }) => ({ heading: headingJa, field: field ?? null })),
  };
}
