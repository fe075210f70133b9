/** 支払 from nothing to the bank and back: accounts, the file, the record, 照合, 支払調書; accounts stay hidden. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readZengin } from '../payments/read-zengin.js';
import { unpaid } from '../payments/paid-sample.js';
import { saved } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  await desk.page.getByRole('button', { name: '見本を開く' }).click();
  await openPayments(desk.page);
});
afterAll(async () => {
  expect(desk.violations).toEqual([]);
  expect(desk.faults).toEqual([]);
  await desk.close();
  removeHome(desk.home);
});

const list = (page: Page): Locator => page.getByRole('grid', { name: '振込一覧' });
const rowOf = (page: Page, name: string): Locator => list(page).getByRole('row').filter({ hasText: name }).first();
const panel = (page: Page): Locator => page.getByRole('complementary');
const form = (page: Page): Locator => page.getByRole('form', { name: '口座' });
const lacks = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: '書き出す前に直すこと' }).getByRole('listitem').allInnerTexts();

async function openPayments(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^支払/ }).click();
  await list(page).waitFor();
}

async function view(page: Page, name: string): Promise<void> {
  await page.getByRole('radiogroup', { name: '支払の表示' }).getByRole('radio', { name }).click();
}

async function choose(page: Page, name: string): Promise<void> {
  await rowOf(page, name).click();
  await expect.poll(() => panel(page).getByRole('heading', { level: 2 }).innerText()).toContain(name);
}

/** Cells of a row: box, 支払先, 謝金, 旅費, 源泉, 振込額, 手数料, 口座, 状態. */
async function cells(page: Page, name: string): Promise<string[]> {
  return (await rowOf(page, name).locator('td').allInnerTexts()).map((text) => text.replace(/\s+/gu, ' ').trim());
}

/** Kana through an IME: each stage of the conversion, then the kana that is chosen. */
async function typeKana(page: Page, field: Locator, stages: readonly string[], kana: string): Promise<void> {
  await field.fill('');
  await field.focus();
  const client = await page.context().newCDPSession(page);
  for (const text of stages) {
    await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await client.send('Input.insertText', { text: kana });
  await client.detach();
}

type Typed = { readonly bank: string; readonly branch: string; readonly number: string };

async function typeAccount(page: Page, name: string, typed: Typed): Promise<void> {
  await choose(page, name);
  await panel(page).getByRole('button', { name: '口座を登録' }).click();
  await form(page).getByLabel('金融機関コード').fill(typed.bank);
  await form(page).getByLabel('支店コード').fill(typed.branch);
  await form(page).getByLabel('口座番号').fill(typed.number);
}

async function recordAccount(page: Page): Promise<void> {
  await form(page)
    .getByRole('button', { name: /^口座を(登録|直す)$/ })
    .click();
  await form(page).waitFor({ state: 'detached' });
}

async function answer(page: Page, name: string, what: string): Promise<void> {
  await choose(page, name);
  const own = page.getByRole('form', { name: '源泉徴収の扱い' });
  await own.getByLabel('源泉徴収').selectOption(what);
  await own.getByLabel('理由').fill('税務署に電話で確認');
  await own.getByRole('button', { name: '扱いを記録' }).click();
  await own.waitFor({ state: 'detached' });
}

/** All files below a folder. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
}

const NUMBERS = ['0012345', '7654321', '1000003', '1000004', '1000005', '1000006', '1000007', '1000008'];

describe('the sample, which was paid and withheld from 謝金 only', () => {
  test('shows 謝金 + 旅費 = 源泉 + 振込額 in each row, and says what it assumes', async () => {
    const { page } = desk;
    await expect
      .poll(() => cells(page, '片桐 修平'))
      .toEqual(['', '片桐 修平', '84,000', '1,480', '8,576', '76,904', '—', '', '済 11/10 旅費の扱い']);
    expect(await page.locator('.pay-assumed').innerText()).toContain(
      '源泉徴収は10.21%（1回に1,000,000円を超える部分は20.42%、1円未満切捨て）。本人に払う旅費も対象に含めています（タックスアンサー No.2795）',
    );
  });

  test('照合 calls the difference a handling of 旅費, not a fault, and a recorded handling takes it away', async () => {
    const { page } = desk;
    await view(page, '照合');
    const summary = page.locator('.pay-summary');
    expect(await summary.innerText()).toMatch(
      /旅費の扱いのほかに差はありません。[\s\S]*旅費の扱いによる違い 5件（合わせて 3,318円）/,
    );
    await summary.getByRole('button', { name: '団体の扱いを記録する' }).click();
    const own = page.getByRole('form', { name: '団体の扱い' });
    await own.getByRole('button', { name: '団体の扱いを記録' }).click();
    expect(await own.innerText()).toContain('扱い・始める日・理由・確認した日がそろうと記録できます');
    await own.getByLabel('団体の扱い').selectOption('旅費は対象から除く');
    await own.getByLabel('理由').fill('実費精算のため');
    await own.getByRole('button', { name: '団体の扱いを記録' }).click();
    await page.getByText('2021/04/01からの支払：').waitFor();
    await view(page, '照合');
    await expect.poll(() => summary.innerText()).toContain('差は0円です。');
    expect(await page.locator('.pay-assumed').innerText()).toContain(
      '旅費は対象から除いています（団体の扱い：実費精算のため）',
    );
    // Back to the law's default, by one undo.
    await page.locator('body').press('Control+z');
    await expect.poll(() => summary.innerText()).toContain('旅費の扱いによる違い 5件');
  });

  test('支払調書 adds the year up and is written as a list without anybody’s name in the file’s', async () => {
    const { page } = desk;
    await view(page, '支払調書');
    const table = page.getByRole('grid', { name: '支払調書の一覧' });
    const own = await table.getByRole('row').filter({ hasText: '北村 美雪' }).innerText();
    expect(own.replace(/\s+/gu, ' ')).toContain('キタムラ ミユキ 2 77,420 7,351 提出');
    expect((await table.getByRole('row', { name: '合計' }).innerText()).replace(/\s+/gu, ' ')).toContain(
      '合計 8名 9 373,500 33,639',
    );
    await page.getByRole('button', { name: '一覧をExcelへ' }).click();
    await page.getByText('支払調書一覧_2021年.xlsx を書き出しました').waitFor();
    expect(filesIn(desk.outputDir)).toContain('支払調書一覧_2021年.xlsx');
  });
});

describe('the same course before anything was paid', () => {
  test('is taken over from its file', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: '講習会', exact: true }).first().click();
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /取り込む/ })
      .first()
      .click();
    await (
      await chooser
    ).setFiles({
      name: '水泳.case.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(unpaid())),
    });
    await page.getByText('を取り込みました').first().waitFor();
    await openPayments(page);
    await expect
      .poll(() => cells(page, '片桐 修平'))
      .toEqual(['', '片桐 修平', '84,000', '1,480', '8,727', '76,753', '—', '', '口座なし']);
  });

  test('the file is refused, naming everybody who has no account or an open question', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '全銀ファイルへ' }).click();
    await expect
      .poll(() => lacks(page))
      .toEqual([
        '振込元の口座と委託者コードがありません',
        '片桐 修平：口座がありません',
        '野上 千尋：口座がありません',
        '相良 拓真：口座がありません',
        '北村 美雪：口座がありません',
        '水野 健吾：口座がありません',
        '田代 真央：口座がありません',
        '藤井 和也：検定員の謝金が源泉徴収の対象になるか、税務署に確かめてください',
        '藤井 和也：口座がありません',
        '小松 由佳：謝金のない旅費・日当だけの支払です。報酬や給与にあたらないか確かめてください',
        '小松 由佳：口座がありません',
      ]);
    expect(await page.getByRole('button', { name: '8件 304,768円を書き出す' }).isDisabled()).toBe(true);
    expect(filesIn(desk.outputDir).filter((name) => name.startsWith('総合振込'))).toEqual([]);
    // A lack leads to its payee.
    await page.getByRole('button', { name: '片桐 修平：口座がありません' }).click();
    expect(await panel(page).getByRole('heading', { level: 2 }).innerText()).toContain('片桐 修平');
  });

  test('an account is typed through an IME with full-width digits, and masked as soon as it is kept', async () => {
    const { page } = desk;
    await typeAccount(page, '片桐 修平', { bank: '０００９', branch: '０１２', number: '１２３４５' });
    const holder = form(page).getByLabel('口座名義（カナ）');
    await typeKana(page, holder, ['ｋ', 'か', 'かた', 'かたぎり'], 'かたぎり　しゅうへい');
    await form(page).getByText('ｶﾀｷﾞﾘ ｼﾕｳﾍｲ').waitFor();
    await recordAccount(page);
    await expect
      .poll(async () => (await cells(page, '片桐 修平')).slice(7))
      .toEqual(['0009-012 普通 ＊＊＊＊345', '口座 未確認']);
    expect(await page.locator('main').innerText()).not.toContain('0012345');
  });

  test('is shown while asked for, and hidden again by leaving', async () => {
    const { page } = desk;
    const button = page.getByRole('button', { name: '口座を表示' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(async () => (await cells(page, '片桐 修平'))[7]).toBe('0009-012 普通 0012345 ｶﾀｷﾞﾘ ｼﾕｳﾍｲ');
    await page.getByRole('link', { name: /^経費/ }).click();
    await openPayments(page);
    await expect.poll(async () => (await cells(page, '片桐 修平'))[7]).toBe('0009-012 普通 ＊＊＊＊345');
    expect(await button.getAttribute('aria-pressed')).toBe('false');
  });

  test('a character that no bank takes is named while it is typed', async () => {
    const { page } = desk;
    await typeAccount(page, '野上 千尋', { bank: '0033', branch: '013', number: '7654321' });
    await form(page).getByLabel('口座名義（カナ）').fill('野上 チヒロ');
    expect(await form(page).innerText()).toContain('振込で使えない文字があります：野 上');
    await recordAccount(page);
    await expect.poll(async () => (await cells(page, '野上 千尋'))[8]).toBe('書けません');
  });

  test('the others, the answers and the payer', async () => {
    const { page } = desk;
    for (const [index, name] of [
      '相良 拓真',
      '北村 美雪',
      '水野 健吾',
      '田代 真央',
      '藤井 和也',
      '小松 由佳',
    ].entries()) {
      await typeAccount(page, name, { bank: '0033', branch: '001', number: `100000${index + 3}` });
      // 名義 comes from the フリガナ of the person.
      await recordAccount(page);
    }
    await answer(page, '藤井 和也', '源泉徴収する');
    await answer(page, '小松 由佳', '源泉徴収しない');
    await view(page, '振込元');
    const payer = page.getByRole('form', { name: '振込元' });
    await payer.getByLabel('委託者コード').fill('４５０１');
    await payer.getByLabel('振込依頼人名（カナ）').fill('コウエキザイダンホウジンニシヤマフスポーツキョウカイ');
    await payer.getByLabel('金融機関コード').fill('0009');
    await payer.getByLabel('支店コード').fill('012');
    await payer.getByLabel('口座番号').fill('1');
    await payer.getByText('ｻﾞｲ)ﾆｼﾔﾏﾌｽﾎﾟ-ﾂｷﾖｳｶｲ').waitFor();
    await payer.getByRole('button', { name: '振込元を記録' }).click();
    await page.getByText('0009-012 普通 ＊＊＊＊001').waitFor();
    for (const [where, from, fee] of [
      ['同じ支店あて', '0', '0'],
      ['他行あて', '0', '２７５'],
      ['他行あて', '30,000', '440'],
    ] as const) {
      const row = page.getByRole('form', { name: '手数料の行' });
      await row.getByLabel('振込先').selectOption(where);
      await row.getByLabel('振込額（以上）').fill(from);
      await row.getByLabel('手数料（税込）').fill(fee);
      await row.getByRole('button', { name: '行を加える' }).click();
      await page.getByRole('button', { name: `${where} ${from}円以上の行を消す` }).waitFor();
    }
    await view(page, '振込一覧');
    await expect.poll(async () => (await cells(page, '片桐 修平'))[6]).toBe('0');
    await expect.poll(async () => (await cells(page, '相良 拓真'))[6]).toBe('440');
    await expect.poll(async () => (await cells(page, '水野 健吾'))[6]).toBe('275');
  });

  test('one bad name keeps the whole file back, and is named', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => lacks(page)).toEqual(['野上 千尋：口座名義に振込で使えない文字があります：野 上']);
    expect(await page.getByRole('button', { name: '8件 335,990円を書き出す' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: /^野上 千尋：口座名義/ }).click();
    await panel(page).getByRole('button', { name: '口座を直す' }).click();
    await form(page).getByLabel('口座名義（カナ）').fill('ノガミ　チヒロ');
    await recordAccount(page);
    await panel(page).getByRole('button', { name: '今日照らした' }).click();
    await expect.poll(async () => (await cells(page, '野上 千尋'))[8]).toBe('口座 確認済み');
  });

  test('a day without banks is refused', async () => {
    const { page } = desk;
    await page.getByRole('button', { name: '全銀ファイルへ' }).click();
    const day = panel(page).getByLabel('振込指定日');
    await day.fill('12/31');
    await day.press('Enter');
    await expect.poll(() => lacks(page)).toEqual(['振込指定日の2021年12月31日は銀行の休業日です']);
    await day.fill('11/29');
    await day.press('Enter');
    await expect.poll(() => page.getByRole('region', { name: '書き出す前に直すこと' }).count()).toBe(0);
  });

  test('the file holds what the screen says, to the yen', async () => {
    const { page } = desk;
    const shown = new Map<string, string>();
    for (const name of ['片桐', '野上', '相良', '北村', '水野', '田代', '藤井', '小松']) {
      shown.set(name, (await cells(page, name))[5] ?? '');
    }
    await page.getByRole('button', { name: '8件 335,990円を書き出す' }).click();
    await panel(page).getByText('総合振込_20211129.txt', { exact: true }).waitFor();
    const file = readZengin(readFileSync(join(desk.outputDir, '総合振込_20211129.txt')));
    expect(file).toMatchObject({ client: '0000004501', monthDay: '1129', bank: '0009', number: '0000001' });
    expect(file.rows.map(({ amount }) => amount.toLocaleString('en'))).toEqual([...shown.values()]);
    expect(file.rows.reduce((all, { amount }) => all + amount, 0)).toBe(335_990);
    expect(file.rows[0]).toMatchObject({ holder: 'カタキ゛リ シユウヘイ', number: '0012345', bank: '0009' });
  });

  test('振込済みとして記録 is one step, and 照合 then shows 0', async () => {
    const { page } = desk;
    await panel(page)
      .getByText(/振込手数料 \d件 [\d,]+円を経費の明細に加える/)
      .waitFor();
    await panel(page).getByRole('button', { name: '振込済みとして記録' }).click();
    await expect.poll(async () => (await cells(page, '片桐 修平'))[8]).toBe('済 11/29');
    await expect.poll(() => list(page).getByRole('row', { name: 'これから振り込む' }).count()).toBe(0);
    await view(page, '照合');
    const summary = page.locator('.pay-summary');
    await expect.poll(() => summary.innerText()).toContain('差は0円です。');
    const totals = (await page.getByRole('row', { name: '合計' }).innerText()).replace(/\s+/gu, ' ');
    expect(totals).toContain('335,990 335,990 0');
  });

  test('振込明細書 of the bank: agrees when pasted, names what differs, and leads to the line', async () => {
    const { page } = desk;
    const summary = page.locator('.pay-summary').first();
    const rows = [
      ['振込日', '受取人', '振込額', '手数料'],
      ['2021/11/29', 'ｶﾀｷﾞﾘ ｼﾕｳﾍｲ', '75,424', '0'],
      ['2021/11/29', 'ﾉｶﾞﾐ ﾁﾋﾛ', '27,961', '275'],
      ['2021/11/29', 'ｼﾗﾅｲ ﾋﾄ', '5,000', '275'],
    ];
    await page.evaluate(
      (text) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
      },
      rows.map((cellsOf) => cellsOf.join('\t')).join('\n'),
    );
    await page.getByText('振込明細書3件を読みました').waitFor();
    const table = page.getByRole('grid', { name: '照合' });
    const own = table.getByRole('row').filter({ hasText: '片桐 修平' });
    expect((await own.innerText()).replace(/\s+/gu, ' ')).toContain(
      '75,424 76,753 −1,329 差 振込に入っていない明細があります',
    );
    expect((await table.getByRole('row').filter({ hasText: 'ｼﾗﾅｲ ﾋﾄ' }).innerText()).replace(/\s+/gu, ' ')).toContain(
      'この振込に当たる支払明細がありません',
    );
    expect(await table.getByRole('row').filter({ hasText: '小松 由佳' }).innerText()).toContain(
      'まだ振り込まれていません',
    );
    await own.click();
    await panel(page).getByRole('region', { name: '明細' }).getByRole('link').click();
    await page.getByRole('grid', { name: '経費の明細' }).waitFor();
    await expect
      .poll(() => page.getByRole('complementary', { name: '選んだ明細' }).innerText())
      .toMatch(/片桐 修平[\s\S]*1,480/);
    await openPayments(page);
    await view(page, '照合');
    expect(await summary.innerText()).toContain('差のあるもの');
  });

  test('everything is taken back by undo, step by step, and comes again', async () => {
    const { page } = desk;
    await view(page, '振込一覧');
    await page.locator('body').press('Control+z');
    await page.locator('body').press('Control+z');
    await expect.poll(async () => (await cells(page, '片桐 修平'))[8]).toBe('口座 未確認');
    await page.locator('body').press('Control+y');
    await expect.poll(async () => (await cells(page, '片桐 修平'))[8]).toBe('済 11/29');
    await expect.poll(() => list(page).getByRole('row', { name: 'これから振り込む' }).count()).toBe(0);
  });
});

describe('what is secret', () => {
  test('no number of an account stands in the exported course, in the list, or in the name of a file', async () => {
    const { page } = desk;
    await page.getByRole('link', { name: /^概要/ }).click();
    await page
      .getByRole('button', { name: /書き出す/ })
      .first()
      .click();
    await expect.poll(() => filesIn(desk.outputDir).filter((name) => name.endsWith('.case.json')).length).toBe(1);
    await saved(page);
    const [course] = filesIn(desk.outputDir).filter((name) => name.endsWith('.case.json'));
    const text = readFileSync(join(desk.outputDir, course ?? ''), 'utf8');
    expect(text).toContain('カタギリ シュウヘイ');
    expect(NUMBERS.filter((number) => text.includes(number))).toEqual([]);
    const names = filesIn(desk.outputDir).join('\n');
    expect(NUMBERS.filter((number) => names.includes(number))).toEqual([]);
    const logs = filesIn(desk.dataDir).filter((name) => name.endsWith('.log'));
    const logged = logs.map((name) => readFileSync(join(desk.dataDir, name), 'utf8')).join('\n');
    expect(NUMBERS.filter((number) => logged.includes(number))).toEqual([]);
  });

  test('an address of a view opens that view, with the accounts hidden', async () => {
    const { page } = desk;
    await openPayments(page);
    await page.getByRole('button', { name: '口座を表示' }).click();
    await view(page, '支払調書');
    expect(page.url()).toMatch(/\/payments\/reports$/);
    await page.reload();
    await page.getByRole('grid', { name: '支払調書の一覧' }).waitFor();
    await page.goBack();
    await list(page).waitFor();
    expect(await page.locator('main').innerText()).not.toContain('0012345');
  });
});
