import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import { check } from '../../shared/rules/check.js';
import { formulaCells, hasLibreOffice, opened, recalculated } from '../support/libreoffice.js';
import { sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const sample = sampleCase();

function report(): Workbook {
  const [content] = workbookContents(check(sample, book), sample, book);
  if (!content) throw new Error('no workbook');
  return content;
}

/** Formula cells whose result differs between the file as written and LibreOffice's own calculation. */
async function disagreements(content: Workbook): Promise<string[]> {
  const bytes = await writeWorkbook(content);
  const own = formulaCells(await opened(bytes));
  const judge = formulaCells(await recalculated(bytes));
  expect(own.size).toBeGreaterThan(200);
  return [...own.values()].flatMap(({ place, formula, result }) => {
    const other = judge.get(place)?.result;
    return same(result, other) ? [] : [`${place} =${formula}: ${String(result)} / ${String(other)}`];
  });
}

/** Minutes come from times of day, which a spreadsheet keeps as fractions. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-6;
  return (a ?? '') === (b ?? '') || (a === 0 && b === undefined) || (a === '' && b === 0);
}

describe.skipIf(!hasLibreOffice())('LibreOffice recalculates the report of the sample', { timeout: 120_000 }, () => {
  test('with the same figure in every formula cell', async () => {
    expect(await disagreements(report())).toEqual([]);
  });

  test('and notices a single wrong result', async () => {
    const content = report();
    const spoiled = {
      ...content,
      sheets: content.sheets.map((sheet) => (sheet.name === '精算内訳' ? spoil(sheet) : sheet)),
    };
    expect(await disagreements(spoiled)).toHaveLength(1);
  });
});

/** The sheet with its last numeric formula result off by one yen. */
function spoil(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => ({ ...row, cells: new Map(row.cells) }));
  for (const row of [...rows].reverse()) {
    for (const [column, cell] of row.cells) {
      if (cell.formula === undefined || typeof cell.value !== 'number') continue;
      (row.cells as Map<number, Cell>).set(column, { ...cell, value: cell.value + 1 });
      return { ...sheet, rows };
    }
  }
  throw new Error('nothing to spoil');
}
