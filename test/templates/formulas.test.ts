import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fillTemplate } from '../../electron/templates/fill-template.js';
import type { MappedCell } from '../../shared/templates/mapping.js';
import { cellXml, fillCells, FORM as form, part, refusal, SHEET_1, SHEET_2, SHEET_3 } from './fillings.js';
import { formFile, type Parts, workbookXml } from './form-parts.js';
import { mappingFor, VALUES, wholeMapping } from './mappings.js';
import { differingEntries } from './zip-entries.js';

const filled = fillTemplate(form, wholeMapping(form), VALUES).bytes;

describe('formulas', () => {
  const c8 = (onFormula?: MappedCell['onFormula']): MappedCell[] => [
    { at: 'C8', field: 'a', as: 'number', ...(onFormula ? { onFormula } : {}) },
  ];

  test('are not overwritten unless the mapping says so', () => {
    expect(refusal(() => fillCells(c8(), { a: 5 }))).toMatch(/C8.*数式があります/u);
    expect(refusal(() => fillCells(c8('refuse'), { a: 5 }))).toMatch(/C8.*数式があります/u);
  });

  test('give way to a value together with the calculation chain and every mention of it', () => {
    const file = fillCells(c8('replace'), { a: 5 });
    expect(cellXml(file, SHEET_1, 'C8')).toBe('<c r="C8" s="4"><v>5</v></c>');
    expect(Object.keys(unzipSync(file))).not.toContain('xl/calcChain.xml');
    expect(part(file, '[Content_Types].xml')).not.toContain('calcChain');
    expect(part(file, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(differingEntries(form, file)).toEqual([
      '[Content_Types].xml',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      SHEET_1,
      'xl/calcChain.xml',
    ]);
  });

  test('stay and get our figure as their result', () => {
    const file = fillCells(c8('result'), { a: 5 });
    expect(cellXml(file, SHEET_1, 'C8')).toBe(`<c r="C8" s="4"><f>SUM('明細 A&amp;B'!D5:D8)</f><v>5</v></c>`);
    expect(differingEntries(form, file)).toEqual(['xl/workbook.xml', SHEET_1]);
    const text = fillCells([{ at: 'C8', field: 'a', as: 'text', onFormula: 'result' }], { a: '五' });
    expect(cellXml(text, SHEET_1, 'C8')).toContain('t="str"><f>');
  });

  test.each(['B10', 'E12', 'F12'])('that other cells need (%s) are never replaced', (at) => {
    const own: MappedCell[] = [{ at, field: 'a', as: 'number', onFormula: 'replace' }];
    expect(refusal(() => fillCells(own, { a: 5 }))).toContain('つながっている');
  });

  test('that use the text of another cell can be replaced', () => {
    const file = fillCells([{ at: 'C10', field: 'a', as: 'number', onFormula: 'replace' }], { a: 5 });
    expect(cellXml(file, SHEET_1, 'C10')).toBe('<c r="C10"><v>5</v></c>');
  });

  test('are computed by Excel on opening, whatever the workbook said before', () => {
    const calculation = (before: string): string => {
      const file = formFile({ 'xl/workbook.xml': workbookXml({ calculation: before }) });
      const xml = part(fillCells([{ at: 'C3', field: 'a', as: 'text' }], { a: 'あ' }, file), 'xl/workbook.xml');
      return /<\/definedNames>(.*)<extLst>/u.exec(xml)?.[1] ?? '';
    };
    expect(calculation('<calcPr calcId="191029"/>')).toBe('<calcPr calcId="191029" fullCalcOnLoad="1"/>');
    expect(calculation('<calcPr fullCalcOnLoad="0" />')).toBe('<calcPr fullCalcOnLoad="1" />');
    expect(calculation('<calcPr calcMode="manual"></calcPr>')).toBe(
      '<calcPr calcMode="manual" fullCalcOnLoad="1"></calcPr>',
    );
    expect(calculation('')).toBe('<calcPr fullCalcOnLoad="1"/>');
  });

  test('keep their old results, or lose them on demand', () => {
    const own = wholeMapping(form);
    expect(cellXml(filled, SHEET_1, 'C8')).toContain('<v>0</v>');
    const taken = fillTemplate(form, own, VALUES, { results: 'takeOut' }).bytes;
    expect(cellXml(taken, SHEET_1, 'C8')).toBe(`<c r="C8" s="4"><f>SUM('明細 A&amp;B'!D5:D8)</f></c>`);
    expect(cellXml(taken, SHEET_2, 'D9')).toBe('<c r="D9" s="4"><f>SUM(D5:D8)</f></c>');
    const result = mappingFor(form, [{ sheet: '様式1', cells: c8('result') }]);
    const kept = fillTemplate(form, result, { cells: { a: 5 }, tables: {} }, { results: 'takeOut' }).bytes;
    expect(cellXml(kept, SHEET_1, 'C8')).toContain('<v>5</v>');
    expect(cellXml(kept, SHEET_2, 'D9')).not.toContain('<v>');
  });

  test('a form without any leaves the workbook untouched', () => {
    const parts: Parts = { [SHEET_1]: part(form, SHEET_3), [SHEET_2]: part(form, SHEET_3) };
    const plain = formFile(parts);
    expect(differingEntries(plain, fillCells([{ at: 'B1', field: 'a', as: 'text' }], { a: 'あ' }, plain))).toEqual([
      SHEET_1,
    ]);
  });
});
