/** Steps in the store: one change each, with everything that goes with it, and all of it taken back by one undo. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import type { Case } from '../../shared/model/case/case.js';
import type { CourseRecord } from '../../shared/model/store/course-record.js';
import { check } from '../../shared/rules/check.js';
import { situationOf } from '../../shared/workflow/course-state.js';
import type { CourseEvent } from '../../shared/workflow/course-step.js';
import { stepOf } from '../../shared/workflow/course-machine.js';
import { apply, stepBack } from '../../shared/workflow/step-effects.js';
import type { StepInput } from '../../shared/workflow/step-fields.js';
import { exportCase, importCase } from '../../renderer/db/case-import.js';
import { recordStep } from '../../renderer/db/course-steps.js';
import { type Desk, openDesk } from '../../renderer/db/open-desk.js';
import { FakeHost } from '../renderer/fake-host.js';
import { at, CONTRACTED, REPORTED } from './boundaries.js';
import { book, type Given, situation } from './situation.js';

const TODAY = '2021-08-20';
let desks = 0;
let desk: Desk | undefined;

afterEach(async () => {
  await desk?.journal.stop();
  desk?.database.close();
});

async function opened(given: Given): Promise<string> {
  desks += 1;
  const result = await openDesk(new FakeHost(), `steps-${desks}`);
  if (result.kind !== 'ready') throw new Error(result.kind);
  desk = result.desk;
  const value = situation(given).value;
  const imported = await importCase(desk.door, value, { labelJa: '取り込みました', isSample: false, today: TODAY });
  if (!imported.ok) throw new Error('not imported');
  return imported.courseId;
}

function theDesk(): Desk {
  if (!desk) throw new Error('no desk');
  return desk;
}

async function recordOf(courseId: string): Promise<CourseRecord> {
  const row = await theDesk().database.courses.get(courseId);
  if (!row) throw new Error('no course');
  return row.value;
}

async function caseOf(courseId: string): Promise<Case> {
  const value = await exportCase(theDesk().database, courseId, TODAY);
  if (!value) throw new Error('no course');
  return value;
}

async function found(courseId: string) {
  const value = await caseOf(courseId);
  return situationOf(value, check(value, book), (await recordOf(courseId)).history);
}

async function take(courseId: string, event: CourseEvent, input: StepInput): Promise<void> {
  const before = await found(courseId);
  const { eventJa } = stepOf(event, before.value.course.delivery);
  const recorded = await recordStep(theDesk().door, {
    courseId,
    labelJa: eventJa,
    event,
    outcomeOf: (now) => apply(event, now, input),
    book,
    asOf: TODAY,
  });
  if (!recorded.ok) throw new Error(recorded.problems.map((problem) => problem.en).join());
}

describe('a step in the store', () => {
  test('is reckoned from the course as it lies in the store: a field left by the same click is in it', async () => {
    const courseId = await opened(at('applicationPreparing'));
    const field = theDesk().door.record('実施方法を変えました', async (draft) =>
      (await draft.course(courseId)).changeCourse({ mode: 'hybrid' }),
    );
    const step = recordStep(theDesk().door, {
      courseId,
      labelJa: '申請書の提出',
      event: 'submitApplication',
      outcomeOf: (now) => apply('submitApplication', now, { applicationSentOn: '2021-08-20' }),
      book,
      asOf: TODAY,
    });
    await Promise.all([field, step]);
    expect((await caseOf(courseId)).course.applicationSnapshot?.mode).toBe('hybrid');
  });

  test('writes fields, status, payment and history in one change', async () => {
    const courseId = await opened(at('applicationPreparing'));
    await take(courseId, 'submitApplication', {
      applicationSentOn: '2021-08-20',
      feePaidOn: '2021-08-20',
      feePaid: 264_000,
    });
    const record = await recordOf(courseId);
    expect(record.course).toMatchObject({ status: 'applied', applicationSentOn: '2021-08-20' });
    expect(record.course.applicationSnapshot?.dates).toEqual(['2021-10-02']);
    expect(record.history).toEqual([
      { on: '2021-08-20', from: 'applicationPreparing', to: 'applied', eventJa: '申請書の提出' },
    ]);
    expect((await caseOf(courseId)).payments).toMatchObject([{ kind: 'courseFee', amount: 264_000 }]);
    await theDesk().door.undo();
    expect((await recordOf(courseId)).history).toBeUndefined();
    expect((await recordOf(courseId)).course.status).toBe('applicationPreparing');
    expect((await caseOf(courseId)).payments).toBeUndefined();
  });

  test('the end of the course carries the lines over to the report', async () => {
    const courseId = await opened(at('running', { course: CONTRACTED }));
    await take(courseId, 'endCourse', { on: '2021-10-02' });
    expect((await recordOf(courseId)).stage).toBe('report');
    expect((await caseOf(courseId)).lines).toMatchObject([{ id: 'H1', planned: 24_000, actual: 24_000 }]);
  });

  test('the fixed amount holds the edition of the book, a step back lets it go, with its reason in the history', async () => {
    const courseId = await opened(at('reportReview', { course: REPORTED, stage: 'report' }));
    await take(courseId, 'fixAmount', {
      finalNoticeOn: '2021-11-20',
      finalAmountFixedOn: '2021-11-20',
      finalAmount: 24_000,
    });
    expect((await recordOf(courseId)).bookEdition).toBe(1);
    await recordStep(theDesk().door, {
      courseId,
      labelJa: '戻しました',
      outcomeOf: (now) => stepBack(now, 'reportReview', '2021-11-22', '金額の訂正'),
      book,
      asOf: TODAY,
    });
    const record = await recordOf(courseId);
    expect(record.bookEdition).toBeUndefined();
    expect(record.course.status).toBe('reportReview');
    expect(record.history?.at(-1)).toMatchObject({ from: 'amountFixed', to: 'reportReview', reasonJa: '金額の訂正' });
  });
});

describe('委託→独自', () => {
  const CONVERT: StepInput = { on: '2021-08-10', noticeOn: '2021-08-10', reasonJa: '9名のため' };

  async function successorOf(courseId: string): Promise<string> {
    const pair = (await recordOf(courseId)).conversionPair;
    expect(pair?.part).toBe('original');
    return pair?.courseId ?? '';
  }

  test('makes a linked 独自 course with plan and people and without money, and closes the original', async () => {
    const courseId = await opened(at('confirmingParticipants', { course: { applicationHeadcount: 9 } }));
    await take(courseId, 'convert', CONVERT);
    expect((await recordOf(courseId)).course.status).toBe('convertedToIndependent');
    const successorId = await successorOf(courseId);
    const successor = await recordOf(successorId);
    expect(successor).toMatchObject({
      conversionPair: { courseId, part: 'successor' },
      course: { delivery: 'independent', status: 'confirmingParticipants', applicationHeadcount: 9 },
      history: [{ on: '2021-08-10', to: 'confirmingParticipants', eventJa: '委託講習会から変更' }],
    });
    const value = await caseOf(successorId);
    expect(value.sessions).toHaveLength(1);
    expect(value.staff).toHaveLength(1);
    expect(value.lines).toBeUndefined();
    await theDesk().door.undo();
    expect(await theDesk().database.courses.count()).toBe(1);
    expect((await recordOf(courseId)).conversionPair).toBeUndefined();
  });

  const goBack = (courseId: string) =>
    recordStep(theDesk().door, {
      courseId,
      labelJa: '戻しました',
      outcomeOf: (now) => stepBack(now, 'confirmingParticipants', '2021-08-12', '10名になったため'),
      book,
      asOf: TODAY,
    });

  test('a step back takes the 独自 course along that nobody has touched; undo brings both back', async () => {
    const courseId = await opened(at('confirmingParticipants', { course: { applicationHeadcount: 9 } }));
    await take(courseId, 'convert', CONVERT);
    const successorId = await successorOf(courseId);
    await goBack(courseId);
    expect((await recordOf(courseId)).course).toMatchObject({ status: 'confirmingParticipants' });
    expect((await recordOf(courseId)).conversionPair).toBeUndefined();
    expect(await theDesk().database.courses.get(successorId)).toBeUndefined();
    expect(await theDesk().database.list('staff').where('courseId').equals(successorId).count()).toBe(0);
    await theDesk().door.undo();
    expect(await successorOf(courseId)).toBe(successorId);
    expect((await caseOf(successorId)).staff).toHaveLength(1);
  });

  test('a 独自 course that was worked on stays, on its own, and its history says why', async () => {
    const courseId = await opened(at('confirmingParticipants', { course: { applicationHeadcount: 9 } }));
    await take(courseId, 'convert', CONVERT);
    const successorId = await successorOf(courseId);
    await theDesk().door.record('直しました', async (draft) => {
      (await draft.course(successorId)).change('staff', 'S1', { nameJa: '岡部 直人' });
    });
    await goBack(courseId);
    expect((await recordOf(courseId)).conversionPair).toBeUndefined();
    const alone = await recordOf(successorId);
    expect(alone.conversionPair).toBeUndefined();
    expect(alone.course.status).toBe('confirmingParticipants');
    expect(alone.history?.at(-1)).toMatchObject({ on: '2021-08-12', to: 'confirmingParticipants' });
    expect(alone.history?.at(-1)?.eventJa).toContain('つながりを外した');
  });

  test('a course that had applied begins its 独自 application anew', async () => {
    const courseId = await opened(at('applicationReview', { course: { ...CONTRACTED, contractOn: '2021-09-12' } }));
    await take(courseId, 'convert', CONVERT);
    const successor = await recordOf(await successorOf(courseId));
    expect(successor.course.status).toBe('applicationPreparing');
    expect(successor.course.applicationSentOn).toBeUndefined();
    expect(successor.course.contractAmount).toBeUndefined();
  });

  test('neither the 受講料 of the 委託 course nor the look at its bank account counts for the other one', async () => {
    const courseId = await opened(
      at('confirmingParticipants', { course: { settings: { bankAccountVerified: true, safetyDays: 5 } } }),
    );
    const applied = { id: 'E1', participantId: 'P1', startFiscalYear: 2021, status: 'applied' } as const;
    await theDesk().door.record('受講者を加えました', async (draft) => {
      const course = await draft.course(courseId);
      course.put('participants', { id: 'P1', nameJa: '青木 大' });
      course.put('enrollments', { ...applied, feePaidOn: '2021-08-01', feeAmount: 11_000 });
    });
    await take(courseId, 'convert', CONVERT);
    const value = await caseOf(await successorOf(courseId));
    expect(value.course.settings).toEqual({ safetyDays: 5 });
    expect(value.enrollments).toEqual([applied]);
    expect((await caseOf(courseId)).enrollments?.[0]?.feePaidOn).toBe('2021-08-01');
  });

  test('the 独自 application completes it: from then on the 委託 claim is ended', async () => {
    const courseId = await opened(at('applicationPreparing'));
    await take(courseId, 'convert', CONVERT);
    const ended = async () => check(await caseOf(courseId), book).totals.gatedBy.includes('PAY-OWN-01');
    expect(await ended()).toBe(false);
    await take(await successorOf(courseId), 'submitApplication', { applicationSentOn: '2021-08-15' });
    expect((await recordOf(courseId)).course.conversion).toEqual({
      decidedOn: '2021-08-10',
      newApplicationSubmittedOn: '2021-08-15',
    });
    expect(await ended()).toBe(true);
  });
});
