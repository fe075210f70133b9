/** The steps of a course: what keeps each back at its boundary, what it writes, and that none leads nowhere. */
import { describe, expect, test } from 'vitest';
import type { Delivery } from '../../shared/model/case/course.js';
import {
  earlierStates,
  farthestOnWay,
  FINAL_STATES,
  nextStep,
  statesOf,
  stepOf,
  stepsFrom,
  stepsNow,
} from '../../shared/workflow/course-machine.js';
import { apply, stepBack } from '../../shared/workflow/step-effects.js';
import { at, BOUNDARIES, CONTRACTED, independent, REPORTED, SENT } from './boundaries.js';
import { after, blocking, lacks, situation } from './situation.js';

describe('the table of steps', () => {
  const KINDS: readonly Delivery[] = ['commissioned', 'independent'];

  test.each(KINDS)('%s: every step leads to a state of the machine, and only what is over leads nowhere', (kind) => {
    for (const state of statesOf(kind)) {
      const steps = stepsFrom(state, kind);
      for (const { event, to } of steps)
        expect(to === 'same' || statesOf(kind).includes(to), `${state} ${event}`).toBe(true);
      expect(
        steps.some((step) => step.to !== 'same'),
        state,
      ).toBe(!FINAL_STATES.includes(state));
    }
  });

  test.each(KINDS)('%s: from every state the end can be reached', (kind) => {
    for (const state of statesOf(kind)) {
      const seen = new Set([state]);
      for (const one of seen) for (const { to } of stepsFrom(one, kind)) if (to !== 'same') seen.add(to);
      expect(
        FINAL_STATES.some((end) => seen.has(end)),
        state,
      ).toBe(true);
    }
  });

  test.each(KINDS)('%s: every state is reached from the beginning', (kind) => {
    const seen = new Set(statesOf(kind).slice(0, 1));
    for (const one of seen) for (const { to } of stepsFrom(one, kind)) if (to !== 'same') seen.add(to);
    expect([...seen].sort()).toEqual([...statesOf(kind)].sort());
  });

  test('a course of a kind has no steps of the other kind', () => {
    expect(stepsFrom('applicationReview', 'independent').map((step) => step.event)).not.toContain('concludeContract');
    expect(stepsFrom('applicationReview', 'commissioned').map((step) => step.event)).not.toContain('receiveApproval');
    expect(stepsFrom('planning', 'commissioned').map((step) => step.event)).not.toContain('openRecruitment');
  });
});

describe.each(BOUNDARIES)('%s', (event, given, short, enough, words, fields, to) => {
  const before = situation(given);

  test('is kept back, with the reason', () => {
    expect(stepsNow(before).map((step) => step.event)).toContain(event);
    expect(blocking(event, before, short).join('／')).toMatch(words);
  });

  test('goes on with what it needs, writes its fields and its line of the history', () => {
    expect(blocking(event, before, enough)).toEqual([]);
    const outcome = apply(event, before, enough);
    expect(outcome.course).toMatchObject({ ...fields, status: to });
    const { day, eventJa } = stepOf(event, before.value.course.delivery);
    expect(outcome.steps.at(-1)).toEqual({
      on: enough[day],
      ...(before.state === 'none' ? {} : { from: before.state }),
      to,
      eventJa,
      ...(enough.reasonJa === undefined ? {} : { reasonJa: enough.reasonJa }),
    });
    expect(after(event, before, enough).state).toBe(to);
  });
});

describe('what the rules say of a step', () => {
  test('a warning is told with its rule and clause and does not keep the step back', () => {
    const before = situation(at('recruitPreparing'));
    // コーチ2 must be approved two months before the start: 2021-08-02.
    const late = { recruitStart: '2021-06-01', recruitEnd: '2021-08-03' };
    expect(blocking('openRecruitment', before, late)).toEqual([]);
    for (const lack of lacks('openRecruitment', before, late)) {
      expect(lack).toMatchObject({ ruleId: expect.stringMatching(/^REC-PER/), sourceJa: expect.any(String) });
    }
  });

  test('fewer than ten heads: the approval opens the step', () => {
    const given = at('confirmingParticipants', { course: { applicationHeadcount: 9 } });
    const before = situation(given);
    const [lack] = lacks('confirmParticipants', before, { on: '2021-08-01' });
    expect(lack).toMatchObject({
      ruleId: 'REC-CNT-01',
      blocks: true,
      canBeApproved: true,
      where: { screen: 'participants' },
    });
    const approved = {
      ...before,
      value: {
        ...before.value,
        approvals: [
          {
            id: 'AP1',
            kind: 'tenPersonException' as const,
            source: 'jspo' as const,
            date: '2021-07-20',
            contactPerson: '担当 森',
            means: '電話',
            scope: 'course' as const,
          },
        ],
      },
    };
    expect(blocking('confirmParticipants', approved, { on: '2021-08-01' })).toEqual([]);
  });

  test('a 独自 course needs neither ten heads nor lines', () => {
    const given = at('applicationPreparing', { course: { ...independent, applicationHeadcount: 3 }, drop: ['lines'] });
    expect(blocking('submitApplication', situation(given), { applicationSentOn: '2021-08-20' })).toEqual([]);
    const commissioned = at('applicationPreparing', { drop: ['lines'] });
    expect(blocking('submitApplication', situation(commissioned), { applicationSentOn: '2021-08-20' })).toEqual([
      '経費の明細がまだありません',
    ]);
  });

  test('without days nothing can be applied for', () => {
    const given = at('applicationPreparing', { drop: ['sessions', 'assignments', 'lines'], course: independent });
    expect(blocking('submitApplication', situation(given), { applicationSentOn: '2021-08-20' })).toEqual([
      '日程がまだありません',
    ]);
  });

  test('money that is cut or waits is told with its amount', () => {
    const before = situation(at('applicationPreparing'));
    const value = {
      ...before.value,
      lines: before.value.lines?.map((line) => ({ ...line, rate: 13_000, planned: 26_000 })),
    };
    const told = lacks(
      'submitApplication',
      { ...before, value: value as typeof before.value },
      { applicationSentOn: '2021-08-01' },
    );
    expect(told.map((lack) => lack.ja)).toContain('対象にならない経費が2,000円あります');
  });

  test('a step before the one it follows, or in the future, is told', () => {
    const history = [
      { on: '2021-08-25', from: 'applied', to: 'applicationReview', eventJa: '申請書の精査開始' },
    ] as const;
    const before = situation(at('applicationReview', { course: SENT, history }));
    const words = (on: string) =>
      lacks('requestRevision', before, { on })
        .map((lack) => lack.ja)
        .join();
    expect(words('2021-08-24')).toContain('前の段階「申請書の精査開始」（2021年8月25日）より前の日');
    expect(words('2021-08-25')).not.toContain('より前の日');
    expect(words('2021-08-01')).not.toContain('まだ先の日');
    expect(words('2021-08-02')).toContain('まだ先の日');
  });
});

describe('what goes with a step', () => {
  test('the application is kept as it was handed in, and anew when it is handed in again', () => {
    const submitted = after('submitApplication', situation(at('applicationPreparing')), {
      applicationSentOn: '2021-08-01',
    });
    expect(submitted.value.course.applicationSnapshot).toMatchObject({
      dates: ['2021-10-02'],
      venueIds: ['V1'],
      mode: 'inPerson',
      headcount: 24,
      accounts: { honorarium: 24_000 },
    });
    const revised = situation({
      course: { ...submitted.value.course, status: 'applicationRevision', mode: 'hybrid' },
    });
    const outcome = apply('resubmitApplication', revised, { on: '2021-08-30' });
    expect(outcome.course.applicationSnapshot?.mode).toBe('hybrid');
    expect(apply('beginReview', submitted, { on: '2021-08-30' }).course.applicationSnapshot).toBeUndefined();
  });

  test('受講料 paid with the application becomes a payment, of the kind of the course', () => {
    const fees = { applicationSentOn: '2021-08-01', feePaidOn: '2021-08-01', feePaid: 264_000, feeHeads: 24 };
    expect(apply('submitApplication', situation(at('applicationPreparing')), fees).payment).toEqual({
      kind: 'courseFee',
      amount: 264_000,
      paidOn: '2021-08-01',
      payerKind: 'hostOrg',
      heads: 24,
    });
    const own = situation(at('applicationPreparing', { course: independent }));
    expect(apply('submitApplication', own, fees).payment?.kind).toBe('managementFee');
    const { feePaid, ...without } = fees;
    expect(feePaid).toBe(264_000);
    expect(apply('submitApplication', own, without).payment).toBeUndefined();
  });

  test('the end of the course begins the report, the fixed amount holds the book', () => {
    const ended = apply('endCourse', situation(at('running', { course: CONTRACTED })), { on: '2021-10-02' });
    expect(ended).toMatchObject({ stage: 'report', opensIndependentCourse: false });
    expect(ended.book).toBeUndefined();
    const fixed = apply('fixAmount', situation(at('reportReview', { course: REPORTED, stage: 'report' })), {
      finalAmount: 24_000,
      finalAmountFixedOn: '2021-11-20',
      finalNoticeOn: '2021-11-20',
    });
    expect(fixed.book).toBe('hold');
  });

  test.each([
    [19_001, 'awaitBalance'],
    [19_000, 'settleEven'],
    [18_999, 'acceptRefundInvoice'],
  ] as const)('a final amount of %i after an advance of 19,000 leads to %s', (finalAmount, event) => {
    const fixed = situation(at('amountFixed', { course: { ...REPORTED, finalAmount }, stage: 'report' }));
    expect(stepsNow(fixed).map((step) => step.event)).toEqual([event]);
    expect(nextStep(fixed)?.event).toBe(event);
  });

  test('a course that began before its advance came can still record it, once', () => {
    const running = situation(at('running', { course: CONTRACTED }));
    expect(stepsNow(running).map((step) => step.event)).toContain('receiveAdvanceLate');
    const paid = after('receiveAdvanceLate', running, { advanceReceivedOn: '2021-10-29', advanceReceived: 19_000 });
    expect(paid.state).toBe('running');
    expect(stepsNow(paid).map((step) => step.event)).not.toContain('receiveAdvanceLate');
  });
});

describe('deadlines that pass', () => {
  test('申請: one day past, unsent, the course shows as 期限超過 and offers what is left', () => {
    expect(situation(at('applicationPreparing', { asOf: '2021-09-02' })).state).toBe('applicationPreparing');
    const late = situation(at('applicationPreparing', { asOf: '2021-09-03' }));
    expect(late.state).toBe('overdue');
    expect(stepsNow(late).map((step) => step.event)).toEqual([
      'submitApplication',
      'resumeApplication',
      'consult',
      'convert',
      'cancel',
    ]);
    expect(nextStep(late)?.event).toBe('consult');
    expect(blocking('resumeApplication', late, { on: '2021-09-03' })).toHaveLength(1);
    const cancelled = apply('cancel', late, { on: '2021-09-03', reasonJa: '期限に間に合わない' });
    expect(cancelled.steps.map(({ from, to }) => [from, to])).toEqual([
      ['applicationPreparing', 'overdue'],
      ['overdue', 'cancelled'],
    ]);
  });

  test('a 独自 course has no such end', () => {
    const own = at('applicationPreparing', { asOf: '2021-09-03', course: independent });
    expect(situation(own).state).toBe('applicationPreparing');
  });

  test.each(['advancePaid', 'running', 'reportPreparing'] as const)(
    '報告: from %s, one day past the last day',
    (status) => {
      const given = (asOf: string) =>
        at(status, { asOf, course: { ...CONTRACTED, advanceReceived: 19_000, advanceReceivedOn: '2021-10-29' } });
      expect(situation(given('2022-01-28')).state).toBe(status);
      const late = situation(given('2022-01-29'));
      expect(late.state).toBe('fullRefundPending');
      expect(stepsNow(late).map((step) => step.event)).toEqual(['submitReport', 'payRefund', 'consult']);
      expect(after('payRefund', late, { refundPaidOn: '2022-02-10' }).state).toBe('refunded');
    },
  );

  test('nothing received, nothing to give back', () => {
    const late = situation(at('running', { asOf: '2022-01-29', course: CONTRACTED }));
    expect(stepsNow(late).map((step) => step.event)).toEqual(['submitReport', 'finishUnpaid', 'consult']);
    expect(nextStep(late)?.event).toBe('finishUnpaid');
  });
});

describe('going back', () => {
  test.each([
    ['planning', 'commissioned', []],
    ['applied', 'independent', ['planning', 'recruiting', 'confirmingParticipants', 'applicationPreparing']],
    ['recruiting', 'commissioned', ['planning', 'recruitPreparing']],
    ['overdue', 'independent', ['planning', 'recruiting', 'confirmingParticipants', 'applicationPreparing']],
  ] as const)('%s (%s)', (state, kind, earlier) => {
    expect(earlierStates(state, kind, [])).toEqual(earlier);
  });

  test('a course beside the way goes back to where it was', () => {
    expect(earlierStates('applicationRevision', 'commissioned', []).at(-1)).toBe('applicationReview');
    const history = [{ on: '2021-06-01', from: 'recruiting', to: 'cancelled', eventJa: '中止' }] as const;
    expect(earlierStates('cancelled', 'commissioned', history).at(-1)).toBe('recruiting');
    expect(farthestOnWay('completed', 'commissioned', [])).toBe('amountFixed');
  });

  test('every state that has one before it can be left backwards', () => {
    for (const kind of ['commissioned', 'independent'] as const) {
      for (const state of statesOf(kind).filter((one) => one !== 'none' && one !== 'planning')) {
        expect(earlierStates(state, kind, []).length, state).toBeGreaterThan(0);
      }
    }
  });

  test('demands its reason and writes it down', () => {
    const before = situation(at('contracted', { course: CONTRACTED }));
    expect(() => stepBack(before, 'applicationReview', '2021-09-20', '　 ')).toThrow();
    const back = stepBack(before, 'applicationReview', '2021-09-20', '契約書の差し替え');
    expect(back).toEqual({
      course: { status: 'applicationReview' },
      steps: [
        {
          on: '2021-09-20',
          from: 'contracted',
          to: 'applicationReview',
          eventJa: '前の段階に戻した',
          reasonJa: '契約書の差し替え',
        },
      ],
      book: 'release',
      opensIndependentCourse: false,
    });
  });

  test('behind the report the application is worked on again; behind the fixed amount the book is free again', () => {
    const reported = situation(at('amountFixed', { course: { ...REPORTED, finalAmount: 24_000 }, stage: 'report' }));
    expect(stepBack(reported, 'running', '2021-12-01', '誤り')).toMatchObject({
      stage: 'application',
      book: 'release',
    });
    expect(stepBack(reported, 'reportPreparing', '2021-12-01', '誤り').stage).toBeUndefined();
    const over = situation(at('completed', { course: { ...REPORTED, finalAmount: 24_000 }, stage: 'report' }));
    expect(stepBack(over, 'amountFixed', '2021-12-01', '誤り').book).toBeUndefined();
  });

  test('a conversion taken back no longer ends the 委託 claim', () => {
    const converted = situation(
      at('convertedToIndependent', {
        course: { conversion: { decidedOn: '2021-08-01', newApplicationSubmittedOn: '2021-08-02' } },
      }),
    );
    const back = stepBack(converted, 'applicationPreparing', '2021-08-10', '人数がそろった').course;
    expect('conversion' in back && back.conversion === undefined).toBe(true);
  });
});

describe('a course without a recorded state stands where its dates say', () => {
  test.each([
    ['2021-10-01', CONTRACTED, 'contracted'],
    ['2021-10-02', CONTRACTED, 'running'],
    ['2021-10-03', CONTRACTED, 'reportPreparing'],
    ['2021-10-01', { ...CONTRACTED, advanceReceivedOn: '2021-09-30' }, 'advancePaid'],
    ['2021-10-01', { ...CONTRACTED, ...independent }, 'approvedIndependent'],
    ['2021-04-30', {}, 'planning'],
    ['2021-05-01', {}, 'recruiting'],
    ['2021-07-01', {}, 'recruiting'],
    ['2021-07-02', {}, 'confirmingParticipants'],
  ] as const)('on %s with %j: %s', (asOf, course, state) => {
    expect(situation({ asOf, course }).state).toBe(state);
  });
});
