/** A course of 500 lines: read from a file, scrolled from end to end without a blank stretch, edited and re-decided. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { courseOf } from '../bench/big-course.js';
import { cellsOf, type } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

const LINES = 500;
let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

test('a case file of 500 lines is taken in whole', async () => {
  const { page } = desk;
  const file = join(desk.home, 'long.case.json');
  writeFileSync(file, JSON.stringify(courseOf(LINES)));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('link', { name: `経費 ${LINES}` }).click();
  await page.getByRole('grid', { name: '経費の明細' }).waitFor();
});

test('scrolling from the first line to the last leaves no blank between rows', async () => {
  const { page } = desk;
  await page.getByRole('grid', { name: '経費の明細' }).hover();
  const seen = new Set<number>();
  for (let step = 0; step < 60; step += 1) {
    const { gaps, indexes } = await visibleRows(page);
    expect(gaps).toEqual([]);
    for (const index of indexes) seen.add(index);
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }
  // Lines, one row for each 科目 and the head; every one of them was drawn on the way down.
  const last = Math.max(...seen);
  expect(last).toBeGreaterThan(LINES);
  expect([...seen].length).toBe(last);
});

test('書類 leads to a line that the table has not drawn', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: /^書類/ }).click();
  const points = page.getByRole('table', { name: '残っている事項' });
  const last = points.getByRole('button', { name: /^経費 [2-7]-\d+へ$/ }).last();
  const number = /[2-7]-\d+/.exec(await last.innerText())?.[0] ?? '';
  await last.click();
  await page.getByRole('grid', { name: '経費の明細' }).waitFor();
  await expect.poll(() => page.getByRole('complementary', { name: '選んだ明細' }).innerText()).toContain(number);
  const row = page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: number, exact: true }) });
  await expect.poll(() => row.getAttribute('aria-selected')).toBe('true');
});

test('a rate over the limit is cut in the middle of it all', async () => {
  const { page } = desk;
  await page.getByRole('grid', { name: '経費の明細' }).hover();
  await page.mouse.wheel(0, -100_000);
  await expect.poll(async () => (await cellsOf(page, '1-04')).単価).toBe('12,000');
  await type(page, '1-04', '単価', '15000');
  await expect.poll(() => cellsOf(page, '1-04')).toMatchObject({ 請求: '90,000', 対象: '72,000', 減額: '−18,000' });
  expect(desk.faults).toEqual([]);
  expect(desk.violations).toEqual([]);
});

/** Rows inside the visible part of the table, and the places where two neighbours do not touch. */
function visibleRows(page: Page): Promise<{ gaps: string[]; indexes: number[] }> {
  return page.getByRole('grid', { name: '経費の明細' }).evaluate((grid) => {
    let scroller: Element = grid;
    while (scroller.scrollHeight <= scroller.clientHeight + 1 && scroller.parentElement)
      scroller = scroller.parentElement;
    const frame = scroller.getBoundingClientRect();
    const rows = [...grid.querySelectorAll('[role=row][aria-rowindex]')]
      .map((row) => ({ index: Number(row.getAttribute('aria-rowindex')), box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > frame.top && box.top < frame.bottom && box.height > 0)
      .sort((a, b) => a.box.top - b.box.top);
    const gaps: string[] = [];
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next && next.box.top - row.box.bottom > 2) gaps.push(`${row.index} → ${next.index}`);
    }
    const last = rows.at(-1);
    const total = Number(grid.getAttribute('aria-rowcount'));
    if (last && last.index < total && frame.bottom - last.box.bottom > 40)
      gaps.push(`${last.index} → end of the frame`);
    return { gaps, indexes: rows.map((row) => row.index) };
  });
}
