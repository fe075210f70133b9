import { expect, test } from 'vitest';
import { forSubmission } from '../../shared/forms/for-submission.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';

const plain = { format: 'text', look: 'body' } as const;

function workbook(cells: readonly (readonly [number, Cell])[], more: Partial<Sheet> = {}): Workbook {
  return {
    name: 'R3_委託_報告',
    names: { hdr_course: '_meta!$B$1' },
    foot: { organizationJa: '青葉県スポーツ協会', courseJa: '講習会' },
    madeOn: '2021-11-26',
    sheets: [
      {
        name: '表',
        orientation: 'portrait',
        hidden: false,
        widths: [10, 20, 30, 40],
        hiddenColumns: [],
        personal: false,
        rows: [{ cells: new Map(cells), height: 20, keep: 2 }],
        ...more,
      },
    ],
  };
}

function cellsOf(content: Workbook): [number, Cell][] {
  return [...(content.sheets[0]?.rows[0]?.cells ?? [])];
}

test('a formula becomes its result, and nothing beside what is shown goes along', () => {
  const cell: Cell = {
    value: 500,
    formula: 'A1+B1',
    format: 'yen',
    look: 'cut',
    align: 'right',
    note: 'FEE-LEC-01（基準一覧 1）',
    mustEqual: 3,
    mustBeZero: true,
  };
  expect(cellsOf(forSubmission(workbook([[0, cell]])))).toEqual([
    [0, { value: 500, format: 'yen', look: 'cut', align: 'right' }],
  ]);
});

test('the empty text of a formula is an empty cell, and nothing is left to be filled in', () => {
  const cells = workbook([
    [0, { ...plain, value: '', formula: 'IF(A1="","",1)' }],
    [1, { ...plain, value: '団体名', look: 'input', wrap: true }],
  ]);
  expect(cellsOf(forSubmission(cells))).toEqual([
    [0, { ...plain, value: null }],
    [1, { ...plain, value: '団体名', wrap: true }],
  ]);
});

test('hidden columns leave no gap, whatever stands over them', () => {
  const content = workbook(
    [
      [0, { ...plain, value: '上', span: 4 }],
      [1, { ...plain, value: '鍵' }],
      [2, { ...plain, value: '額', span: 2 }],
      [3, { ...plain, value: '差' }],
    ],
    { hiddenColumns: [1, 3] },
  );
  const submitted = forSubmission(content);
  expect(submitted.sheets[0]?.widths).toEqual([10, 30]);
  expect(submitted.sheets[0]?.hiddenColumns).toEqual([]);
  expect(cellsOf(submitted)).toEqual([
    [0, { ...plain, value: '上', span: 2 }],
    [1, { ...plain, value: '額', span: 1 }],
  ]);
});

test('a cell that ends where a hidden column begins keeps its width', () => {
  const content = workbook(
    [
      [0, { ...plain, value: '名', span: 2 }],
      [2, { ...plain, value: '鍵' }],
      [3, { ...plain, value: '額' }],
    ],
    { hiddenColumns: [2] },
  );
  expect(cellsOf(forSubmission(content))).toEqual([
    [0, { ...plain, value: '名', span: 2 }],
    [2, { ...plain, value: '額' }],
  ]);
});

test('sheets and cells of the organisation stay at home; rows keep their heights and pages', () => {
  const content = workbook([
    [0, { ...plain, value: '判定との差', internal: true }],
    [1, { ...plain, value: '残る' }],
  ]);
  const [sheet] = content.sheets;
  if (!sheet) throw new Error('no sheet');
  const more = [
    { ...sheet, name: '控え', internal: true },
    { ...sheet, name: '_meta', hidden: true },
  ];
  const submitted = forSubmission({ ...content, sheets: [...content.sheets, ...more] });
  expect(submitted.name).toBe('R3_委託_報告_提出用');
  expect(submitted.names).toEqual({});
  expect(submitted.sheets.map(({ name }) => name)).toEqual(['表']);
  expect(submitted.sheets[0]?.rows[0]).toEqual({
    cells: new Map([[1, { ...plain, value: '残る' }]]),
    height: 20,
    keep: 2,
  });
});
