/** 名簿 as a secretary has it, taken over unaided; a second time; undone; an .xlsx; what cannot be read; 5,000 people. */
import type { Page } from 'playwright-core';
import { strToU8 } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shiftJis, workbookOf } from '../import/list-files.js';
import { saved } from './claims-page.js';
import { type Desk, openDesk, removeHome } from './desk.js';

let desk: Desk & { readonly home: string };

beforeAll(async () => {
  desk = await openDesk();
  await desk.page.getByRole('button', { name: '見本を開く' }).click();
  await openTab(desk.page);
});
afterAll(async () => {
  await desk.close();
  removeHome(desk.home);
});

const roster = (page: Page) => page.getByRole('table', { name: '受講者の名簿' });
const preview = (page: Page) => page.getByRole('grid', { name: '取り込む行' });
const rowOf = (page: Page, name: string) => preview(page).getByRole('row').filter({ hasText: name }).first();

async function openTab(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^受講者/ }).click();
  await roster(page).waitFor();
}

async function give(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '名簿を取り込む' }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

/** 区分 and count of each pill. */
async function counts(page: Page): Promise<Record<string, number>> {
  const pills = page.getByRole('radiogroup', { name: '区分で絞り込む' }).getByRole('radio');
  const texts = await pills.allInnerTexts();
  return Object.fromEntries(
    texts.map((text) => {
      const [, word = '', count] = /^(\D+?)\s*(\d+)$/u.exec(text.replace(/\n/gu, '')) ?? [];
      return [word, Number(count)];
    }),
  );
}

/** What the fields of a person in 名簿 show. */
async function cellsOf(page: Page, at: number): Promise<string[]> {
  const row = roster(page).locator(`tr[aria-rowindex="${at}"]`);
  return row
    .locator('input[type="text"]')
    .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
}

/** 申込・承認 and 出欠 of a row of 名簿. */
async function factsOf(page: Page, at: number): Promise<Record<string, string>> {
  const facts = await roster(page).locator(`tr[aria-rowindex="${at}"] td.people-fact`).allInnerTexts();
  return { 申込: facts[0] ?? '', 出欠: facts[3] ?? '' };
}

const CSV =
  '水泳 コーチ2 受講者名簿\r\n\r\n' +
  'No,氏　名,ふりがな,生年月日,お住まいの都道府県,ＴＥＬ,メールアドレス,備考\r\n' +
  '１,松浦　涼太,まつうら りょうた,昭和４４年２月２日,滋賀,０９０ー１２３４ー５６７８,jukousha01@example.jp,\r\n' +
  '２,石原　彩香,ｲｼﾊﾗ ｱﾔｶ,S45.3.3,大阪府,,jukousha02@example.jp,\r\n' +
  '３,石原　彩香,いしはら　あやこ,S45.3.3,大阪府,,,\r\n' +
  '４,髙橋　﨑子,タカハシ　サキコ,Ｈ１２／３／３,東京,08011112222,Ａ@B.jp,遅れます\r\n' +
  '５,森本　健,モリモト　ケン,31138,京都,,,\r\n';

describe('a Shift_JIS list with full-width digits and 和暦', () => {
  test('goes in without a question about its columns', async () => {
    const { page } = desk;
    await give(page, '受講者一覧.csv', shiftJis(CSV));
    await preview(page).waitFor();
    expect(await counts(page)).toEqual({ すべて: 27, 新規: 1, 変更: 1, 変更なし: 1, 疑わしい: 2, ファイルにない: 22 });
    expect(await rowOf(page, '髙橋 﨑子').innerText()).toMatch(/タカハシ サキコ\s+2000\/03\/03\s+21\s+東京都/);
    expect(await page.getByRole('button', { name: '2件を反映します' }).count()).toBe(1);
  });

  test('doubtful rows stand on top, unticked, and say what is doubtful', async () => {
    const { page } = desk;
    const rows = preview(page).locator('tbody tr');
    expect(await rows.nth(0).innerText()).toContain('石原 彩香');
    expect(await rows.nth(1).innerText()).toMatch(/森本 健[\s\S]*31138[\s\S]*読めないセル/);
    for (const at of [0, 1]) expect(await rows.nth(at).getByRole('checkbox').isChecked()).toBe(false);
    await rows.nth(1).click();
    await expect.poll(() => page.getByRole('complementary').innerText()).toMatch(/8行 D列。このセルは取り込みません/);
  });

  test('Enter asks about a doubtful row, 別の人 makes it new; Space ticks', async () => {
    const { page } = desk;
    await preview(page).locator('tbody tr').first().click();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('この人');
    await page.getByRole('button', { name: '別の人' }).click();
    await page.getByRole('button', { name: '3件を反映します' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('button', { name: '2件を反映します' }).waitFor();
  });

  test('Esc leaves with nothing changed', async () => {
    const { page } = desk;
    await page.keyboard.press('Escape');
    await roster(page).waitFor();
    expect(await page.getByRole('link', { name: '受講者 24' }).count()).toBe(1);
  });

  test('Ctrl+Enter takes the ticked rows over as one step', async () => {
    const { page } = desk;
    await give(page, '受講者一覧.csv', shiftJis(CSV));
    await preview(page).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('受講者2件を取り込みました（新規 1・変更 1）').waitFor();
    await page.getByRole('link', { name: '受講者 25' }).waitFor();
    expect(await cellsOf(page, 26)).toEqual(['髙橋 﨑子', 'タカハシ サキコ', '2000/03/03']);
  });

  test('the same list again changes nothing but what was left out', async () => {
    const { page } = desk;
    await give(page, '受講者一覧.csv', shiftJis(CSV));
    await preview(page).waitFor();
    expect(await counts(page)).toEqual({ すべて: 27, 変更なし: 3, 疑わしい: 2, ファイルにない: 22 });
    await page.keyboard.press('Escape');
    await give(page, '受講者一覧.csv', shiftJis(CSV.replace(/^３.*\r\n/mu, '').replace(/^５.*\r\n/mu, '')));
    await preview(page).waitFor();
    await page.getByText('すべて変更なし').waitFor();
    await page.keyboard.press('Escape');
  });

  test('one undo brings everything back', async () => {
    const { page } = desk;
    await roster(page).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: '受講者 24' }).waitFor();
  });
});

describe('other ways in', () => {
  test('an .xlsx with days of Excel; the meaning of an odd heading is asked once and remembered', async () => {
    const { page } = desk;
    const rows = [
      ['申込時の氏名', 'ヨミ', '生年月日', '携帯'],
      ['松浦涼太', 'マツウラ リョウタ', new Date(Date.UTC(1969, 1, 2)), 9012345678],
      ['新井 三郎', 'アライ サブロウ', new Date(Date.UTC(1990, 0, 2)), '03-1234-5678'],
    ];
    const book = await workbookOf(rows, '申込');
    await give(page, '申込.xlsx', book);
    await page.getByText('「申込時の氏名」の意味を推し量りました').waitFor();
    await page.getByRole('button', { name: 'この対応で読む' }).click();
    await preview(page).waitFor();
    expect(await counts(page)).toEqual({ すべて: 25, 新規: 1, 変更: 1, ファイルにない: 23 });
    await page.keyboard.press('Control+Enter');
    await page.getByRole('link', { name: '受講者 25' }).waitFor();
    await give(page, '申込.xlsx', book);
    await page.getByText('すべて変更なし').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.getByRole('link', { name: '受講者 24' }).waitFor();
  });

  test('cells pasted from Excel', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', '氏名\tカナ\t生年月日\n佐々木 花\tササキ ハナ\tH3.3.3\n');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await preview(page).waitFor();
    expect(await rowOf(page, '佐々木 花').innerText()).toMatch(/新規[\s\S]*1991\/03\/03/);
    await page.keyboard.press('Escape');
  });

  test.each([
    ['broken.xlsx', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2), /壊れているか/],
    ['old.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), /\.xlsx で保存し直して/],
    ['what.csv', Uint8Array.of(0x8e, 0x81, 0xff, 0xfd), /Shift_JIS・UTF-8/],
    ['long.csv', strToU8('氏名,カナ\n'.repeat(20_001)), /20,000行を超えています/],
  ])('%s is refused in plain words', async (name, bytes, words) => {
    const { page } = desk;
    await give(page, name, bytes);
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.innerText()).toMatch(words);
    await page.keyboard.press('Escape');
    await roster(page).waitFor();
    expect(await page.getByRole('link', { name: '受講者 24' }).count()).toBe(1);
  });
});

describe('the roster', () => {
  test('出欠 for everybody, then a step for the ticked ones, each one undo', async () => {
    const { page } = desk;
    await page.getByRole('radio', { name: '出欠' }).click();
    await page.getByRole('button', { name: '全員を全日程 出席にする' }).click();
    await expect.poll(() => page.getByRole('row', { name: /松浦 涼太/ }).innerText()).toContain('13/13');
    await page.getByRole('gridcell', { name: /松浦 涼太 10\/28\(木\) 9:30/ }).click();
    await expect.poll(() => page.getByRole('row', { name: /松浦 涼太/ }).innerText()).toContain('12/13');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press(' ');
    await expect.poll(() => page.getByRole('row', { name: /石原 彩香/ }).innerText()).toContain('12/13');
    await page.getByRole('radio', { name: '名簿' }).click();
    await page.getByRole('checkbox', { name: '松浦 涼太を選ぶ' }).check();
    await page.getByRole('checkbox', { name: '石原 彩香を選ぶ' }).check();
    await page.getByRole('combobox', { name: 'すること' }).selectOption('判定');
    await page
      .getByRole('group', { name: '選んだ人にまとめて' })
      .getByRole('combobox', { name: '判定' })
      .selectOption('欠席');
    await page.keyboard.press('Control+Enter');
    await page.getByText('2名に判定を入れました').waitFor();
    await expect.poll(() => factsOf(page, 3)).toEqual({ 申込: '欠席', 出欠: '12/13' });
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Control+z');
    for (const at of [2, 3]) await expect.poll(() => factsOf(page, at)).toEqual({ 申込: '合格', 出欠: '−' });
  });

  test('a qualification is judged, with clause, papers and until when', async () => {
    const { page } = desk;
    const panel = page.getByRole('complementary');
    await page.getByRole('textbox', { name: '氏名' }).first().click();
    await panel.getByRole('button', { name: '持っている資格' }).first().click();
    await panel.getByRole('combobox', { name: /持っている資格/ }).selectOption('コーチ3');
    await expect.poll(() => panel.innerText()).toContain('まだ決められません');
    await panel.getByRole('textbox', { name: '有効期限' }).fill('R5.3.31');
    await page.keyboard.press('Enter');
    await panel.getByRole('combobox', { name: '状態' }).first().selectOption('保有');
    await panel.getByRole('checkbox', { name: '写しを受け取った' }).click();
    await expect.poll(() => panel.innerText()).toContain('免除できます');
    expect(await panel.innerText()).toMatch(/共通科目免除一覧 No\.5[\s\S]*EXM-COM-05[\s\S]*2023\/03\/31の申請まで/);
    await page.getByRole('radio', { name: '免除・代理申請' }).click();
    const line = page.getByRole('table', { name: '免除の結果と足りない書類' }).getByRole('row', { name: /松浦 涼太/ });
    expect(await line.innerText()).toMatch(/免除\s+受講\s+なし/);
    await page.getByRole('combobox', { name: '申請する人' }).selectOption('代理申請');
    await page.getByRole('table', { name: '代理申請' }).getByText('依頼の記録').waitFor();
    await page.getByRole('radio', { name: '名簿' }).click();
  });

  test('somebody is added and typed, and everything is there after a reload', async () => {
    const { page } = desk;
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement).value))
      .toBe('氏名 未入力');
    await page.keyboard.type('大野 光');
    await page.keyboard.press('Enter');
    await saved(page);
    await page.reload();
    await roster(page).waitFor();
    expect((await cellsOf(page, 26))[0]).toBe('大野 光');
  });
});

describe('5,000 people', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => {
    const name = [...String(index)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
    const kana = [...String(index)].map((digit) => 'ｱｲｳｴｵｶｷｸｹｺ'[Number(digit)]).join('');
    return `試験　${name}${index % 2 === 0 ? '子' : '郎'},ｼｹﾝ ${kana},Ｈ${1 + (index % 20)}.${1 + (index % 12)}.${1 + (index % 28)},東京,０９０１２３４${String(index).padStart(4, '0')},${index % 50 === 0 ? '31138' : ''}`;
  });
  const csv = shiftJis(`氏名,フリガナ,生年月日,都道府県,電話,納入日\r\n${rows.join('\r\n')}`);

  test('are compared without the window standing still, and go in as one step', async () => {
    const { page } = desk;
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
        type: 'longtask',
      });
    });
    await give(page, '五千人.csv', csv);
    await preview(page).waitFor();
    expect((await counts(page))['新規']).toBe(4_900);
    expect((await counts(page))['疑わしい']).toBe(100);
    console.log('longest tasks until the preview (ms):', await longest(page));
    expect(await preview(page).locator('tbody tr').count()).toBeLessThan(100);
    await page.keyboard.press('Control+Enter');
    await page.getByText('受講者4900件を取り込みました（新規 4900）').waitFor();
    await roster(page).waitFor();
    console.log('longest tasks until the roster (ms):', await longest(page));
    await page.getByRole('link', { name: '受講者 4925' }).waitFor();
    expect(await roster(page).locator('tbody tr').count()).toBeLessThan(100);
    await saved(page);
  });

  test('nothing was refused by the page policy and nothing was thrown', () => {
    expect(desk.violations).toEqual([]);
    expect(desk.faults).toEqual([]);
  });
});

/** The longest stretches of work since the last call, in milliseconds. */
function longest(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const { longTasks } = window as unknown as { longTasks: number[] };
    return longTasks
      .splice(0)
      .sort((a, b) => b - a)
      .slice(0, 5)
      .map(Math.round);
  });
}
