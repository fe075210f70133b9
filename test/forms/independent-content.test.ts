import { describe, expect, test } from 'vitest';
import type { Cell, Sheet } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, reportOf, rowWith, sheetOf } from '../support/report.js';
import { independentApplicationSample, independentReportSample } from '../support/independent-sample.js';

const application = reportOf(independentApplicationSample());
const report = reportOf(independentReportSample());

function texts(sheet: Sheet): string[] {
  return cellsOf(sheet).flatMap(({ cell }) => (typeof cell.value === 'string' ? [cell.value] : []));
}

/** What stands right of a label. */
function beside(sheet: Sheet, label: string): Cell | undefined {
  const row = [...rowWith(sheet, label)];
  return row[row.findIndex(([, cell]) => cell.value === label) + 1]?.[1];
}

function heads(sheet: Sheet): string[] {
  return cellsOf(sheet)
    .filter(({ cell }) => cell.look === 'columnHead')
    .map(({ cell }) => String(cell.value));
}

describe('W3 独自・申請', () => {
  test('has the sheets of the application and none of what is claimed', () => {
    expect(application.content.name).toBe('R3_独自_申請_西山府スポーツ協会_コーチ2_水泳_20211028');
    expect(application.content.sheets.map(({ name }) => name)).toEqual([
      '提出チェックリスト',
      '独自講習会実施申請書',
      '日程表',
      '科目別時間数',
      '受講者名簿',
      '講師等名簿',
      '受講管理料納入内訳',
      '_meta',
    ]);
  });

  const front = sheetOf(application.content, '独自講習会実施申請書');

  test('carries 受講管理料 from its own paper, at the price of the book for each new 受講者', () => {
    const sheet = sheetOf(application.content, '受講管理料納入内訳');
    const fee = rowWith(sheet, '新規受講者');
    expect([1, 2, 3].map((column) => fee.get(column)?.value)).toEqual([1100, 22, 24_200]);
    expect(fee.get(3)?.formula).toMatch(/\*/u);
    expect(rowWith(sheet, '過年度受講者').get(2)).toMatchObject({
      value: 2,
      formula: expect.stringContaining("'受講者名簿'!") as string,
    });
    expect(beside(front, '受講管理料納入額\n（円）')).toMatchObject({
      value: 24_200,
      formula: expect.stringContaining("'受講管理料納入内訳'!") as string,
    });
    expect(beside(front, '受講管理料の対象\n新規（名）')?.value).toBe(22);
  });

  test('follows a number of heads that is corrected', () => {
    const { content } = reportOf(independentApplicationSample());
    const row = rowWith(sheetOf(content, '受講管理料納入内訳'), '新規受講者') as Map<number, Cell>;
    const count = row.get(2);
    if (!count) throw new Error('no heads');
    row.set(2, { ...count, value: 20 });
    const results = new Formulas(content).results().filter(({ cell, result }) => cell.value !== result);
    expect(results.map(({ result }) => result)).toEqual(expect.arrayContaining([22_000, 20]));
    expect(results.some(({ place }) => place.startsWith('独自講習会実施申請書!'))).toBe(true);
  });

  test('says that the organisation bears the costs, and asks for no least number of heads', () => {
    expect(beside(front, '費用の負担')?.value).toBe('全額を実施団体が負担します');
    expect(texts(front).join()).not.toMatch(/名未満|委託/u);
    expect(beside(front, '区分')?.value).toBe('独自');
    expect(beside(front, '受講者　計')?.value).toBe(24);
  });

  test('takes the 受講料 of the organisation where one amount is recorded, and leaves it open otherwise', () => {
    expect(beside(front, '受講料（円）\n実施団体が定める')).toMatchObject({ value: 11_000, look: 'input' });
    const [first, ...others] = independentApplicationSample().enrollments ?? [];
    if (!first) throw new Error('no enrolment');
    const two = reportOf(independentApplicationSample({ enrollments: [{ ...first, feeAmount: 9000 }, ...others] }));
    const open = sheetOf(two.content, '独自講習会実施申請書');
    expect(beside(open, '受講料（円）\n実施団体が定める')?.value).toBeNull();
  });

  test('lists people without what only 謝金 and 旅費 ask for, and 受講料 only where it is recorded', () => {
    const staff = heads(sheetOf(application.content, '講師等名簿')).join();
    expect(staff).toContain('担当科目');
    expect(staff).not.toMatch(/謝金|旅費|片道|JOC/u);
    expect(heads(sheetOf(application.content, '受講者名簿'))).toContain('受講料');
    const free = (independentApplicationSample().enrollments ?? []).map(({ feeAmount, feePaidOn, ...own }) => {
      void feeAmount;
      void feePaidOn;
      return own;
    });
    const without = reportOf(independentApplicationSample({ enrollments: free }));
    expect(heads(sheetOf(without.content, '受講者名簿'))).not.toContain('受講料');
  });

  test('shows the account for 受講管理料 only after it was compared with the official notice', () => {
    const sheet = (course: Case['course']): string =>
      texts(sheetOf(reportOf(independentApplicationSample({ course })).content, '受講管理料納入内訳')).join();
    const { course } = independentApplicationSample();
    expect(sheet(course)).toContain('振込先：口座は公式通知で確認');
    expect(sheet({ ...course, settings: { bankAccountVerified: true } })).toContain('（公式通知で確認済み）');
  });

  test('plans money only where some is recorded, as an internal sheet', () => {
    const { course } = independentApplicationSample();
    const income = [
      { kind: 'courseFee' as const, amount: 300_000 },
      { kind: 'ownFunds' as const, amount: 50_000 },
    ];
    const { content } = reportOf(independentApplicationSample({ course: { ...course, income } }));
    const plan = sheetOf(content, '収支計画');
    expect(plan.internal).toBe(true);
    expect(rowWith(plan, '収入合計').get(2)?.value).toBe(350_000);
    expect(rowWith(plan, '受講管理料').get(2)?.value).toBe(24_200);
    expect(rowWith(plan, '収支差（収入−支出）').get(2)?.value).toBe(350_000 - 24_200);
  });
});

describe('W4 独自・報告', () => {
  test('has the sheets of the report', () => {
    expect(report.content.name).toBe('R3_独自_報告_西山府スポーツ協会_コーチ2_水泳_20211028');
    expect(report.content.sheets.map(({ name }) => name)).toEqual([
      '提出チェックリスト',
      '独自講習会実施報告書',
      '日程表',
      '科目別時間数',
      '受講者名簿',
      '講師等名簿',
      '判定結果一覧',
      '_meta',
    ]);
  });

  test('counts the judgements on the list, and says when they were reported to whom', () => {
    const front = sheetOf(report.content, '独自講習会実施報告書');
    expect([beside(front, '合格')?.value, beside(front, '不合格')?.value]).toEqual([22, 2]);
    expect(beside(front, '合格')?.formula).toContain("'判定結果一覧'!");
    expect(beside(front, '判定結果報告\n日本スポーツ協会')).toMatchObject({ value: '2021-11-25', format: 'eraDate' });
    expect(beside(front, '報告日')).toMatchObject({ value: '2021-11-25', format: 'eraDate' });
  });

  test('compares with the state that was kept at the application, amounts left out', () => {
    const { course } = independentReportSample();
    const applicationSnapshot = { mode: 'online' as const, headcount: 30, accounts: { travel: 1 } };
    const { content } = reportOf(independentReportSample({ course: { ...course, applicationSnapshot } }));
    const changes = beside(sheetOf(content, '独自講習会実施報告書'), '申請からの\n変更点')?.value;
    expect(changes).toBe('実施方法：オンライン → 集合\n人数：30名 → 24名');
  });
});
