/** What a newcomer does: opens the sample, breaks a limit, undoes it, tries a taxi, exports, and reads the file. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf, choose, openSampleClaims, panel, rowOf, saved, totals, type } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const SAMPLE_TOTALS = ['784,728', '669,224', '−88,600', '26,904'];

describe('the first hour with the sample', () => {
  test('the first screen offers three ways, and the sample is one of them', async () => {
    const { page } = desk;
    await page.getByRole('heading', { name: '何から始めますか' }).waitFor();
    for (const name of ['見本を開く', '講習会を作る', 'ファイルを選ぶ']) {
      expect(await page.getByRole('button', { name }).count(), name).toBe(1);
    }
    await openSampleClaims(page);
    expect(await page.getByText('見本', { exact: true }).count()).toBeGreaterThan(0);
    expect(await totals(page)).toEqual(SAMPLE_TOTALS);
  });

  test("a lecturer's rate over the limit is cut, and the panel names 別表1", async () => {
    const { page } = desk;
    expect(await cellsOf(page, '1-04')).toMatchObject({ 請求: '72,000', 対象: '72,000', 減額: '0' });
    await type(page, '1-04', '単価', '１５，０００円');
    await expect.poll(() => cellsOf(page, '1-04')).toMatchObject({ 請求: '90,000', 対象: '72,000', 減額: '−18,000' });
    expect((await cellsOf(page, '1-04')).判定).toContain('超過');
    await choose(page, '1-04');
    await expect.poll(() => panel(page).innerText()).toMatch(/別表1\(1\)/);
    const words = await panel(page).innerText();
    expect(words).toMatch(/12,000円が上限/);
    expect(words).toMatch(/FEE-PRC-01/);
    expect(words).toContain('−18,000');
  });

  test('Ctrl+Z takes it back, and the figures with it', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+z');
    await expect.poll(() => cellsOf(page, '1-04')).toMatchObject({ 請求: '72,000', 対象: '72,000', 減額: '0' });
    await expect.poll(() => totals(page)).toEqual(SAMPLE_TOTALS);
  });

  test('a taxi fare is refused with its clause', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+Enter');
    await page.getByRole('combobox', { name: '何を請求しますか' }).fill('タクシー');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '誰が使いましたか' }).fill('北村');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel(page).innerText()).toContain('タクシー');
    const number = (await panel(page).innerText()).match(/\d-\d\d/)?.[0] ?? '';
    await page.keyboard.type('2,300');
    await page.keyboard.press('Enter');
    await expect.poll(() => cellsOf(page, number)).toMatchObject({ 請求: '2,300', 対象: '0', 減額: '−2,300' });
    expect((await cellsOf(page, number)).判定).toContain('対象外');
    await choose(page, number);
    await expect.poll(() => panel(page).innerText()).toMatch(/TRV-CAR-03/);
    expect(await panel(page).innerText()).toMatch(/別表2/);
    await expect.poll(() => totals(page)).toEqual(['787,028', '669,224', '−90,900', '26,904']);
  });

  test('after a reload everything is there, and undo still works', async () => {
    const { page } = desk;
    await saved(page);
    await page.reload();
    await expect.poll(() => totals(page)).toEqual(['787,028', '669,224', '−90,900', '26,904']);
    await rowOf(page, '1-01').getByRole('gridcell').first().click();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(() => totals(page)).toEqual(SAMPLE_TOTALS);
  });

  test('the exported workbook carries the same figures', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Excelへ' }).click();
    await expect.poll(() => written()).toHaveLength(1);
    await page
      .getByText(/書き出しました/)
      .first()
      .waitFor();
    const [name = ''] = written();
    expect(name).toMatch(/^R3_委託_報告_.+_コーチ2_水泳_20211028\.xlsx$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(desk.outputDir, name));
    const results = resultsOf(book, '収支計算書');
    for (const figure of [784_728, 669_224, 26_904, 88_600]) expect(results, String(figure)).toContain(figure);
    expect(resultsOf(book, '精算内訳')).toContain(102_224);
  });

  test('a second export never overwrites the first', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'Excelへ' }).click();
    await page.getByRole('button', { name: /新しい名前で書き出す/ }).click();
    await expect.poll(() => written().some((name) => name.endsWith('_v2.xlsx'))).toBe(true);
    expect(written()).toHaveLength(2);
  });

  test('nothing was refused by the page policy and nothing was thrown', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});

/** Workbooks in the output folder; the folder appears with the first of them. */
function written(): string[] {
  if (!existsSync(desk.outputDir)) return [];
  return readdirSync(desk.outputDir).filter((name) => name.endsWith('.xlsx'));
}

/** Cached results of every formula and value of a sheet. */
function resultsOf(book: ExcelJS.Workbook, sheet: string): unknown[] {
  const found: unknown[] = [];
  book.getWorksheet(sheet)?.eachRow((row) =>
    row.eachCell((cell) => {
      const { value } = cell;
      found.push(typeof value === 'object' && value !== null && 'result' in value ? value.result : value);
    }),
  );
  return found;
}
