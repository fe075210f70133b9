/** What a change of the book would do to open courses. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { withEntry, withoutDays } from '../../shared/rules/books/edit-book.js';
import { figureUses } from '../../shared/rules/books/figure-uses.js';
import { followsBook, previewEffect } from '../../shared/rules/books/preview-effect.js';
import { readableRulebook, type RulebookFile } from '../../shared/rules/engine/rulebook.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';
import { caseFrom } from '../support/cases.js';
import { sampleCase } from '../support/sample.js';

const book = rulebook('R3');
const { file } = book;
const year = { from: '2021-04-01', to: '2022-03-31' };

/** The book with one value changed. */
function changed(key: string, value: number | string, base: RulebookFile = file) {
  const old = base.figures[key]?.values[0];
  if (!old) throw new Error(key);
  return readableRulebook(withEntry(base, key, { ...old, value }));
}
// 2 hours of a lecture at 12,000 = 24,000.
const lecture = [{ courseId: 'c1', value: caseFrom('lecture') }];

describe('previewEffect', () => {
  test('the same book changes nothing', () => {
    expect(previewEffect([...lecture, { courseId: 'c2', value: sampleCase() }], book, book)).toEqual({
      courses: [],
      lines: 0,
      yen: 0,
      deadlines: 0,
    });
  });

  test('a lower rate names the line and the yen; a rate at what is claimed names none', () => {
    const effect = previewEffect(lecture, book, changed('honoraria.lecture.rate', 11_500));
    expect(effect).toMatchObject({ lines: 1, yen: -1_000 });
    expect(effect.courses[0]?.lines).toMatchObject([
      { lineId: 'H1', before: { eligible: 24_000, cut: 0 }, after: { eligible: 23_000, cut: 1_000 } },
    ]);
    expect(effect.courses[0]?.appeared.map(({ ruleId }) => ruleId)).toContain('FEE-LEC-01');
    expect(effect.courses[0]?.disappeared).toEqual([]);
    expect(previewEffect(lecture, book, changed('honoraria.lecture.rate', 12_001)).courses).toEqual([]);
  });

  test('the other way round the finding disappears and the money comes back', () => {
    const effect = previewEffect(lecture, changed('honoraria.lecture.rate', 11_500), book);
    expect(effect.yen).toBe(1_000);
    expect(effect.courses[0]?.disappeared.map(({ ruleId }) => ruleId)).toContain('FEE-LEC-01');
  });

  test('a deadline that moves is told with both days, and without a line', () => {
    const effect = previewEffect(lecture, book, changed('course.report.lastDay', '2022-01-20'));
    expect(effect).toMatchObject({ lines: 0, yen: 0 });
    expect(effect.courses[0]?.deadlines).toContainEqual({
      key: 'DL-09',
      nameJa: '講習会実施報告書（委託・最終締切）',
      before: '2022-01-28',
      after: '2022-01-20',
    });
  });

  test('an emptied figure withholds the amount as 要確認, it does not cut it', () => {
    const emptied = readableRulebook(withoutDays(file, 'honoraria.lecture.rate', year));
    const [course] = previewEffect(lecture, book, emptied).courses;
    expect(course?.lines[0]?.after).toMatchObject({ claimed: 24_000, cut: 0, eligible: 0, provisional: 24_000 });
  });

  test('a requirement that fails is told apart from what the lines lose', () => {
    const own = [{ courseId: 'c1', value: caseFrom('lecture', { course: { applicationHeadcount: 12 } }) }];
    expect(previewEffect(own, book, changed('course.headcount.minimum', 12)).courses).toEqual([]);
    const [course] = previewEffect(own, book, changed('course.headcount.minimum', 13)).courses;
    expect(course?.gates).toEqual({ before: [], after: ['REC-CNT-01'] });
    expect(course?.whole).toEqual({ before: 24_000, after: 0 });
    expect(course?.lines).toEqual([]);
    expect(course?.after).toBe(course?.before);
  });

  test('the parts agree: yen is what the totals of the decisions say', () => {
    const own = changed('travel.lodging.roomOnly', 5_000);
    const value = sampleCase();
    const effect = previewEffect([{ courseId: 's', value }], book, own);
    expect(effect.yen).toBe(check(value, own).totals.eligible - check(value, book).totals.eligible);
    const byLines = effect.courses[0]?.lines.reduce((sum, line) => sum + line.after.eligible - line.before.eligible, 0);
    expect(effect.yen).toBe(byLines);
    expect(effect.yen).toBeLessThan(0);
  });
});

test('any single figure can be empty: the sample is still decided', () => {
  const value = sampleCase();
  for (const key of Object.keys(file.figures)) {
    const own = readableRulebook(withoutDays(file, key, year));
    expect(() => check(value, own), key).not.toThrow();
  }
});

describe('which courses follow a new edition', () => {
  const record: CourseRecord = {
    stage: 'application',
    ruleSet: 'R3',
    isSample: false,
    organization: lecture[0]?.value.organization ?? sampleCase().organization,
    course: sampleCase().course,
  };
  const status = (own: CourseRecord['course']['status']) => ({
    ...record,
    course: { ...record.course, ...(own ? { status: own } : {}) },
  });

  test('open ones of this book do; decided, kept and other ones do not', () => {
    expect(followsBook(status('reportReview'), 'R3')).toBe(true);
    expect(followsBook(status('amountFixed'), 'R3')).toBe(false);
    expect(followsBook({ ...status('reportReview'), bookEdition: 1 }, 'R3')).toBe(false);
    expect(followsBook(status('reportReview'), 'R4')).toBe(false);
  });
});

describe('figureUses', () => {
  test('a figure counts for a line that it passed without a word', () => {
    const uses = figureUses(lecture[0]?.value ?? sampleCase(), book);
    expect([...(uses.get('honoraria.lecture.rate') ?? [])]).toEqual(['H1']);
    expect([...(uses.get('travel.lodging.roomOnly') ?? [])]).toEqual([]);
  });

  test('every line that a change moves is among the uses of the figure', () => {
    const value = sampleCase();
    const uses = figureUses(value, book);
    for (const key of ['honoraria.practical.rate', 'travel.lodging.roomOnly'] as const) {
      const effect = previewEffect([{ courseId: 's', value }], book, changed(key, 1));
      const lines = effect.courses.flatMap((course) => course.lines.map(({ lineId }) => lineId));
      expect(lines.length, key).toBeGreaterThan(0);
      for (const line of lines) expect(uses.get(key)?.has(line), `${key} ${line}`).toBe(true);
    }
  });
});
