/** The form of a publisher: tied by keyboard, checked, written without touching anything else, known again, refused. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cells, part } from '../templates/fillings.js';
import { formFile, formParts } from '../templates/form-parts.js';
import { differingEntries } from '../templates/zip-entries.js';
import { saved } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

/** Two columns of a table of four rows, framed. */
const FORM = formFile({
  'xl/worksheets/sheet2.xml': String(formParts()['xl/worksheets/sheet2.xml']).replace(
    /<row r="6".*?<\/row>/u,
    [6, 7, 8]
      .map(
        (row) =>
          `<row r="${row}"><c r="A${row}" s="2"><v>${row - 4}</v></c><c r="B${row}" s="2"/><c r="D${row}" s="4"/></row>`,
      )
      .join(''),
  ),
});
const SHEET_1 = 'xl/worksheets/sheet1.xml';
const SHEET_2 = 'xl/worksheets/sheet2.xml';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  await desk.page.getByRole('button', { name: '見本を開く' }).click();
  await desk.page.waitForURL(/courses\/[^/]+\/overview/u);
  await desk.page.evaluate(() => {
    location.hash = location.hash.replace(/overview$/u, 'forms/commissioned.application');
  });
  await desk.page.getByText('様式を選んでください').waitFor();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const grid = (page: Page) => page.getByRole('grid', { name: /^シート/u });
const search = (page: Page) => page.getByRole('combobox', { name: '項目をさがす' });
const said = (page: Page) => page.locator('.forms-said');
const field = (page: Page, table: string, name: string) =>
  page.getByRole('group', { name: table }).getByRole('option', { name });

async function give(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /様式を選ぶ|別のファイル/u }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** Takes a field by its name and presses keys up to the tie. */
async function tie(page: Page, words: string, keys: readonly string[]): Promise<void> {
  await page.keyboard.press('Control+f');
  await search(page).fill(words);
  await page.keyboard.press('Enter');
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
}

function written(): string[] {
  return readdirSync(desk.outputDir).sort();
}

describe('a file that is no form', () => {
  test.each([
    ['写真.xlsx', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), 'Excelのブックではありません'],
    ['古い様式.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), '.xlsx で保存し直して'],
    ['途中.xlsx', formFile().slice(0, 900), '壊れているか'],
  ])('is refused in plain words: %s', async (name, bytes, words) => {
    const { page } = desk;
    await give(page, name, bytes);
    const dialog = page.getByRole('dialog', { name: 'この様式は使えません' });
    expect(await dialog.innerText()).toContain(words);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.getByText('様式を選んでください').count()).toBe(1);
  });
});

describe('a form with a drop-down, a picture, a check box and merged cells', () => {
  test('is drawn and tied by keyboard', async () => {
    const { page } = desk;
    await give(page, '令和3年度_様式1.xlsx', FORM);
    await grid(page).waitFor();
    expect(
      await grid(page)
        .getByRole('gridcell', { name: /^C3、山田/u })
        .count(),
    ).toBe(1);
    await page.keyboard.press('Control+f');
    await tie(page, '実施団体名（契約', ['Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight']);
    await expect.poll(() => said(page).innerText()).toContain('C3 に結びました');
    await tie(page, '作成日', ['ArrowDown']);
    await expect.poll(() => said(page).innerText()).toContain('C4 に結びました');
    await tie(page, '請求額 合計', ['ArrowRight', 'ArrowRight', 'ArrowRight']);
    await expect.poll(() => said(page).innerText()).toContain('F4 に結びました');
    expect(
      await grid(page)
        .getByRole('gridcell', { name: /^F4、結びつき 請求額 合計/u })
        .count(),
    ).toBe(1);
  });

  test('asks before a formula gives way, and ties nothing when it stays', async () => {
    const { page } = desk;
    await tie(page, '対象額 合計', [
      'ArrowLeft',
      'ArrowLeft',
      'ArrowLeft',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
      'ArrowDown',
    ]);
    const question = page.getByRole('group', { name: '数式のあるセル' });
    expect(await question.innerText()).toContain('C8 には数式があります');
    await page.keyboard.press('Escape');
    await expect.poll(() => said(page).innerText()).toContain('C8 の数式はそのままです');
    expect(
      await grid(page)
        .getByRole('gridcell', { name: /^C8、数式/u })
        .count(),
    ).toBe(1);
  });

  test('takes a table by its first row and its columns', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: '明細 A&B' }).click();
    await page.keyboard.press('Control+f');
    await search(page).fill('表：受講者');
    await field(page, '表：受講者（24件）', '氏名').click();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) {
      await page.keyboard.press(key);
    }
    await expect.poll(() => said(page).innerText()).toContain('受講者の「氏名」を B5 に結びました');
    await field(page, '表：受講者（24件）', '生年月日').click();
    for (const key of ['ArrowRight', 'Enter']) await page.keyboard.press(key);
    await expect.poll(() => said(page).innerText()).toContain('C5 に結びました');
    const panel = page.getByRole('region', { name: '受講者の表' });
    expect(await panel.innerText()).toMatch(/4件まで入ります（今は24件）.20件が入りません/u);
    expect(await panel.getByLabel('最後の行').inputValue()).toBe('8');
  });

  test('is not written while a table is too short; the way on is a continuation', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '書き込みへ進む' }).click();
    const first = page.getByRole('region', { name: '先に決めること' });
    expect(await first.innerText()).toMatch(/「受講者」の欄は4件までです。24件のうち20件が入りません/u);
    expect(await page.getByRole('button', { name: '様式に書き込む' }).isDisabled()).toBe(true);
    expect(await page.getByRole('region', { name: 'セルのない項目' }).innerText()).toContain('競技');
    expect(await page.getByRole('region', { name: '項目のないセル' }).innerText()).toContain('D6（2）');
    await first.getByRole('button', { name: '続きのシートを作る（5枚）' }).click();
    await page.getByText('このまま書き込めます').waitFor();
    await page.keyboard.press('Control+z');
    await first.waitFor();
    await page.keyboard.press('Control+y');
    await page.getByText('このまま書き込めます').waitFor();
  });

  test('is written: the values in their cells, every other part as it was', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+Enter');
    await page.getByText(/を書き出しました（続きのシート5枚）/u).waitFor();
    const [name = ''] = written();
    expect(name).toMatch(/^R3_所定様式_講習会実施申請書（委託）_.*\.xlsx$/u);
    const file = readFileSync(join(desk.outputDir, name));
    expect(cells(file, '様式1')).toMatchObject({ B3: '団体名', C3: '公益財団法人西山府スポーツ協会' });
    expect(cells(file, '様式1')['C4']).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(Number(cells(file, '様式1')['F4'])).toBeGreaterThan(0);
    expect(cells(file, '明細 A&B')).toMatchObject({ A5: '1', B5: '松浦 涼太', C5: '1969-02-02' });
    expect(cells(file, '明細 A&B (6)')['B8']).toBeTruthy();
    const added = (entry: string): boolean => !(entry in formParts());
    expect(
      differingEntries(FORM, file)
        .filter((entry) => !added(entry))
        .sort(),
    ).toEqual(['[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', SHEET_1, SHEET_2]);
    expect(part(file, SHEET_1)).toContain('<xm:f>選択肢!$A$1:$A$3</xm:f>');
  });

  test('is there again after a reload, and known under another name of the file', async () => {
    const { page } = desk;
    await saved(page);
    await page.reload();
    await grid(page).waitFor();
    await expect
      .poll(() =>
        grid(page)
          .getByRole('gridcell', { name: /^C3、結びつき/u })
          .count(),
      )
      .toBe(1);
    expect(await page.getByText('令和3年度_様式1.xlsx').count()).toBe(1);
    await page.getByRole('combobox', { name: '様式の種類' }).selectOption('講習会実施報告書（委託）');
    await page.getByText('様式を選んでください').waitFor();
    await give(page, '配り直し.xlsx', FORM);
    await page.getByText('この様式は、講習会実施申請書（委託）（2021年度）の対応表に合います').waitFor();
    await page.getByRole('button', { name: 'その様式へ移る' }).click();
    await expect
      .poll(() =>
        grid(page)
          .getByRole('gridcell', { name: /^C3、結びつき/u })
          .count(),
      )
      .toBe(1);
  });

  test('of another year with other labels is not filled until somebody has looked', async () => {
    const { page } = desk;
    const other = formFile({
      ...{ [SHEET_2]: part(FORM, SHEET_2) },
      [SHEET_1]: part(FORM, SHEET_1).replace('<t>区分</t>', '<t>種別</t>'),
    });
    await give(page, '令和4年度_様式1.xlsx', other);
    await page.getByText(/シート「様式1」の見出しか結合が/u).waitFor();
    await page.getByRole('button', { name: '書き込みへ進む' }).click();
    await page.getByText(/対応表を作ったときの様式と違います/u).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /この様式に合わせる/u }).click();
    await page.getByText(/シート「様式1」の見出しか結合が/u).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '書き込みへ進む' }).click();
    await page.getByText('このまま書き込めます').waitFor();
    await page.keyboard.press('Escape');
  });

  test('hands its mapping on as a file without the form, and takes it back', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '対応表を書き出す' }).click();
    await page.getByText(/様式は入っていません/u).waitFor();
    const name = written().find((each) => each.endsWith('.yaml')) ?? '';
    const text = readFileSync(join(desk.outputDir, name), 'utf8');
    expect(text).toContain('field: organization.contractName');
    expect(text.length).toBeLessThan(4000);
    await grid(page).focus();
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Delete']) await page.keyboard.press(key);
    await expect
      .poll(() =>
        grid(page)
          .getByRole('gridcell', { name: /^C3、結びつき/u })
          .count(),
      )
      .toBe(0);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '対応表を読み込む' }).click();
    await (await chooser).setFiles({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) });
    await expect
      .poll(() =>
        grid(page)
          .getByRole('gridcell', { name: /^C3、結びつき/u })
          .count(),
      )
      .toBe(1);
    expect(desk.faults).toEqual([]);
    expect(desk.violations).toEqual([]);
  });
});
