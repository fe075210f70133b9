/** Writing on many enrolments: what is written meets the enrolment as it is, not as the screen last showed it. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import { importCase, exportCase } from '../../renderer/db/case-import.js';
import { type Desk, openDesk } from '../../renderer/db/open-desk.js';
import { recordPresence } from '../../renderer/features/participants/attendance-changes.js';
import { recordBulk } from '../../renderer/features/participants/bulk-changes.js';
import { type Person, peopleOf } from '../../renderer/features/participants/people.js';
import { rulebook } from '../../electron/rulebooks.js';
import { check } from '../../shared/rules/check.js';
import { caseFrom } from '../support/cases.js';
import { FakeHost } from './fake-host.js';

const TODAY = '2021-08-20';
let desk: Desk | undefined;
let databases = 0;

afterEach(async () => {
  await desk?.journal.stop();
  desk?.database.close();
});

async function opened(): Promise<{ own: Desk; courseId: string; shown: readonly Person[] }> {
  databases += 1;
  const result = await openDesk(new FakeHost(), `participants-${databases}`);
  if (result.kind !== 'ready') throw new Error(result.kind);
  desk = result.desk;
  const value = caseFrom('lecture', {
    participants: [{ id: 'P1', nameJa: '青木 大', birthDate: '1990-01-01' }],
    enrollments: [{ id: 'E1', participantId: 'P1', startFiscalYear: 2021, status: 'applied' }],
  });
  const taken = await importCase(desk.door, value, { labelJa: '取り込みました', isSample: false, today: TODAY });
  if (!taken.ok) throw new Error('not taken');
  return { own: desk, courseId: taken.courseId, shown: peopleOf(value, check(value, rulebook('R3'))) };
}

const enrollmentOf = async (own: Desk, courseId: string) =>
  (await exportCase(own.database, courseId, TODAY))?.enrollments?.[0];

test('two keys before the screen is drawn again: both 出欠 stay', async () => {
  const { own, courseId, shown } = await opened();
  const enrollment = shown[0]?.enrollment;
  if (!enrollment) throw new Error('no enrolment');
  await own.door.record('日程を加えました', async (draft) => {
    const course = await draft.course(courseId);
    const session = course.get('sessions', 's1');
    if (session) course.put('sessions', { ...session, id: 's2', date: '2021-10-03' });
  });
  for (const sessionId of ['s1', 's2']) {
    await own.door.record('出欠を入れました', async (draft) =>
      recordPresence(await draft.course(courseId), enrollment, [sessionId], true),
    );
  }
  expect((await enrollmentOf(own, courseId))?.attendance).toEqual([
    { sessionId: 's1', present: true },
    { sessionId: 's2', present: true },
  ]);
});

test('a field that was just left stays beside what is done to many', async () => {
  const { own, courseId, shown } = await opened();
  await own.door.record('納入日を直しました', async (draft) => {
    (await draft.course(courseId)).change('enrollments', 'E1', { feePaidOn: '2021-08-01' });
  });
  await own.door.record('一次承認を記録しました', async (draft) =>
    recordBulk(await draft.course(courseId), { kind: 'step', event: 'approvePrimary', on: '2021-08-10' }, shown),
  );
  expect(await enrollmentOf(own, courseId)).toMatchObject({
    status: 'primaryApproved',
    primaryApprovedOn: '2021-08-10',
    feePaidOn: '2021-08-01',
  });
});

test('who has left meanwhile is left out', async () => {
  const { own, courseId, shown } = await opened();
  await own.door.record('受講者を消しました', async (draft) =>
    (await draft.course(courseId)).remove('participants', 'P1'),
  );
  const recorded = await own.door.record('納入日を入れました', async (draft) =>
    recordBulk(await draft.course(courseId), { kind: 'fee', on: '2021-08-10' }, shown),
  );
  expect(recorded).toEqual({ ok: true });
});
