/** 令和4年度's book made wholly in the program: copied, five figures changed, tried on a course, put in force. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { grid as claimsGrid, openSampleClaims, saved, totals } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };
/** Every figure of the sample's 経費, as it was before anybody touched a rulebook. */
let lastYear: string;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const GUIDE = 'コーチ1・2養成講習会 手引き（令和4年度）';

async function toBooks(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '画面' }).getByRole('link', { name: '基準' }).click();
  await page.getByRole('navigation', { name: '基準の一覧' }).waitFor();
}

async function openBook(page: Page, name: RegExp): Promise<void> {
  await toBooks(page);
  await page.getByRole('navigation', { name: '基準の一覧' }).getByRole('link', { name }).click();
}

/** 経費 of the first or second course of the list. */
async function openClaims(page: Page, index: 0 | 1): Promise<void> {
  await page.getByRole('navigation', { name: '画面' }).getByRole('link', { name: '講習会' }).click();
  await page.getByRole('row', { name: /^水泳/ }).nth(index).click();
  await page.getByRole('link', { name: /^経費/ }).click();
  await claimsGrid(page).waitFor();
}

/** Rows and totals as they stand; waits until they have come to rest. */
async function figuresOf(page: Page): Promise<string> {
  await expect.poll(() => totals(page).then((all) => all.length)).toBe(4);
  const rows = await claimsGrid(page).getByRole('row').allInnerTexts();
  return [...rows, ...(await totals(page))].join('\n');
}

function books(page: Page): Locator {
  return page.getByRole('grid', { name: '基準の項目' });
}

function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: /^(選んだ項目|有効にする)$/ });
}

/** The row of a figure; the view that holds it must be open. */
function rowOf(page: Page, label: string): Locator {
  return books(page).getByRole('row').filter({ hasText: label });
}

async function show(page: Page, view: RegExp): Promise<void> {
  await page.getByRole('radiogroup', { name: '表示' }).getByRole('radio', { name: view }).click();
}

/** Types a value as in a spreadsheet: choose, type, Enter. */
async function type(page: Page, label: string, text: string): Promise<void> {
  await rowOf(page, label).click();
  await page.keyboard.type(text);
}

describe("next year's book, made in the program", () => {
  test('the sample is there with its figures', async () => {
    const { page } = desk;
    await openSampleClaims(page);
    lastYear = await figuresOf(page);
    expect(lastYear).toContain('謝金');
  });

  test('the shipped book is locked: typing changes nothing and the way on is named', async () => {
    const { page } = desk;
    await openBook(page, /令和3年度/);
    await type(page, '実技・実習の講師', '9000');
    await page.keyboard.press('Enter');
    await expect.poll(() => rowOf(page, '実技・実習の講師').innerText()).toContain('12,000');
    expect(await panel(page).innerText()).toContain('写して直す');
    expect(await panel(page).innerText()).toContain('別表1(1)');
  });

  test('次年度へ写す says what is copied, and makes a draft that moved its dates', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '次年度へ写す' }).click();
    const words = await page.getByRole('dialog').innerText();
    expect(words).toMatch(/日付 \d+項目は1年ずらし/);
    expect(words).toMatch(/共通 18行・専門 30行/);
    await page.getByRole('button', { name: '写して作る' }).click();
    await page.getByRole('link', { name: /令和4年度 ?第1版 ?改訂案/ }).waitFor();
    // Enter must not put the new draft in force: the first value has the focus.
    const focused = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.hasAttribute('data-value-input') === true);
    await expect.poll(focused).toBe(true);
    await show(page, /^期限/);
    await expect.poll(() => rowOf(page, '委託期間の最終日').innerText()).toMatch(/1年ずらした日[\s\S]*2023\/01\/23/);
  });

  test('a course of the year is judged by the draft and says so', async () => {
    const { page } = desk;
    await page.getByRole('navigation', { name: '画面' }).getByRole('link', { name: '講習会' }).click();
    await page.getByRole('button', { name: /^水泳.*の操作$/ }).click();
    await page.getByRole('menuitem', { name: '写して新しく作る' }).click();
    await page.getByRole('textbox', { name: '新しい初日' }).fill('2022/10/27');
    await page.getByRole('textbox', { name: '新しい初日' }).press('Tab');
    await page.getByText(/令和4年度の基準はまだ改訂案です/).waitFor();
    await page.getByRole('button', { name: '写して作る' }).click();
    await page.getByText('改訂案の基準', { exact: true }).waitFor();
  });

  test('while 有効にする stands in the panel, a typed value still gets to its source', async () => {
    const { page } = desk;
    await openBook(page, /令和4年度/);
    await show(page, /^上限・単価/);
    await page.getByRole('button', { name: 'この基準を有効にする' }).click();
    await page.getByRole('region', { name: '足りないもの' }).waitFor();
    await type(page, '助手', '6,100円');
    await page.keyboard.press('Enter');
    await page.getByText('値が書かれている資料を選んでください').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => rowOf(page, '助手').innerText()).toMatch(/6,000/);
  });

  test('a changed value names the lines and the yen, and is not taken without its document', async () => {
    const { page } = desk;
    await openBook(page, /令和4年度/);
    await show(page, /^上限・単価/);
    await type(page, '実技・実習の講師', '１１，５００円');
    const effect = page.getByRole('region', { name: 'この変更で' });
    await expect.poll(() => effect.innerText()).toContain('水泳');
    const words = await effect.innerText();
    expect(words).toMatch(/1\s*講習会\s*3\s*明細\s*−5,000\s*円/);
    expect(words).toContain('10.0時間 × −500円');
    expect(words).toMatch(/1-01[\s\S]*84,000[\s\S]*82,500[\s\S]*−1,500/);
    expect(words).toContain('FEE-PRC-01');
    await page.keyboard.press('Enter');
    await page.getByText('値が書かれている資料を選んでください').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-edit-field')))
      .toBe('source');
    await page.getByRole('combobox', { name: /^資料/ }).selectOption('新しい資料を加える');
    await page.getByRole('textbox', { name: /^資料名/ }).fill(GUIDE);
    await page.getByRole('textbox', { name: '版' }).fill('令和4年度');
    await page.getByRole('textbox', { name: '版' }).press('Enter');
    await expect.poll(() => rowOf(page, '実技・実習の講師').innerText()).toMatch(/11,500/);
    await expect.poll(() => rowOf(page, '実技・実習の講師').innerText()).not.toContain('Enter');
  });

  test('前年度との違い lays both books side by side within the window, long lists too', async () => {
    const { page } = desk;
    const button = page.getByRole('button', { name: '前年度との違い' });
    await button.click();
    const head = page.getByRole('table', { name: '2つの基準の違い' }).getByRole('columnheader').last();
    const box = await head.boundingBox();
    expect((box?.x ?? Infinity) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
    await show(page, /^上限・単価/);
  });

  test('four more figures, each with the document that was named last', async () => {
    const { page } = desk;
    const change = async (label: string, text: string, shown: RegExp): Promise<void> => {
      await type(page, label, text);
      await page.keyboard.press('Enter');
      await expect.poll(() => rowOf(page, label).innerText()).toMatch(shown);
      await expect.poll(() => rowOf(page, label).innerText()).not.toContain('Enter');
    };
    await change('宿泊費の上限（素泊まり）', '9500', /9,500/);
    await change('日当の上限', '1800', /1,800/);
    await show(page, /^期限/);
    await change('実施報告書の最終締切日（委託', '2023/1/27', /2023\/01\/27/);
    await show(page, /^数・条件/);
    await change('委託講習会の受講者数（申請時）', '8', /8/);
  });

  test('dates that were only moved keep the book out of force; the list leads to each', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'この基準を有効にする' }).click();
    const missing = page.getByRole('region', { name: '足りないもの' });
    await missing.waitFor();
    expect(await page.getByRole('button', { name: '有効にする', exact: true }).isDisabled()).toBe(true);
    await missing.getByRole('button', { name: '委託期間の最終日' }).click();
    await expect.poll(() => panel(page).innerText()).toContain('委託期間の最終日');
    await page.getByRole('button', { name: 'この日でよい' }).click();
    await expect.poll(() => rowOf(page, '委託期間の最終日').innerText()).not.toContain('1年ずらした日');
    // The rest by keys: to the next one, and yes.
    const left = async (): Promise<number> => books(page).getByText('1年ずらした日').count();
    for (let tries = 0; tries < 20; tries += 1) {
      await page.keyboard.press('Control+Enter');
      const before = await left();
      if (before === 0) break;
      await page.getByRole('button', { name: 'この日でよい' }).click();
      await expect.poll(left).toBeLessThan(before);
    }
    expect(await left()).toBe(0);
  });

  test('the comparison names the five changes', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '前年度との違い' }).click();
    const table = page.getByRole('table', { name: '2つの基準の違い' });
    await table.waitFor();
    const words = await table.innerText();
    for (const part of ['11,500', '9,500', '1,800', '2023/01/27', GUIDE]) expect(words).toContain(part);
    expect(words).toMatch(/委託講習会の受講者数（申請時）[\s\S]*10[\s\S]*8/);
  });

  test('有効にする: the book counts, its course is judged by it, and last year is as it was', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: 'この基準を有効にする' }).click();
    await page.getByRole('button', { name: '有効にする', exact: true }).click();
    await page.getByRole('link', { name: /令和4年度 ?第1版 ?確定/ }).waitFor();
    await openClaims(page, 0);
    expect(await figuresOf(page)).toBe(lastYear);
    await openClaims(page, 1);
    expect(await page.getByText('改訂案の基準', { exact: true }).count()).toBe(0);
    await expect.poll(() => figuresOf(page)).toMatch(/82,500/);
    await saved(page);
    await page.reload();
    await expect.poll(() => figuresOf(page)).toMatch(/82,500/);
    await openClaims(page, 0);
    expect(await figuresOf(page)).toBe(lastYear);
  });

  test('a book with a gap cannot be put in force', async () => {
    const { page } = desk;
    await openBook(page, /令和4年度/);
    await page.getByRole('button', { name: '写して直す' }).click();
    await page.getByRole('link', { name: /令和4年度 ?第2版 ?改訂案/ }).waitFor();
    await show(page, /^上限・単価/);
    await rowOf(page, '日当の上限').click();
    await page.keyboard.press('Delete');
    await expect.poll(() => rowOf(page, '日当の上限').innerText()).toContain('未入力（要確認になります）');
    await page.getByRole('button', { name: 'この基準を有効にする' }).click();
    expect(await page.getByRole('region', { name: '足りないもの' }).innerText()).toContain('日当の上限');
    expect(await page.getByRole('button', { name: '有効にする', exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(() => rowOf(page, '日当の上限').innerText()).toContain('1,800');
    await expect.poll(() => page.getByRole('button', { name: '有効にする', exact: true }).isDisabled()).toBe(false);
    await page.getByRole('button', { name: '改訂案を消す' }).click();
    await expect.poll(() => page.getByText('改訂案', { exact: true }).count()).toBe(0);
  });

  test('written as a file and taken in again, the same content is not taken twice', async () => {
    const { page } = desk;
    await openBook(page, /令和4年度/);
    await page.getByRole('button', { name: '書き出す' }).click();
    await expect.poll(() => written()).toHaveLength(1);
    const [name = ''] = written();
    expect(name).toMatch(/^R4_第1版_.+\.yaml$/);
    const text = readFileSync(join(desk.outputDir, name), 'utf8');
    await choose(page, name, text);
    await page.getByText(/同じ内容の基準がすでにあります/).waitFor();
    await choose(page, name, text.replace('value: 11500', 'value: 11000'));
    await page.getByRole('link', { name: /令和4年度 ?第2版 ?改訂案/ }).waitFor();
    await show(page, /^上限・単価/);
    await expect.poll(() => rowOf(page, '実技・実習の講師').innerText()).toContain('11,000');
    await choose(page, name, text.replace('value: 11500', 'value: 円'));
    const refusal = page.getByRole('dialog');
    await refusal.waitFor();
    expect(await refusal.innerText()).toMatch(/\d+行目 figures\.honoraria\.practical\.rate/);
    await page.keyboard.press('Escape');
  });

  test('nothing was refused by the page policy and nothing was thrown', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});

function written(): string[] {
  try {
    return readdirSync(desk.outputDir).filter((name) => name.endsWith('.yaml'));
  } catch {
    return [];
  }
}

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .getByLabel('基準のファイル')
    .setInputFiles({ name, mimeType: 'application/yaml', buffer: Buffer.from(text) });
}
