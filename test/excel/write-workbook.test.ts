import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { printScale } from '../../shared/forms/page.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import { opened } from '../support/libreoffice.js';
import { reportOf } from '../support/report.js';
import { sampleCase } from '../support/sample.js';

const { content } = reportOf(sampleCase());
const bytes = await writeWorkbook(content);
const parts = partsOf(bytes);

/** Smallest size in print, in points. */
const SMALLEST = 8;

function partsOf(file: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([name, part]) => [name, strFromU8(part)]));
}

function part(name: string, of = parts): string {
  const found = of.get(name);
  if (found === undefined) throw new Error(`no part ${name}`);
  return found;
}

function sheetXml(name: string): string {
  return part(`xl/worksheets/sheet${content.sheets.findIndex((sheet) => sheet.name === name) + 1}.xml`);
}

/** A workbook of one sheet with these cells, one below the other. */
function small(cells: readonly Partial<Cell>[], more: Partial<Sheet> = {}): Workbook {
  return {
    name: 'x',
    names: {},
    foot: { organizationJa: '青葉県スポーツ協会', courseJa: '講習会' },
    madeOn: '2021-11-26',
    sheets: [
      {
        name: '表',
        orientation: 'portrait',
        hidden: false,
        widths: [20, 9],
        hiddenColumns: [],
        personal: false,
        rows: cells.map((cell) => ({
          cells: new Map([[0, { value: null, format: 'text', look: 'body', ...cell } satisfies Cell]]),
        })),
        ...more,
      },
    ],
  };
}

async function readBack(cells: readonly Partial<Cell>[]): Promise<ExcelJS.Worksheet> {
  const book = await opened(await writeWorkbook(small(cells)));
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('the file of the report', () => {
  test('is the same for the same content', async () => {
    expect(Buffer.from(await writeWorkbook(reportOf(sampleCase()).content)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('has a result in every formula cell, and only functions that every Excel has and none that is volatile', () => {
    const allowed = ['SUM', 'SUMIFS', 'MIN', 'MAX', 'ROUNDDOWN', 'IF', 'IFERROR', 'INDEX', 'MATCH', 'COUNTIFS'];
    const cells = [...parts].flatMap(([name, xml]) =>
      name.startsWith('xl/worksheets/') ? [...xml.matchAll(/<c [^>]*>(<f>([^<]*)<\/f>(.*?))<\/c>/gu)] : [],
    );
    expect(cells.length).toBeGreaterThan(400);
    for (const [, whole, formula = '', result] of cells) {
      expect(result, whole).toMatch(/^<v>[^<]*<\/v>$/u);
      for (const [, name = ''] of formula.matchAll(/([A-Z]+)\(/gu)) expect(allowed).toContain(name);
      expect(formula).not.toMatch(/\[|https?:/u);
    }
  });

  test('holds no macro, no link outside and no trace of this machine', () => {
    expect([...parts.keys()].filter((name) => /vba|external|connections/u.test(name))).toEqual([]);
    expect([...parts.values()].join('')).not.toMatch(/TargetMode="External"|\/home\/|\/root\//u);
    expect(part('docProps/core.xml')).toContain('2021-11-26');
  });

  test('prints on A4, one page wide, with the margins of the paper', () => {
    for (const sheet of content.sheets) {
      const xml = sheetXml(sheet.name);
      const [setup = ''] = /<pageSetup [^>]*>/u.exec(xml) ?? [];
      expect(setup).toContain('paperSize="9"');
      expect(setup).toContain(`orientation="${sheet.orientation}"`);
      expect(setup).toContain(`fitToWidth="1" fitToHeight="${sheet.onePage === true ? 1 : 0}"`);
      expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
      const margin = (name: string): number => Number(new RegExp(`${name}="([\\d.]+)"`, 'u').exec(xml)?.[1]) * 25.4;
      expect(
        [margin('left'), margin('right'), margin('top'), margin('bottom'), margin('footer')].map(Math.round),
      ).toEqual([12, 12, 15, 15, 8]);
    }
    expect(content.sheets.filter((sheet) => sheet.orientation === 'portrait').map((sheet) => sheet.name)).toEqual([
      '提出チェックリスト',
      '実施報告書',
      '収支計算書',
      '科目別時間数',
      '振込手数料明細',
      '証憑一覧',
      '判定結果一覧',
      '精算内訳',
      '_meta',
    ]);
  });

  test('is read without a glass: no text under eight points after the sheet is fitted to the page', () => {
    const sizes = [...part('xl/styles.xml').matchAll(/<sz val="([\d.]+)"\/>/gu)].map(([, size]) => Number(size));
    for (const sheet of content.sheets) {
      expect(printScale(sheet) * Math.min(...sizes), sheet.name).toBeGreaterThanOrEqual(SMALLEST - 0.01);
    }
  });

  test('repeats title and heads; with several tables on a sheet only the title', () => {
    const names = part('xl/workbook.xml');
    const titles = (sheet: string): string | undefined =>
      new RegExp(`Print_Titles" localSheetId="\\d+">&apos;${sheet}&apos;!([^<]*)<`, 'u').exec(names)?.[1];
    expect(titles('日程表')).toBe('$1:$7');
    expect(titles('証憑一覧')).toBe('$1:$7');
    expect(titles('経費内訳')).toBe('$1:$6');
    expect(titles('収支計算書')).toBe('$1:$6');
    for (const [, place] of names.matchAll(/Print_Area"[^>]*>&apos;[^&]*&apos;!([^<]*)</gu)) {
      expect(place).toMatch(/^\$A\$1:\$[A-Z]+\$\d+$/u);
    }
    expect(names).not.toMatch(/Print_Area"[^>]*>&apos;_meta/u);
  });

  test('says on every page whose it is, which page and when, and 取扱注意 on lists of persons', () => {
    for (const sheet of content.sheets) {
      const [, foot = ''] =
        /<headerFooter scaleWithDoc="0"><oddFooter>([\s\S]*?)<\/oddFooter>/u.exec(sheetXml(sheet.name)) ?? [];
      expect(foot).toContain('&amp;L&amp;8公益財団法人');
      expect(foot).toContain('&amp;C&amp;8&amp;P / &amp;N');
      expect(foot).toContain('&amp;R&amp;8作成日 2021/11/26');
      expect(foot.includes('取扱注意')).toBe(sheet.personal);
      expect(foot.replaceAll('&amp;', '&').length).toBeLessThanOrEqual(255);
    }
  });

  test('hides what only the program reads', () => {
    const columns = [...sheetXml('謝金・旅費支払明細A').matchAll(/<col min="(\d+)" max="(\d+)"[^>]*hidden="1"/gu)];
    const hidden = columns.flatMap(([, min, max]) => range(Number(min) - 1, Number(max) - 1));
    expect(hidden).toEqual(content.sheets.find((sheet) => sheet.name === '謝金・旅費支払明細A')?.hiddenColumns);
    expect(part('xl/workbook.xml')).toContain('name="_meta" state="hidden"');
  });

  test('turns red by condition where a correction leaves what was judged', () => {
    const xml = sheetXml('謝金・旅費支払明細B');
    expect(xml).toMatch(/sqref="O8:O22"><cfRule [^>]*><formula>\$O8&lt;&gt;\$S8<\/formula>/u);
    expect(xml).toMatch(/sqref="T8:T22"><cfRule [^>]*><formula>\$T8&lt;&gt;0<\/formula>/u);
  });

  test('keeps apart what does not follow row on row', async () => {
    const zero = { value: 0, formula: '0', mustBeZero: true, format: 'yen' } as const;
    const own = partsOf(await writeWorkbook(small([zero, zero, { value: 'x' }, zero])));
    const xml = part('xl/worksheets/sheet1.xml', own);
    expect([...xml.matchAll(/conditionalFormatting sqref="([^"]*)"/gu)].map(([, place]) => place)).toEqual([
      'A1:A2',
      'A4',
    ]);
    expect(xml).toContain('<formula>$A4&lt;&gt;0</formula>');
  });

  test('shows notes as large as their text', () => {
    const sheet = content.sheets.findIndex((own) => own.name === '謝金・旅費支払明細B') + 1;
    const shapes = part(`xl/drawings/vmlDrawing${sheet}.vml`).match(/<v:shape [\s\S]*?<\/v:shape>/gu) ?? [];
    const heights = shapes.map((shape) => Number(/height:([\d.]+)pt/u.exec(shape)?.[1]));
    const notes = content.sheets[sheet - 1]?.rows.flatMap((row) =>
      [...row.cells.values()].flatMap((cell) => cell.note ?? []),
    );
    expect(shapes).toHaveLength(notes?.length ?? 0);
    expect(Math.min(...heights)).toBeGreaterThan(30);
    const order = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers));
    expect(order(heights)).toBe(order((notes ?? []).map((note) => note.length)));
    for (const shape of shapes) {
      const [left = 0, , top = 0, , right = 0, , bottom = 0] = (/<x:Anchor>([^<]*)</u.exec(shape)?.[1] ?? '')
        .split(', ')
        .map(Number);
      expect(right).toBeGreaterThan(left);
      expect(bottom).toBeGreaterThanOrEqual(top);
    }
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

describe('text as people type it', () => {
  const HOSTILE = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0", '＝1+1', '=HYPERLINK("http://x")'];

  test.each(HOSTILE)('%j stays text and is marked so that an edit does not make it a formula', async (value) => {
    const own = partsOf(await writeWorkbook(small([{ value }, { value: 'ふつう' }])));
    const sheet = part('xl/worksheets/sheet1.xml', own);
    expect(sheet).not.toContain('<f>');
    const styles = [...sheet.matchAll(/<c r="A\d" s="(\d+)" t="s">/gu)].map(([, style]) => Number(style));
    const formats =
      part('xl/styles.xml', own)
        .match(/<cellXfs[\s\S]*<\/cellXfs>/u)?.[0]
        .match(/<xf [^>]*>/gu) ?? [];
    expect(formats[styles[0] ?? -1]).toMatch(/numFmtId="49"[^>]*quotePrefix="1"/u);
    expect(formats[styles[1] ?? -1]).not.toContain('quotePrefix');
    expect((await readBack([{ value }])).getCell('A1').value).toBe(value);
  });

  test.each([
    ['control characters', 'a\u0000b\u0007c\u001fd\u007f', 'abcd'],
    ['halves of a surrogate pair', 'a\ud800b\udc00', 'a\ufffdb\ufffd'],
    ['characters that XML forbids', 'a\uffffb\ufffe', 'ab'],
    ['whole pairs', '𠮷野家😀', '𠮷野家😀'],
    ['line breaks', 'a\r\nb\nc', 'a\nb\nc'],
    ['markup', `<b>&amp;"'</b>`, `<b>&amp;"'</b>`],
  ])('%s', async (_name, given, expected) => {
    const sheet = await readBack([{ value: given }, { value: '次' }]);
    expect(sheet.getCell('A1').value).toBe(expected);
    expect(sheet.getCell('A2').value).toBe('次');
  });

  test('what looks like a code of the file format is written as what it is', async () => {
    const own = partsOf(await writeWorkbook(small([{ value: 'a_x000D_b' }])));
    expect(part('xl/sharedStrings.xml', own)).toContain('a_x005F_x000D_b');
  });

  test('33,000 characters are cut to what a cell takes, never inside a pair', async () => {
    const sheet = await readBack([{ value: 'あ'.repeat(33_000) }, { value: `${'a'.repeat(32_766)}𠮷` }]);
    expect(String(sheet.getCell('A1').value)).toHaveLength(32_767);
    expect(sheet.getCell('A2').value).toBe('a'.repeat(32_766));
  });
});

describe('values', () => {
  test('days are days of the calendar in any time zone; days that Excel does not know are text', async () => {
    const sheet = partsOf(
      await writeWorkbook(
        small(
          ['2021-09-30', '1900-03-01', '1900-02-28', '1868-01-25'].map((value) => ({ value, format: 'date' as const })),
        ),
      ),
    );
    const xml = part('xl/worksheets/sheet1.xml', sheet);
    expect(xml).toMatch(/r="A1" s="\d+"><v>44469<\/v>/u);
    expect(xml).toMatch(/r="A2" s="\d+"><v>61<\/v>/u);
    expect(xml).toMatch(/r="A3" s="\d+" t="s">/u);
    expect(part('xl/sharedStrings.xml', sheet)).toContain('1868/01/25');
  });

  test('times may pass midnight', async () => {
    const own = partsOf(await writeWorkbook(small([{ value: 1500, format: 'time' }])));
    expect(part('xl/worksheets/sheet1.xml', own)).toContain(`<v>${1500 / 1440}</v>`);
    expect(part('xl/styles.xml', own)).toContain('formatCode="[h]:mm"');
  });

  test('a formula whose result is empty keeps it', async () => {
    const own = partsOf(await writeWorkbook(small([{ value: '', formula: 'IF(A2="","",A2)', format: 'yen' }])));
    expect(part('xl/worksheets/sheet1.xml', own)).toMatch(
      /t="str"><f>IF\(A2=&quot;&quot;,&quot;&quot;,A2\)<\/f><v><\/v>/u,
    );
  });

  test('a column of nine characters keeps its width', async () => {
    const own = partsOf(await writeWorkbook(small([{ value: 'x' }])));
    expect(part('xl/worksheets/sheet1.xml', own)).toMatch(/<col min="2" max="2" width="9\.71/u);
  });
});

describe('rows and pages', () => {
  test('a height that only fits the text is free to grow, a set one is kept', async () => {
    const rows: Sheet['rows'] = [
      { cells: new Map([[0, { value: 'あ'.repeat(30), format: 'text', look: 'body', wrap: true }]]) },
      { cells: new Map(), height: 40 },
    ];
    const xml = part('xl/worksheets/sheet1.xml', partsOf(await writeWorkbook(small([], { rows }))));
    expect(xml).toMatch(/<row r="1" ht="49\.5" (?!customHeight)/u);
    expect(xml).toMatch(/<row r="2" ht="40" customHeight="1"/u);
  });

  test('a page break stands before its row', async () => {
    const line = { cells: new Map([[0, { value: 'x', format: 'text', look: 'body' } as const]]) };
    const rows: Sheet['rows'] = [line, line, { ...line, breakBefore: true }];
    const xml = part('xl/worksheets/sheet1.xml', partsOf(await writeWorkbook(small([], { rows }))));
    expect(xml).toMatch(/<rowBreaks [^>]*><brk id="2"/u);
  });

  test.each([
    ['short names on one line', '青葉県スポーツ協会', '&L&8青葉県スポーツ協会　講習会&C'],
    ['long names on two, shortened', 'あ'.repeat(60), `&L&8${'あ'.repeat(29)}…\n講習会&C`],
    ['signs that are codes', 'A&B', '&L&8A&&B　講習会&C'],
    ['a digit at the start', '3協会', '&L&8 3協会　講習会&C'],
  ])('the foot takes %s', async (_name, organizationJa, expected) => {
    const book = await opened(
      await writeWorkbook({ ...small([{ value: 'x' }]), foot: { organizationJa, courseJa: '講習会' } }),
    );
    expect(book.worksheets[0]?.headerFooter.oddFooter).toContain(expected);
  });
});
