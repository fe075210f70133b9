import { describe, expect, test } from 'vitest';
import { type Enrollment, type EnrollmentStatus, enrollmentStatus } from '../../shared/model/case/participant.js';
import {
  applyEnrollmentStep,
  common1State,
  earlierEnrollmentStatuses,
  enrollmentBlockers,
  type EnrollmentEvent,
  enrollmentSteps,
} from '../../shared/workflow/enrollment.js';
import type { StepFinding } from '../../shared/workflow/lack.js';

const ALL = enrollmentStatus.options;
const OVER: readonly EnrollmentStatus[] = ['passed', 'rejected', 'withdrawn', 'expired'];

function enrollment(status: EnrollmentStatus, fields: Partial<Enrollment> = {}): Enrollment {
  return { id: 'E1', participantId: 'P1', startFiscalYear: 2021, status, ...fields };
}

function finding(ruleId: string, fields: Partial<StepFinding> = {}): StepFinding {
  return {
    ruleId,
    severity: 'error',
    place: { person: 'P1' },
    messageJa: 'この方は満20歳に達していません',
    sourceJa: '1.(2)',
    approved: false,
    needsConfirmation: false,
    ...fields,
  };
}

describe('steps of an enrolment', () => {
  test.each([
    ['applied', ['approvePrimary', 'reject', 'withdraw', 'expire']],
    ['primaryApproved', ['approveFinal', 'reject', 'withdraw', 'expire']],
    ['approved', ['begin', 'expire']],
    ['inProgress', ['pass', 'fail', 'missExam', 'expire']],
    ['failed', ['applyAgain', 'expire']],
    ['absent', ['applyAgain', 'expire']],
    ['passed', []],
    ['rejected', []],
    ['withdrawn', []],
    ['expired', []],
  ] as const)('from %s', (status, events) => {
    expect(enrollmentSteps(status).map((step) => step.event)).toEqual(events);
  });

  test('every step leads to a status of the machine, and only the four ends lead nowhere', () => {
    for (const status of ALL) {
      const steps = enrollmentSteps(status);
      for (const step of steps) expect(ALL, step.event).toContain(step.to);
      expect(steps.length === 0, status).toBe(OVER.includes(status));
    }
  });

  test.each([
    ['approvePrimary', 'applied', { status: 'primaryApproved', primaryApprovedOn: '2021-08-20' }],
    ['approveFinal', 'primaryApproved', { status: 'approved', finalApprovedOn: '2021-08-20' }],
    ['begin', 'approved', { status: 'inProgress' }],
    ['pass', 'inProgress', { status: 'passed', judgement: 'pass' }],
    ['fail', 'inProgress', { status: 'failed', judgement: 'fail' }],
    ['missExam', 'inProgress', { status: 'absent', judgement: 'absent' }],
    ['reject', 'applied', { status: 'rejected' }],
    ['withdraw', 'primaryApproved', { status: 'withdrawn' }],
    ['expire', 'failed', { status: 'expired' }],
  ] as const)('%s from %s writes its fields', (event, from, fields) => {
    expect(applyEnrollmentStep(event, enrollment(from), '2021-08-20')).toEqual({ ...enrollment(from), ...fields });
  });

  test('次年度に申込 belongs to a later course and leaves this enrolment as it is', () => {
    const before = enrollment('failed');
    expect(enrollmentSteps('failed')[0]).toMatchObject({ event: 'applyAgain', to: 'applied', inLaterCourse: true });
    expect(applyEnrollmentStep('applyAgain', before, '2022-04-10')).toBe(before);
  });
});

describe('what keeps a step of an enrolment back', () => {
  const blocking = (event: EnrollmentEvent, own: Enrollment, findings: readonly StepFinding[] = [], on?: string) =>
    enrollmentBlockers(event, own, findings, on).filter((lack) => lack.blocks);

  test('nothing, where the rules find nothing', () => {
    expect(enrollmentBlockers('approvePrimary', enrollment('applied'), [])).toEqual([]);
  });

  test.each(['REC-AGE-02', 'ENR-CON-01', 'ENR-VAL-01'])('%s keeps 一次承認 back', (ruleId) => {
    expect(blocking('approvePrimary', enrollment('applied'), [finding(ruleId)])).toEqual([
      {
        ja: 'この方は満20歳に達していません',
        where: { screen: 'participants' },
        ruleId,
        sourceJa: '1.(2)',
        blocks: true,
      },
    ]);
  });

  test('a warning is told and does not keep it back, an approved finding is not even told', () => {
    const late = finding('ENR-DL-02', { severity: 'warning' });
    expect(enrollmentBlockers('approvePrimary', enrollment('applied'), [late])).toMatchObject([
      { ruleId: 'ENR-DL-02', blocks: false },
    ]);
    const approved = finding('REC-AGE-02', { severity: 'info', approved: true });
    expect(enrollmentBlockers('approvePrimary', enrollment('applied'), [approved])).toEqual([]);
  });

  test('a finding about another person does not matter', () => {
    const other = finding('REC-AGE-02', { place: { person: 'P2' } });
    expect(enrollmentBlockers('approvePrimary', enrollment('applied'), [other])).toEqual([]);
  });

  test('what the association approved is recorded although a rule speaks against it', () => {
    const own = enrollment('primaryApproved', { primaryApprovedOn: '2021-08-20' });
    expect(enrollmentBlockers('approveFinal', own, [finding('REC-AGE-02')])).toMatchObject([{ blocks: false }]);
  });

  test('最終承認 needs 一次承認, and cannot lie before it', () => {
    expect(blocking('approveFinal', enrollment('applied'))[0]?.ja).toContain('一次承認の後に');
    const own = enrollment('primaryApproved', { primaryApprovedOn: '2021-08-20' });
    expect(blocking('approveFinal', own, [], '2021-08-19')[0]?.ja).toContain('2021年8月20日');
    expect(blocking('approveFinal', own, [], '2021-08-20')).toEqual([]);
  });

  test('the fifth year cannot be applied for', () => {
    expect(blocking('applyAgain', enrollment('failed'), [finding('ENR-VAL-01')])).toHaveLength(1);
    expect(blocking('applyAgain', enrollment('failed'))).toEqual([]);
  });

  test('no event is offered that its own guard refuses for its status', () => {
    for (const status of ALL) {
      for (const { event } of enrollmentSteps(status)) expect(blocking(event, enrollment(status)), event).toEqual([]);
    }
  });
});

describe('going back', () => {
  test.each([
    ['applied', []],
    ['approved', ['applied', 'primaryApproved']],
    ['rejected', ['applied', 'primaryApproved']],
    ['passed', ['applied', 'primaryApproved', 'approved', 'inProgress']],
  ] as const)('from %s', (status, earlier) => {
    expect(earlierEnrollmentStatuses(status)).toEqual(earlier);
  });
});

test.each([
  [{}, true, 'exempt'],
  [{}, false, 'unpaid'],
  [{ common1PaidOn: '2021-08-01' }, false, 'paid'],
  [{ common1PaidOn: '2021-08-01', common1Result: 'pass' }, false, 'passed'],
  [{ common1Result: 'fail' }, false, 'failed'],
] as const)('共通科目Ⅰ %j (exempt: %s) is %s', (fields, isExempt, state) => {
  expect(common1State(enrollment('applied', fields), isExempt)).toBe(state);
});
