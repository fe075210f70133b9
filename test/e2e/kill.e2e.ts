/**
 * Power gone in the middle of writing: the browser's whole process tree is killed while changes pour in, twenty
 * times on the same data. Whatever the screen had confirmed as 保存済み must be there on the next start.
 */
import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOf, openSampleClaims, saved, type } from './claims-page.js';
import { newHome, openDesk, removeHome } from './desk.js';

const KILLS = 20;
let home: string;
let confirmed = 12_000;
/** Address of the 経費 tab behind the #. */
let claims = '';

beforeAll(() => {
  home = newHome();
});
afterAll(() => {
  removeHome(home);
});

describe(`${KILLS} kills while writing`, () => {
  test('the sample is opened and confirmed', async () => {
    const desk = await openDesk({ home });
    await openSampleClaims(desk.page);
    await saved(desk.page);
    claims = new URL(desk.page.url()).hash;
    await desk.close();
  });

  test.each(Array.from({ length: KILLS }, (_, index) => index + 1))(
    'kill %i loses nothing that was confirmed',
    async (kill) => {
      const desk = await openDesk({ home });
      const { page } = desk;
      await backToClaims(page);
      const found = await rate(desk.page);
      // One change may have been on its way when the last kill came: the confirmed one, or that one.
      expect([confirmed, confirmed + 1]).toContain(found);
      confirmed = found;

      const rounds = 1 + (kill % 3);
      for (let round = 0; round < rounds; round += 1) {
        await type(page, '1-04', '単価', String(confirmed + 1));
        await expect.poll(() => rate(page)).toBe(confirmed + 1);
        await saved(page);
        confirmed += 1;
      }
      // A last change that nobody waits for: the kill comes between its key and its confirmation.
      await type(page, '1-04', '単価', String(confirmed + 1));
      killBrowser(home);
      await desk.close();
    },
  );

  test('and the history has no gap: undo walks back to the start', async () => {
    const desk = await openDesk({ home });
    const { page } = desk;
    await backToClaims(page);
    const top = await rate(page);
    expect([confirmed, confirmed + 1]).toContain(top);
    for (let step = top; step > 12_000; step -= 1) {
      await page.keyboard.press('Control+z');
      await expect.poll(() => rate(page)).toBe(step - 1);
    }
    expect(desk.faults).toEqual([]);
    await desk.close();
  });
});

/** Goes straight to the tab, once the program has compared its database with the journal. */
async function backToClaims(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '画面' }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, claims);
  await page.getByRole('grid', { name: '経費の明細' }).waitFor();
}

async function rate(page: Page): Promise<number> {
  return Number((await cellsOf(page, '1-04')).単価.replaceAll(',', ''));
}

/** kill -9 to every process of the profile, as when the plug is pulled. */
function killBrowser(folder: string): void {
  try {
    execFileSync('pkill', ['-9', '-f', `${folder}/profile`]);
  } catch {
    // pkill says 1 when a process was already gone between its search and its kill.
  }
}
