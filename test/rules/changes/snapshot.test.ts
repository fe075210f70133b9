/** 申請時の写し: what is kept at submission, and how a difference reads. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../../electron/rulebooks.js';
import type { Case } from '../../../shared/model/case/case.js';
import { readCase } from '../../../shared/model/case/read-case.js';
import { check } from '../../../shared/rules/check.js';
import { type CourseDifference, changesSince, snapshotOf } from '../../../shared/rules/facts/changes.js';
import type { ReadFigure } from '../../../shared/rules/facts/due-dates.js';
import { Facts } from '../../../shared/rules/facts/facts.js';
import type { FigureOf } from '../../../shared/rules/figures.js';
import { caseFrom } from '../../support/cases.js';
import { sampleCase } from '../../support/sample.js';

const book = rulebook('R3');
const figure: ReadFigure = (key) => book.read(key, '2021-10-02').value as FigureOf<typeof key>;

const snapshot = (value: Case) => snapshotOf(new Facts(value), check(value, book));

/** Differences of a case from another one's snapshot. */
function changes(from: Case, to: Case): CourseDifference[] {
  return changesSince(snapshot(from), new Facts(to), check(to, book), figure);
}

test('holds what the comparison needs, and is a snapshot of the case file', () => {
  const value = caseFrom('claims-report');
  expect(snapshot(value)).toEqual({
    dates: ['2021-10-02'],
    venueIds: ['V1'],
    mode: 'inPerson',
    staffIds: ['S1', 'S2', 'S3'],
    staffByItem: { C1: ['S1'] },
    headcount: 24,
    accounts: {
      honorarium: 24000,
      travel: 34140,
      rental: 11300,
      printing: 20000,
      consumables: 5000,
      communication: 2016,
      misc: 330,
    },
  });
  expect(readCase({ ...value, course: { ...value.course, applicationSnapshot: snapshot(value) } }).ok).toBe(true);
});

test('without sessions and heads it says nothing of them', () => {
  const bare = snapshot(
    caseFrom('claims-report', { lines: [], sessions: [], assignments: [] }, [
      'course.applicationHeadcount',
      'course.startHeadcount',
      'course.reportHeadcount',
    ]),
  );
  expect(Object.keys(bare)).toEqual(['venueIds', 'mode', 'staffIds', 'staffByItem', 'accounts']);
});

test.each(['lecture', 'claims', 'claims-report', 'whole-course', 'enrollment', 'travel-stay'])(
  'a course does not differ from its own snapshot (%s)',
  (base) => {
    expect(changes(caseFrom(base), caseFrom(base))).toEqual([]);
  },
);

test('the sample does not differ from its own snapshot', () => {
  expect(changes(sampleCase(), sampleCase())).toEqual([]);
});

describe('in words', () => {
  const before = caseFrom('claims-report');
  const differing = (given: Record<string, unknown>) => changes(before, caseFrom('claims-report', given));

  test('dates, old and new', () => {
    const [only, ...rest] = differing({
      sessions: [{ id: 's3', date: '2021-10-09', start: 540, end: 600, format: 'exam' }],
    });
    expect(rest).toEqual([]);
    expect(only).toMatchObject({
      topic: 'dates',
      beforeJa: '10/2(土)',
      afterJa: '10/2(土)、10/9(土)',
      significant: true,
    });
  });

  test('a newcomer is told once, by the 科目; his own lines are touched too', () => {
    const given = {
      staff: [{ id: 'S4', nameJa: '森 千代', homePrefectureCode: '26' }],
      assignments: [{ id: 'a4', staffId: 'S4', role: 'assistant', sessionId: 's1' }],
      lines: [
        { id: 'H4', kind: 'honorarium', account: 'honorarium', assignmentIds: ['a4'], role: 'assistant', rate: 6000 },
      ],
    };
    const staff = differing(given).filter(({ topic }) => topic === 'staff');
    expect(staff).toEqual([
      {
        topic: 'staff',
        beforeJa: '「競技の特性」岡部 直樹',
        afterJa: '「競技の特性」岡部 直樹、森 千代',
        significant: false,
        needsNotice: true,
        lineIds: ['H1', 'H4'],
      },
    ]);
  });

  test('ids that are gone are called what they are', () => {
    const gone = { venueIds: ['V9'], staffByItem: { C9: ['S9'] }, staffIds: ['S1', 'S2', 'S3', 'S8'] };
    const facts = new Facts(before);
    const words = changesSince(gone, facts, check(before, book), figure).map(({ beforeJa, afterJa }) => [
      beforeJa,
      afterJa,
    ]);
    expect(words).toEqual([
      ['いまの一覧にない会場', '青葉県民体育館'],
      ['「いまのカリキュラムにない科目」いまの名簿にない人', '「いまのカリキュラムにない科目」なし'],
      ['「競技の特性」なし', '「競技の特性」岡部 直樹'],
      ['名簿 いまの名簿にない人', '名簿 なし'],
    ]);
  });

  test('a smaller amount is told, but touches nothing', () => {
    const [only] = changesSince({ accounts: { honorarium: 100000 } }, new Facts(before), check(before, book), figure);
    expect(only).toMatchObject({ beforeJa: '対象額 100,000円', significant: false, needsNotice: false, lineIds: [] });
  });

  test('amounts name the 科目 that rose', () => {
    const [only] = changesSince(
      { accounts: { honorarium: 20000, travel: 40000 } },
      new Facts(before),
      check(before, book),
      figure,
    );
    expect(only?.beforeJa).toBe('対象額 60,000円');
    expect(only?.afterJa).toMatch(/^対象額 96,786円（諸謝金 20,000円→24,000円、借損料 0円→11,300円、/);
    expect(only?.lineIds).toContain('H1');
    expect(only?.lineIds).not.toContain('T2');
  });
});
