/** ホーム: the deadlines of all courses, worked by keyboard; the list on paper and as a calendar; checks between courses. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Case } from '../../shared/model/case/case.js';
import { readIcs, valueOf } from '../calendar/read-ics.js';
import { caseFrom } from '../support/cases.js';
import { saved } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };
const folder = mkdtempSync(join(tmpdir(), 'koshu-home-'));

const NOT_SENT = ['course.applicationSentOn', 'course.applicationReceivedOn'];
/** 2021-10-30: the application is due on 9/30; the same trip is claimed in the report of the other. */
const SOFTBALL = caseFrom(
  'ride-application',
  { course: { competition: { nameJa: 'ソフトボール' } }, sessions: [{ id: 's1', date: '2021-10-30' }] },
  NOT_SENT,
);
const BADMINTON = caseFrom('ride-report', { sessions: [{ id: 's1', date: '2021-09-05' }] });

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
  rmSync(folder, { recursive: true, force: true });
});

/** Two courses on 2021-09-27. */
async function prepare(page: Page): Promise<void> {
  await page.clock.setFixedTime(new Date('2021-09-27T09:00:00+09:00'));
  await page.reload();
  await takeOver(page, 'a', SOFTBALL);
  await page.getByRole('link', { name: '講習会', exact: true }).first().click();
  await takeOver(page, 'b', BADMINTON);
  await home(page);
}

async function takeOver(page: Page, name: string, value: Case): Promise<void> {
  const path = join(folder, `${name}.case.json`);
  writeFileSync(path, JSON.stringify(value));
  const chooser = page.getByLabel('講習会ファイル');
  await chooser.waitFor({ state: 'attached' });
  await chooser.setInputFiles(path);
  await page.getByRole('link', { name: '概要' }).waitFor();
  await saved(page);
}

async function home(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1');
  await page.getByRole('heading', { name: '9月27日(月)' }).waitFor();
}

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const dueRow = (page: Page, name: RegExp) => page.getByRole('main').getByRole('button', { name });
const APPLICATION = /講習会実施申請書（委託）/;
const REPORT = /講習会実施報告書（委託）/;

describe('the board', () => {
  test('sorts by the week of today, with weekday, kind and how far it is', async () => {
    const { page } = desk;
    await prepare(page);
    const week = await group(page, '今週').innerText();
    expect(week).toMatch(/あと\s*3\s*日/);
    expect(week).toContain('9/30(木)');
    expect(week).toContain('原本必着');
    expect(week).toContain('ソフトボール コーチ2 専門科目');
    expect(await group(page, '来週から').innerText()).toContain('10/5(火)');
  });

  test('the chosen row says formula and safe day; Space asks for the day, Enter takes it, Ctrl+Z brings it back', async () => {
    const { page } = desk;
    await dueRow(page, APPLICATION).focus();
    const detail = page.locator('.due-chosen');
    await expect
      .poll(() => detail.innerText())
      .toContain('1か月前（2021年9月30日）と最終締切日（2021年11月26日）の早い方');
    expect(await detail.innerText()).toMatch(/安全日\s*9\/27\(月\)/);
    await page.keyboard.press('Space');
    const day = page.getByLabel('申請書が届いた日');
    expect(await day.inputValue()).toBe('2021/09/27');
    await page.keyboard.type('9/31');
    await page.keyboard.press('Enter');
    await page.getByText('日付で入れてください', { exact: false }).waitFor();
    await day.fill('９／２４');
    await page.keyboard.press('Enter');
    await expect.poll(() => dueRow(page, APPLICATION).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => dueRow(page, APPLICATION).count()).toBe(1);
  });

  test('Enter opens the very field; another end of the course moves the deadline at once', async () => {
    const { page } = desk;
    await dueRow(page, REPORT).first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id ?? '')).not.toBe('');
    const label = await page.evaluate(
      () => document.querySelector(`label[for="${document.activeElement?.id ?? ''}"]`)?.textContent,
    );
    expect(label).toBe('報告書が到着');
    await home(page);
    expect(await dueRow(page, REPORT).first().innerText()).toContain('10/5(火)');
  });

  test('arrows choose rows', async () => {
    const { page } = desk;
    const rows = page.locator('.due-row');
    await rows.first().focus();
    await page.keyboard.press('End');
    expect(await rows.last().evaluate((row) => row === document.activeElement)).toBe(true);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowDown');
    expect(await rows.last().evaluate((row) => row === document.activeElement)).toBe(true);
  });

  test('P prints: the paper holds the list with its formulas, and nothing of the window', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.keyboard.press('p');
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    const paper = await page.evaluate(() => document.body.innerText);
    await page.emulateMedia({ media: 'screen' });
    expect(paper).toContain('期限表');
    expect(paper).toContain('2021/09/30(木)');
    expect(paper).not.toContain('講習会を作る');
  });

  test('the calendar: written twice it is the same, and a change moves the event under its old name', async () => {
    const { page, outputDir } = desk;
    const write = async (count: number): Promise<Buffer> => {
      await page.getByRole('button', { name: 'カレンダーに書き出す' }).click();
      const files = (): string[] => readdirSync(outputDir).filter((name) => name.endsWith('.ics'));
      await expect.poll(() => files().length).toBe(count);
      const name = count === 1 ? '期限_すべての講習会.ics' : `期限_すべての講習会_v${count}.ics`;
      return readFileSync(join(outputDir, name));
    };
    const first = await write(1);
    expect((await write(2)).equals(first)).toBe(true);
    const days = (bytes: Buffer): Map<string, string> =>
      new Map(
        readIcs(new Uint8Array(bytes)).components.map((event) => [valueOf(event, 'UID'), valueOf(event, 'DTSTART')]),
      );
    const before = days(first);
    expect([...before.values()]).toContain('20210930');
    const panel = page.getByRole('complementary', { name: '戻せるお金と進み' });
    await panel.getByRole('link', { name: 'ソフトボール コーチ2 専門科目', exact: true }).click();
    await page.getByRole('link', { name: '日程' }).click();
    await page.getByRole('radio', { name: '表' }).click();
    await page.getByLabel('日付', { exact: true }).first().fill('2021/10/31');
    await page.keyboard.press('Enter');
    await saved(page);
    await home(page);
    expect(await group(page, '来週から').innerText()).not.toContain('9/30(木)');
    const after = days(await write(3));
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect([...after.values()]).not.toEqual([...before.values()]);
  });
});

describe('between courses', () => {
  test('one trip claimed twice is said with both courses, and leads to the line', async () => {
    const { page } = desk;
    const region = page.getByRole('region', { name: '講習会の間の確認' });
    const words = await region.innerText();
    expect(words).toContain('同じ移動');
    expect(words).toContain('岡部 直樹');
    expect(words).toMatch(/ソフトボール[^\n]*2-01/);
    await region
      .getByRole('link', { name: /バドミントン/ })
      .first()
      .click();
    await page.getByRole('complementary', { name: '選んだ明細' }).waitFor();
    await expect.poll(() => page.getByRole('complementary', { name: '選んだ明細' }).innerText()).toContain('2-01');
  });

  test('nothing broke the strict policy or threw', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
