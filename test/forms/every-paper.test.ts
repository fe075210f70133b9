/** What holds for every workbook that the program makes, whatever paper it is. */
import { describe, expect, test } from 'vitest';
import { printScale } from '../../shared/forms/page.js';
import { address, type Cell, type Row, type Sheet, type Workbook } from '../../shared/forms/sheet.js';
import { everyPaper } from '../support/every-paper.js';
import { Formulas } from '../support/formulas.js';

const papers = everyPaper();
/** The four marks, and the words for the same on lists of papers and of people. */
const MARKS = /超過|保留|要確認|対象外|不足|未判定|不可|免除できません|要対応|確認|未対応/u;
/** Points of all text but titles, and the least that is printed. */
const TEXT = 10;
const SMALLEST = 8;
const COLOURED: readonly Cell['look'][] = ['cut', 'held', 'confirm'];

function visible(sheet: Sheet, row: Row): [number, Cell][] {
  return [...row.cells].filter(([column]) => !sheet.hiddenColumns.includes(column));
}

/** Cells for which `isWrong` holds, by sheet and address. */
function places(
  content: Workbook,
  isWrong: (cell: Cell, context: { readonly sheet: Sheet; readonly row: Row; readonly column: number }) => boolean,
): string[] {
  return content.sheets.flatMap((sheet) =>
    sheet.rows.flatMap((row, index) =>
      visible(sheet, row)
        .filter(([column, cell]) => isWrong(cell, { sheet, row, column }))
        .map(([column, cell]) => `${sheet.name}!${address(index + 1, column)} ${String(cell.value)}`),
    ),
  );
}

/** 査定の説明書 says everything in sentences; it is no form with a column of judgements. */
const forms = papers.filter(({ content }) => !content.name.includes('査定の説明'));

describe.each(forms)('the form $name', ({ content }) => {
  test('says in words, in the row, what a colour says: nothing is lost in black and white', () => {
    const wordless = places(content, (cell, { sheet, row }) => {
      if (!COLOURED.includes(cell.look)) return false;
      return !visible(sheet, row).some(([, own]) => MARKS.test(String(own.value ?? '')));
    });
    expect(wordless).toEqual([]);
  });

  test('names on every amount over a limit the rule that cut it', () => {
    const unnamed = places(
      content,
      ({ look, format, note }) => look === 'cut' && format === 'yen' && !/[A-Z]{3}-[A-Z]+-\d\d/u.test(note ?? ''),
    );
    expect(unnamed).toEqual([]);
  });
});

describe.each(papers)('$name', ({ content }) => {
  test('stores in every formula cell what the formula gives', () => {
    const results = new Formulas(content).results();
    const wrong = results
      .filter(({ cell, result }) => (cell.value ?? '') !== (result ?? ''))
      .map(({ place, cell, result }) => `${place}: ${String(cell.value)} / ${String(result)}`);
    expect(wrong).toEqual([]);
    expect(results.length).toBeGreaterThan(5);
  });

  test('gives names to its sheets that Excel takes, and keeps what is only for readers of the program hidden', () => {
    for (const { name } of content.sheets) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]/u);
    }
    const names = content.sheets.map(({ name }) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    expect(content.sheets.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual(['_meta']);
  });

  test('is read without a glass: no text under eight points after a sheet is fitted to the page', () => {
    const small = content.sheets.filter((sheet) => !sheet.hidden && printScale(sheet) * TEXT < SMALLEST - 0.01);
    expect(small.map(({ name }) => name)).toEqual([]);
  });

  test('is marked as personal wherever it holds a date of birth', () => {
    const births = content.sheets.filter((sheet) =>
      sheet.rows.some((row) => visible(sheet, row).some(([, cell]) => String(cell.value).includes('生年月日'))),
    );
    expect(births.filter(({ personal }) => !personal)).toEqual([]);
  });
});

test('the files are named as the guide of papers has it', () => {
  const kinds = papers.map(
    ({ content }) => /^R3_(.*)_西山府スポーツ協会_コーチ[12]_水泳_20211028$/u.exec(content.name)?.[1],
  );
  expect([...new Set(kinds)].sort()).toEqual(
    [
      '委託_申請',
      '委託_報告',
      '独自_申請',
      '独自_報告',
      '変更届',
      '免除',
      '判定結果_JSPO',
      '判定結果_中央競技団体',
      '査定の説明',
    ].sort(),
  );
});
