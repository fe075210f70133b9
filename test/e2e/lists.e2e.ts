/** Lists that others edit in Excel: 講師等 out, edited by another program, back, looked at, written, undone; 経費 as well. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { workbookOf } from '../import/list-files.js';
import { saved, totals } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  await desk.page.getByRole('button', { name: '見本を開く' }).click();
  await desk.page.getByRole('link', { name: /^講師等/u }).click();
  await desk.page.getByRole('button', { name: 'Excelで直す' }).waitFor();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const preview = (page: Page) => page.getByRole('grid', { name: '取り込む行' });
const rowOf = (page: Page, name: string) => preview(page).getByRole('row').filter({ hasText: name }).first();

/** Writes the list and opens the file as another program would. */
async function written(page: Page, nameJa: string): Promise<{ book: ExcelJS.Workbook; sheet: ExcelJS.Worksheet }> {
  await page.getByRole('button', { name: 'Excelで直す' }).click();
  await page.getByRole('menuitem', { name: '一覧をExcelへ書き出す' }).click();
  await page.getByText(new RegExp(`${nameJa}_.*を書き出しました`, 'u')).waitFor();
  const file = readdirSync(desk.outputDir).find((name) => name.startsWith(nameJa)) ?? '';
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(desk.outputDir, file));
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return { book, sheet };
}

async function give(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Excelで直す' }).click();
  await page.getByRole('menuitem', { name: '直した一覧を取り込む' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function bytesOf(book: ExcelJS.Workbook): Promise<Uint8Array> {
  return new Uint8Array(await book.xlsx.writeBuffer());
}

async function pills(page: Page): Promise<string> {
  const texts = await page.getByRole('radiogroup', { name: '区分で絞り込む' }).getByRole('radio').allInnerTexts();
  return texts.map((text) => text.replace(/\s/gu, '')).join(' ');
}

async function names(page: Page): Promise<string[]> {
  return page
    .locator('.staff-table tbody tr td:first-child input')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

describe('講師等', () => {
  let before: string[] = [];

  test('come back unchanged: すべて変更なし, and nothing to write', async () => {
    const { page } = desk;
    before = await names(page);
    expect(before).toHaveLength(8);
    const { book } = await written(page, '講師等一覧');
    await give(page, '講師等一覧.xlsx', await bytesOf(book));
    await page.getByText('すべて変更なし').waitFor();
    expect(await pills(page)).toBe('すべて8 変更なし8');
    expect(await page.getByRole('button', { name: /件を反映します/u }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '講師等を追加' }).waitFor();
  });

  test('come back edited: new, changed, unchanged, doubtful; nothing is written before it is confirmed', async () => {
    const { page } = desk;
    const { book, sheet } = await written(page, '講師等一覧');
    sheet.getCell('A2').value = '片桐　修平太';
    sheet.getCell('F3').value = 43.5;
    sheet.getCell('C4').value = '火星';
    sheet.addRow(['新田 花子', 'ニッタ ハナコ', '京都']);
    await give(page, '直した一覧.xlsx', await bytesOf(book));
    await preview(page).waitFor();
    expect(await pills(page)).toBe('すべて9 新規1 変更2 変更なし5 疑わしい1');
    expect(await rowOf(page, '片桐 修平太').innerText()).toContain('片桐 修平\n片桐 修平太');
    expect(await rowOf(page, '火星').getByRole('checkbox').count()).toBe(0);
    await rowOf(page, '火星').click();
    expect(await page.getByRole('region', { name: '確かめること' }).innerText()).toMatch(
      /居住地「火星」：都道府県として読めません.*4行 C列/su,
    );
    await page.keyboard.press('Escape');
    expect(await names(page)).toEqual(before);
  });

  test('are written as one step, and taken back as one', async () => {
    const { page } = desk;
    const { book, sheet } = await written(page, '講師等一覧');
    sheet.getCell('A2').value = '片桐　修平太';
    sheet.addRow(['新田 花子', 'ニッタ ハナコ', '京都']);
    await give(page, '直した一覧.xlsx', await bytesOf(book));
    await preview(page).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('講師等2件を取り込みました（新規 1・変更 1）').waitFor();
    await expect.poll(() => names(page)).toEqual(['片桐 修平太', ...before.slice(1), '新田 花子']);
    await saved(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => names(page)).toEqual(before);
  });

  test('another list is refused in plain words', async () => {
    const { page } = desk;
    await give(
      page,
      '名簿.xlsx',
      await workbookOf([
        ['氏名', 'フリガナ'],
        ['架空 一', 'カクウ ハジメ'],
      ]),
    );
    const dialog = page.getByRole('dialog', { name: 'この一覧は取り込めません' });
    expect(await dialog.innerText()).toContain('「照合キー」の列がありません');
    await page.keyboard.press('Escape');
  });
});

describe('経費', () => {
  test('a unit price edited elsewhere moves the total, and comes back with one step', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: /^経費/u }).click();
    const before = await totals(page);
    const { book, sheet } = await written(page, '経費の明細一覧');
    const price = Number(sheet.getCell('E2').value);
    sheet.getCell('E2').value = price + 1000;
    sheet.getCell('A3').value = '9-99';
    await give(page, '直した明細.xlsx', await bytesOf(book));
    await preview(page).waitFor();
    expect(await pills(page)).toMatch(/^すべて45 変更1 変更なし43 疑わしい1$/u);
    await page.getByRole('button', { name: '1件を反映します' }).click();
    await page.getByText('経費の明細1件を取り込みました（変更 1）').waitFor();
    await expect.poll(() => totals(page)).not.toEqual(before);
    await page.keyboard.press('Control+z');
    await expect.poll(() => totals(page)).toEqual(before);
    expect(desk.faults).toEqual([]);
    expect(desk.violations).toEqual([]);
  });
});
