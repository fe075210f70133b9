import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import type { MappedTable } from '../../shared/templates/mapping.js';
import { cells, cellXml, FORM as form, part, refusal, SHEET_1, SHEET_2 } from './fillings.js';
import { formFile, formParts } from './form-parts.js';
import { mappingFor, VALUES, wholeMapping } from './mappings.js';
import { differingEntries, rawEntries } from './zip-entries.js';

const filled = fillTemplate(form, wholeMapping(form), VALUES).bytes;

/** Sheet XML without some cells, without rows that hold nothing else, and without the extents that follow from them. */
function around(xml: string, addresses: readonly string[]): string {
  const without = addresses.reduce(
    (text, address) => text.replace(new RegExp(`<c r="${address}"(?: [^>]*?)?(?:/>|>.*?</c>)`, 'su'), ''),
    xml,
  );
  return without
    .replace(/<row r="\d+"(?:\/>|><\/row>)/gu, '')
    .replace(/ spans="[^"]*"/gu, '')
    .replace(/<dimension [^>]*>/u, '');
}

describe('a filled form', () => {
  test('differs in the sheets with mapped cells and in the calculation of the workbook, in no other byte of any part', () => {
    expect(differingEntries(form, filled)).toEqual(['xl/workbook.xml', SHEET_1, SHEET_2]);
  });

  test('has its parts in the order and with the times of the form', () => {
    const times = (file: Uint8Array): unknown[] =>
      rawEntries(file).files.map(({ name, bytes }) => [name, bytes.readUInt32LE(10)]);
    expect(times(filled)).toEqual(times(form));
    expect(new Set(times(form).map((entry) => JSON.stringify(entry))).size).toBe(Object.keys(formParts()).length);
  });

  test('has everything between the mapped cells as it was', () => {
    const first = ['C3', 'C4', 'F4', 'C6', 'E8', 'C12', 'G16', 'B20'];
    const second = ['5', '6', '7'].flatMap((row) => [`B${row}`, `C${row}`, `D${row}`]);
    expect(around(part(filled, SHEET_1), first)).toBe(around(part(form, SHEET_1), first));
    expect(around(part(filled, SHEET_2), second)).toBe(around(part(form, SHEET_2), second));
    expect(part(filled, 'xl/workbook.xml').replace(' fullCalcOnLoad="1"', '')).toBe(part(form, 'xl/workbook.xml'));
  });

  test('holds the values', () => {
    expect(cells(filled, '様式1')).toMatchObject({
      C3: VALUES.cells['organization.nameJa'],
      C4: '2021-10-01',
      F4: '123456',
      C6: VALUES.cells['course.nameJa'],
      E8: '120000',
      C12: '○',
      G16: '2021-09-30',
      B20: '令和3年9月30日',
    });
    expect(cells(filled, '明細 A&B')).toMatchObject({
      B5: '架空 花子',
      C5: '2021-09-30',
      D5: '10000',
      B6: '=1+1',
      C6: '2021-10-01',
      B7: '𠮷野 次郎',
      D7: '30000',
    });
  });

  test('keeps the style of a cell; a new cell takes that of its row, else of its column', () => {
    expect(cellXml(filled, SHEET_1, 'C3')).toContain(' s="2"');
    expect(cellXml(filled, SHEET_1, 'E8')).toBe('<c r="E8" s="4"><v>120000</v></c>');
    expect(cellXml(filled, SHEET_1, 'G16')).toBe('<c r="G16" s="3"><v>44469</v></c>');
    expect(cellXml(filled, SHEET_2, 'B7')).toBe('<c r="B7" t="inlineStr"><is><t>𠮷野 次郎</t></is></c>');
  });

  test('has rows and cells in order, and extents that hold the new cells', () => {
    const xml = part(filled, SHEET_1);
    expect([...xml.matchAll(/<row r="(\d+)"/gu)].map(([, row]) => Number(row))).toEqual([
      1, 3, 4, 6, 8, 10, 12, 16, 20,
    ]);
    expect([...(/<row r="8".*?<\/row>/u.exec(xml)?.[0] ?? '').matchAll(/<c r="(\w+)"/gu)].map(([, at]) => at)).toEqual([
      'B8',
      'C8',
      'E8',
    ]);
    expect(xml).toContain('<row r="8" s="4" customFormat="1" spans="2:5">');
    expect(xml).toContain('<dimension ref="A1:G20"/>');
    expect(part(filled, SHEET_2)).toContain('<row r="6" spans="1:4">');
  });

  test('leaves the shared texts with their furigana alone and writes texts into the cells', () => {
    expect(cellXml(filled, SHEET_1, 'C3')).toBe(
      '<c r="C3" s="2" t="inlineStr"><is><t>架空県 &lt;A&amp;B&gt; &quot;体育&quot;協会</t></is></c>',
    );
    expect(cellXml(filled, SHEET_1, 'C6')).toContain('<t xml:space="preserve">  公認テニスコーチ1\n養成講習会</t>');
  });
});

describe('equal input', () => {
  test('no values give the very same bytes', () => {
    const result = fillTemplate(form, wholeMapping(form), { cells: {}, tables: {} });
    expect(Buffer.from(result.bytes).equals(Buffer.from(form))).toBe(true);
  });

  test('the same values give the same bytes, also over what was filled with them', () => {
    expect(Buffer.from(fillTemplate(form, wholeMapping(form), VALUES).bytes).equals(Buffer.from(filled))).toBe(true);
    const again = fillTemplate(filled, wholeMapping(form), VALUES).bytes;
    expect(Buffer.from(again).equals(Buffer.from(filled))).toBe(true);
  });

  test('a filled form is still the same form: other values go over the first', () => {
    const other = { cells: { 'organization.nameJa': '別の協会' }, tables: {} };
    expect(cells(fillTemplate(filled, wholeMapping(form), other).bytes, '様式1')).toMatchObject({
      C3: '別の協会',
      F4: '123456',
    });
  });
});

describe('tables', () => {
  const table: MappedTable = {
    table: 'staff',
    firstRow: 5,
    lastRow: 8,
    columns: [{ column: 'B', field: 'nameJa', as: 'text' }],
    whenFull: 'refuse',
  };
  const people = (count: number): TemplateValues => ({
    cells: {},
    tables: { staff: Array.from({ length: count }, (_, index) => ({ nameJa: `人${index + 1}` })) },
  });
  const fill = (own: MappedTable, count: number): Uint8Array =>
    fillTemplate(form, mappingFor(form, [{ sheet: '明細 A&B', tables: [own] }]), people(count)).bytes;

  test('take as many entries as they have rows; of one more they say that it does not fit', () => {
    expect(cells(fill(table, 4), '明細 A&B')).toMatchObject({ B5: '人1', B8: '人4' });
    expect(refusal(() => fill(table, 5))).toMatch(/「staff」の欄は4件まで.*5件のうち1件が入りません/u);
  });

  test('leave the rows behind the last entry, or empty them', () => {
    expect(cells(fill(table, 0), '明細 A&B')['B5']).toContain('記入例');
    const emptied = cells(fill({ ...table, emptyRest: true }, 0), '明細 A&B');
    expect(emptied['B5']).toBeUndefined();
    expect(emptied['A5']).toBe('1');
  });

  test('give an entry several rows', () => {
    const pairs: MappedTable = {
      ...table,
      rowsPerEntry: 2,
      columns: [
        { column: 'B', field: 'nameJa', as: 'text' },
        { column: 'B', rowOfEntry: 2, field: 'nameJa', as: { on: '○', off: '×', when: '人2' } },
      ],
    };
    expect(cells(fill(pairs, 2), '明細 A&B')).toMatchObject({ B5: '人1', B6: '×', B7: '人2', B8: '○' });
    expect(refusal(() => fill(pairs, 3))).toContain('1件が入りません');
  });
});

describe('an Excel table on the sheet', () => {
  const TABLE = 'xl/tables/table1.xml';
  const withTable = (more: string): Uint8Array => {
    const rels = 'xl/worksheets/_rels/sheet2.xml.rels';
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
    return formFile({
      [rels]: part(form, rels).replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="${type}" Target="../tables/table1.xml"/></Relationships>`,
      ),
      [TABLE]: `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="表1" displayName="表1" ref="A4:D8"${more}/>`,
    });
  };
  const fillAt = (at: string, file: Uint8Array): Uint8Array =>
    fillTemplate(file, mappingFor(file, [{ sheet: '明細 A&B', cells: [{ at, field: 'a', as: 'text' }] }]), {
      cells: { a: 'あ' },
      tables: {},
    }).bytes;

  test('keeps its headings, which its own part repeats', () => {
    const file = withTable('');
    expect(refusal(() => fillAt('D4', file))).toContain('テーブルの見出し');
    expect(cells(fillAt('D5', file), '明細 A&B')['D5']).toBe('あ');
    expect(cells(fillAt('E4', file), '明細 A&B')['E4']).toBe('あ');
    expect(part(fillAt('D5', file), TABLE)).toBe(part(file, TABLE));
  });

  test('may have none', () => {
    expect(cells(fillAt('D4', withTable(' headerRowCount="0"')), '明細 A&B')['D4']).toBe('あ');
  });
});

describe('a form that is not the one that was mapped', () => {
  test('is refused by its labels', () => {
    const other = formFile({ [SHEET_1]: part(form, SHEET_1).replace('<v>4</v>', '<v>5</v>') });
    expect(refusal(() => fillTemplate(other, wholeMapping(form), VALUES))).toContain('様式と違います');
  });

  test('is refused by its merged ranges', () => {
    const other = formFile({
      [SHEET_1]: part(form, SHEET_1).replace('mergeCell ref="C3:F3"', 'mergeCell ref="C3:E3"'),
    });
    expect(refusal(() => fillTemplate(other, wholeMapping(form), VALUES))).toContain('様式と違います');
  });

  test('is refused where a sheet is not there; names of sheets are compared as Excel does', () => {
    const own = mappingFor(form, [{ sheet: '様式2', cells: [{ at: 'A1', field: 'a', as: 'text' }] }]);
    expect(refusal(() => fillTemplate(form, own, VALUES))).toContain('「様式2」がこの様式にありません');
    const lower = wholeMapping(form);
    const renamed = { ...lower, sheets: lower.sheets.map((sheet) => ({ ...sheet, sheet: sheet.sheet.toLowerCase() })) };
    expect(fillTemplate(form, renamed, VALUES).bytes).toHaveLength(filled.length);
  });
});

test('a form that was read from the disk stays as it was', () => {
  const before = Buffer.from(form);
  const file = Buffer.from(form);
  const first = fillTemplate(file, wholeMapping(form), VALUES);
  expect(file.equals(before)).toBe(true);
  expect(Buffer.from(first.bytes).equals(Buffer.from(filled))).toBe(true);
});
