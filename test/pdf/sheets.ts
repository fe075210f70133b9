/** Small sheets for tests of the PDF. */
import { faceOf, type Faces } from '../../electron/pdf/faces.js';
import type { Cell, Row, Sheet, Workbook } from '../../shared/forms/sheet.js';

export function cell(value: Cell['value'], more: Partial<Cell> = {}): Cell {
  return { value, format: 'text', look: 'body', ...more };
}

export function row(cells: readonly (Cell | undefined)[], more: Partial<Row> = {}): Row {
  const own = cells.flatMap((one, column): [number, Cell][] => (one ? [[column, one]] : []));
  return { cells: new Map(own), ...more };
}

export function sheet(rows: readonly Row[], more: Partial<Sheet> = {}): Sheet {
  return {
    name: '表',
    orientation: 'portrait',
    hidden: false,
    widths: [20, 20],
    hiddenColumns: [],
    rows,
    personal: false,
    ...more,
  };
}

export function workbook(sheets: readonly Sheet[], more: Partial<Workbook> = {}): Workbook {
  const foot = { organizationJa: '西山府スポーツ協会', courseJa: '公認水泳コーチ2養成講習会 専門科目' };
  return { name: '試し', sheets, names: {}, foot, madeOn: '2021-11-26', ...more };
}

/** Every character one em wide, and 😀 not in the font. */
export function plainFaces(): Faces {
  const font = {
    unitsPerEm: 1000,
    hasGlyphForCodePoint: (code: number) => code < 0x1f000,
    glyphForCodePoint: () => ({ advanceWidth: 1000 }),
  };
  return { regular: faceOf('regular', font), bold: faceOf('bold', font) };
}
