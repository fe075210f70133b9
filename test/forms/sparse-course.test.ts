import { describe, expect, test } from 'vitest';
import { caseFrom } from '../support/cases.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, type Report, reportOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample, changedSample } from '../support/sample.js';

describe('a course with little in it', () => {
  const bare = (): Report =>
    reportOf(
      changedSample({
        sessions: [],
        curriculum: [],
        staff: [],
        assignments: [],
        participants: [],
        enrollments: [],
        lines: [],
        vouchers: [],
        transfers: [],
        venues: [],
        rooms: [],
      }),
    );

  test('says what is empty instead of showing nothing', () => {
    const report = bare();
    const all = report.content.sheets.flatMap(cellsOf).map(({ cell }) => cell.value);
    for (const text of [
      '日程が入力されていません',
      '受講者が登録されていません',
      '講師等が登録されていません',
      '証憑が登録されていません',
      '支払の記録がありません',
      '経費の明細はありません',
    ]) {
      expect(all).toContain(text);
    }
    expect(rowWith(sheetOf(report.content, '収支計算書'), '支出合計').get(3)?.value).toBe(0);
  });

  test('has formulas that agree all the same', () => {
    const wrong = new Formulas(bare().content).results().filter(({ cell, result }) => (cell.value ?? '') !== result);
    expect(wrong).toEqual([]);
  });

  test.each(['lecture', 'claims', 'ride-application', 'room-day', 'supplies', 'travel-stay', 'fees', 'payers'])(
    'and so has the base %s at the application',
    (base) => {
      const { content } = reportOf(caseFrom(base, { stage: 'application' }));
      expect(content.name).toContain('_申請_');
      const wrong = new Formulas(content).results().filter(({ cell, result }) => (cell.value ?? '') !== result);
      expect(wrong).toEqual([]);
    },
  );

  test('and an application with nothing in it', () => {
    const empty = applicationSample({
      sessions: [],
      curriculum: [],
      staff: [],
      assignments: [],
      participants: [],
      enrollments: [],
      lines: [],
      vouchers: [],
      transfers: [],
      venues: [],
      rooms: [],
      payments: [],
    });
    const { content } = reportOf(empty);
    expect(new Formulas(content).results().filter(({ cell, result }) => (cell.value ?? '') !== result)).toEqual([]);
    const list = sheetOf(content, '提出チェックリスト');
    const words = cellsOf(list).map(({ cell }) => cell.value);
    for (const text of ['会場が入力されていません', '日程が入力されていません', '受講者が入力されていません']) {
      expect(words).toContain(text);
    }
    expect(rowWith(sheetOf(content, '収支予算書'), '支出合計').get(2)?.value).toBe(0);
  });

  test.each(['lecture', 'claims-report', 'ride-report'])('and so has the base %s at the report', (base) => {
    const value = caseFrom(base, { stage: 'report' });
    const report = reportOf(value);
    expect(new Formulas(report.content).results().filter(({ cell, result }) => (cell.value ?? '') !== result)).toEqual(
      [],
    );
  });
});
