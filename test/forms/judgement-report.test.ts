import { describe, expect, test } from 'vitest';
import { workbookContents } from '../../electron/excel/workbooks.js';
import { rulebook } from '../../electron/rulebooks.js';
import type { Cell, Sheet, Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Enrollment } from '../../shared/model/case/participant.js';
import { check } from '../../shared/rules/check.js';
import { cellsOf, rowWith, sheetOf } from '../support/report.js';
import { applicationSample, changedSample, sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const sample = sampleCase();
const taught = (sample.sessions ?? []).filter(({ curriculumItemId }) => curriculumItemId !== undefined);

function reportsOf(value: Case): Workbook[] {
  return workbookContents(check(value, book), value, book, { papers: ['judgementReport'] });
}

function listOf(value: Case, index = 0): Sheet {
  const report = reportsOf(value)[index];
  if (!report) throw new Error('no report');
  return sheetOf(report, '判定結果報告');
}

/** The sample with the first 受講 changed. */
function first(change: Partial<Enrollment>, drop: readonly (keyof Enrollment)[] = []): Case {
  const [enrollment, ...others] = sample.enrollments ?? [];
  if (!enrollment) throw new Error('no enrolment');
  const changed = { ...enrollment, ...change };
  for (const key of drop) delete changed[key];
  return changedSample({ enrollments: [changed, ...others] });
}

/** 講習, 検定, 免除, 総合判定 and 備考 of the first person. */
function said(value: Case): (Cell['value'] | undefined)[] {
  const cells = rowWith(listOf(value), '松浦 涼太');
  return [5, 6, 7, 8, 9].map((column) => cells.get(column)?.value);
}

const present = (isThere: boolean) => taught.map(({ id }) => ({ sessionId: id, present: isThere }));

describe('判定結果報告', () => {
  test('of 専門科目 goes to the association and to the 中央競技団体, of 共通科目Ⅱ to the association alone', () => {
    expect(reportsOf(sample).map(({ name }) => name.split('_西山府')[0])).toEqual([
      'R3_判定結果_JSPO',
      'R3_判定結果_中央競技団体',
    ]);
    const common = reportsOf(changedSample({ course: { ...sample.course, subject: 'common2' } }));
    expect(common.map(({ name }) => name.split('_西山府')[0])).toEqual(['R3_判定結果_JSPO']);
  });

  test('is made at the report of a course that was held', () => {
    expect(reportsOf(applicationSample())).toEqual([]);
    expect(reportsOf(changedSample({ course: { ...sample.course, status: 'cancelled' } }))).toEqual([]);
  });

  test('gives the date of birth to the association only', () => {
    const births = (sample.participants ?? []).flatMap(({ birthDate }) => birthDate ?? []);
    const shown = [0, 1].map((index) =>
      cellsOf(listOf(sample, index)).filter(({ cell }) => births.includes(String(cell.value))),
    );
    expect(shown.map(({ length }) => length)).toEqual([births.length, 0]);
    expect(births.length).toBeGreaterThan(20);
    const all = reportsOf(sample)[1]?.sheets.flatMap((sheet) => cellsOf(sheet).map(({ cell }) => String(cell.value)));
    expect(all?.filter((text) => births.some((birth) => text.includes(birth)))).toEqual([]);
  });

  test('says to whom, when the 検定 was and by whom, and when it was reported', () => {
    const cells = (index: number, label: string): unknown => rowWith(listOf(sample, index), label).get(2)?.value;
    expect([0, 1].map((index) => cells(index, '宛名'))).toEqual([
      '公益財団法人日本スポーツ協会　御中',
      '中央競技団体（水泳）　御中',
    ]);
    expect(cells(0, '提出先区分')).toBe('① 日本スポーツ協会');
    expect(cells(1, '提出先区分')).toBe('② 中央競技団体');
    expect(cells(0, '検定日')).toBe('令和3年10月31日');
    expect(cells(0, '検定員')).toBe('藤井 和也');
    expect(cells(0, '報告日')).toBe('2021-11-25');
  });

  test('asks for the 検定日 and the 検定員 that are not recorded', () => {
    const sessions = (sample.sessions ?? []).filter(({ format }) => format !== 'exam');
    const ids = new Set(sessions.map(({ id }) => id));
    const assignments = (sample.assignments ?? []).filter(
      ({ role, sessionId }) => role !== 'examiner' && (sessionId === undefined || ids.has(sessionId)),
    );
    const lines = (sample.lines ?? []).filter((line) => line.kind !== 'honorarium');
    const list = listOf(changedSample({ sessions, assignments, lines }));
    for (const label of ['検定日', '検定員']) {
      expect(rowWith(list, label).get(2)).toMatchObject({ value: '要確認（記録なし）', look: 'confirm' });
    }
  });

  test.each([
    ['who was there and passed', first({ attendance: present(true) }), ['修了', '合格', '', '合格', '']],
    ['nobody knows who was there', first({}), ['要確認', '合格', '', '要確認', '']],
    [
      'who is recorded for all but one hour',
      first({ attendance: present(true).slice(1) }),
      ['要確認', '合格', '', '要確認', ''],
    ],
    ['who failed', first({ judgement: 'fail' }), ['要確認', '不合格', '', '不合格', '']],
    ['who missed the 検定', first({ judgement: 'absent' }), ['要確認', '欠席', '', '欠席', '']],
    ['who is exempt', first({ judgement: 'exempt' }), ['免除', '免除', '○', '免除', '']],
    [
      'of whom no judgement is recorded',
      first({ status: 'inProgress', attendance: present(true) }, ['judgement']),
      ['修了', '未判定', '', '未判定', ''],
    ],
  ])('says of somebody %s what is known, and asks for the rest', (_name, value, expected) => {
    expect(said(value)).toEqual(expected);
  });

  test('names the 科目 that was missed', () => {
    const [, ...rest] = present(true);
    const missed = { sessionId: taught[0]?.id ?? '', present: false };
    expect(said(first({ attendance: [missed, ...rest] }))[4]).toMatch(/^欠席 ./u);
  });

  test('leaves out who has left, and counts the others', () => {
    const list = listOf(first({ status: 'withdrawn' }));
    expect(cellsOf(list).some(({ cell }) => cell.value === '松浦 涼太')).toBe(false);
    const counts = list.rows.find(({ cells }) => [...cells.values()].some(({ value }) => value === '受検者'));
    const figures = list.rows[list.rows.indexOf(counts ?? { cells: new Map() }) + 1];
    expect([...(figures?.cells.values() ?? [])].map(({ value }) => value)).toEqual([23, 21, 2, 0, 0, 0]);
  });
});
