/** A 委託 course from its first step to its end, as a clerk records it; and one that becomes a 独自 course. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFrom } from '../support/cases.js';
import { grid, saved } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

/** A planned course of one day, 2 October 2021, nothing of it begun; one mail goes to somebody who takes no part. */
function plannedCourse(): string {
  const value = caseFrom(
    'lecture',
    {
      asOf: '2021-08-20',
      lines: [
        {
          id: 'M1',
          kind: 'mail',
          account: 'communication',
          method: 'stamps',
          recipientKind: 'other',
          purpose: 'guidance',
          qty: 10,
          unitPrice: 84,
        },
      ],
    },
    [
      'course.surveyReplied',
      'course.recruitStart',
      'course.recruitEnd',
      'course.applicationHeadcount',
      'course.applicationSentOn',
      'course.applicationReceivedOn',
      'course.applicationIsOriginal',
      'course.applicationForm',
    ],
  );
  return JSON.stringify(value);
}

async function takeOver(page: Page): Promise<void> {
  const file = join(desk.home, 'course.case.json');
  writeFileSync(file, plannedCourse());
  await page.getByLabel('講習会ファイル').first().setInputFiles(file);
  await now(page).waitFor();
}

const now = (page: Page): Locator => page.getByRole('region', { name: 'いまの段階' });
const history = (page: Page): Locator => page.getByRole('region', { name: '経過' });
const pane = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).click();

async function stands(page: Page, state: string): Promise<void> {
  await expect.poll(() => now(page).locator('b').first().innerText()).toBe(state);
}

/** Opens a step, fills its fields and records it; the course then stands where it should. */
async function take(page: Page, action: string, fields: Record<string, string>, state: string): Promise<void> {
  await now(page).getByRole('button', { name: action, exact: true }).click();
  await fill(now(page).getByRole('form'), fields);
  await now(page).getByRole('button', { name: '記録する' }).click();
  await stands(page, state);
}

async function fill(form: Locator, fields: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) {
    const field = form.getByLabel(new RegExp(`^${label}`));
    const isSelect = await field.evaluate((element) => element.tagName === 'SELECT');
    if (isSelect) await field.selectOption({ label: value });
    else await field.fill(value);
    await field.blur();
  }
}

describe('a 委託 course walks its way', () => {
  test('計画・募集: each step asks its few fields and the course goes on', async () => {
    const { page } = desk;
    await page.getByRole('heading', { name: '何から始めますか' }).waitFor();
    await takeOver(page);
    await stands(page, '始める前');
    await take(page, '実施希望調査に回答した', { 日付: '2021/1/20', 実施希望調査: '回答した' }, '計画');
    await take(page, '委託団体に決まった', { 決定の日: '2021/4/1', 承認された規模: '24' }, '募集準備');
    await take(page, '募集を始めた', { 募集の開始: '5/1', 募集の締切: '7/1' }, '募集中');
    await take(page, '募集を締め切った', {}, '受講者確認中');
  });

  test('nine heads keep the application back, with the rule and the way to mend it; ten do not', async () => {
    const { page } = desk;
    await now(page).getByRole('button', { name: '受講者を確認した' }).click();
    await fill(now(page).getByRole('form'), { 申請時の受講者: '9' });
    await expect.poll(() => now(page).innerText()).toMatch(/足りない[\s\S]*9名[\s\S]*REC-CNT-01/);
    for (const name of ['受講者へ', '承認を記録']) {
      expect(await now(page).getByRole('button', { name }).count(), name).toBe(1);
    }
    await now(page).getByRole('button', { name: '記録する' }).click();
    expect(await now(page).getByRole('status').innerText()).toContain('まだ記録できません');
    await fill(now(page).getByRole('form'), { 申請時の受講者: '10' });
    await now(page).getByRole('button', { name: '記録する' }).click();
    await stands(page, '申請準備');
  });

  test('an approval restores the money and stands as 承認記録あり', async () => {
    const { page } = desk;
    await pane(page, '変更・承認');
    const approvals = page.getByRole('region', { name: '承認記録' });
    await approvals
      .getByRole('listitem')
      .filter({ hasText: '受講者・講師・助手・検定員以外への送料' })
      .getByRole('button', { name: '承認を記録' })
      .click();
    const form = approvals.getByRole('form', { name: '承認記録' });
    await form.getByRole('button', { name: '記録する' }).click();
    expect(await form.getByRole('status').innerText()).toContain('そろうと記録できます');
    await fill(form, { 相手: '担当 森', 方法: '電話' });
    await expect.poll(() => form.getByRole('status').innerText()).toContain('＋840');
    await form.getByRole('button', { name: '記録する' }).click();
    const row = approvals.getByRole('listitem').filter({ hasText: '担当 森・電話' });
    await expect.poll(() => row.innerText()).toMatch(/承認記録あり[\s\S]*＋840/);
    await page.getByRole('link', { name: /^経費/ }).click();
    await grid(page).waitFor();
    await expect.poll(() => grid(page).innerText()).toContain('承認記録あり');
    await page.getByRole('link', { name: /^概要/ }).click();
  });

  test('申請: without its day it is not recorded and the empty field is shown', async () => {
    const { page } = desk;
    await now(page).getByRole('button', { name: '申請書を提出した' }).click();
    await now(page).getByRole('button', { name: '記録する' }).click();
    const sent = now(page).getByLabel(/^発送日/);
    await expect.poll(() => sent.evaluate((element) => element === document.activeElement)).toBe(true);
    await fill(now(page).getByRole('form'), {
      発送日: '8/18',
      到着日: '8/19',
      '原本・写し': '原本',
      様式: '委託の様式',
      受講料の納入日: '8/18',
      納入額: '110,000',
      納入人数: '10',
    });
    await now(page).getByRole('button', { name: '記録する' }).click();
    await stands(page, '申請済');
  });

  test('精査・修正依頼・再提出・契約・概算払', async () => {
    const { page } = desk;
    await take(page, '精査が始まった', { 精査の始まった日: '8/19' }, '申請精査中');
    await take(page, '修正依頼を受けた', { 依頼を受けた日: '8/19' }, '申請修正中');
    await take(page, '申請書を再提出した', { 再提出した日: '8/20' }, '申請精査中');
    const contract = { 承認通知の日: '8/20', 契約日: '8/20', 契約額: '24,840', 委託金額の確定日: '8/20' };
    await take(page, '承認通知を受け、契約した', contract, '契約済');
    await take(page, '概算払を受領した', { 受領日: '8/20', 受領額: '19,000' }, '概算払済');
  });

  test('a step back demands its reason and stands in the history', async () => {
    const { page } = desk;
    await history(page).getByRole('button', { name: '前の段階に戻す' }).click();
    const form = history(page).getByRole('form');
    await form.getByRole('button', { name: '戻す' }).click();
    expect(await form.innerText()).toContain('理由を入れてください');
    await stands(page, '概算払済');
    // Straight from the field to the button: the settled sentence must not take the button away from under the press.
    await form.getByRole('textbox', { name: '理由' }).fill('入金の取り違え');
    await form.getByRole('button', { name: '戻す' }).click();
    await stands(page, '契約済');
    expect(await history(page).getByRole('listitem').first().innerText()).toMatch(
      /前の段階に戻した[\s\S]*理由：入金の取り違え[\s\S]*概算払済 → 契約済/,
    );
    await take(page, '概算払を受領した', {}, '概算払済');
  });

  test('a day that changed after the application is shown in words, as a significant change', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: /^日程/ }).click();
    await page.getByRole('radio', { name: '表', exact: true }).click();
    const day = page.getByRole('table').getByLabel('日付').first();
    await day.fill('10/3');
    await day.blur();
    await saved(page);
    await page.getByRole('link', { name: /^概要/ }).click();
    await pane(page, '変更・承認');
    const changes = page.getByRole('region', { name: '変更の確認' });
    await expect.poll(() => changes.innerText()).toMatch(/日程[\s\S]*10\/2\(土\)[\s\S]*10\/3\(日\)[\s\S]*著しい変更/);
    expect(await changes.innerText()).toMatch(/変更届[\s\S]*要ります[\s\S]*連絡し、下に記録します/);
    const contact = page.getByRole('region', { name: '日本スポーツ協会への連絡' });
    await fill(contact, { 連絡した日: '8/20', 相手: '担当 森', 方法: '電話' });
    await contact.getByRole('button', { name: '加える' }).click();
    await expect.poll(() => changes.innerText()).toContain('2021年8月20日に担当 森へ電話で連絡した記録があります');
    await pane(page, '進み');
  });

  test('実施・報告・精算, to the end', async () => {
    const { page } = desk;
    await pane(page, '登録内容');
    await fill(page.getByRole('region', { name: '講習会', exact: true }), { 判定日: '2021/11/30' });
    await pane(page, '進み');
    await take(page, '開講した', { 開講の日: '10/3', 開講時の受講者: '10' }, '実施中');
    await take(page, '全日程が終わった', { 終了の日: '10/3' }, '報告準備');
    await now(page).getByRole('button', { name: '実施報告書を提出した' }).click();
    await expect.poll(() => now(page).innerText()).toContain('CHG-FRM-01');
    const report = {
      発送日: '10/20',
      到着日: '10/21',
      '原本・写し': '原本',
      様式: '委託の様式',
      変更届の提出日: '10/20',
    };
    await fill(now(page).getByRole('form'), report);
    await expect.poll(() => now(page).innerText()).not.toContain('CHG-FRM-01');
    await now(page).getByRole('button', { name: '記録する' }).click();
    await stands(page, '報告済');
    await take(page, '報告書の精査が始まった', { 精査の始まった日: '10/22' }, '報告精査中');
    await take(page, '修正依頼を受けた', { 依頼を受けた日: '10/25' }, '報告修正中');
    await take(page, '報告書を再提出した', { 再提出した日: '10/27' }, '報告精査中');
    const fixed = { 確定通知の日: '11/10', 金額の確定日: '11/10', 確定額: '24,840' };
    await take(page, '委託金の確定通知を受けた', fixed, '金額確定');
    await take(page, '残額の交付を待つ', { 日付: '11/11' }, '残額交付待');
    await take(page, '残額を受領した', { 受領日: '11/29' }, '完了');
    expect(await now(page).innerText()).toContain('手続きは終わっています');
    expect(await history(page).getByRole('listitem').count()).toBe(22);
  });

  test('ホーム and the list of courses say the same', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: 'ホーム' }).click();
    const steps = page.getByRole('listitem').filter({ hasText: /^精算$/ });
    await expect.poll(() => steps.getByLabel('済').count()).toBe(1);
    await page.getByRole('link', { name: '講習会', exact: true }).first().click();
    await expect.poll(() => page.getByRole('table').innerText()).toContain('完了');
  });
});

describe('a 委託 course becomes a 独自 course', () => {
  test('the original is closed, a linked course goes on, and the 独自 application ends the 委託 claim', async () => {
    const { page } = desk;
    await takeOver(page);
    await take(page, '実施希望調査に回答した', { 日付: '2021/1/20', 実施希望調査: '回答した' }, '計画');
    await now(page).getByRole('button', { name: '独自講習会へ変更する' }).click();
    await now(page).getByRole('button', { name: '記録する' }).click();
    expect(await now(page).getByRole('status').innerText()).toContain('まだ記録できません');
    await fill(now(page).getByRole('form'), { 変更届の提出日: '8/20', 理由: '10名に届かないため' });
    await now(page).getByRole('button', { name: '記録する' }).click();
    await stands(page, '独自へ変更済');
    await now(page).getByRole('link', { name: '続きの独自講習会を開く' }).click();
    await stands(page, '計画');
    await take(page, '募集を始めた', { 募集の開始: '5/1', 募集の締切: '7/1' }, '募集中');
    await take(page, '募集を締め切った', {}, '受講者確認中');
    await take(page, '受講者を確認した', { 申請時の受講者: '3' }, '申請準備');
    await take(page, '申請書を提出した', { 発送日: '8/20', 様式: '独自の様式' }, '申請済');
    await now(page).getByRole('link', { name: 'もとの委託講習会を開く' }).click();
    await stands(page, '独自へ変更済');
    await expect.poll(() => page.getByRole('complementary').innerText()).toContain('PAY-OWN-01');
  });

  test('nothing was refused by the page policy and nothing was thrown', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});
