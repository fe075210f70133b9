import { describe, expect, test } from 'vitest';
import { dispatch } from '../../electron/dispatch.js';
import { writeWorkbook } from '../../electron/excel/write-workbook.js';
import { paymentReportWorkbook } from '../../shared/forms/payment-report/workbook.js';
import { listedPerson, type PaymentReportList, reportNotes } from '../../shared/payments/payment-report-list.js';
import { paymentReports } from '../../shared/payments/payment-reports.js';
import { temporaryHost } from '../host/temporary-host.js';
import { Formulas } from '../support/formulas.js';
import { formulaCells, hasLibreOffice, opened, recalculated } from '../support/libreoffice.js';
import { book, payablesOf, sample } from './paid-sample.js';

const value = sample();
const course = { id: 'A', nameJa: '水泳 コーチ2 専門科目', staff: value.staff ?? [], payables: payablesOf(value) };
const { reports } = paymentReports([course, { ...course, id: 'B' }], 2021, book);

function list(change: Partial<PaymentReportList> = {}): PaymentReportList {
  return {
    year: 2021,
    organizationJa: '公益財団法人西山府スポーツ協会',
    madeOn: '2022-01-11',
    threshold: { above: 50_000, sourceJa: '法定調書の手引' },
    assumedJa: ['本人に払う旅費も対象に含めています。'],
    people: reports.map(listedPerson),
    ...change,
  };
}

const content = paymentReportWorkbook(list());
const results = new Map(new Formulas(content).results().map(({ place, result, cell }) => [place, { result, cell }]));

describe('the list of 支払調書', () => {
  test('adds each person up from the payments by formulas that give what is shown', () => {
    expect(results.size).toBeGreaterThan(8 * 4);
    for (const { result, cell } of results.values()) expect(result).toBe(cell.value);
  });

  test('50,000 is not filed, one yen more is', () => {
    const one = (paid: number) => ({
      nameJa: '甲',
      notesJa: [],
      payments: [{ paidOn: '2021-11-10', courseJa: '水泳', paid, withheld: 0, noteJa: '' }],
    });
    const texts = JSON.stringify(
      paymentReportWorkbook(list({ people: [one(50_000), one(50_001)] })).sheets[0]?.rows.map((row) => [...row.cells]),
    );
    expect(texts.match(/"value":"提出(範囲外)?"/gu)).toEqual(['"value":"提出範囲外"', '"value":"提出"']);
    const { threshold, ...unknown } = list({ people: [one(50_001)] });
    expect(threshold).toBeDefined();
    expect(JSON.stringify(paymentReportWorkbook(unknown).sheets[0]?.rows.map((row) => [...row.cells]))).toContain(
      '要確認',
    );
  });

  test('is marked as personal on every sheet and names nobody in its name', () => {
    expect(content.name).toBe('支払調書一覧_2021年');
    expect(content.sheets.map(({ personal }) => personal)).toEqual([true, true]);
  });

  test('says what has to be asked', () => {
    const open = reports.find(({ nameJa }) => nameJa === '藤井 和也');
    expect(open && reportNotes(open)).toEqual(['源泉徴収の扱いが要確認の支払を含みます']);
    expect(open && reportNotes({ ...open, isOpen: false, isDoubtful: true, isFiled: undefined })).toEqual([
      '同じ名前の人がほかにいます。同じ人かを確かめてください',
      '提出範囲の額が基準にありません',
    ]);
    expect(listedPerson(reports[0] ?? fail())).toMatchObject({ nameJa: '片桐 修平', notesJa: [] });
  });

  test('is written by the host, never over an older one', async () => {
    const host = temporaryHost();
    const names = [];
    for (const people of [list().people, []]) {
      const answer = await dispatch('write-payment-report', { list: list({ people }) }, host);
      if (!answer.ok) throw new Error(answer.error.messageJa);
      names.push((answer.value as { files: { name: string }[] }).files[0]?.name);
    }
    expect(names).toEqual(['支払調書一覧_2021年.xlsx', '支払調書一覧_2021年_v2.xlsx']);
  });

  test.skipIf(!hasLibreOffice())('LibreOffice computes the same figures', { timeout: 120_000 }, async () => {
    const bytes = await writeWorkbook(content);
    const own = formulaCells(await opened(bytes));
    const judge = formulaCells(await recalculated(bytes));
    expect(own.size).toBe(results.size);
    for (const { place, result } of own.values()) expect([place, judge.get(place)?.result]).toEqual([place, result]);
  });
});

function fail(): never {
  throw new Error('no report');
}
