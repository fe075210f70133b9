import { describe, expect, test } from 'vitest';
import type { MappedCell } from '../../shared/templates/mapping.js';
import { cells, cellXml, fillCells, refusal, SHEET_1 } from './fillings.js';
import { formFile, workbookXml } from './form-parts.js';

describe('values', () => {
  test('null empties a cell and keeps its look', () => {
    const emptied = fillCells([{ at: 'C3', field: 'a', as: 'text' }], { a: null });
    expect(cellXml(emptied, SHEET_1, 'C3')).toBe('<c r="C3" s="2"/>');
  });

  test.each(['D3', 'F3'])('a place within a merged range (%s) goes to its first cell', (at) => {
    expect(cells(fillCells([{ at, field: 'a', as: 'text' }], { a: 'あ' }), '様式1')['C3']).toBe('あ');
  });

  test('two fields in one merged range are refused', () => {
    const own: MappedCell[] = [
      { at: 'C3', field: 'a', as: 'text' },
      { at: 'E3', field: 'b', as: 'text' },
    ];
    expect(refusal(() => fillCells(own, { a: '1', b: '2' }))).toContain('E3');
  });

  test.each([
    ['eraYear', 3],
    ['year', 2021],
    ['month', 9],
    ['day', 30],
    ['slashDate', '2021/09/30'],
    ['weekday', '木'],
  ] as const)('a day in parts: %s', (as, expected) => {
    expect(cells(fillCells([{ at: 'F4', field: 'a', as }], { a: '2021-09-30' }), '様式1')['F4']).toBe(String(expected));
  });

  test('the first year of an era is 元', () => {
    expect(cells(fillCells([{ at: 'F4', field: 'a', as: 'eraYear' }], { a: '2019-05-01' }), '様式1')['F4']).toBe('元');
  });

  test('marks by yes and no, or by a word', () => {
    const boxes: MappedCell[] = [
      { at: 'C3', field: 'a', as: { on: '☑', off: '☐', when: '委託' } },
      { at: 'E8', field: 'a', as: { on: '☑', off: '☐', when: '独自' } },
      { at: 'C12', field: 'b', as: 'trueFalse' },
    ];
    const file = fillCells(boxes, { a: '委託', b: true });
    expect(cells(file, '様式1')).toMatchObject({ C3: '☑', E8: '☐', C12: 'TRUE' });
    expect(cellXml(file, SHEET_1, 'C12')).toBe('<c r="C12" s="2" t="b"><v>1</v></c>');
  });

  test('minutes as a time of the day or as text', () => {
    const times: MappedCell[] = [
      { at: 'F4', field: 'a', as: 'time' },
      { at: 'C3', field: 'a', as: 'clock' },
    ];
    const file = fillCells(times, { a: 540 });
    expect(cellXml(file, SHEET_1, 'F4')).toContain('<v>0.375</v>');
    expect(cells(file, '様式1')['C3']).toBe('9:00');
  });

  test.each([
    ['control characters go', 'a\u0000b\u0007c\uffff', 'abc'],
    ['halves of a pair are replaced', 'a\ud800b', 'a\ufffdb'],
    ['line breaks of Windows become those of Excel', 'a\r\nb', 'a\nb'],
    ['markup stays text', ']]><v>1</v>&lt;', ']]><v>1</v>&lt;'],
  ])('%s', (_name, given, expected) => {
    const file = fillCells([{ at: 'C3', field: 'a', as: 'text' }], { a: given });
    expect(cells(file, '様式1')['C3']).toBe(expected);
  });

  test('what looks like a code of the file format is written as what it is', () => {
    const file = fillCells([{ at: 'C3', field: 'a', as: 'text' }], { a: 'a_x000D_b' });
    expect(cellXml(file, SHEET_1, 'C3')).toContain('a_x005F_x000D_b');
  });

  test('32,767 characters fit, one more is refused with its place and its number', () => {
    const long: MappedCell[] = [{ at: 'C3', field: 'a', as: 'text' }];
    expect(cells(fillCells(long, { a: 'あ'.repeat(32_767) }), '様式1')['C3']).toHaveLength(32_767);
    expect(refusal(() => fillCells(long, { a: 'あ'.repeat(32_768) }))).toMatch(/C3.*32768文字/u);
  });

  test.each([
    ['number', '12'],
    ['number', Number.NaN],
    ['date', '2021-02-30'],
    ['date', 44_469],
    ['time', -1],
    ['trueFalse', 'はい'],
    [{ on: '○', off: '' }, '委託'],
  ] as const)('%j does not take %j', (as, value) => {
    expect(refusal(() => fillCells([{ at: 'C4', field: 'a', as }], { a: value }))).toContain('C4');
  });
});

describe('days', () => {
  test('go only into cells that show a day', () => {
    expect(refusal(() => fillCells([{ at: 'F4', field: 'a', as: 'date' }], { a: '2021-09-30' }))).toMatch(
      /F4.*日付の表示形式ではない/u,
    );
  });

  test('from 1900-03-01 on; before, Excel is a day off', () => {
    const own: MappedCell[] = [{ at: 'C4', field: 'a', as: 'date' }];
    expect(cellXml(fillCells(own, { a: '1900-03-01' }), SHEET_1, 'C4')).toContain('<v>61</v>');
    expect(refusal(() => fillCells(own, { a: '1900-02-28' }))).toContain('1900-02-28');
  });

  test('count from 1904 where the workbook does', () => {
    const old = formFile({ 'xl/workbook.xml': workbookXml({ counts1904: true }) });
    const own: MappedCell[] = [{ at: 'C4', field: 'a', as: 'date' }];
    const file = fillCells(own, { a: '2021-09-30' }, old);
    expect(cellXml(file, SHEET_1, 'C4')).toBe('<c r="C4" s="3"><v>43007</v></c>');
    expect(cells(file, '様式1')['C4']).toBe('2021-09-30');
    expect(cellXml(fillCells(own, { a: '1904-01-01' }, old), SHEET_1, 'C4')).toContain('<v>0</v>');
    expect(refusal(() => fillCells(own, { a: '1903-12-31' }, old))).toContain('1903-12-31');
  });
});
