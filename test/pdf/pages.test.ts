/** Sheets on pages: what Excel's print set-up says holds on paper too, whatever the heights of rows. */
import { describe, expect, it } from 'vitest';
import { type LaidPage, laidPages } from '../../electron/pdf/laid-pages.js';
import { laidSheet } from '../../electron/pdf/laid-sheet.js';
import { withNotes } from '../../electron/pdf/notes.js';
import type { Row, Sheet } from '../../shared/forms/sheet.js';
import { cell, plainFaces, row, sheet, workbook } from './sheets.js';

const faces = plainFaces();

function pagesOf(own: Sheet): LaidPage[] {
  return laidPages(laidSheet(own, new Map(), faces));
}

/** The first text of each row, per page. */
function textsOf(pages: readonly LaidPage[]): string[][] {
  return pages.map((page) => page.map(({ row: own }) => own.cells[0]?.text?.lines.join('') ?? ''));
}

/** Rows of 100 points: seven fit between the margins of an upright page, 757 points apart. */
const tall = (name: string, more: Partial<Row> = {}): Row => row([cell(name)], { height: 100, ...more });
const rows = (count: number): Row[] => Array.from({ length: count }, (_, index) => tall(`行${index + 1}`));

describe('pages', () => {
  it('hold as many rows as fit, and begin a new one with the next', () => {
    expect(textsOf(pagesOf(sheet(rows(7))))).toEqual([rows(7).map((_, index) => `行${index + 1}`)]);
    expect(textsOf(pagesOf(sheet(rows(9)))).map((page) => page.length)).toEqual([7, 2]);
  });

  it('set rows a little closer where that saves a page, and not otherwise', () => {
    // 8 rows at 94.6 points just fit when they are set closer by a tenth at most.
    expect(pagesOf(sheet(rows(8)))).toHaveLength(1);
    const [first] = pagesOf(sheet(rows(7)));
    expect(first?.[0]?.height).toBeCloseTo(100, 5);
  });

  it('repeat the heads, but not above remarks', () => {
    const head = row([cell('頭', { look: 'columnHead' })], { height: 100 });
    const own = sheet([head, ...rows(10), row([cell('注記', { look: 'small' })], { height: 600 })], {
      repeatRows: [1, 1],
    });
    expect(textsOf(pagesOf(own))).toEqual([
      ['頭', '行1', '行2', '行3', '行4', '行5', '行6'],
      ['頭', '行7', '行8', '行9', '行10'],
      ['注記'],
    ]);
  });

  it('break where the workbook says so, and keep rows together that fit on one page', () => {
    const broken = sheet([tall('一'), tall('二', { breakBefore: true })]);
    expect(textsOf(pagesOf(broken))).toEqual([['一'], ['二']]);
    const kept = sheet([...rows(5), tall('題', { keep: 4 }), tall('a'), tall('b'), tall('c')]);
    expect(textsOf(pagesOf(kept))[1]).toEqual(['題', 'a', 'b', 'c']);
    const long = sheet([tall('前'), tall('題', { keep: 20 }), ...rows(19)]);
    expect(textsOf(pagesOf(long))[0]?.slice(0, 2)).toEqual(['前', '題']);
  });

  it('have no empty room on top and none without anything', () => {
    const own = sheet([...rows(7), row([], { height: 60 }), tall('後'), row([], { height: 700 })]);
    expect(textsOf(pagesOf(own))).toEqual([rows(7).map((_, index) => `行${index + 1}`), ['後']]);
    expect(pagesOf(sheet([]))).toHaveLength(1);
  });

  it('go on with a text that is higher than a page, every line once', () => {
    const text = Array.from({ length: 150 }, (_, index) => `第${index}行`).join('\n');
    const pages = pagesOf(sheet([row([cell(text, { wrap: true })])]));
    expect(pages.length).toBeGreaterThan(2);
    const shown = pages.flatMap((page) =>
      page.flatMap(({ row: own, firstLine, lastLine }) => own.cells[0]?.text?.lines.slice(firstLine, lastLine) ?? []),
    );
    expect(shown.join('\n')).toBe(text);
  });
});

describe('a cell', () => {
  const laid = (own: Sheet) => laidSheet(own, new Map(), faces);
  const textOf = (own: Sheet, column = 0) => laid(own).rows[0]?.cells[column]?.text;

  it('gets smaller to fit, but breaks rather than become unreadable', () => {
    expect(textOf(sheet([row([cell('十文字ちょうどある。', { shrink: true })])]))).toMatchObject({ size: 10 });
    const small = textOf(sheet([row([cell('あ'.repeat(14), { shrink: true })])]));
    expect(small?.lines).toHaveLength(1);
    expect(small?.size).toBeLessThan(10);
    expect(small?.size).toBeGreaterThanOrEqual(6);
    const tiny = textOf(sheet([row([cell('あ'.repeat(60), { shrink: true })])]));
    expect(tiny).toMatchObject({ size: 6 });
    expect(tiny?.lines.length).toBeGreaterThan(1);
  });

  it('shows a number in one line whatever its width, and text in the lines that it needs', () => {
    const number = textOf(sheet([row([cell('合計1234567890123456789円', { wrap: true })])]));
    expect(number?.lines.some((line) => line.includes('1234567890123456789'))).toBe(true);
    expect(number?.size).toBeLessThan(10);
    const high = laid(sheet([row([cell('あ'.repeat(50), { wrap: true })], { height: 10 })])).rows[0];
    expect(high?.least).toBeGreaterThan(50);
  });

  it('covers the cells of its span; hidden columns take no room and print nothing', () => {
    const own = sheet([row([cell('a', { span: 2 }), undefined, cell('隠'), cell('b')])], {
      widths: [10, 10, 10, 10],
      hiddenColumns: [2],
    });
    const [a, b, ...none] = laid(own).rows[0]?.cells ?? [];
    expect(none).toEqual([]);
    expect(a?.width).toBeCloseTo((b?.width ?? 0) * 2, 5);
    expect(b?.text?.lines).toEqual(['b']);
  });

  it('stands where its kind stands: numbers and dates right, below zero red', () => {
    const kinds = [
      cell(-1500, { format: 'yen' }),
      cell('2021-09-30', { format: 'eraDate' }),
      cell(90.5, { format: 'hours' }),
      cell(1500, { format: 'time' }),
      cell(42.84, { format: 'km' }),
      cell('2021-09-30', { format: 'date' }),
      cell('未定', { format: 'date' }),
      cell('2019-05-01', { format: 'eraDate', align: 'left' }),
    ];
    const own = sheet([row(kinds)], { widths: kinds.map(() => 10) });
    const shown = laid(own).rows[0]?.cells.map(({ text }) => [text?.lines.join(''), text?.align]);
    expect(shown).toEqual([
      ['-1,500', 'right'],
      ['令和3年9月30日', 'right'],
      ['90.50', 'right'],
      ['25:00', 'right'],
      ['42.8', 'right'],
      ['2021/09/30', 'right'],
      ['未定', 'left'],
      ['令和元年5月1日', 'left'],
    ]);
    expect(textOf(own)?.colour).toBe('#c00000');
  });

  it('turns red where a check does not come out, and only there', () => {
    const own = sheet([
      row([cell(0, { format: 'yen', mustBeZero: true }), cell(5, { format: 'yen', mustEqual: 2 }), cell(5)]),
      row([cell(1, { format: 'yen', mustBeZero: true }), cell(5, { format: 'yen', mustEqual: 2 }), cell(6)]),
    ]);
    expect(laid(own).rows.map(({ cells }) => cells.map(({ fill }) => fill))).toEqual([
      [undefined, undefined],
      ['#f4b6b6', '#f4b6b6'],
    ]);
  });
});

describe('notes', () => {
  it('are numbered over the workbook on a last page, without what the sheet itself says', () => {
    const note = 'FEE-LEC-01（別表1(1)）\n上限を超えています\n単価を下げる';
    const content = workbook([
      sheet([row([cell(6000, { note })]), row([cell('【対象外】上限を超えています')])]),
      sheet([row([cell(1, { note }), cell(2, { note }), cell('隠', { note: '見えない' })])], {
        name: '別',
        hiddenColumns: [2],
        widths: [10, 10, 10],
      }),
      sheet([], { hidden: true, name: '_meta' }),
    ]);
    const { sheets, marks } = withNotes(content, faces);
    expect(sheets.map(({ name }) => name)).toEqual(['表', '別', '注']);
    expect([...marks.values()]).toEqual(['注1', '注2', '注2']);
    const texts = sheets[2]?.rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => value));
    expect(texts).toContain('FEE-LEC-01（別表1(1)）　単価を下げる');
    expect(texts).toContain('FEE-LEC-01（別表1(1)）　上限を超えています　単価を下げる');
  });

  it('name the characters that the font does not hold, which stand as 〓', () => {
    const content = workbook([sheet([row([cell('山😀川')])])]);
    const { sheets } = withNotes(content, faces);
    const texts = sheets[1]?.rows.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value)));
    expect(texts?.some((text) => text.includes('U+1F600'))).toBe(true);
    const first = sheets[0];
    expect(first && laidSheet(first, new Map(), faces).rows[0]?.cells[0]?.text?.lines).toEqual(['山〓川']);
  });

  it('make no page where there are none', () => {
    expect(withNotes(workbook([sheet(rows(1))]), faces).sheets).toHaveLength(1);
  });
});
