/** 書類 as a clerk uses it: what is missing, going to mend it and coming back, writing all the same, 提出用, keys alone. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { panel } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const option = (page: Page, name: string): Locator => page.getByRole('option', { name: new RegExp(`^${name}`) });
const points = (page: Page): Locator => page.getByRole('table', { name: '残っている事項' });
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '');

function written(): string[] {
  if (!existsSync(desk.outputDir)) return [];
  return readdirSync(desk.outputDir)
    .filter((name) => /^[^~.]/u.test(name))
    .sort();
}

async function sheetsOf(name: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(desk.outputDir, name));
  return book;
}

function textsOf(sheet: ExcelJS.Worksheet | undefined): string {
  const texts: string[] = [];
  sheet?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)));
  return texts.join('\n');
}

describe('the papers of the sample', () => {
  test('the list of 書類 says what each lacks, and the tabs how many vouchers are missing', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '見本を開く' }).click();
    await page.getByRole('link', { name: /^書類/ }).click();
    await expect.poll(() => option(page, '実施報告書').innerText()).toMatch(/要対応\s*21[\s\S]*確認\s*10/);
    expect(await option(page, '実施申請書').innerText()).toContain('申請の明細がありません');
    expect(await option(page, '変更届').innerText()).toMatch(/比べられません|変わったところはありません/);
    expect(await page.getByRole('link', { name: /^証憑/ }).first().innerText()).toMatch(/\d+件不足/);
  });

  test('the checklist leads to the line, and 戻る returns to the very point', async () => {
    const { page } = desk;
    const row = points(page).getByRole('row').filter({ hasText: 'FEE-LEC-02' });
    expect(await row.innerText()).toContain('安全管理');
    await row.getByRole('button', { name: '経費 1-03へ' }).click();
    await expect.poll(() => panel(page).innerText()).toMatch(/1-03[\s\S]*FEE-LEC-02/);
    await page.goBack();
    await points(page).waitFor();
    await expect.poll(() => focused(page)).toBe('経費 1-03へ');
  });

  test('a blank of the paper leads to its field, whatever view it stands in', async () => {
    const { page } = desk;
    await points(page).getByRole('button', { name: '概要 代表者へ' }).click();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('.field')?.querySelector('label')?.textContent))
      .toMatch(/^代表者/);
    await page.keyboard.type('会長 山田 花子');
    await page.keyboard.press('Tab');
    await page.goBack();
    await expect.poll(() => points(page).innerText()).not.toContain('団体代表者の職氏名');
    await expect.poll(() => option(page, '実施報告書').innerText()).toMatch(/確認\s*9/);
  });

  test('it is written all the same, and its first sheet says what is open', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: /^Excelへ/ }).click();
    await expect.poll(written).toHaveLength(1);
    const [name = ''] = written();
    expect(name).toMatch(/^R3_委託_報告_.+\.xlsx$/);
    const first = (await sheetsOf(name)).worksheets.find((sheet) => sheet.state === 'visible');
    expect(first?.name).toBe('提出チェックリスト');
    expect(textsOf(first)).toContain('レクチャー形式の講師謝金は1人1時間12,000円が上限です');
    const files = page.getByRole('region', { name: '書き出したもの' });
    await expect.poll(() => files.innerText()).toContain(name);
  });

  test('提出用 is a second file with its own name, without the checklist and without formulas', async () => {
    const { page } = desk;
    await page.getByRole('checkbox', { name: /提出用/ }).check();
    await expect
      .poll(() => page.getByRole('region', { name: '実施報告書（委託）' }).innerText())
      .toContain('提出用にはこの一覧が入りません');
    await page.getByRole('button', { name: /^Excelへ/ }).click();
    await expect.poll(written).toHaveLength(2);
    const name = written().find((one) => one.includes('提出用')) ?? '';
    const book = await sheetsOf(name);
    expect(book.worksheets.map((sheet) => sheet.name)).not.toContain('提出チェックリスト');
    let formulas = 0;
    for (const sheet of book.worksheets) {
      sheet.eachRow((row) => row.eachCell((cell) => (formulas += cell.type === ExcelJS.ValueType.Formula ? 1 : 0)));
    }
    expect(formulas).toBe(0);
    await page.getByRole('checkbox', { name: /提出用/ }).uncheck();
  });

  test('a file open in Excel is refused in plain words, and written under another name', async () => {
    const { page } = desk;
    const name = written().find((one) => !one.includes('提出用')) ?? '';
    writeFileSync(join(desk.outputDir, `~$${name}`), '');
    await page.getByRole('button', { name: /^Excelへ/ }).click();
    await page.getByRole('button', { name: /前のブックを新しくする/ }).click();
    await page.getByRole('heading', { name: 'ファイルが Excel で開かれています' }).waitFor();
    await page.keyboard.press('Alt+S');
    await expect.poll(() => written().some((one) => one.endsWith('_v2.xlsx'))).toBe(true);
  });

  test('by keys alone: to the tab, to another paper, to a point and back, and written', async () => {
    const { page } = desk;
    await page.locator('.course-tabs').getByRole('link', { name: /^支払/ }).click();
    await page.locator('.course-tab-current', { hasText: '支払' }).waitFor();
    await page.keyboard.press('Control+PageDown');
    await option(page, '実施報告書').waitFor();
    await option(page, '実施報告書').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toContain('判定結果報告');
    await page.keyboard.press('F6');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect.poll(() => focused(page)).toBe('受講者へ');
    await page.keyboard.press('Enter');
    await page.getByRole('table', { name: '受講者の名簿' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await expect.poll(() => focused(page)).toBe('受講者へ');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => written().filter((one) => one.includes('判定結果')).length).toBe(2);
  });

  test('the days on which 判定結果報告 was sent are recorded per addressee', async () => {
    const { page } = desk;
    const sent = page.getByLabel('中央競技団体へ提出');
    await sent.fill('');
    await sent.blur();
    await expect.poll(() => option(page, '判定結果報告').innerText()).not.toContain('済');
    await sent.fill('R3.11.26');
    await sent.blur();
    await expect.poll(() => option(page, '判定結果報告').innerText()).toMatch(/済\s*11\/26/);
    await expect
      .poll(() => page.getByRole('region', { name: '書き出したもの' }).innerText())
      .toContain('内容が変わっています');
  });

  test('after a reload the program still knows what it wrote', async () => {
    const { page } = desk;
    await page.reload();
    await expect
      .poll(() => page.getByRole('region', { name: '書き出したもの' }).getByRole('button').count())
      .toBeGreaterThan(2);
  });

  test('ホーム counts what has to be mended, and leads to the paper that lacks it', async () => {
    const { page } = desk;
    await page.keyboard.press('Alt+1');
    await expect.poll(() => page.locator('.screen-head').innerText()).toMatch(/要対応\s*21件/);
    await page.getByRole('link', { name: /^要対応\s*21$/ }).click();
    await expect.poll(() => option(page, '実施報告書').innerText()).toMatch(/要対応\s*21/);
  });

  test('nothing was refused by the page policy and nothing was thrown', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
