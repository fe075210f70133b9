import type ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { everyPaper } from '../support/every-paper.js';
import { formulaCells, hasLibreOffice, opened, recalculated, recalculatedAll } from '../support/libreoffice.js';
import { reportOf } from '../support/report.js';
import { applicationSample, sampleCase } from '../support/sample.js';

const sample = sampleCase();

function report(): Workbook {
  return reportOf(sample).content;
}

/** The sample with its lines over and over, and names that a spreadsheet might take for something else. */
function crowded(lines: number): Case {
  const own = sample.lines ?? [];
  const names = [
    '=1+1',
    "=cmd|' /C calc'!A0",
    '@SUM(A1)',
    '+81',
    '-1',
    '0012',
    '1-2',
    '1E5',
    'TRUE',
    '＝1',
    '𠮷野',
    "'a",
  ];
  return {
    ...sample,
    lines: Array.from({ length: lines }, (_, index) => {
      const line = own[index % own.length];
      if (!line) throw new Error('no line');
      return { ...line, id: `L${index}` };
    }),
    participants: (sample.participants ?? []).map((person, index) => ({
      ...person,
      nameJa: names[index % names.length] ?? '',
      myPageId: names[(index + 5) % names.length] ?? '',
    })),
  };
}

/** A workbook as written, and as LibreOffice computes it. */
async function judged(content: Workbook): Promise<{ own: ExcelJS.Workbook; judge: ExcelJS.Workbook }> {
  const bytes = await writeWorkbook(content);
  return { own: await opened(bytes), judge: await recalculated(bytes) };
}

/** Formula cells whose result differs between the file as written and LibreOffice's own calculation. */
function disagreements(books: { own: ExcelJS.Workbook; judge: ExcelJS.Workbook }, least = 200): string[] {
  const own = formulaCells(books.own);
  const judge = formulaCells(books.judge);
  expect(own.size).toBeGreaterThan(least);
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

describe.skipIf(!hasLibreOffice())('LibreOffice recalculates the papers of the sample', { timeout: 120_000 }, () => {
  test('with the same figure in every formula cell', async () => {
    expect(disagreements(await judged(report()))).toEqual([]);
  });

  test('and so the application, which it opens with all sheets', async () => {
    const content = reportOf(applicationSample()).content;
    const books = await judged(content);
    expect(disagreements(books)).toEqual([]);
    expect(books.judge.worksheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
  });

  test('also with 500 lines and names that look like formulas, which stay as they were typed', async () => {
    const value = crowded(500);
    const books = await judged(reportOf(value).content);
    expect(disagreements(books)).toEqual([]);
    const list = books.judge.getWorksheet('受講者名簿');
    const shown = (value.participants ?? []).map((_, index) => list?.getCell(8 + index, 3).text);
    expect(shown).toEqual((value.participants ?? []).map((person) => person.nameJa));
  });

  test('and so every paper that there is, with all its sheets', { timeout: 300_000 }, async () => {
    const papers = everyPaper();
    const files = await Promise.all(papers.map(({ content }) => writeWorkbook(content)));
    const judged = await recalculatedAll(files);
    for (const [index, { name, content }] of papers.entries()) {
      const [bytes, judge] = [files[index], judged[index]];
      if (!bytes || !judge) throw new Error(`${name} was not recalculated`);
      expect(disagreements({ own: await opened(bytes), judge }, 10), name).toEqual([]);
      expect(judge.worksheets.map((sheet) => sheet.name)).toEqual(content.sheets.map((sheet) => sheet.name));
    }
  });

  test('and notices a single wrong result', async () => {
    const content = report();
    const spoiled = {
      ...content,
      sheets: content.sheets.map((sheet) => (sheet.name === '精算内訳' ? spoil(sheet) : sheet)),
    };
    expect(disagreements(await judged(spoiled))).toHaveLength(1);
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
