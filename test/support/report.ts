/** The report workbook of a case, with what it was made from. */
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import type { Decision } from '../../shared/rules/engine/decide.js';

const book = rulebook('R3');

export type Report = { readonly content: Workbook; readonly decision: Decision };

export function reportOf(value: Case): Report {
  const decision = check(value, book);
  const [content] = workbookContents(decision, value, book);
  if (!content) throw new Error('no workbook for this case');
  return { content, decision };
}

export function sheetOf(content: Workbook, name: string): Sheet {
  const sheet = content.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** All cells of a sheet with their 0-based places. */
export function cellsOf(sheet: Sheet): { row: number; column: number; cell: Cell }[] {
  return sheet.rows.flatMap((row, index) => [...row.cells].map(([column, cell]) => ({ row: index, column, cell })));
}

/** The row in which a cell holds exactly this text; fails where there is none. */
export function rowWith(sheet: Sheet, text: string): ReadonlyMap<number, Cell> {
  const row = sheet.rows.find(({ cells }) => [...cells.values()].some((cell) => cell.value === text));
  if (!row) throw new Error(`no row with ${text} on ${sheet.name}`);
  return row.cells;
}
