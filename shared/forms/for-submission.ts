/** 提出用: a workbook as it is handed in, without what only helps the organisation that fills it in. */
import type { Cell, Row, Sheet, Workbook } from './sheet.js';

/**
 * The same papers with every formula as its value: without hidden sheets and columns, sheets and cells that are the
 * organisation's own, defined names, notes about rules, and checks that turn red. What is printed stays the same but
 * for the yellow of cells to be filled in.
 */
export function forSubmission(content: Workbook): Workbook {
  return {
    ...content,
    name: `${content.name}_提出用`,
    sheets: content.sheets.filter((sheet) => !sheet.hidden && sheet.internal !== true).map(submittedSheet),
    names: {},
  };
}

function submittedSheet(sheet: Sheet): Sheet {
  const isHidden = (column: number): boolean => sheet.hiddenColumns.includes(column);
  const place = (column: number): number => column - sheet.hiddenColumns.filter((hidden) => hidden < column).length;
  const submittedRow = (row: Row): Row => ({
    ...row,
    cells: new Map(
      [...row.cells]
        .filter(([column, cell]) => !isHidden(column) && cell.internal !== true)
        .map(([column, cell]) => {
          const end = column + (cell.span ?? 1);
          return [place(column), frozen(cell, cell.span === undefined ? undefined : place(end) - place(column))];
        }),
    ),
  });
  return {
    ...sheet,
    widths: sheet.widths.filter((_, column) => !isHidden(column)),
    hiddenColumns: [],
    rows: sheet.rows.map(submittedRow),
  };
}

/** What a cell shows and how. An empty text, as a formula gives it, is an empty cell. */
function frozen({ value, format, look, align, wrap, shrink }: Cell, span: number | undefined): Cell {
  return {
    value: value === '' ? null : value,
    format,
    look: look === 'input' ? 'body' : look,
    ...(align === undefined ? {} : { align }),
    ...(wrap === undefined ? {} : { wrap }),
    ...(shrink === undefined ? {} : { shrink }),
    ...(span === undefined ? {} : { span }),
  };
}
