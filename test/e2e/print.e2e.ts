/** Print and PDF: the explanation of a decision is looked at page by page, saved as PDF, and put on paper. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasPoppler, pdfPages } from '../support/poppler.js';
import { choose, openSampleClaims } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  await openSampleClaims(desk.page);
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const preview = (page: Page): Locator => page.getByRole('dialog', { name: '査定の説明書' });
const pageOf = (page: Page, number: number): Locator => preview(page).locator(`[data-page="${number}"]`);

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: '説明を印刷' }).click();
  await expect.poll(() => pageOf(page, 1).getAttribute('data-drawn')).toBe('true');
}

/** Share of the pixels of a page that are not white. */
async function ink(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let dark = 0;
    for (let index = 0; index < pixels.length; index += 4) if ((pixels[index] ?? 255) < 200) dark += 1;
    return dark / (width * height);
  });
}

/** A page that is higher than the view takes more than one key. */
async function turnTo(page: Page, count: Locator, key: 'PageDown' | 'PageUp', words: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 4 && !words.test(await count.innerText()); pressed += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
  expect(await count.innerText()).toMatch(words);
}

describe('説明を印刷', () => {
  test('shows the pages, turned by PageDown and PageUp', async () => {
    const { page } = desk;
    await open(page);
    expect(await ink(pageOf(page, 1).locator('canvas'))).toBeGreaterThan(0.005);
    const count = preview(page).getByText(/^\d+／\d+ページ$/u);
    expect(await count.innerText()).toMatch(/^1／\d+ページ$/u);
    await turnTo(page, count, 'PageDown', /^2／/u);
    await expect.poll(() => pageOf(page, 2).getAttribute('data-drawn')).toBe('true');
    expect(await ink(pageOf(page, 2).locator('canvas'))).toBeGreaterThan(0.005);
    await turnTo(page, count, 'PageUp', /^1／/u);
  });

  test('PDFを保存 writes one file, readable elsewhere', async () => {
    const { page, outputDir } = desk;
    await preview(page).getByRole('button', { name: 'PDFを保存' }).click();
    await page.getByText(/^R3_査定の説明_.*\.pdf を書き出しました$/u).waitFor();
    const names = readdirSync(outputDir);
    expect(names).toHaveLength(1);
    const path = join(outputDir, names[0] ?? '');
    expect(readFileSync(path).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    if (hasPoppler()) expect(execFileSync('pdftotext', ['-raw', path, '-']).toString()).toContain('784,728円');
  });

  test('Ctrl+P prints every page as a picture of its own sheet', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      window.print = () => {
        const images = [...document.querySelectorAll<HTMLImageElement>('.print-pages img')];
        const sizes = images.map((image) => `${image.naturalWidth}x${image.naturalHeight}`);
        document.body.setAttribute('data-printed', sizes.join(' '));
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    const pages = Number(/／(\d+)ページ/u.exec(await preview(page).innerText())?.[1]);
    await page.keyboard.press('Control+p');
    const printed = (): Promise<string | null> => page.locator('body').getAttribute('data-printed');
    await expect.poll(async () => ((await printed()) ?? '').split(' ').length).toBe(pages);
    const [width = 0, height = 0] = ((await printed())?.split(' ')[0] ?? '').split('x').map(Number);
    // A4 of 210 mm by 297 mm at 200 dots an inch or more.
    expect(width).toBeGreaterThan((210 / 25.4) * 200);
    expect(height / width).toBeCloseTo(297 / 210, 2);
    await expect.poll(() => page.locator('.print-pages').count()).toBe(0);
  });

  test('what goes to the printer is the pages alone, each on one sheet of its own orientation', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      // As Electron does it: print() comes back while the print window is still open.
      window.print = () => {
        document.body.setAttribute('data-asked', String(document.querySelectorAll('.print-page').length));
      };
    });
    await preview(page).getByRole('button', { name: '印刷' }).click();
    await expect.poll(() => page.locator('body').getAttribute('data-asked')).not.toBeNull();
    const sheets = Number(await page.locator('body').getAttribute('data-asked'));
    const bytes = await page.pdf({ preferCSSPageSize: true });
    if (hasPoppler()) {
      const sizes = pdfPages(bytes);
      expect(sizes).toHaveLength(sheets);
      expect(new Set(sizes.map(({ width, height }) => `${Math.round(width)}x${Math.round(height)}`))).toEqual(
        new Set(['595x842']),
      );
    }
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.locator('.print-pages').count()).toBe(0);
  });

  test('Esc closes; of one line the paper speaks of that line alone', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    await expect.poll(() => preview(page).count()).toBe(0);
    await choose(page, '2-02');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: '説明を印刷' }).click();
    await expect.poll(() => pageOf(page, 1).getAttribute('data-drawn')).toBe('true');
    expect(await preview(page).innerText()).toMatch(/1／[23]ページ/u);
    await page.keyboard.press('Escape');
  });

  test('nothing broke the strict policy or threw', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
