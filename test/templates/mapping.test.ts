import { describe, expect, test } from 'vitest';
import { mappingText, readMapping } from '../../electron/templates/mapping-file.js';
import { mappingProblems } from '../../shared/templates/mapping-problems.js';
import type { MappedTable, TemplateMapping } from '../../shared/templates/mapping.js';
import { addressOf, columnNumber, placeOf, rangeOf } from '../../shared/templates/place.js';
import { FORM, refusal } from './fillings.js';
import { mappingFor, wholeMapping } from './mappings.js';

const whole = wholeMapping(FORM);

function withTable(own: Partial<MappedTable>): TemplateMapping {
  const table: MappedTable = {
    table: 'staff',
    firstRow: 5,
    lastRow: 8,
    columns: [{ column: 'B', field: 'nameJa', as: 'text' }],
    whenFull: 'refuse',
    ...own,
  };
  return mappingFor(FORM, [{ sheet: '明細 A&B', cells: [{ at: 'C3', field: 'a', as: 'text' }], tables: [table] }]);
}

describe('a mapping', () => {
  test('is passed on as a file and comes back the same', () => {
    const text = mappingText(whole);
    expect(text).toMatch(/^# 講習会実施申請書（委託）（2021年度）の対応表\n/u);
    expect(readMapping(text)).toEqual(whole);
    expect(mappingText(readMapping(text))).toBe(text);
    expect(readMapping(JSON.stringify(whole))).toEqual(whole);
  });

  test.each([
    ['another version', text('version: 1', 'version: 2'), 'version'],
    ['another format', text('koshu-template-mapping', 'koshu-case'), 'format'],
    ['an unknown form', text('commissioned.application', 'commissioned.x'), 'form'],
    ['an unknown key', text('fiscalYear: 2021', 'fiscalYear: 2021\nyear: 1'), 'year：この項目は使えません'],
    ['no cell', text('at: F4', 'at: F0'), 'sheets[0].cells[2].at'],
    ['a cell beyond the sheet', text('at: F4', 'at: XFE4'), 'sheets[0].cells[2].at'],
    ['an absolute cell', text('at: F4', 'at: $F$4'), 'sheets[0].cells[2].at'],
    ['a way that is not there', text('as: eraDate', 'as: era'), 'sheets[0].cells[7].as'],
    ['a fingerprint that is none', text(/fingerprint: \w/u, 'fingerprint: x'), 'sheets[0].fingerprint'],
    ['a cell twice', text('at: F4', 'at: C4'), 'sheets[0].cells[2].at：ほかの項目と同じセル'],
    ['no YAML', 'a: [1', '1行目'],
    ['aliases', 'a: &a [1]\nb: *a', '合わない'],
    ['nothing', '', '合わない'],
  ])('is refused with its place: %s', (_name, content, words) => {
    expect(refusal(() => readMapping(content))).toContain(words);
  });

  test('the last column of Excel is taken', () => {
    expect(readMapping(text('at: F4', 'at: XFD1048576')).sheets[0]?.cells[2]?.at).toBe('XFD1048576');
  });
});

function text(from: string | RegExp, to: string): string {
  return mappingText(whole).replace(from, to);
}

describe('a mapping that makes no sense by itself', () => {
  const paths = (mapping: TemplateMapping): string[] => mappingProblems(mapping).map((problem) => problem.path);

  test('one that does has no problems', () => {
    expect(paths(withTable({}))).toEqual([]);
  });

  test('a table that ends above its start, or has no room for one entry', () => {
    expect(paths(withTable({ lastRow: 5 }))).toEqual([]);
    expect(paths(withTable({ lastRow: 4 }))).toEqual(['sheets[0].tables[0].lastRow']);
    expect(paths(withTable({ rowsPerEntry: 4 }))).toEqual([]);
    expect(paths(withTable({ rowsPerEntry: 5 }))).toEqual(['sheets[0].tables[0].lastRow']);
  });

  test('a row that an entry does not have', () => {
    const columns = (rowOfEntry: number): MappedTable['columns'] => [
      { column: 'B', rowOfEntry, field: 'a', as: 'text' },
    ];
    expect(paths(withTable({ rowsPerEntry: 2, columns: columns(2) }))).toEqual([]);
    expect(paths(withTable({ rowsPerEntry: 2, columns: columns(3) }))).toEqual([
      'sheets[0].tables[0].columns[0].rowOfEntry',
    ]);
  });

  test('a cell within a table, a column twice, a sheet twice', () => {
    const within = withTable({ firstRow: 3, columns: [{ column: 'C', field: 'a', as: 'text' }] });
    expect(paths(within)).toEqual(['sheets[0].tables[0].columns[0]']);
    const both: MappedTable['columns'] = [
      { column: 'B', field: 'a', as: 'text' },
      { column: 'B', field: 'b', as: 'text' },
    ];
    expect(paths(withTable({ columns: both }))).toEqual(['sheets[0].tables[0].columns[1]']);
    const rows = both.map((column, index) => ({ ...column, rowOfEntry: index + 1 }));
    expect(paths(withTable({ rowsPerEntry: 2, columns: rows }))).toEqual([]);
    expect(paths(withTable({ whenFull: { sheets: ['続き', '続き'] } }))).toEqual([
      'sheets[0].tables[0].whenFull.sheets',
    ]);
    const [sheet] = whole.sheets;
    if (!sheet) throw new Error('no sheet');
    expect(paths({ ...whole, sheets: [sheet, { ...sheet, sheet: '様式１' }] })).toEqual([]);
    expect(paths({ ...whole, sheets: [sheet, sheet] })).toEqual(['sheets[1].sheet']);
  });
});

test('addresses and their places', () => {
  expect([columnNumber('A'), columnNumber('Z'), columnNumber('AA'), columnNumber('XFD')]).toEqual([1, 26, 27, 16_384]);
  expect(addressOf({ row: 4, column: 28 })).toBe('AB4');
  expect(placeOf('$AB$4')).toEqual({ row: 4, column: 28 });
  expect(['a1', 'A0', 'A', '1', 'XFE1', 'A1048577', 'A1:B2'].map(placeOf)).toEqual(Array(7).fill(undefined));
  expect(rangeOf('B2')).toEqual({ from: { row: 2, column: 2 }, to: { row: 2, column: 2 } });
  expect(rangeOf('B2:x')).toBeUndefined();
});
