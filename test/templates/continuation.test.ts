import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillTemplate, type FilledTemplate } from '../../electron/templates/fill-template.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import type { MappedTable, WhenFull } from '../../shared/templates/mapping.js';
import { cells, FORM as form, part, refusal, SHEET_2 } from './fillings.js';
import { formFile, formParts, workbookXml, zipped } from './form-parts.js';
import { mappingFor } from './mappings.js';
import { differingEntries } from './zip-entries.js';

const COPY = '明細 A&B (2)';

function table(whenFull: WhenFull): MappedTable {
  return {
    table: 'staff',
    firstRow: 5,
    lastRow: 8,
    columns: [{ column: 'B', field: 'nameJa', as: 'text' }],
    whenFull,
    emptyRest: true,
  };
}

function people(count: number): TemplateValues {
  const staff = Array.from({ length: count }, (_, index) => ({ nameJa: `人${index + 1}` }));
  return { cells: { head: '架空県体育協会' }, tables: { staff } };
}

function fill(count: number, whenFull: WhenFull = 'copySheet', file = form, sheet = '明細 A&B'): FilledTemplate {
  const own = { sheet, cells: [{ at: 'A2', field: 'head', as: 'text' as const }], tables: [table(whenFull)] };
  return fillTemplate(file, mappingFor(file, [own]), people(count));
}

describe('a table that is too short', () => {
  test('goes on on copies of its sheet, each with the cells of the head', () => {
    const { bytes, addedSheets } = fill(9);
    expect(addedSheets).toEqual([COPY, '明細 A&B (3)']);
    expect(readTemplate(bytes).sheets.map((sheet) => sheet.nameJa)).toEqual([
      '様式1',
      '明細 A&B',
      '選択肢',
      ...addedSheets,
    ]);
    expect(cells(bytes, '明細 A&B')).toMatchObject({ A2: '架空県体育協会', B5: '人1', B8: '人4' });
    expect(cells(bytes, COPY)).toMatchObject({ A2: '架空県体育協会', B5: '人5', B8: '人8', A9: '合計' });
    expect(cells(bytes, '明細 A&B (3)')).toMatchObject({ B5: '人9' });
    expect(cells(bytes, '明細 A&B (3)')['B6']).toBeUndefined();
  });

  test('needs none at the border', () => {
    expect(fill(4).addedSheets).toEqual([]);
    expect(fill(5).addedSheets).toEqual([COPY]);
    expect(fill(8).addedSheets).toEqual([COPY]);
  });

  test('touches only the parts that list sheets; the new ones stand last', () => {
    const { bytes } = fill(5);
    const fresh = [
      'xl/worksheets/sheet4.xml',
      'xl/printerSettings/printerSettings3.bin',
      'xl/drawings/drawing3.xml',
      'xl/drawings/_rels/drawing3.xml.rels',
      'xl/worksheets/_rels/sheet4.xml.rels',
    ];
    expect(differingEntries(form, bytes)).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      SHEET_2,
      ...fresh,
    ]);
    expect(Object.keys(unzipSync(bytes)).slice(-fresh.length).sort()).toEqual([...fresh].sort());
  });

  test('takes text boxes, pictures and print settings along, and shares the picture', () => {
    const files = unzipSync(fill(5).bytes);
    expect(files['xl/drawings/drawing3.xml']).toEqual(files['xl/drawings/drawing2.xml']);
    expect(files['xl/printerSettings/printerSettings3.bin']).toEqual(files['xl/printerSettings/printerSettings2.bin']);
    expect(part(fill(5).bytes, 'xl/drawings/_rels/drawing3.xml.rels')).toContain('../media/image1.png');
    const types = part(fill(5).bytes, '[Content_Types].xml');
    expect(types).toContain('PartName="/xl/worksheets/sheet4.xml"');
    expect(types).toContain('PartName="/xl/drawings/drawing3.xml"');
    expect(types).not.toContain('printerSettings3');
  });

  test('repeats print area and titles for the copy, under numbers that do not move those of other sheets', () => {
    const xml = part(fill(5).bytes, 'xl/workbook.xml');
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="3">'明細 A&amp;B (2)'!$A$1:$F$12</definedName>`,
    );
    expect(xml).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">'明細 A&amp;B (2)'!$1:$4</definedName>`,
    );
    expect(xml).toContain('<sheet name="明細 A&amp;B (2)" sheetId="8" r:id="rIdCopy1"/></sheets>');
    const areas = readTemplate(fill(9).bytes).sheets.map((sheet) => sheet.printArea);
    expect(areas).toEqual(['$A$1:$H$30', '$A$1:$F$12', undefined, '$A$1:$F$12', '$A$1:$F$12']);
  });

  test('leaves one sheet selected and every code name once', () => {
    const selected = formFile({
      [SHEET_2]: part(form, SHEET_2).replace('<sheetView ', '<sheetView tabSelected="1" '),
    });
    const copy = part(fill(5, 'copySheet', selected).bytes, 'xl/worksheets/sheet4.xml');
    expect(copy).not.toMatch(/tabSelected|codeName|xr:uid=/u);
    expect(copy).toContain('<sheetPr/>');
  });

  test('declares the prefix of its identifier, where the sheets of the form do so themselves', () => {
    const declaration = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
    const onSheets = workbookXml().replace(` ${declaration}`, '').replaceAll('<sheet ', `<sheet ${declaration} `);
    const { bytes } = fill(5, 'copySheet', formFile({ 'xl/workbook.xml': onSheets }));
    const copy = part(bytes, 'xl/workbook.xml').match(/<sheet [^>]*>/gu)?.[3];
    expect(copy).toBe(`<sheet ${declaration} name="明細 A&amp;B (2)" sheetId="8" r:id="rIdCopy1"/>`);
    expect(part(fill(5).bytes, 'xl/workbook.xml').match(/<sheet [^>]*>/gu)?.[3]).not.toContain('xmlns');
  });

  test('gives the same bytes for the same input', () => {
    expect(Buffer.from(fill(9).bytes).equals(Buffer.from(fill(9).bytes))).toBe(true);
  });

  test('takes names that are free, and cuts them to the 31 characters of Excel', () => {
    const rename = (from: string, to: string): Uint8Array =>
      formFile({ 'xl/workbook.xml': workbookXml().replaceAll(from, to) });
    expect(fill(5, 'copySheet', rename('選択肢', '明細 a&amp;b (2)')).addedSheets).toEqual(['明細 A&B (3)']);
    const long = rename('明細 A&amp;B', 'あ'.repeat(31));
    expect(fill(5, 'copySheet', long, 'あ'.repeat(31)).addedSheets).toEqual([`${'あ'.repeat(27)} (2)`]);
  });

  test('goes on on sheets that the form has for it', () => {
    const twice = { ...formParts() };
    twice['xl/worksheets/sheet3.xml'] =
      twice[SHEET_2]?.toString().replace(/<pageSetup[^>]*>|<drawing[^>]*>/gu, '') ?? '';
    const file = zipped(twice);
    const { bytes, addedSheets } = fill(8, { sheets: ['選択肢'] }, file);
    expect(addedSheets).toEqual([]);
    expect(cells(bytes, '選択肢')).toMatchObject({ B5: '人5', B8: '人8' });
    expect(refusal(() => fill(9, { sheets: ['選択肢'] }, file))).toMatch(/8件まで.*9件のうち1件/u);
    expect(refusal(() => fill(5, { sheets: ['続き'] }, file))).toContain('「続き」がこの様式にありません');
  });
});

describe('a sheet that cannot be copied without touching more', () => {
  test.each([
    ['check boxes and charts', { sheet: '様式1' }, 'グラフなどの図形、チェックボックス'],
    [
      'a workbook whose structure is protected',
      {
        changes: {
          'xl/workbook.xml': workbookXml().replace('<bookViews>', '<workbookProtection lockStructure="1"/><bookViews>'),
        },
      },
      '構成が保護されている',
    ],
    [
      'a table',
      {
        changes: {
          'xl/worksheets/_rels/sheet2.xml.rels': String(formParts()['xl/worksheets/_rels/sheet2.xml.rels'])
            .replace('relationships/printerSettings', 'relationships/table')
            .replace('../printerSettings/printerSettings2.bin', '../tables/table1.xml'),
          'xl/tables/table1.xml': '<table id="1" ref="A4:D8"/>',
        },
      },
      'テーブル',
    ],
    [
      'macros',
      {
        changes: {
          'xl/_rels/workbook.xml.rels': String(formParts()['xl/_rels/workbook.xml.rels']).replace(
            'relationships/calcChain',
            'relationships/vbaProject',
          ),
        },
      },
      'マクロ',
    ],
  ] as [string, { sheet?: string; changes?: Record<string, string> }, string][])(
    'says so and how to go on: %s',
    (_name, { sheet = '明細 A&B', changes = {} }, reason) => {
      const file = formFile(changes);
      const onFormula = 'result' as const;
      const own = {
        ...table('copySheet'),
        columns: [{ column: 'H', field: 'nameJa', as: 'text' as const, onFormula }],
      };
      const mapping = mappingFor(file, [{ sheet, tables: [own] }]);
      expect(fillTemplate(file, mapping, people(4)).addedSheets).toEqual([]);
      const words = refusal(() => fillTemplate(file, mapping, people(5)));
      expect(words).toContain(reason);
      expect(words).toContain('写した様式を用意し');
    },
  );

  test('a table of one row does not make hundreds of sheets', () => {
    const own = { ...table('copySheet'), lastRow: 5 };
    const mapping = mappingFor(form, [{ sheet: '明細 A&B', tables: [own] }]);
    expect(fillTemplate(form, mapping, people(100)).addedSheets).toHaveLength(99);
    expect(refusal(() => fillTemplate(form, mapping, people(101)))).toContain('100枚');
  });

  test('a sheet with a chart in its only drawing', () => {
    const file = formFile({
      'xl/drawings/_rels/drawing2.xml.rels': String(formParts()['xl/drawings/_rels/drawing1.xml.rels']),
    });
    expect(refusal(() => fill(5, 'copySheet', file))).toContain('グラフなどの図形');
  });
});
