/** 証憑 as a clerk works with them: photos and a PDF dropped, a gap filled, a picture turned, found again, deleted, written. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saved, totals } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };
let photoA: Buffer;
let photoB: Buffer;
let pngC: Buffer;
let pdfD: Buffer;

beforeAll(async () => {
  desk = await openDesk();
  [photoA, photoB, pngC, pdfD] = await drawn();
  await desk.page.bringToFront();
  await desk.page.getByRole('button', { name: '見本を開く' }).click();
  await openTab(desk.page, '証憑');
  await list(desk.page).waitFor();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const list = (page: Page): Locator => page.getByRole('listbox', { name: '証憑の一覧' });
const row = (page: Page, text: string | RegExp): Locator =>
  list(page).getByRole('option').filter({ hasText: text }).first();
const panel = (page: Page): Locator => page.getByRole('complementary', { name: '証憑の内容' });
const viewer = (page: Page): Locator => page.getByRole('region', { name: '証憑の画像' });

async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
}

/** Two photos, a picture and a PDF, drawn by the browser itself. */
async function drawn(): Promise<[Buffer, Buffer, Buffer, Buffer]> {
  const page = await desk.context.newPage();
  await page.setViewportSize({ width: 900, height: 600 });
  const draw = (title: string): Promise<void> =>
    page.setContent(`<body style="margin:60px;font-size:40px;border:4px solid #333"><h1>${title}</h1></body>`);
  await draw('領収書 一');
  const a = await page.screenshot({ type: 'jpeg' });
  await draw('領収書 二');
  const b = await page.screenshot({ type: 'jpeg' });
  await draw('ご搭乗案内 復路');
  const c = await page.screenshot({ type: 'png' });
  await draw('請求明細書');
  const d = await page.pdf({ format: 'A4' });
  await page.close();
  return [a, b, c, d];
}

/** A file that says of itself that it is HEIC. */
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

type Given = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Drops files on an element as the system does: over it, then on it. */
async function drop(page: Page, target: Locator, files: readonly Given[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }));
  const transfer = await page.evaluateHandle((own) => {
    const data = new DataTransfer();
    for (const { name, mimeType, base64 } of own) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: mimeType }));
    }
    return data;
  }, given);
  await target.dispatchEvent('dragover', { dataTransfer: transfer });
  await target.dispatchEvent('drop', { dataTransfer: transfer });
}

/** Count of a filter. */
async function count(page: Page, word: string): Promise<number> {
  const text = await page
    .getByRole('radiogroup', { name: '証憑を絞り込む' })
    .getByRole('radio', { name: new RegExp(`^${word}`) })
    .innerText();
  return Number(/\d+/u.exec(text.replace(/\s/gu, ''))?.[0]);
}

/** Turning in degrees as it is drawn. */
async function turned(page: Page): Promise<string> {
  return viewer(page)
    .locator('img')
    .evaluate((image) => (image as HTMLElement).style.transform);
}

describe('証憑', () => {
  test('two photos and a PDF go in together; HEIC is named with the way on', async () => {
    const { page } = desk;
    const before = await count(page, 'すべて');
    await drop(page, list(page), [
      { name: '領収書1.jpg', mimeType: 'image/jpeg', buffer: photoA },
      { name: 'IMG_0123.HEIC', mimeType: 'image/heic', buffer: HEIC },
      { name: '領収書2.jpg', mimeType: 'image/jpeg', buffer: photoB },
      { name: '請求.pdf', mimeType: 'application/pdf', buffer: pdfD },
    ]);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('4件のうち1件は入れませんでした');
    expect(await dialog.innerText()).toContain('IMG_0123.HEIC');
    expect(await dialog.innerText()).toContain('互換性優先');
    await page.keyboard.press('Escape');
    await expect.poll(() => count(page, 'すべて')).toBe(before + 3);
    expect(await row(page, '請求.pdf').innerText()).toContain('PDF 1ページ');
    await expect.poll(() => viewer(page).locator('img').count()).toBe(1);
  });

  test('a PDF is drawn; the arrows go through the list', async () => {
    const { page } = desk;
    await row(page, '領収書2.jpg').click();
    await list(page).focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => panel(page).innerText()).toContain('請求.pdf');
    await expect
      .poll(() =>
        viewer(page)
          .locator('canvas')
          .evaluate((own) => (own as HTMLCanvasElement).width),
      )
      .toBeGreaterThan(100);
  });

  test('the same file again is said and not doubled', async () => {
    const { page } = desk;
    const before = await count(page, 'すべて');
    await drop(page, list(page), [{ name: 'もう一度.jpg', mimeType: 'image/jpeg', buffer: photoA }]);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain('同じものがもう入っています（未整理）');
    await page.keyboard.press('Escape');
    expect(await count(page, 'すべて')).toBe(before);
  });

  test('dropped on the missing row it is that paper at once: the tick and the money change on 経費', async () => {
    const { page } = desk;
    const waiting = await count(page, '証憑待ち');
    const gap = row(page, '伊丹→新千歳');
    expect(await gap.innerText()).toContain('証憑待ち');
    await openTab(page, '経費');
    await page.getByRole('grid', { name: '経費の明細' }).waitFor();
    const before = await totals(page);
    await openTab(page, '証憑');
    await drop(page, row(page, '伊丹→新千歳'), [{ name: '搭乗.png', mimeType: 'image/png', buffer: pngC }]);
    await expect.poll(() => panel(page).innerText()).toContain('2-24');
    expect(await count(page, '証憑待ち')).toBe(waiting - 1);
    expect(await panel(page).getByRole('list', { name: '明細 2-04 の必要な書類' }).innerText()).toContain('2-24');
    await openTab(page, '経費');
    await page.getByRole('grid', { name: '経費の明細' }).waitFor();
    const after = await totals(page);
    const yen = (text: string | undefined): number => Number((text ?? '').replace(/\D/gu, ''));
    expect(yen(after[1]) - yen(before[1])).toBe(25_600);
    expect(yen(before[3]) - yen(after[3])).toBe(25_600);
    await openTab(page, '証憑');
  });

  test('fields are typed beside the picture with Enter; the checks answer', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: /^証憑待ち/ }).click();
    const gap = row(page, '領収書');
    await drop(page, gap, [
      { name: '代金.jpg', mimeType: 'image/jpeg', buffer: Buffer.concat([photoB, Buffer.from('x')]) },
    ]);
    await expect.poll(() => panel(page).innerText()).toContain('領収書（原本）');
    await list(page).focus();
    await page.keyboard.press('Enter');
    await panel(page).getByLabel('宛名').fill('公益財団法人西山府スポーツ協会');
    await page.keyboard.press('Enter');
    await page.keyboard.type('みさき航空株式会社');
    await page.keyboard.press('Enter');
    await page.keyboard.type('10/20');
    await page.keyboard.press('Enter');
    await page.keyboard.type('50,399');
    await page.keyboard.press('Tab');
    const checks = panel(page).getByRole('region', { name: 'この証憑の確かめ' });
    await expect.poll(() => checks.innerText()).toContain('証憑は50,399円です');
    expect(await panel(page).getByLabel('日付').inputValue()).toBe('2021/10/20');
    await panel(page).getByLabel('金額').fill('50400');
    await page.keyboard.press('Tab');
    await expect.poll(() => checks.getByText('要確認').count()).toBe(0);
    // Esc leaves the fields for the list.
    await page.keyboard.press('Escape');
    await expect.poll(() => list(page).evaluate((own) => own === document.activeElement)).toBe(true);
  });

  test('R turns, Ctrl+Z takes it back; N and the arrows place the number', async () => {
    const { page } = desk;
    await row(page, '2-24').click();
    await viewer(page).locator('img').waitFor();
    await list(page).focus();
    await page.keyboard.press('r');
    await expect.poll(() => turned(page)).toBe('rotate(90deg)');
    await page.keyboard.press('r');
    await expect.poll(() => turned(page)).toBe('rotate(180deg)');
    await page.keyboard.press('Control+z');
    await expect.poll(() => turned(page)).toBe('rotate(90deg)');
    await page.keyboard.press('n');
    await page.keyboard.press('ArrowDown');
    for (let press = 0; press < 14; press += 1) await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => viewer(page).innerText()).toContain('番号の位置　左上');
    await page.keyboard.press('c');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => viewer(page).getByRole('status').count()).toBe(0);
    await saved(page);
  });

  test('a reload keeps pictures, fields and places', async () => {
    const { page } = desk;
    await page.reload();
    await row(page, '2-24').click();
    await expect.poll(() => turned(page)).toBe('rotate(90deg)');
    await expect.poll(() => viewer(page).innerText()).toContain('番号の位置　左上');
    await row(page, '2-25').click();
    await expect.poll(() => panel(page).getByLabel('金額').inputValue()).toBe('50,400');
  });

  test('さがす by amount, day and payee together, over all courses', async () => {
    const { page } = desk;
    await list(page).focus();
    await page.keyboard.press('Control+f');
    const search = page.getByRole('search', { name: '証憑をさがす' });
    await search.getByLabel('金額から').fill('50400');
    await search.getByLabel('金額まで').fill('50400');
    await search.getByLabel('取引先・氏名').fill('みさき');
    await page.keyboard.press('Enter');
    await expect.poll(() => search.getByRole('status').innerText()).toContain('1件');
    expect(await list(page).getByRole('option').count()).toBe(1);
    await search.getByLabel('日付から').fill('2021/10/21');
    await page.keyboard.press('Enter');
    await expect.poll(() => search.getByRole('status').innerText()).toContain('0件');
    await search.getByLabel('日付から').fill('2021/10/20');
    await page.keyboard.press('Enter');
    await expect.poll(() => search.getByRole('status').innerText()).toContain('1件');
    await search.getByRole('radio', { name: 'すべての講習会' }).click();
    await expect.poll(() => row(page, '2-25').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => search.count()).toBe(0);
  });

  test('a deleted voucher lets go of its line, stays in the history with what it was, and comes back', async () => {
    const { page } = desk;
    const waiting = await count(page, '証憑待ち');
    await row(page, '2-25').click();
    await list(page).focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => count(page, '証憑待ち')).toBe(waiting + 1);
    await page.getByRole('radio', { name: /^消した証憑/ }).click();
    await row(page, '2-25').click();
    const history = panel(page).getByRole('group').filter({ hasText: '訂正・削除の履歴' });
    await expect.poll(() => history.innerText()).toContain('50,399円');
    expect(await history.innerText()).toContain('2-25 領収書（原本） を消しました');
    await page.keyboard.press('Control+z');
    await expect.poll(() => count(page, '証憑待ち')).toBe(waiting);
  });

  test('番号を振り直す shows old and new, and is one step', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: /^すべて/ }).click();
    await page.getByRole('button', { name: '番号を振り直す' }).click();
    const dialog = page.getByRole('dialog');
    const way = dialog.getByRole('button', { name: /件の番号を振り直す/ });
    await way.waitFor();
    const rows = await dialog.getByRole('row').count();
    expect(await way.innerText()).toContain(`${rows - 1}件の番号を振り直す`);
    await way.click();
    await expect.poll(() => page.getByText(`証憑 ${rows - 1}件の番号を振り直しました`).count()).toBe(1);
    await list(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => row(page, '2-25').count()).toBe(1);
  });

  test('証憑一式 is written as PDF and ZIP', async () => {
    const { page, outputDir } = desk;
    await page.getByRole('button', { name: '証憑一式（PDF・ZIP）' }).click();
    await page.getByText(/証憑一式を書き出しました/).waitFor({ timeout: 60_000 });
    const files = readdirSync(outputDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(pdf|zip)$/u.test(name),
    );
    expect(files.map((name) => name.slice(-4)).sort()).toEqual(['.pdf', '.zip']);
    for (const name of files) expect(statSync(join(outputDir, name)).size).toBeGreaterThan(10_000);
  });

  test('the form of 経費 takes a file too', async () => {
    const { page } = desk;
    await openTab(page, '経費');
    await page.getByRole('grid', { name: '経費の明細' }).waitFor();
    const line = page
      .getByRole('grid', { name: '経費の明細' })
      .getByRole('row')
      .filter({ has: page.getByRole('gridcell', { name: '2-01', exact: true }) });
    await line.getByRole('gridcell').first().click();
    const side = page.getByRole('complementary', { name: '選んだ明細' });
    await side.getByRole('button', { name: 'ほかの証憑を記録' }).click();
    const chooser = page.waitForEvent('filechooser');
    await side.getByRole('button', { name: '写真・PDFを入れる' }).click();
    const other = Buffer.concat([photoA, Buffer.from('another')]);
    await (await chooser).setFiles({ name: '経費から.jpg', mimeType: 'image/jpeg', buffer: other });
    await side.getByRole('button', { name: '記録する' }).click();
    await expect.poll(() => side.getByRole('form', { name: '証憑の記録' }).count()).toBe(0);
    await openTab(page, '証憑');
    await row(page, '2-26').click();
    await expect.poll(() => panel(page).innerText()).toContain('経費から.jpg');
  });

  test('no rule of the page was broken and nothing failed', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
