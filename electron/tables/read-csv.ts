/** CSV and pasted cells, by csv-parse: quotes, line breaks within cells, commas or tabs. */
import { CsvError, parse } from 'csv-parse/sync';
import { LIST_LIMITS, type ListSheet } from '../../shared/import/list-sheet.js';
import { Refused } from '../refused.js';
import { decodeText } from './decode-text.js';
import { tooManyRows } from './too-large.js';

/** Longest cell that is believed; an unclosed quotation mark would swallow the rest of the file. */
const MOST_RECORD = 100_000;

/** The rows of a text file. Throws Refused where it is no list of texts. */
export function readCsv(bytes: Uint8Array): ListSheet {
  const { text } = decodeText(bytes);
  const records = recordsOf(text);
  if (records.length > LIST_LIMITS.rows) throw tooManyRows();
  const rows = records.map((cells, index) => ({ no: index + 1, cells: withoutTail(cells) }));
  return { nameJa: '', rows: rows.filter((row) => row.cells.length > 0), unreadable: [] };
}

function recordsOf(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: MOST_RECORD,
      to: LIST_LIMITS.rows + 1,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refused(
      'UNREADABLE-FILE',
      'セルを囲む「"」が閉じていないため、行の区切りがわかりません。元のソフトで保存し直してください。',
    );
  }
}

/** Lines that are looked at for the mark between cells: a title without any may stand above the headings. */
const LOOKED_AT = 30;

/** What stands between cells: whatever one of the first lines has most of. Excel copies with tabs. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/u, LOOKED_AT).map((line) => line.replace(/"[^"]*"/gu, ''));
  const counts = ['\t', ',', ';'].map((mark) => ({
    mark,
    count: Math.max(...lines.map((line) => line.split(mark).length)),
  }));
  const [tab] = counts;
  if (tab && tab.count > 1) return tab.mark;
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

function withoutTail(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
}
