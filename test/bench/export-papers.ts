/**
 * Writes the workbooks of the cases that come on stdin into a folder and prints an {@link Exported} as JSON. Built
 * and run in a process of its own (papers.bench.ts), so that time and peak memory are those of the work alone.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { workbookContents } from '../../electron/excel/workbooks.js';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { openRulebook, type RulebookFile } from '../../shared/rules/engine/rulebook.js';
import { FIGURES } from '../../shared/rules/figures.js';

export type Exported = {
  readonly milliseconds: number;
  /** Peak of the resident memory of the process. */
  readonly megabytes: number;
  readonly files: number;
  readonly cells: number;
};

type Input = { readonly cases: readonly Case[]; readonly book: RulebookFile; readonly folder: string };

/** The same cells without styles, widths and print set-up, as a program that just calls the library would do. */
async function plainly(content: Workbook): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const sheet of content.sheets) {
    const own = book.addWorksheet(sheet.name);
    sheet.rows.forEach((row, index) => {
      for (const [column, cell] of row.cells) {
        own.getCell(index + 1, column + 1).value =
          cell.formula === undefined ? cell.value : { formula: cell.formula, result: cell.value ?? 0 };
      }
    });
  }
  for (const [name, place] of Object.entries(content.names)) book.definedNames.add(place, name);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const WRITERS = { own: writeWorkbook, plain: plainly } as const;
const write = process.argv[2] === 'plain' ? WRITERS.plain : WRITERS.own;

/** On Linux the peak that the system tells for a child begins with that of its parent; its own stands here. */
function peakMegabytes(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  const own = /^VmHWM:\s+(\d+) kB$/mu.exec(status)?.[1];
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

const input = JSON.parse(readFileSync(0, 'utf8')) as Input;
const book = openRulebook(input.book, FIGURES);
const start = performance.now();
let files = 0;
let cells = 0;
for (const [index, value] of input.cases.entries()) {
  for (const content of workbookContents(check(value, book), value, book)) {
    writeFileSync(join(input.folder, `${index}_${content.name}.xlsx`), await write(content));
    files += 1;
    for (const sheet of content.sheets) for (const row of sheet.rows) cells += row.cells.size;
  }
}
const exported: Exported = {
  milliseconds: performance.now() - start,
  megabytes: peakMegabytes(),
  files,
  cells,
};
console.log(JSON.stringify(exported));
