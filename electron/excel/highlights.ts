/** Cells that turn red when a correction makes them differ from what they must be. */
import type ExcelJS from 'exceljs';
import { columnLetter, type Cell, type Sheet } from '../../shared/forms/sheet.js';

/** Rows of one column that follow each other and obey the same condition. */
type Run = { readonly column: number; readonly first: number; last: number; readonly condition: string };

/** One rule per run of cells: `$J9<>0`, or `$J9<>$P9` for cells that must equal another column. */
export function addHighlights(own: ExcelJS.Worksheet, sheet: Sheet): void {
  runsOf(sheet).forEach((run, index) => {
    const letter = columnLetter(run.column);
    own.addConditionalFormatting({
      ref: run.first === run.last ? `${letter}${run.first}` : `${letter}${run.first}:${letter}${run.last}`,
      rules: [
        {
          type: 'expression',
          formulae: [`$${letter}${run.first}<>${run.condition.replace('#', String(run.first))}`],
          priority: index + 1,
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFF4B6B6' } } },
        },
      ],
    });
  });
}

function runsOf(sheet: Sheet): Run[] {
  const runs: Run[] = [];
  sheet.rows.forEach((row, index) => {
    for (const [column, cell] of row.cells) {
      const condition = conditionOf(cell);
      if (condition === undefined) continue;
      const open = runs.find((run) => run.column === column && run.condition === condition && run.last === index);
      if (open) open.last = index + 1;
      else runs.push({ column, first: index + 1, last: index + 1, condition });
    }
  });
  return runs;
}

/** What the cell is compared with; `#` stands for its row. */
function conditionOf(cell: Cell): string | undefined {
  if (cell.mustBeZero === true) return '0';
  return cell.mustEqual === undefined ? undefined : `$${columnLetter(cell.mustEqual)}#`;
}
