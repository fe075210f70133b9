import { describe, expect, test } from 'vitest';
import { lookOf } from '../../electron/templates/look.js';
import { openForm, templateOf } from '../../electron/templates/read-template.js';
import {
  mappedSheet,
  placesOf,
  tieAt,
  withCell,
  withColumn,
  withItem,
  withoutTie,
  withSheet,
} from '../../shared/templates/edit-mapping.js';
import { leftBlank } from '../../shared/templates/left-blank.js';
import type { MappedTable, TemplateMapping } from '../../shared/templates/mapping.js';
import { addressOf, type Place, placeOf } from '../../shared/templates/place.js';
import { type SheetGrid, sheetGrid } from '../../shared/templates/sheet-grid.js';
import { guessedRows } from '../../shared/templates/table-rows.js';
import { formFile, formParts } from './form-parts.js';
import { FORM } from './fillings.js';

const EMPTY: TemplateMapping = {
  format: 'koshu-template-mapping',
  version: 1,
  form: 'changeNotice',
  fiscalYear: 2021,
  sheets: [],
};
const TABLE: Omit<MappedTable, 'columns'> = {
  table: 'staff',
  firstRow: 5,
  lastRow: 9,
  rowsPerEntry: 2,
  whenFull: 'refuse',
};

function at(address: string): Place {
  const place = placeOf(address);
  if (!place) throw new Error(address);
  return place;
}

describe('ties', () => {
  const base = mappedSheet(EMPTY, '様式1');
  const cell = withCell(base, { at: 'C3', field: 'course.nameJa', as: 'text' });
  const both = withColumn(withColumn(cell, TABLE, { column: 'B', field: 'nameJa', as: 'text' }), TABLE, {
    column: 'B',
    rowOfEntry: 2,
    field: 'nameKana',
    as: 'text',
  });

  test('are found at their cells, for every whole entry of a table and no further', () => {
    expect(tieAt(both, at('C3'))).toMatchObject({ kind: 'cell', cell: { field: 'course.nameJa' } });
    expect(tieAt(both, at('B5'))).toMatchObject({ kind: 'column', entry: 0, column: { field: 'nameJa' } });
    expect(tieAt(both, at('B8'))).toMatchObject({ kind: 'column', entry: 1, column: { field: 'nameKana' } });
    expect(tieAt(both, at('B9'))).toBeUndefined();
    expect(tieAt(both, at('B4'))).toBeUndefined();
    expect(tieAt(both, at('C5'))).toBeUndefined();
  });

  test('give way to another field of the same cell', () => {
    const again = withCell(both, { at: 'C3', field: 'course.level', as: 'text' });
    expect(again.cells).toEqual([{ at: 'C3', field: 'course.level', as: 'text' }]);
    const column = withColumn(both, TABLE, { column: 'B', field: 'employer', as: 'text' });
    expect(column.tables[0]?.columns.map((own) => own.field)).toEqual(['nameKana', 'employer']);
  });

  test('are let go one by one, a table with its last column', () => {
    expect(withoutTie(both, at('C3')).cells).toEqual([]);
    const one = withoutTie(both, at('B7'));
    expect(one.tables[0]?.columns.map((own) => own.field)).toEqual(['nameKana']);
    expect(withoutTie(one, at('B6')).tables).toEqual([]);
    expect(withoutTie(both, at('A1'))).toBe(both);
  });

  test('change how they are written', () => {
    const changed = withItem(both, at('B6'), (item) => ({ ...item, onFormula: 'result' }));
    expect(tieAt(changed, at('B8'))).toMatchObject({ column: { field: 'nameKana', onFormula: 'result' } });
    expect(tieAt(changed, at('B7'))).toMatchObject({ column: { field: 'nameJa' } });
  });

  test('stand in the mapping by sheet; a sheet without any leaves it', () => {
    const mapping = withSheet(EMPTY, both);
    expect(placesOf(mapping, 'course.nameJa')).toEqual(['C3']);
    expect(placesOf(mapping, 'nameKana', 'staff')).toEqual(['B6']);
    expect(placesOf(mapping, 'nameKana')).toEqual([]);
    expect(mappedSheet(mapping, '様式1')).toEqual(both);
    expect(withSheet(mapping, base).sheets).toEqual([]);
  });
});

function gridOf(file: Uint8Array, nameJa: string): SheetGrid {
  const book = openForm(file);
  const template = templateOf(book);
  const look = lookOf(book);
  const index = template.sheets.findIndex((sheet) => sheet.nameJa === nameJa);
  const [sheet, own] = [template.sheets[index], look.sheets[index]];
  if (!sheet || !own) throw new Error(nameJa);
  return sheetGrid(sheet, own, look.styles);
}

describe('a sheet as a grid', () => {
  const grid = gridOf(FORM, '様式1');

  test('has the widths, heights and borders of the form', () => {
    expect(grid.left(2) - grid.left(1)).toBe(26);
    expect(grid.left(3) - grid.left(2)).toBe(103);
    expect(grid.top(2) - grid.top(1)).toBe(32);
    expect(grid.top(3) - grid.top(2)).toBe(18);
    expect(grid.styleAt(at('B3'))?.sides).toBe('lrtb');
    expect(grid.styleAt(at('A1'))).toMatchObject({ sides: '', bold: true });
    expect(grid.styleAt(at('B1'))).toBeUndefined();
  });

  test('knows merged ranges, and the place under a point to the pixel', () => {
    expect(grid.rangeAt(at('E3'))).toEqual({ from: at('C3'), to: at('F3') });
    expect(grid.rangeAt(at('E4'))).toEqual({ from: at('E4'), to: at('E4') });
    const [x, y] = [grid.left(3), grid.top(4)];
    expect(addressOf(grid.placeAt(x, y))).toBe('C4');
    expect(addressOf(grid.placeAt(x - 1, y - 1))).toBe('B3');
    expect(addressOf(grid.placeAt(-5, -5))).toBe('A1');
  });

  test('finds the framed cells that stay blank, with their labels', () => {
    const { cells } = leftBlank(grid, { cells: [], tables: [] });
    expect(cells).toContainEqual({ at: 'F4', labelJa: '金額' });
    const tied = { cells: [{ at: 'F4', field: 'a', as: 'text' as const }], tables: [] };
    expect(leftBlank(grid, tied).cells.map((cell) => cell.at)).not.toContain('F4');
    expect(cells.map((cell) => cell.at)).not.toContain('D3');
  });
});

describe('the rows of a table', () => {
  const rows = (from: number, to: number, last = ''): Uint8Array => {
    const framed = Array.from(
      { length: to - from + 1 },
      (_, index) => `<row r="${from + index}"><c r="A${from + index}" s="2"/><c r="B${from + index}" s="2"/></row>`,
    );
    return formFile({
      'xl/worksheets/sheet2.xml': String(formParts()['xl/worksheets/sheet2.xml']).replace(
        /<row r="5".*<\/sheetData>/u,
        `${framed.join('')}${last}</sheetData>`,
      ),
    });
  };
  const guessed = (file: Uint8Array) => guessedRows(gridOf(file, '明細 A&B'), at('B5'));

  test('go as far as the frame', () => {
    expect(guessed(rows(5, 14))).toEqual({ firstRow: 5, lastRow: 14, rowsPerEntry: 1 });
  });

  test('end before a row of sums', () => {
    const sum = '<row r="15"><c r="A15" s="2" t="inlineStr"><is><t>合 計</t></is></c><c r="B15" s="2"/></row>';
    expect(guessed(rows(5, 14, sum)).lastRow).toBe(14);
  });

  test('end before a formula in their column', () => {
    expect(guessed(rows(5, 14, '<row r="15"><c r="B15" s="2"><f>1+1</f></c></row>')).lastRow).toBe(14);
    expect(guessed(rows(5, 14, '<row r="15"><c r="A15" s="2"><f>1+1</f></c><c r="B15" s="2"/></row>')).lastRow).toBe(
      15,
    );
  });
});
