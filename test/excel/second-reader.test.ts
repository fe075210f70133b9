/** Every paper, as a working copy and as 提出用, says to openpyxl what was written into it. */
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../electron/excel/cell-text.js';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { address, type Cell, columnLetter, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { everyPaper } from '../support/every-paper.js';
import { hasOpenpyxl, type ReadBook, readByOpenpyxl, type ReadValue } from '../support/openpyxl.js';

const papers = everyPaper().flatMap(({ name, content, submitted }) => [
  { name, content },
  { name: `${name}（提出用）`, content: submitted },
]);

function expectedValue({ value, format }: Cell): ReadValue | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'number') return format === 'time' ? { minutes: value } : value;
  return format === 'date' || format === 'eraDate' ? { day: value } : cleanText(value);
}

/** Cells of a sheet by address, without those that show nothing. */
function expectedCells<Value>(sheet: Sheet, of: (cell: Cell) => Value | undefined): Record<string, Value> {
  return Object.fromEntries(
    sheet.rows.flatMap((row, index) =>
      [...row.cells].flatMap(([column, cell]) => {
        const value = of(cell);
        return value === undefined ? [] : [[address(index + 1, column), value]];
      }),
    ),
  );
}

/** Times and hours are fractions of a day in the file. */
function rounded(values: Readonly<Record<string, ReadValue>>): Record<string, ReadValue> {
  const near = (value: number): number => Math.round(value * 1e6) / 1e6;
  return Object.fromEntries(
    Object.entries(values).flatMap(([place, value]): [string, ReadValue][] => {
      if (value === '') return [];
      if (typeof value === 'number') return [[place, near(value)]];
      if (typeof value === 'object' && 'minutes' in value) return [[place, { minutes: near(value.minutes) }]];
      return [[place, value]];
    }),
  );
}

function compare(content: Workbook, book: ReadBook | undefined): void {
  expect(book?.sheets.map(({ name }) => name)).toEqual(content.sheets.map(({ name }) => name));
  expect([...(book?.names ?? [])].filter((name) => !name.startsWith('_xlnm')).sort()).toEqual(
    Object.keys(content.names).sort(),
  );
  content.sheets.forEach((sheet, index) => {
    const own = book?.sheets[index];
    const where = `${content.name} ${sheet.name}`;
    expect(own?.state, where).toBe(sheet.hidden ? 'hidden' : 'visible');
    expect([...(own?.hiddenColumns ?? [])].sort(), where).toEqual(groups(sheet));
    expect(rounded(own?.values ?? {}), where).toEqual(rounded(expectedCells(sheet, expectedValue)));
    expect(own?.formulas, where).toEqual(
      expectedCells(sheet, ({ formula }) => (formula === undefined ? undefined : `=${formula}`)),
    );
    expect(own?.notes, where).toEqual(expectedCells(sheet, ({ note }) => note));
  });
}

/** openpyxl names equal columns side by side by the first of them. */
function groups({ hiddenColumns, widths }: Sheet): string[] {
  return hiddenColumns
    .filter((column) => !hiddenColumns.includes(column - 1) || widths[column] !== widths[column - 1])
    .map(columnLetter)
    .sort();
}

describe.skipIf(!hasOpenpyxl())('openpyxl (python3-openpyxl) reads the papers without a warning', () => {
  test('with the values, formulas, notes and names that were written', { timeout: 300_000 }, async () => {
    const files = await Promise.all(papers.map(({ content }) => writeWorkbook(content)));
    const books = readByOpenpyxl(files);
    expect(papers.length).toBeGreaterThan(10);
    papers.forEach(({ content }, index) => compare(content, books[index]));
  });

  test('and notices one wrong yen', { timeout: 60_000 }, async () => {
    const [first] = papers;
    if (!first) throw new Error('no paper');
    const [book] = readByOpenpyxl([await writeWorkbook(first.content)]);
    const sheets = book?.sheets.map((sheet) => ({
      ...sheet,
      values: Object.fromEntries(
        Object.entries(sheet.values).map(([place, value]) => [place, typeof value === 'number' ? value + 1 : value]),
      ),
    }));
    expect(() => compare(first.content, book && sheets && { ...book, sheets })).toThrow(/expected/u);
  });
});
