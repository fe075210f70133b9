/** 進み: what the screens show of a course, from the same machine. */
import { describe, expect, test } from 'vitest';
import type { Course, CourseStatus } from '../../shared/model/case/course.js';
import { phasesOf, wayOf } from '../../shared/workflow/way.js';
import { at, CONTRACTED, independent, REPORTED, SENT } from './boundaries.js';
import { situation } from './situation.js';

const SIGNS = { done: '済', now: '今', open: '・', none: '—' } as const;

function phases(status: CourseStatus | undefined, course: Partial<Course> = {}, asOf = '2021-08-01'): string {
  const given = status === undefined ? { course, asOf } : at(status, { course, asOf });
  return phasesOf(situation(given).value)
    .map(({ state }) => SIGNS[state])
    .join('');
}

describe('the six phases', () => {
  test.each([
    ['planning', {}, '今・・・・・'],
    ['confirmingParticipants', {}, '今・・・・・'],
    ['applicationPreparing', {}, '済今・・・・'],
    ['applied', SENT, '済済今・・・'],
    ['applicationRevision', SENT, '済済今・・・'],
    ['contracted', CONTRACTED, '済済済今・・'],
    ['running', CONTRACTED, '済済済今・・'],
    ['reportPreparing', CONTRACTED, '済済済済今・'],
    ['reportRevision', REPORTED, '済済済済今・'],
    ['amountFixed', REPORTED, '済済済済済今'],
    ['refunded', REPORTED, '済済済済済今'],
    ['completed', REPORTED, '済済済済済済'],
    ['cancelled', CONTRACTED, '済済済———'],
    ['planning', independent, '今・—・・—'],
    ['applied', { ...SENT, ...independent }, '済今—・・—'],
    ['approvedIndependent', { ...SENT, ...independent }, '済済—今・—'],
    ['reported', { ...REPORTED, ...independent }, '済済—済今—'],
    ['completed', { ...REPORTED, ...independent }, '済済—済済—'],
  ] as const)('%s %j', (status, course, signs) => {
    expect(phases(status, course)).toBe(signs);
  });

  test.each([
    [{}, '2021-04-30', '今・・・・・'],
    [SENT, '2021-08-30', '済済今・・・'],
    [CONTRACTED, '2021-10-01', '済済済今・・'],
    [CONTRACTED, '2021-10-03', '済済済済今・'],
    [REPORTED, '2021-10-30', '済済済済今・'],
    [{ ...REPORTED, finalAmount: 24_000 }, '2021-11-30', '済済済済済今'],
    [{ ...REPORTED, finalAmount: 24_000, balanceReceivedOn: '2021-12-28' }, '2021-12-30', '済済済済済済'],
  ] as const)('without a recorded state the dates tell: %j on %s', (course, asOf, signs) => {
    expect(phases(undefined, course, asOf)).toBe(signs);
  });
});

describe('the way in steps', () => {
  const done = (given: Parameters<typeof situation>[0]) =>
    wayOf(situation(given)).flatMap((step) => (step.isDone ? [step.event] : []));

  test('done up to where the course stands, with the days that are known', () => {
    const way = wayOf(situation(at('applied', { course: SENT })));
    expect(way.filter((step) => step.isDone).at(-1)).toMatchObject({ event: 'submitApplication', on: '2021-08-20' });
    expect(way.find((step) => step.event === 'openRecruitment')?.on).toBe('2021-05-01');
    expect(way.find((step) => step.event === 'concludeContract')).toMatchObject({ isDone: false, on: undefined });
  });

  test('the day of the history wins over the field of the course', () => {
    const history = [
      { on: '2021-08-21', from: 'applicationPreparing', to: 'applied', eventJa: '申請書の提出' },
    ] as const;
    const way = wayOf(situation(at('applied', { course: SENT, history })));
    expect(way.find((step) => step.event === 'submitApplication')?.on).toBe('2021-08-21');
  });

  test('an advance that has not come is not done although the course runs', () => {
    expect(done(at('running', { course: CONTRACTED }))).not.toContain('receiveAdvance');
    expect(done(at('running', { course: { ...CONTRACTED, advanceReceived: 19_000 } }))).toContain('receiveAdvance');
  });

  test.each([
    [undefined, 'receiveBalance'],
    [19_001, 'receiveBalance'],
    [19_000, 'settleEven'],
    [18_999, 'finish'],
  ] as const)('a final amount of %s after an advance of 19,000 ends with %s', (finalAmount, event) => {
    const course = { ...REPORTED, ...(finalAmount === undefined ? {} : { finalAmount }) };
    expect(wayOf(situation(at('amountFixed', { course, stage: 'report' }))).at(-1)?.event).toBe(event);
  });

  test('a cancelled course keeps what it had done', () => {
    const history = [{ on: '2021-06-01', from: 'recruiting', to: 'cancelled', eventJa: '中止' }] as const;
    expect(done(at('cancelled', { history }))).toEqual(['answerSurvey', 'becomeHost', 'openRecruitment']);
  });

  test('a completed course has done everything', () => {
    const own = wayOf(situation(at('completed', { course: { ...REPORTED, ...independent }, stage: 'report' })));
    expect(own.every((step) => step.isDone)).toBe(true);
    expect(own.map((step) => step.phase)).not.toContain('契約');
  });
});

test('a course whose report never came has no fixed amount behind it', () => {
  const history = [
    { on: '2022-01-29', from: 'reportPreparing', to: 'fullRefundPending', eventJa: '実施報告書の最終締切を過ぎた' },
    { on: '2022-02-10', from: 'fullRefundPending', to: 'refunded', eventJa: '返納' },
  ] as const;
  const way = wayOf(situation(at('refunded', { course: CONTRACTED, stage: 'report', asOf: '2022-02-11', history })));
  const done = way.flatMap((step) => (step.isDone ? [step.event] : []));
  expect(done).not.toContain('fixAmount');
  expect(done).not.toContain('submitReport');
  expect(done.at(-1)).toBe('payRefund');
});
