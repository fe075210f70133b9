/** 提出用, looked at in the written file: what its parts hold, and that it shows what the working copy shows. */
import type ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { columnLetter, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { everyPaper } from '../support/every-paper.js';
import { opened } from '../support/libreoffice.js';

const papers = everyPaper();

/** What a reader sees of a sheet: its texts, numbers and days row by row, from left to right. */
function shown(own: ExcelJS.Worksheet, internal: ReadonlySet<string>): string[][] {
  const rows: string[][] = [];
  own.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      const isRepeated = cell.isMerged && cell.master.address !== cell.address;
      if (own.getColumn(column).hidden || isRepeated || internal.has(cell.address)) return;
      const text = textOf(cell.value);
      if (text !== '') cells.push(text);
    });
    if (cells.length > 0) rows.push(cells);
  });
  return rows;
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'object') return String(value);
  // exceljs forgets a stored result of 0.
  return 'formula' in value ? textOf(value.result ?? 0) : JSON.stringify(value);
}

/** Addresses of cells that are only for the organisation's own copy. */
function internalCells(sheet: Sheet): Set<string> {
  return new Set(
    sheet.rows.flatMap((row, index) =>
      [...row.cells].flatMap(([column, cell]) =>
        cell.internal === true ? [`${columnLetter(column)}${index + 1}`] : [],
      ),
    ),
  );
}

const handedIn = ({ sheets }: Workbook): Sheet[] => sheets.filter((sheet) => !sheet.hidden && sheet.internal !== true);

describe.each(papers)('提出用 of $name', ({ content, submitted }) => {
  test('holds no formula, no hidden sheet or column, no name of ours, no note and no rule for colours', async () => {
    const parts = Object.entries(unzipSync(await writeWorkbook(submitted)));
    const xml = new Map(parts.map(([name, part]) => [name, strFromU8(part)]));
    expect([...xml.keys()].filter((name) => /comments|vmlDrawing|calcChain/u.test(name))).toEqual([]);
    for (const [name, text] of xml) {
      if (!name.startsWith('xl/worksheets/sheet')) continue;
      expect(text.match(/<f[ >]|hidden="1"|<conditionalFormatting/gu), name).toBeNull();
    }
    const book = xml.get('xl/workbook.xml') ?? '';
    expect(book.match(/state="(?:hidden|veryHidden)"/gu)).toBeNull();
    for (const [, name] of book.matchAll(/<definedName name="([^"]*)"/gu)) expect(name).toMatch(/^_xlnm\.Print_/u);
    expect([...xml.values()].join('')).not.toMatch(/hdr_|_meta|_data/u);
  });

  test('shows the texts and numbers of the working copy, on the sheets that are handed in', async () => {
    const [working, own] = [await opened(await writeWorkbook(content)), await opened(await writeWorkbook(submitted))];
    expect(submitted.name).toBe(`${content.name}_提出用`);
    expect(own.worksheets.map(({ name }) => name)).toEqual(handedIn(content).map(({ name }) => name));
    expect(own.worksheets.length).toBeGreaterThan(0);
    for (const sheet of handedIn(content)) {
      const [before, after] = [working.getWorksheet(sheet.name), own.getWorksheet(sheet.name)];
      if (!before || !after) throw new Error(`no sheet ${sheet.name}`);
      expect(shown(after, new Set()), sheet.name).toEqual(shown(before, internalCells(sheet)));
    }
  });
});

test('the sheets that stay at home are the lists to work with, and no more', () => {
  const kept = papers.flatMap(({ content }) => content.sheets.filter((sheet) => sheet.internal === true));
  expect([...new Set(kept.map(({ name }) => name))].sort()).toEqual(
    ['免除確認票', '収支計画', '提出チェックリスト', '精算内訳'].sort(),
  );
});

test('what the program judged stays out: no difference to it, no engine figure', () => {
  for (const { submitted } of papers) {
    const cells = submitted.sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
    expect(cells.filter(({ value }) => /判定との差|判定額/u.test(String(value)))).toEqual([]);
    expect(cells.filter((cell) => 'formula' in cell || 'note' in cell || 'mustEqual' in cell)).toEqual([]);
  }
});
