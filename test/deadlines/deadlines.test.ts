/** 期限: due days, safe days and states of every deadline of a course. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { MissingFigure } from '../../shared/rules/engine/figure.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { safeDay } from '../../shared/rules/facts/due-dates.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');

/** The deadlines of the lecture course (one day, コーチ2, 委託) with changes, by their numbers. */
function deadlines(given: Record<string, unknown> = {}, drop: string[] = [], own: Rulebook = book) {
  const { deadlines: list } = check(caseFrom('lecture', given, drop), own);
  return Object.fromEntries(list.map((deadline) => [deadline.key, deadline]));
}
const on = (date: string, course: object = {}) => ({ sessions: [{ id: 's1', date }], course });

describe('which deadlines a course has', () => {
  test('コーチ2, 委託', () => {
    expect(Object.keys(deadlines())).toEqual([
      'DL-02',
      'DL-03',
      'DL-05',
      'DL-06',
      'DL-08',
      'DL-09',
      'DL-11',
      'DL-12',
      'DL-16',
      'DL-17',
    ]);
  });

  test('コーチ1, 独自', () => {
    expect(Object.keys(deadlines({ course: { level: 'coach1', delivery: 'independent' } }))).toEqual([
      'DL-01',
      'DL-04',
      'DL-05',
      'DL-07',
      'DL-10',
      'DL-16',
      'DL-17',
    ]);
  });
});

describe('due days', () => {
  test.each([
    ['DL-01', on('2021-09-30', { level: 'coach1' }), '2021-08-15', 'WE-17'],
    ['DL-02', on('2021-10-31'), '2021-08-31', 'WE-18'],
    ['DL-02', on('2021-04-30'), '2021-02-28', 'WE-19'],
    ['DL-03', on('2021-12-25'), '2021-11-25', 'WE-03'],
    ['DL-03', on('2022-01-10'), '2021-11-26', 'WE-05'],
    ['DL-04', on('2022-01-10', { delivery: 'independent' }), '2021-12-10', 'WE-08'],
    ['DL-05', on('2021-10-02'), '2021-08-01', 'the day of submission'],
    ['DL-06', on('2021-10-02'), '2022-01-23', 'last day of the 委託期間'],
    ['DL-07', on('2021-10-02', { delivery: 'independent' }), '2022-02-25', 'in time for the report'],
    ['DL-08', on('2021-08-31'), '2021-09-30', 'WE-11'],
    ['DL-08', on('2021-06-30'), '2021-07-30', 'WE-12'],
    ['DL-08', on('2021-12-28'), '2022-01-28', 'WE-13'],
    ['DL-08', on('2022-01-23'), '2022-01-28', 'WE-14'],
    ['DL-09', on('2021-10-02'), '2022-01-28', 'final day'],
    ['DL-10', on('2022-01-31', { delivery: 'independent' }), '2022-02-25', 'WE-15'],
    ['DL-10', on('2022-01-24', { delivery: 'independent' }), '2022-02-24', 'WE-16'],
    ['DL-11', on('2021-10-02', { contractAmountFixedOn: '2021-05-31' }), '2021-06-30', 'WE-20'],
    ['DL-12', on('2021-10-02', { finalAmountFixedOn: '2021-11-30' }), '2021-12-31', 'WE-22'],
  ])('%s of %j is %s (%s)', (id, given, due) => {
    expect(deadlines(given)[id]?.dueOn).toBe(due);
  });

  test('an exam on a later day moves the end of the course', () => {
    const given = { sessions: [{ id: 's2', date: '2021-10-09', start: 540, end: 600, format: 'exam' }] };
    expect(deadlines(given)['DL-08']?.dueOn).toBe('2021-11-09');
    expect(deadlines(given)['DL-02']?.dueOn).toBe('2021-08-02');
  });

  test('what it is counted from is unknown: no day, and nothing is overdue', () => {
    const unknown = deadlines({ asOf: '2022-03-31' }, [
      'sessions.s1',
      'assignments.a1',
      'lines.H1',
      'course.applicationSentOn',
      'course.applicationReceivedOn',
    ]);
    for (const id of ['DL-02', 'DL-03', 'DL-05', 'DL-08', 'DL-11', 'DL-12']) {
      expect(unknown[id]).toMatchObject({ dueOn: null, safeOn: null, doneOn: null, state: 'notStarted' });
    }
  });

  test('a book without the figure gives no day either', () => {
    const hole: Rulebook = {
      ...book,
      read: (key, day) => {
        if (key === 'course.report.months') throw new MissingFigure(key, day);
        return book.read(key, day);
      },
    };
    const own = deadlines({}, [], hole);
    expect(own['DL-08']).toMatchObject({ dueOn: null, state: 'notStarted' });
    expect(own['DL-08']?.formulaJa).toContain('course.report.months');
    expect(own['DL-09']?.dueOn).toBe('2022-01-28');
  });
});

describe('safe days', () => {
  test.each([
    ['2021-09-28', 3, '2021-09-24'],
    ['2021-11-30', 3, '2021-11-26'],
    ['2021-08-30', 0, '2021-08-30'],
    ['2021-08-28', 0, '2021-08-27'],
    ['2021-08-29', 0, '2021-08-27'],
    ['2022-01-03', 3, '2021-12-31'],
  ])('%s less %i days: %s', (due, days, expected) => {
    expect(safeDay(due, days)).toBe(expected);
  });

  test('the course may set its own number of days', () => {
    expect(deadlines()['DL-08']).toMatchObject({ dueOn: '2021-11-02', safeOn: '2021-10-29' });
    expect(deadlines({ course: { settings: { safetyDays: 10 } } })['DL-08']?.safeOn).toBe('2021-10-22');
  });

  test('a period and an expected payment have none', () => {
    const own = deadlines({ course: { contractAmountFixedOn: '2021-08-20' } });
    expect([own['DL-06']?.safeOn, own['DL-11']?.safeOn]).toEqual([null, null]);
  });
});

describe('states', () => {
  const state = (id: string, given: Record<string, unknown>, drop: string[] = []) => {
    const own = deadlines(given, drop)[id];
    return [own?.state, own?.doneOn];
  };

  test('an application: not sent, sent, arrived, late', () => {
    const nothing = ['course.applicationSentOn', 'course.applicationReceivedOn'];
    expect(state('DL-03', { asOf: '2021-09-02' }, nothing)).toEqual(['notStarted', null]);
    expect(state('DL-03', { asOf: '2021-09-03' }, nothing)).toEqual(['overdue', null]);
    expect(state('DL-03', {}, ['course.applicationReceivedOn'])).toEqual(['inProgress', null]);
    expect(state('DL-03', {})).toEqual(['done', '2021-08-02']);
  });

  test('a copy does not keep the date of an original', () => {
    expect(state('DL-03', { course: { applicationIsOriginal: false } })).toEqual(['inProgress', null]);
    const report = { asOf: '2021-10-20', course: { reportReceivedOn: '2021-10-20' } };
    expect(state('DL-08', report)).toEqual(['done', '2021-10-20']);
    expect(state('DL-08', { ...report, course: { ...report.course, reportIsOriginal: false } })).toEqual([
      'inProgress',
      null,
    ]);
    const own = { course: { delivery: 'independent', applicationIsOriginal: false } };
    expect(state('DL-04', own)).toEqual(['done', '2021-08-02']);
  });

  test('一次承認 is done when everybody on the list has it', () => {
    const people = (second: object) => ({
      participants: [
        { id: 'P1', nameJa: '一ノ瀬 泉' },
        { id: 'P2', nameJa: '二宮 葵' },
      ],
      enrollments: [
        { id: 'E1', participantId: 'P1', startFiscalYear: 2021, status: 'approved', primaryApprovedOn: '2021-07-10' },
        { id: 'E2', participantId: 'P2', startFiscalYear: 2021, ...second },
      ],
    });
    expect(state('DL-02', people({ status: 'applied' }))).toEqual(['inProgress', null]);
    expect(state('DL-02', people({ status: 'withdrawn' }))).toEqual(['done', '2021-07-10']);
    expect(state('DL-02', people({ status: 'primaryApproved', primaryApprovedOn: '2021-07-12' }))).toEqual([
      'done',
      '2021-07-12',
    ]);
    expect(state('DL-02', people({ status: 'approved' }))).toEqual(['done', null]);
    expect(state('DL-02', { asOf: '2021-08-03' })).toEqual(['overdue', null]);
  });

  test('the fee is done when every recorded payment of its kind is paid', () => {
    const paid = { id: 'p1', kind: 'courseFee', amount: 11000, paidOn: '2021-08-01' };
    const open = { id: 'p2', kind: 'courseFee', amount: 11000 };
    expect(state('DL-05', { payments: [paid] })).toEqual(['done', '2021-08-01']);
    expect(state('DL-05', { payments: [paid, open] })).toEqual(['inProgress', null]);
    expect(state('DL-05', { payments: [{ ...paid, kind: 'referenceBook' }] })).toEqual(['notStarted', null]);
    const own = { course: { delivery: 'independent' }, payments: [{ ...paid, kind: 'managementFee' }] };
    expect(state('DL-05', own)).toEqual(['done', '2021-08-01']);
  });

  test('the period: before, during, after, outside', () => {
    expect(state('DL-06', { asOf: '2021-10-01' })).toEqual(['notStarted', null]);
    expect(state('DL-06', { asOf: '2021-10-02' })).toEqual(['inProgress', null]);
    expect(state('DL-06', { asOf: '2021-10-03' })).toEqual(['done', '2021-10-02']);
    expect(state('DL-06', on('2022-01-24'))).toEqual(['overdue', null]);
    expect(state('DL-06', on('2021-03-31'))).toEqual(['overdue', null]);
  });

  test('payments: awaited, received, overdue, nothing to come', () => {
    const fixed = { contractAmount: 24000, contractAmountFixedOn: '2021-08-20' };
    expect(state('DL-11', { asOf: '2021-09-30', course: fixed })).toEqual(['inProgress', null]);
    expect(state('DL-11', { asOf: '2021-10-01', course: fixed })).toEqual(['overdue', null]);
    const received = { ...fixed, advanceReceived: 19000, advanceReceivedOn: '2021-09-30' };
    expect(state('DL-11', { asOf: '2021-10-01', course: received })).toEqual(['done', '2021-09-30']);
    const final = {
      ...received,
      contractOn: '2021-08-20',
      reportReceivedOn: '2021-10-20',
      finalAmountFixedOn: '2021-11-30',
    };
    const report = (amount: number) => ({
      stage: 'report',
      asOf: '2022-01-01',
      course: { ...final, finalAmount: amount },
    });
    expect(state('DL-12', report(20000))).toEqual(['overdue', null]);
    expect(state('DL-12', report(19000))).toEqual(['done', null]);
  });
});

test('every deadline says in words how its day is found and what follows when it is missed', () => {
  for (const given of [{}, { course: { level: 'coach1', delivery: 'independent' } }]) {
    for (const deadline of Object.values(deadlines(given))) {
      expect(deadline.formulaJa).not.toBe('');
      expect(deadline.lateJa).not.toBe('');
      expect(deadline.sourceJa).not.toBe('');
    }
  }
  expect(deadlines()['DL-03']?.formulaJa).toBe(
    '講習会の開始日（2021年10月2日）の1か月前（2021年9月2日）と最終締切日（2021年11月26日）の早い方',
  );
});
