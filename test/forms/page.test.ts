import { describe, expect, test } from 'vitest';
import { printScale, rowHeight, withPages } from '../../shared/forms/page.js';
import { SheetDraft } from '../../shared/forms/sheet-draft.js';
import type { Row, Sheet } from '../../shared/forms/sheet.js';
import { inLines, linesIn, shortened, textWidth } from '../../shared/forms/text-width.js';

const PAGE: Omit<Sheet, 'rows'> = {
  name: '表',
  orientation: 'landscape',
  hidden: false,
  widths: [20],
  hiddenColumns: [],
  personal: false,
};
/** Points of a landscape page of A4 without its margins. */
const HEIGHT = (180 / 25.4) * 72;

function row(height: number, more: Partial<Row> = {}): Row {
  return { cells: new Map(), height, ...more };
}

function breaks(rows: readonly Row[], sheet = PAGE): number[] {
  return withPages(sheet, rows).flatMap((own, index) => (own.breakBefore === true ? [index] : []));
}

describe('pages', () => {
  test('a block that would be torn begins a new page; one that just fits does not', () => {
    expect(breaks([row(HEIGHT - 100), row(50, { keep: 2 }), row(50)])).toEqual([]);
    expect(breaks([row(HEIGHT - 100), row(50, { keep: 2 }), row(51)])).toEqual([1]);
  });

  test('rows that nobody keeps flow on by themselves', () => {
    expect(breaks([row(HEIGHT - 10), row(20), row(20)])).toEqual([]);
  });

  test('the room on later pages is smaller by the rows that are repeated', () => {
    const sheet = { ...PAGE, repeatRows: [1, 1] as const };
    const rows = [row(100), row(HEIGHT - 100), row(HEIGHT - 200), row(50, { keep: 2 }), row(51)];
    expect(breaks(rows, sheet)).toEqual([3]);
    expect(breaks(rows)).toEqual([]);
  });

  test('a block longer than a page is not moved: it would be torn there as well', () => {
    expect(breaks([row(100), row(HEIGHT, { keep: 2 }), row(HEIGHT)])).toEqual([]);
  });

  test('the first row of a sheet never begins a second page', () => {
    expect(breaks([row(HEIGHT + 1, { keep: 1 })])).toEqual([]);
  });

  test('a sheet is scaled only when it is wider than the paper, hidden columns not counted', () => {
    const wide = { orientation: 'portrait', widths: [50, 50, 40], hiddenColumns: [2] } as const;
    expect(printScale({ ...wide, widths: [40, 40, 40] })).toBe(1);
    expect(printScale(wide)).toBeCloseTo(((186 / 25.4) * 96) / 710, 6);
    expect(printScale({ ...wide, orientation: 'landscape' })).toBe(1);
  });

  test('a sheet of one page gets smaller instead of longer, down to eight points', () => {
    const sheet = (rows: readonly Row[]): Sheet => {
      const draft = new SheetDraft('表', 'landscape', [20]);
      for (const own of rows) draft.row({ 0: { value: 'あ' } }, { height: own.height ?? 0, keep: 2 });
      return draft.finish();
    };
    const fitting = sheet([row(HEIGHT), row(HEIGHT / 4)]);
    expect(fitting.onePage).toBe(true);
    expect(printScale(fitting)).toBeCloseTo(0.8, 6);
    expect(fitting.rows.some(({ breakBefore }) => breakBefore === true)).toBe(false);
    const longer = sheet([row(HEIGHT), row(HEIGHT / 4 + 1)]);
    expect(longer.onePage).toBeUndefined();
    expect(printScale(longer)).toBe(1);
  });

  test('notes at the end stay with the rows before them, and with all of a block that is kept whole', () => {
    const ended = (fill: (draft: SheetDraft) => void): number[] => {
      const draft = new SheetDraft('表', 'landscape', [20]);
      fill(draft);
      draft.closing(() => draft.row({}, { height: 50 }));
      return draft.finish().rows.flatMap((own, index) => (own.breakBefore === true ? [index] : []));
    };
    const plain = (last: number) => (draft: SheetDraft) => {
      for (const height of [HEIGHT, HEIGHT - 110, 20, 20, 20, last]) draft.row({}, { height });
    };
    expect(ended(plain(0))).toEqual([]);
    expect(ended(plain(1))).toEqual([3]);
    const block = (draft: SheetDraft): void => {
      for (const height of [HEIGHT, HEIGHT - 110]) draft.row({}, { height });
      draft.block('題', () => {
        for (const height of [20, 20, 20]) draft.row({}, { height });
      });
    };
    expect(ended(block)).toEqual([2]);
  });

  test('a sum never stands on a page without a row of what it adds up', () => {
    const draft = new SheetDraft('表', 'landscape', [20]);
    draft.row({}, { height: HEIGHT });
    draft.row({}, { height: HEIGHT - 40 });
    const columns = [{ key: 'amount', headJa: '額', width: 20, format: 'yen' }] as const;
    const placed = draft.table(columns, [() => ({ amount: 1 })]);
    draft.sums(placed, '計', { amount: 1 });
    expect(draft.finish().rows.map(({ breakBefore }) => breakBefore === true)).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  test('a row is as high as its longest text that wraps in one cell', () => {
    const text = (value: string, more: object = {}): Row => ({
      cells: new Map([[0, { value, format: 'text', look: 'body', wrap: true, ...more }]]),
    });
    const one = rowHeight(text('あ'), [20]);
    expect(rowHeight(text('あ'.repeat(11)), [20])).toBe(one * 2);
    expect(rowHeight(text('あ'.repeat(11), { wrap: false }), [20])).toBe(one);
    expect(rowHeight(text('あ'.repeat(11), { span: 2 }), [20])).toBe(one);
    expect(rowHeight({ ...text('あ'.repeat(99)), height: 30 }, [20])).toBe(30);
    expect(rowHeight(text('あ'.repeat(9999)), [20])).toBe(409);
  });
});

describe('text in columns', () => {
  test.each([
    ['あいうえお', 10, 1],
    ['あいうえおか', 10, 2],
    ['あ\nい', 10, 2],
    ['', 10, 1],
    ['ABCDE FGHIJ', 6, 2],
    ['ABCDEFGHIJKL', 6, 3],
    ['ｱｲｳｴｵｶｷｸｹ', 10, 1],
  ])('%j takes, in %i characters, %i lines', (text, width, lines) => {
    expect(linesIn(text, width)).toBe(lines);
  });

  test('a shortened text fits, a short one stays', () => {
    expect(shortened('あいう', 6)).toBe('あいう');
    const cut = shortened('あ'.repeat(50), 20);
    expect(cut.endsWith('…')).toBe(true);
    expect(textWidth(cut)).toBeLessThanOrEqual(20);
  });

  test('numbers are parted between them, never inside one', () => {
    expect(inLines(['1-01', '1-02', '1-03'], 13)).toBe('1-01、1-02、\n1-03');
    expect(inLines(['1-01', '1-02', '1-03'], Infinity)).toBe('1-01、1-02、1-03');
    expect(inLines(['1-01', '1-02'], 1)).toBe('1-01、\n1-02');
    expect(inLines([], 10)).toBe('');
  });
});
