/** 早見: single questions by keyboard, answered while they are typed, without any course. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  const { page } = desk;
  await page.getByRole('navigation', { name: '画面' }).waitFor();
  await page.keyboard.press('Alt+3');
  await page.getByRole('heading', { name: '早見' }).waitFor();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const answer = (page: Page) => page.getByRole('region', { name: '答え' });
const words = (): Promise<string> => answer(desk.page).innerText();

async function ask(name: string): Promise<void> {
  await desk.page.getByRole('radiogroup', { name: '何を調べますか' }).getByRole('radio', { name, exact: true }).click();
}

describe('早見', () => {
  test('旅費: answers on every key, names the limit, the clause and the papers', async () => {
    const { page } = desk;
    expect(await words()).toContain('運賃を入れると、答えが出ます');
    await page.getByRole('combobox', { name: '何の費用' }).selectOption({ label: '宿泊' });
    await page.getByLabel('日帰りなら家を出る時刻').fill('5:30');
    await page.getByLabel('宿泊料').pressSequentially('１２，０００円');
    await expect.poll(words).toContain('素泊まりは1泊10,000円（税込）が上限です（請求12,000円）');
    expect(await words()).toMatch(/−2,000/);
    expect(await words()).toContain('TRV-LDG-04');
    expect(await words()).toContain('宿泊明細書');
    await page.getByLabel('宿泊料').fill('10000');
    await expect.poll(words).toContain('請求どおり対象です');
    await page.getByLabel('宿泊料').fill('一万');
    await page.getByText('数字で入れてください').waitFor();
  });

  test('謝金: of two lecturers one is paid', async () => {
    const { page } = desk;
    await ask('謝金');
    await page.getByLabel(/^時間/).fill('120');
    await page.getByLabel('単価').fill('12000');
    await page.getByLabel('人数').fill('2');
    await expect.poll(words).toContain('FEE-LEC-04');
    expect(await words()).toContain('講師2');
  });

  test('会場, 期限, 概算払 and 免除', async () => {
    const { page } = desk;
    await ask('会場');
    for (const [label, text] of [
      ['講義の始まり', '9:00'],
      ['講義の終わり', '17:00'],
      ['昼食の始まり', '12:00'],
      ['昼食の終わり', '13:00'],
      ['借りる時刻', '8:00'],
      ['返す時刻', '19:00'],
      ['使用料', '1500'],
    ] as const) {
      await page.getByLabel(label).fill(text);
    }
    await expect.poll(words).toContain('対象時間は10時間です。利用は11時間です');
    await page.getByLabel('昼食の終わり').fill('18:00');
    await expect.poll(words).toContain('昼食は講義の始まりと終わりの間に入れてください');

    await ask('期限');
    await page.getByLabel('講習会の開始日').fill('令和3年10月30日');
    await expect.poll(words).toMatch(/2021\/09\/30\(木\)\s+講習会実施申請書（委託）/);

    await ask('概算払');
    await page.getByLabel('契約額').fill('512,345');
    await expect.poll(words).toContain('409,000円');

    await ask('免除');
    await page.getByRole('radio', { name: '共通科目Ⅱ' }).click();
    await page.getByLabel('持っている資格').fill('コーチ2');
    await page.getByLabel('有効期限').fill('2023/3/31');
    await page.getByRole('radio', { name: 'ある', exact: true }).click();
    await expect.poll(words).toContain('免除できます');
    expect(await words()).toContain('EXM-COM-04');
  });

  test('what was typed is there again, the answer can be copied, and nothing is stored', async () => {
    const { page, context } = desk;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+3');
    await ask('概算払');
    expect(await page.getByLabel('契約額').inputValue()).toBe('512,345');
    await page.getByRole('button', { name: 'この答えを写す' }).click();
    await page.getByText('この答えを写しました').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('早見 概算払（令和3年度基準）');
    expect(copied).toContain('契約額：512,345円');
    expect(copied).toContain('PAY-ADV-01');
    await page.keyboard.press('Alt+1');
    await page.getByRole('heading', { name: '何から始めますか' }).waitFor();
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
