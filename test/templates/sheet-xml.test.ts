import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import { readTemplate } from '../../electron/templates/read-template.js';
import { cells, cellXml, part, refusal, SHEET_3 } from './fillings.js';
import { formParts, smallForm, zipped } from './form-parts.js';
import { mappingFor } from './mappings.js';

describe('sheets as other programs write them', () => {
  const fillThird = (sheetData: string, more?: string): string => {
    const file = smallForm(sheetData, more);
    const own = mappingFor(file, [
      {
        sheet: '選択肢',
        cells: [
          { at: 'B2', field: 'a', as: 'text' },
          { at: 'A3', field: 'b', as: 'number' },
        ],
      },
    ]);
    const bytes = fillTemplate(file, own, { cells: { a: 'あ', b: 1 }, tables: {} }).bytes;
    expect(cells(bytes, '選択肢')).toMatchObject({ B2: 'あ', A3: '1' });
    return /<(?:x:)?sheetData.*<\/(?:x:)?sheetData>/su.exec(part(bytes, SHEET_3))?.[0] ?? '';
  };
  const B2 = '<c r="B2" t="inlineStr"><is><t>あ</t></is></c>';
  const A3 = '<c r="A3"><v>1</v></c>';

  test('an empty sheet', () => {
    expect(fillThird('<sheetData/>')).toBe(`<sheetData><row r="2">${B2}</row><row r="3">${A3}</row></sheetData>`);
    expect(fillThird('<sheetData></sheetData>')).toBe(
      `<sheetData><row r="2">${B2}</row><row r="3">${A3}</row></sheetData>`,
    );
  });

  test('rows and cells without numbers', () => {
    expect(fillThird('<sheetData><row/><row><c><v>7</v></c></row><row><c/><c><v>8</v></c></row></sheetData>')).toBe(
      `<sheetData><row/><row><c><v>7</v></c>${B2}</row><row><c><v>1</v></c><c><v>8</v></c></row></sheetData>`,
    );
  });

  test('a cell before, between and behind others', () => {
    expect(
      fillThird('<sheetData><row r="2"><c r="A2"/><c r="C2"/></row><row r="3" ht="5"><c r="B3"/></row></sheetData>'),
    ).toBe(
      `<sheetData><row r="2"><c r="A2"/>${B2}<c r="C2"/></row><row r="3" ht="5">${A3}<c r="B3"/></row></sheetData>`,
    );
  });

  test('a new cell right before one that is filled', () => {
    const file = smallForm('<sheetData><row r="2"><c r="C2"/></row></sheetData>');
    const own = mappingFor(file, [
      {
        sheet: '選択肢',
        cells: [
          { at: 'C2', field: 'a', as: 'number' },
          { at: 'B2', field: 'a', as: 'number' },
          { at: 'A2', field: 'a', as: 'number' },
        ],
      },
    ]);
    const bytes = fillTemplate(file, own, { cells: { a: 1 }, tables: {} }).bytes;
    expect([...part(bytes, SHEET_3).matchAll(/<c r="(\w+)"/gu)].map(([, at]) => at)).toEqual(['A2', 'B2', 'C2']);
  });

  test('a prefix on every element, quotes of the other kind, a comment, a `>` in an attribute', () => {
    const head = `<?xml version='1.0'?><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>`;
    const inner = `<!-- <x:c r="B2"> --><x:sheetData note='a>b'><x:row r='2' spans='1:1'><x:c r='A2' t='str'><x:v><![CDATA[<v>&]]></x:v></x:c></x:row></x:sheetData></x:worksheet>`;
    const file = zipped({ ...formParts(), [SHEET_3]: head + inner });
    const own = mappingFor(file, [{ sheet: '選択肢', cells: [{ at: 'B2', field: 'a', as: 'text' }] }]);
    const bytes = fillTemplate(file, own, { cells: { a: 'あ' }, tables: {} }).bytes;
    expect(cells(file, '選択肢')['A2']).toBe('<v>&');
    expect(part(bytes, SHEET_3)).toBe(
      (head + inner)
        .replace("spans='1:1'", "spans='1:2'")
        .replace('</x:c></x:row>', '</x:c><x:c r="B2" t="inlineStr"><x:is><x:t>あ</x:t></x:is></x:c></x:row>'),
    );
  });

  test('a byte order mark stays', () => {
    const file = smallForm('<sheetData/>');
    const marked = zipped({ ...formParts(), [SHEET_3]: `\ufeff${part(file, SHEET_3)}` });
    const own = mappingFor(marked, [{ sheet: '選択肢', cells: [{ at: 'B2', field: 'a', as: 'text' }] }]);
    const bytes = fillTemplate(marked, own, { cells: { a: 'あ' }, tables: {} }).bytes;
    expect([...(unzipSync(bytes)[SHEET_3] ?? [])].slice(0, 4)).toEqual([0xef, 0xbb, 0xbf, 0x3c]);
  });

  test('a cell that held a picture or a spilled formula loses the mark of it', () => {
    const file = smallForm(
      '<sheetData><row r="2"><c r="B2" s="2" vm="1" t="e" cm="1" ph="1"><v>#VALUE!</v></c></row></sheetData>',
    );
    const own = mappingFor(file, [{ sheet: '選択肢', cells: [{ at: 'B2', field: 'a', as: 'number' }] }]);
    const bytes = fillTemplate(file, own, { cells: { a: 1 }, tables: {} }).bytes;
    expect(cellXml(bytes, SHEET_3, 'B2')).toBe('<c r="B2" s="2" ph="1"><v>1</v></c>');
  });

  test.each([
    ['rows out of order', '<sheetData><row r="3"/><row r="2"/></sheetData>'],
    ['a cell in another row', '<sheetData><row r="3"><c r="A2"/></row></sheetData>'],
    ['no rows at all', ''],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><sheetData/>'],
  ])('%s are refused', (_name, sheetData) => {
    expect(refusal(() => readTemplate(smallForm(sheetData)))).toContain('読めませんでした');
  });
});
