/** What a user sees and does on the 経費 tab, found by role and Japanese label. */
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';

/** Opens the sample from the first screen and goes to its 経費. */
export async function openSampleClaims(page: Page): Promise<void> {
  await page.getByRole('button', { name: '見本を開く' }).click();
  await page.getByRole('link', { name: /^経費/ }).click();
  await page.getByRole('grid', { name: '経費の明細' }).waitFor();
}

export function grid(page: Page): Locator {
  return page.getByRole('grid', { name: '経費の明細' });
}

/** The row of a line by its number, e.g. `1-04`. */
export function rowOf(page: Page, number: string): Locator {
  return grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell', { name: number, exact: true }) });
}

/** Texts of a row's cells: 番号 内容 数量 単価 請求 対象 減額 証憑待ち 判定 証憑. */
export async function cellsOf(page: Page, number: string): Promise<Record<CellName, string>> {
  const texts = await rowOf(page, number).getByRole('gridcell').allInnerTexts();
  return Object.fromEntries(CELLS.map((name, index) => [name, (texts[index] ?? '').trim()])) as Record<
    CellName,
    string
  >;
}

const CELLS = ['番号', '内容', '数量', '単価', '請求', '対象', '減額', '証憑待ち', '判定', '証憑'] as const;
export type CellName = (typeof CELLS)[number];

export function panel(page: Page): Locator {
  return page.getByRole('complementary', { name: '選んだ明細' });
}

/** Chooses a line and waits until the panel speaks of it. */
export async function choose(page: Page, number: string): Promise<void> {
  await rowOf(page, number).getByRole('gridcell').first().click();
  await expect.poll(() => panel(page).innerText()).toContain(number);
}

/** Types into a cell as in Excel: choose it, type, Enter. */
export async function type(page: Page, number: string, cell: CellName, text: string): Promise<void> {
  await rowOf(page, number).getByRole('gridcell').nth(CELLS.indexOf(cell)).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** The figures of the total row, in order: 請求 対象 減額 証憑待ち. */
export async function totals(page: Page): Promise<string[]> {
  const text = await page.getByRole('group', { name: '合計' }).innerText();
  return [...text.matchAll(/[−]?\d[\d,]*/g)].map((match) => match[0]).slice(0, 4);
}

/** Waits until the title bar says that both the database and the journal hold everything. */
export async function saved(page: Page): Promise<void> {
  const status = page.getByRole('banner').getByRole('status');
  // The words follow a little later than what is so, lest they flicker.
  await expect.poll(() => status.getAttribute('data-state')).toBe('saved');
  await expect.poll(() => status.innerText()).toContain('保存済み');
}
