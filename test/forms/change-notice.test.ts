import { expect, test } from 'vitest';
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import { check } from '../../shared/rules/check.js';
import { Formulas } from '../support/formulas.js';
import { cellsOf, sheetOf } from '../support/report.js';
import { changedSample, sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const { course } = sampleCase();

function noticeOf(change: Partial<Case['course']>): Workbook | undefined {
  const value = changedSample({ course: { ...course, ...change } });
  return workbookContents(check(value, book), value, book, { papers: ['changeNotice'] })[0];
}

function words(notice: Workbook | undefined): string {
  return notice === undefined
    ? ''
    : cellsOf(sheetOf(notice, '変更届'))
        .map(({ cell }) => cell.value)
        .join('\n');
}

test('a course that is as it was applied for needs no notice, nor one of which nothing is known', () => {
  expect(noticeOf({})).toBeUndefined();
  expect(noticeOf({ applicationSnapshot: { mode: 'inPerson', headcount: 24 } })).toBeUndefined();
});

test('a change stands with what it was before, and a significant one asks for the word with the association', () => {
  const notice = noticeOf({ applicationSnapshot: { mode: 'online' } });
  expect(notice?.name).toBe('R3_変更届_西山府スポーツ協会_コーチ2_水泳_20211028');
  expect(words(notice)).toMatch(/内容変更[\s\S]*実施方法\nオンライン\n集合/u);
  expect(words(notice)).toContain('要確認（記録なし）');
  const said = { date: '2021-10-01', contactPerson: '担当 花子', means: '電話' };
  expect(words(noticeOf({ applicationSnapshot: { mode: 'online' }, jspoContacts: [said] }))).toContain('担当 花子');
});

test('中止 and 独自への変更 say what is left to settle', () => {
  const cancelled = words(noticeOf({ status: 'cancelled' }));
  expect(cancelled).toContain('242,000円');
  expect(cancelled).toContain('567,000円');
  expect(cancelled).toContain('発生済みの費用');
  expect(cancelled).toMatch(/実施\n実施\n中止\n下記のとおり/u);
  const converted = words(
    noticeOf({ conversion: { decidedOn: '2021-09-01', newApplicationSubmittedOn: '2021-09-10' } }),
  );
  expect(converted).toContain('独自への変更');
  expect(converted).toMatch(/区分\n委託\n独自\n下記のとおり/u);
  expect(converted).toContain('令和3年9月10日');
});

test('its formulas agree', () => {
  const notice = noticeOf({ status: 'cancelled' });
  if (!notice) throw new Error('no notice');
  expect(new Formulas(notice).results().filter(({ cell, result }) => (cell.value ?? '') !== result)).toEqual([]);
});
