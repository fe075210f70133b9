/** Rows as tab-separated text that Excel takes: plain figures, a minus that Excel reads. */
import { MARK_JA } from '../../../shared/rules/marks.js';
import type { GridColumn } from './navigation.js';
import type { ClaimRow, LineRow } from './rows.js';

const HEADS = {
  no: ['番号'],
  name: ['内容', '細目'],
  quantity: ['数量'],
  unit: ['単価'],
  claimed: ['請求'],
  eligible: ['対象'],
  cut: ['減額'],
  provisional: ['証憑待ち'],
  marks: ['判定'],
  why: ['なぜ'],
  papers: ['証憑'],
} as const satisfies Record<GridColumn, readonly string[]>;

/** With a head where more than one row is copied. */
export function copyText(rows: readonly ClaimRow[], columns: readonly GridColumn[]): string {
  const lines = rows.flatMap((row) => (row.kind === 'group' ? row.lines : [row]));
  const body = lines.map((row) => columns.flatMap((column) => cellsOf(row, column)).map(plain));
  const head = lines.length > 1 ? [columns.flatMap((column) => [...HEADS[column]])] : [];
  return [...head, ...body].map((cells) => cells.join('\t')).join('\r\n');
}

function cellsOf(row: LineRow, column: GridColumn): string[] {
  switch (column) {
    case 'no':
      return [row.no];
    case 'name':
      return [row.nameJa, row.detailJa];
    case 'quantity':
      return [row.quantityJa];
    case 'unit':
      return [row.unit === undefined ? '' : String(row.unit)];
    case 'claimed':
    case 'eligible':
    case 'provisional':
      return [String(row[column])];
    case 'cut':
      return [row.cut === 0 ? '0' : `-${row.cut}`];
    case 'marks':
      return [row.marks.map((mark) => MARK_JA[mark]).join('・')];
    case 'why':
      return [row.whyJa];
    case 'papers':
      return [row.papersNeeded === 0 ? '' : `${row.papersThere}／${row.papersNeeded}`];
  }
}

/** No tab or line break inside a cell; 番号 as text, or Excel reads 1-08 as a date; no text that is a formula. */
function plain(text: string): string {
  const flat = text.replace(/[\t\r\n]+/gu, ' ');
  if (/^\d+-\d+$/.test(flat)) return `="${flat}"`;
  return /^[=+@]/.test(flat) ? `'${flat}` : flat;
}
