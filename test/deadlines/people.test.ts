/** 受講者ごとの期限 and those of the fiscal year: DL-13 to DL-18. */
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { decisionFileOf } from '../../shared/rules/decision-file.js';
import { MissingFigure } from '../../shared/rules/engine/figure.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { type Deadline, isTask } from '../../shared/rules/courses/deadlines/deadline.js';
import { caseFrom } from '../support/cases.js';

const book = rulebook('R3');

function deadlines(given: Record<string, unknown>, drop: string[] = [], own: Rulebook = book): readonly Deadline[] {
  return check(caseFrom('enrollment', given, drop), own).deadlines;
}
function byKey(key: string, ...parameters: Parameters<typeof deadlines>): Deadline | undefined {
  return deadlines(...parameters).find((deadline) => deadline.key === key);
}

/** One 免除・免除申請 of P01. */
const applying = (application: object, rest: object = {}) => ({
  ...rest,
  exemptionApplications: [{ id: 'A1', participantId: 'P01', ...application }],
});
const ofApplication = (given: Record<string, unknown>) => deadlines(given).filter(({ key }) => key.endsWith('.A1'));

describe('免除・免除申請 (DL-13, DL-14)', () => {
  test.each([
    ['2022-04-01', 'DL-13', '2021-11-30'],
    ['2021-10-01', 'DL-14', '2021-05-31'],
    ['2023-04-01', 'DL-13', '2022-11-30'],
    ['2022-10-01', 'DL-14', '2022-05-31'],
  ])('a registration wished for on %s is %s, due %s', (wishedRegistration, deadlineId, dueOn) => {
    expect(ofApplication(applying({ wishedRegistration }))).toMatchObject([{ deadlineId, dueOn, personId: 'P01' }]);
  });

  test.each([
    ['2021-05-31', 'DL-14', '2021-05-31'],
    ['2021-06-01', 'DL-13', '2021-11-30'],
    ['2021-11-30', 'DL-13', '2021-11-30'],
    ['2021-12-01', 'DL-14', '2022-05-31'],
  ])('without a wish it is the next one: on %s %s, due %s', (asOf, deadlineId, dueOn) => {
    const [own] = ofApplication(applying({}, { asOf }));
    expect(own).toMatchObject({ deadlineId, dueOn, state: 'notStarted' });
    expect(own?.formulaJa).toContain('希望の登録日が未入力');
  });

  test('a day on which nobody is registered is said to be none', () => {
    const [own] = ofApplication(applying({ wishedRegistration: '2022-04-02' }, { asOf: '2021-08-01' }));
    expect(own).toMatchObject({ deadlineId: 'DL-13', dueOn: '2021-11-30' });
    expect(own?.formulaJa).toContain('2022年4月2日は登録日ではない');
  });

  test('late: what comes next', () => {
    const late = (wishedRegistration: string) =>
      ofApplication(applying({ wishedRegistration }, { asOf: '2022-03-01' })).map(({ state, lateJa }) => [
        state,
        lateJa,
      ]);
    expect(late('2022-04-01')).toEqual([['overdue', '2022年4月1日付登録に間に合いません（次は2022年10月1日付）']]);
    expect(late('2021-10-01')).toEqual([['overdue', '2021年10月1日付登録に間に合いません（次は2022年4月1日付）']]);
  });

  test('the day itself is in time', () => {
    const state = (asOf: string) =>
      ofApplication(applying({ wishedRegistration: '2022-04-01' }, { asOf })).map((own) => own.state);
    expect([state('2021-11-30'), state('2021-12-01')]).toEqual([['notStarted'], ['overdue']]);
  });

  test('begun, completed, accepted, refused', () => {
    const of = (application: object) =>
      ofApplication(applying({ wishedRegistration: '2022-04-01', ...application })).map(({ state, doneOn }) => [
        state,
        doneOn,
      ]);
    expect(of({ appliedOn: '2021-07-01' })).toEqual([['inProgress', null]]);
    expect(of({ appliedOn: '2021-07-01', completedOn: '2021-07-20' })).toEqual([['done', '2021-07-20']]);
    expect(of({ status: 'accepted' })).toEqual([['done', null]]);
    expect(of({ status: 'refused' })).toEqual([]);
  });

  test('names the person and the registration, and has a safe day', () => {
    expect(ofApplication(applying({ wishedRegistration: '2022-04-01' }))).toMatchObject([
      {
        nameJa: '免除・免除申請（2022年4月1日付登録）',
        personJa: '青木 大',
        safeOn: '2021-11-26',
        arrival: 'completed',
        kind: 'deadline',
      },
    ]);
  });

  test('a book without the registration days gives none', () => {
    const hole: Rulebook = {
      ...book,
      read: (key, day) => {
        if (key.startsWith('exemption.registration.')) throw new MissingFigure(key, day);
        return book.read(key, day);
      },
    };
    expect(deadlines(applying({}), [], hole).filter(({ key }) => key.endsWith('.A1'))).toEqual([]);
  });
});

describe('受講有効期間 (DL-15)', () => {
  const validity = (enrollment: object, asOf = '2021-08-01') =>
    byKey('DL-15.E01', { asOf, enrollments: [{ id: 'E01', ...enrollment }] });

  test.each([
    [2021, '2025-03-31'],
    [2018, '2022-03-31'],
  ])('begun in %i it ends on %s', (startFiscalYear, dueOn) => {
    expect(validity({ startFiscalYear })).toMatchObject({ dueOn, safeOn: null, personId: 'P01', state: 'inProgress' });
  });

  test('overdue from the day after', () => {
    expect(validity({ startFiscalYear: 2018 }, '2022-03-31')?.state).toBe('inProgress');
    expect(validity({ startFiscalYear: 2018 }, '2022-04-01')?.state).toBe('overdue');
  });

  test('over with the judgement', () => {
    expect(validity({ status: 'passed' })?.state).toBe('done');
    expect(validity({ judgement: 'exempt' })?.state).toBe('done');
    expect(validity({ judgement: 'fail' })?.state).toBe('inProgress');
  });

  test('each enrolment that stands has its own, under one number in the public file', () => {
    const own = caseFrom('enrollment', { enrollments: [{ id: 'E10', status: 'withdrawn' }] });
    const file = decisionFileOf(own, check(own, book));
    expect(file.deadlines.filter(({ deadlineId }) => deadlineId === 'DL-15')).toHaveLength(9);
  });

  test('is no task', () => {
    expect(
      deadlines({})
        .filter(isTask)
        .map(({ deadlineId }) => deadlineId),
    ).not.toContain('DL-15');
  });
});

describe('年度 (DL-16, DL-17)', () => {
  test('実施希望調査', () => {
    expect(byKey('DL-16', {})).toMatchObject({ dueOn: '2021-01-31', state: 'overdue', kind: 'guideline' });
    expect(byKey('DL-16', { course: { surveyReplied: true } })).toMatchObject({ state: 'done', doneOn: null });
    expect(byKey('DL-16', { asOf: '2021-01-31' })?.state).toBe('notStarted');
    expect(byKey('DL-16', { course: { surveyReplied: false } })?.state).toBe('overdue');
    expect(byKey('DL-16', {})?.formulaJa).toBe('令和3年度の調査は前年度の1月ごろ（その末日を目途とする）');
  });

  test('年齢の基準日', () => {
    expect(byKey('DL-17', { asOf: '2021-03-31' })).toMatchObject({
      dueOn: '2021-04-01',
      state: 'notStarted',
      safeOn: null,
    });
    expect(byKey('DL-17', { asOf: '2021-04-01' })?.state).toBe('done');
    expect(byKey('DL-17', {})?.formulaJa).toBe('受講する年度の2021年4月1日に満20歳以上');
    const own = { course: { level: 'coach1', competition: { nameJa: '剣道', ageRule: { minAge: 22 } } } };
    expect(byKey('DL-17', own)?.formulaJa).toContain('満22歳以上');
  });
});

describe('指導経験 (DL-18)', () => {
  const cheer = (exemption: object, course: object = {}) => ({
    course: { competition: { nameJa: 'チアリーディング' }, ...course },
    exemptions: [
      {
        id: 'X1',
        participantId: 'P01',
        subject: 'specialty',
        qualificationJa: '指導者資格Class I',
        appliedOn: '2021-07-01',
        ...exemption,
      },
    ],
  });
  const own = (...parameters: Parameters<typeof cheer>) => byKey('DL-18.X1', cheer(...parameters));

  test('two years before the application', () => {
    expect(own({})).toMatchObject({ dueOn: '2019-07-01', state: 'notStarted', personId: 'P01', safeOn: null });
  });

  test('the day of the case stands in for the application', () => {
    const given = cheer({});
    expect(byKey('DL-18.X1', { ...given, asOf: '2020-02-29' }, ['exemptions.X1.appliedOn'])?.dueOn).toBe('2018-02-28');
  });

  test.each([
    ['2019-07-01', 'done'],
    ['2019-06-30', 'overdue'],
    ['2021-07-01', 'done'],
    ['2021-07-02', 'overdue'],
  ])('experience on %s: %s', (coachingExperienceOn, state) => {
    expect(own({ coachingExperienceOn })?.state).toBe(state);
  });

  test('only Class I, only at コーチ2, only in that competition', () => {
    expect(own({ qualificationJa: '指導者資格Class II' })).toBeUndefined();
    expect(own({}, { level: 'coach1' })).toBeUndefined();
    expect(own({}, { competition: { nameJa: '水泳' } })).toBeUndefined();
    expect(own({ subject: 'common2' })).toBeUndefined();
    expect(own({ tableRowNo: 29 }, { competition: { nameJa: '水泳' } })?.dueOn).toBe('2019-07-01');
  });
});

describe('受講料 by the list of 受講者, where no payment is recorded (DL-05)', () => {
  const PAID = { feePaidOn: '2021-08-01' };
  const listed = (enrollments: readonly object[], rest: object = {}): Deadline | undefined =>
    check(caseFrom('payers', { enrollments, ...rest }, ['payments']), book).deadlines.find(
      ({ deadlineId }) => deadlineId === 'DL-05',
    );
  const all = (...last: readonly object[]): readonly object[] => [
    { id: 'E01', ...PAID },
    { id: 'E02', feePaidOn: '2021-08-03' },
    { id: 'E03', ...PAID },
    ...last,
  ];

  test('done with the last day when every new participant has paid; 過年度受講者 do not pay', () => {
    expect(listed(all({ id: 'E04', ...PAID }))).toMatchObject({ state: 'done', doneOn: '2021-08-03' });
  });

  test('one who has not paid keeps it open', () => {
    expect(listed(all(), { asOf: '2021-07-20' })).toMatchObject({ state: 'inProgress', doneOn: null });
  });

  test('nobody has paid: not started', () => {
    expect(listed([], { asOf: '2021-07-20' })).toMatchObject({ state: 'notStarted' });
  });

  test.each([{ judgement: 'exempt' }, { isPayer: false }, { status: 'withdrawn' }, { startFiscalYear: 2020 }])(
    'who does not pay is not waited for: %o',
    (without) => {
      expect(listed(all({ id: 'E04', ...without }))).toMatchObject({ state: 'done' });
    },
  );

  test('who pays again as recorded is waited for', () => {
    expect(listed(all({ id: 'E04', ...PAID }, { id: 'E05', isPayer: true }))).toMatchObject({ doneOn: null });
  });
});
