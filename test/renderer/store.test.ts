import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Case } from '../../shared/model/case/case.js';
import { exportCase, importCase } from '../../renderer/db/case-import.js';
import { backToApplication, moveToReport } from '../../renderer/db/claim-stage.js';
import { copyCourse } from '../../renderer/features/courses/copy-course.js';
import { DeskDatabase, SCHEMA_VERSION } from '../../renderer/db/database.js';
import { type Desk, openDesk } from '../../renderer/db/open-desk.js';
import { FakeHost } from './fake-host.js';

const TODAY = '2021-08-20';
const opened: Desk[] = [];
let databases = 0;

afterEach(async () => {
  for (const desk of opened.splice(0)) await close(desk);
});

async function close(desk: Desk): Promise<void> {
  await desk.journal.stop();
  desk.database.close();
}

function freshName(): string {
  databases += 1;
  return `test-${databases}`;
}

async function open(host: FakeHost, name: string): Promise<Desk> {
  const result = await openDesk(host, name);
  if (result.kind !== 'ready') throw new Error(`not ready: ${result.kind}`);
  opened.push(result.desk);
  await result.desk.journal.flush();
  return result.desk;
}

/** The lecture base of the rule tables: one course, one lecturer, one 謝金 line. */
function lectureCase(): Case {
  const base = parse(readFileSync('test/rules/bases/lecture.yaml', 'utf8'), { schema: 'core' }) as Case;
  const line = base.lines?.[0];
  if (!line) throw new Error('no line');
  return { ...base, lines: [{ ...line, planned: 24_000 }] };
}

async function imported(desk: Desk, value: unknown = lectureCase()): Promise<string> {
  const result = await importCase(desk.door, value, { labelJa: '取り込みました', isSample: false, today: TODAY });
  if (!result.ok) throw new Error(result.problems.map((problem) => `${problem.path} ${problem.en}`).join('; '));
  await desk.journal.flush();
  return result.courseId;
}

async function lines(desk: Desk, courseId: string) {
  return (await exportCase(desk.database, courseId, TODAY))?.lines ?? [];
}

describe('the write door', () => {
  test('writes rows and the change together and hands the change to the journal', async () => {
    const host = new FakeHost();
    const desk = await open(host, freshName());
    const courseId = await imported(desk);

    const recorded = await desk.door.record('講師名を直しました', async (draft) => {
      (await draft.course(courseId)).change('staff', 'S1', { nameJa: '岡部 直人' });
    });
    await desk.journal.flush();

    expect(recorded.ok).toBe(true);
    expect((await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa).toBe('岡部 直人');
    expect(host.changes.map((change) => [change.seq, change.labelJa])).toEqual([
      [1, '取り込みました'],
      [2, '講師名を直しました'],
    ]);
    expect(host.changes[1]?.steps).toMatchObject([
      {
        table: 'staff',
        key: `${courseId}/S1`,
        before: { value: { nameJa: '岡部 直樹' } },
        after: { value: { nameJa: '岡部 直人' } },
      },
    ]);
    expect(desk.journal.state.get().kind).toBe('saved');
  });

  test('refuses a value that its schema refuses, and writes nothing', async () => {
    const host = new FakeHost();
    const desk = await open(host, freshName());
    const courseId = await imported(desk);
    const before = await exportCase(desk.database, courseId, TODAY);

    const recorded = await desk.door.record('日付を変えました', async (draft) => {
      const course = await draft.course(courseId);
      course.change('staff', 'S1', { nameJa: '岡部 直人' });
      course.change('sessions', 's1', { date: '2021-02-30' });
    });

    expect(recorded).toMatchObject({ ok: false, problems: [{ path: 'sessions[0].date', ja: '暦にない日付です' }] });
    expect(await exportCase(desk.database, courseId, TODAY)).toEqual(before);
    expect(await desk.database.changes.count()).toBe(1);
  });

  test('records nothing where nothing differs', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    const recorded = await desk.door.record('講師名を直しました', async (draft) => {
      (await draft.course(courseId)).change('staff', 'S1', { nameJa: '岡部 直樹' });
    });
    expect(recorded).toEqual({ ok: true });
    expect(await desk.database.changes.count()).toBe(1);
  });

  test('draws the amount of a line along with the session that it pays', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await desk.door.record('コマを延ばしました', async (draft) => {
      (await draft.course(courseId)).change('sessions', 's1', { end: 675 });
    });
    expect((await lines(desk, courseId))[0]?.planned).toBe(27_000);
  });

  test('removes with a session the duties in it and the line that pays only for them, and brings all back', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    const before = await exportCase(desk.database, courseId, TODAY);
    await desk.door.record('コマを消しました', async (draft) => {
      (await draft.course(courseId)).remove('sessions', 's1');
    });
    const after = await exportCase(desk.database, courseId, TODAY);
    expect([after?.sessions, after?.assignments, after?.lines]).toEqual([undefined, undefined, undefined]);
    await desk.door.undo();
    expect(await exportCase(desk.database, courseId, TODAY)).toEqual(before);
  });

  test('lets a 謝金 line follow the role of its duty', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    const recorded = await desk.door.record('役割を直しました', async (draft) => {
      (await draft.course(courseId)).change('assignments', 'a1', { role: 'assistant' });
    });
    expect(recorded.ok).toBe(true);
    expect((await lines(desk, courseId))[0]).toMatchObject({ role: 'assistant', assignmentIds: ['a1'] });
  });

  test('leaves the application as it was handed in when the timetable of the report changes', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await moveToReport(desk.door, courseId);
    await desk.door.record('コマを延ばしました', async (draft) => {
      (await draft.course(courseId)).change('sessions', 's1', { end: 675 });
    });
    const [planned, actual] = await Promise.all(
      ['application', 'report'].map((stage) => desk.database.list('lines').get(`${courseId}/${stage}/H1`)),
    );
    expect(planned?.value.planned).toBe(24_000);
    expect(actual?.value).toMatchObject({ planned: 24_000, actual: 27_000 });
  });

  test('keeps the approval of a line while the line stands in one of the claims', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await moveToReport(desk.door, courseId);
    await desk.door.record('承認を記録しました', async (draft) => {
      (await draft.course(courseId)).put('approvals', {
        id: 'ap1',
        kind: 'extraLecturer',
        source: 'jspo',
        date: '2021-08-01',
        scope: 'line',
        scopeId: 'H1',
      });
    });
    const removeFrom = (stage: 'application' | 'report') =>
      desk.door.record('明細を消しました', async (draft) => {
        (await draft.course(courseId)).remove('lines', 'H1', stage);
      });
    await removeFrom('report');
    expect(await desk.database.list('approvals').count()).toBe(1);
    await removeFrom('application');
    expect(await desk.database.list('approvals').count()).toBe(0);
  });

  test('puts an entry between two others', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await desk.door.record('会場を加えました', async (draft) => {
      const course = await draft.course(courseId);
      course.put('venues', { id: 'V3', nameJa: '後', prefectureCode: '26' });
      course.put('venues', { id: 'V2', nameJa: '間', prefectureCode: '26' }, { at: { before: 'V3' } });
      course.put('venues', { id: 'V0', nameJa: '前', prefectureCode: '26' }, { at: { before: 'V1' } });
    });
    const value = await exportCase(desk.database, courseId, TODAY);
    expect(value?.venues?.map((venue) => venue.id)).toEqual(['V0', 'V1', 'V2', 'V3']);
  });

  test('says that saving fails while the journal refuses, and catches up when it takes again', async () => {
    const host = new FakeHost();
    const desk = await open(host, freshName());
    const courseId = await imported(desk);
    host.broken = { code: 'DISK-FULL', messageJa: '空き容量が足りません' };
    await desk.door.record('講師名を直しました', async (draft) => {
      (await draft.course(courseId)).change('staff', 'S1', { nameJa: '岡部 直人' });
    });
    await desk.journal.flush();
    expect(desk.journal.state.get()).toEqual({ kind: 'failing', reasonJa: '空き容量が足りません' });
    host.broken = undefined;
    await desk.journal.flush();
    expect(desk.journal.state.get().kind).toBe('saved');
    expect(host.lines).toHaveLength(2);
  });
});

test('goes on from the end of a journal that was cut short meanwhile', async () => {
  const host = new FakeHost();
  const desk = await open(host, freshName());
  await imported(desk);
  await imported(desk);
  const kept = [...host.lines];
  host.lines = kept.slice(0, 1);
  await imported(desk);
  expect(host.lines.slice(0, 2)).toEqual(kept);
  expect(host.lines).toHaveLength(3);
  expect(desk.journal.state.get().kind).toBe('saved');
});

describe('元に戻す and やり直す', () => {
  async function rename(desk: Desk, courseId: string, nameJa: string): Promise<void> {
    const recorded = await desk.door.record(`${nameJa}に直しました`, async (draft) => {
      (await draft.course(courseId)).change('staff', 'S1', { nameJa });
    });
    expect(recorded.ok).toBe(true);
  }
  async function name(desk: Desk, courseId: string): Promise<string | undefined> {
    return (await exportCase(desk.database, courseId, TODAY))?.staff?.[0]?.nameJa;
  }

  test('go back and forth step by step, also after the database was closed and opened again', async () => {
    const host = new FakeHost();
    const file = freshName();
    const desk = await open(host, file);
    const courseId = await imported(desk);
    await rename(desk, courseId, '甲');
    await rename(desk, courseId, '乙');
    await rename(desk, courseId, '丙');
    await desk.door.undo();
    await desk.door.undo();
    expect(await name(desk, courseId)).toBe('甲');
    await desk.journal.flush();
    await close(desk);

    const again = await open(host, file);
    const redone = await again.door.redo();
    expect(redone).toMatchObject({ ok: true, change: { redoes: 3, labelJa: '乙に直しました' } });
    expect(await name(again, courseId)).toBe('乙');
    await again.door.redo();
    expect(await name(again, courseId)).toBe('丙');
    expect(await again.door.redo()).toEqual({ ok: true });
    // A change that was brought again is taken back under its own number, not under that of the bringing.
    expect(await again.door.undo()).toMatchObject({ change: { undoes: 4 } });
    await again.door.undo();
    await again.door.undo();
    expect(await name(again, courseId)).toBe('岡部 直樹');
    await again.door.undo();
    expect(await exportCase(again.database, courseId, TODAY)).toBeUndefined();
    expect(await again.door.undo()).toEqual({ ok: true });
  });

  test('a new change ends the way forth, and the taken-back change stays taken back', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await rename(desk, courseId, '甲');
    await desk.door.undo();
    await rename(desk, courseId, '乙');
    expect(await desk.door.redo()).toEqual({ ok: true });
    await desk.door.undo();
    await desk.door.undo();
    expect(await exportCase(desk.database, courseId, TODAY)).toBeUndefined();
  });
});

describe('on start', () => {
  test('an empty database comes back from the journal', async () => {
    const host = new FakeHost();
    const desk = await open(host, freshName());
    const courseId = await imported(desk);
    const before = await exportCase(desk.database, courseId, TODAY);
    await close(desk);

    const result = await openDesk(host, freshName());
    if (result.kind !== 'ready') throw new Error(result.kind);
    opened.push(result.desk);
    expect(result.recovered).toBe(1);
    expect(await exportCase(result.desk.database, courseId, TODAY)).toEqual(before);
    expect(await result.desk.door.undo()).toMatchObject({ ok: true, change: { seq: 2, undoes: 1 } });
  });

  test('a database that is some changes behind gets only those', async () => {
    const host = new FakeHost();
    const file = freshName();
    const desk = await open(host, file);
    const courseId = await imported(desk);
    const second = { seq: 2, at: '2021-08-21T00:00:00.000Z', labelJa: '消しました', steps: [] };
    await close(desk);
    host.lines.push(JSON.stringify(second));

    const again = await open(host, file);
    expect(await again.database.changes.orderBy('seq').keys()).toEqual([1, 2]);
    expect(await exportCase(again.database, courseId, TODAY)).toBeDefined();
  });

  test('a journal that is behind or gone gets what it lacks', async () => {
    const host = new FakeHost();
    const file = freshName();
    const desk = await open(host, file);
    await imported(desk);
    await imported(desk);
    await close(desk);
    const kept = [...host.lines];
    host.lines = kept.slice(0, 1);
    await close(await open(host, file));
    expect(host.lines).toEqual(kept);

    const empty = new FakeHost();
    await open(empty, file);
    expect(empty.lines).toEqual(kept);
    expect(empty.storeId).toBe(host.storeId);
  });

  test('another store, or the same store with another history, is refused and nothing is overwritten', async () => {
    const host = new FakeHost();
    const file = freshName();
    const desk = await open(host, file);
    await imported(desk);
    await close(desk);
    const other = new FakeHost();
    const otherDesk = await open(other, freshName());
    await imported(otherDesk);
    const kept = [...other.lines];

    expect(await openDesk(other, file)).toEqual({ kind: 'otherStore' });
    other.storeId = host.storeId;
    expect(await openDesk(other, file)).toEqual({ kind: 'otherStore' });
    expect(other.lines).toEqual(kept);
    const untouched = new DeskDatabase(file);
    expect(await untouched.changes.count()).toBe(1);
    untouched.close();
  });

  test('data of a newer program is not opened', async () => {
    const file = freshName();
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(file, (SCHEMA_VERSION + 1) * 10);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error());
    });
    newer.close();
    expect(await openDesk(new FakeHost(), file)).toEqual({ kind: 'newer' });
  });
});

describe('import', () => {
  test('gives back the same case', async () => {
    const desk = await open(new FakeHost(), freshName());
    const value = lectureCase();
    const courseId = await imported(desk, value);
    expect(await exportCase(desk.database, courseId, TODAY)).toEqual({ ...value, asOf: TODAY });
  });

  test('keeps the day of a case whose fiscal year is over', async () => {
    const desk = await open(new FakeHost(), freshName());
    const result = await importCase(desk.door, lectureCase(), {
      labelJa: '取り込みました',
      isSample: false,
      today: '2022-04-01',
    });
    if (!result.ok) throw new Error();
    expect((await exportCase(desk.database, result.courseId, '2022-04-01'))?.asOf).toBe('2021-08-01');
  });

  test('is all or nothing, and names each place that does not fit', async () => {
    const desk = await open(new FakeHost(), freshName());
    const value = lectureCase();
    const broken = { ...value, assignments: [{ id: 'a1', staffId: 'S9', role: 'lecturer', sessionId: 's1' }] };
    const result = await importCase(desk.door, broken, { labelJa: '取り込みました', isSample: false, today: TODAY });
    expect(result).toMatchObject({ ok: false, problems: [{ path: 'assignments[0].staffId' }] });
    expect(await desk.database.courses.count()).toBe(0);
    expect(await desk.database.changes.count()).toBe(0);
  });
});

describe('写す', () => {
  test('moves the plan to the new first day and leaves what happened behind', async () => {
    const desk = await open(new FakeHost(), freshName());
    const value = lectureCase();
    const [line] = value.lines ?? [];
    const sourceId = await imported(desk, {
      ...value,
      vouchers: [{ id: 'v1', kind: 'transferSlip' }],
      participants: [{ id: 'P1', nameJa: '見本' }],
      lines: [{ ...line, voucherIds: ['v1'] }],
    });
    const { recorded, courseId } = await copyCourse(desk.door, sourceId, '2021-11-06');
    expect(recorded.ok).toBe(true);
    const copy = await exportCase(desk.database, courseId, TODAY);
    expect(copy?.sessions?.map((session) => session.date)).toEqual(['2021-11-06']);
    expect(copy?.lines?.[0]).toEqual(line);
    expect(copy?.vouchers).toBeUndefined();
    expect(copy?.participants).toBeUndefined();
    expect(copy?.course).not.toHaveProperty('applicationSentOn');
    expect((await exportCase(desk.database, sourceId, TODAY))?.sessions?.[0]?.date).toBe('2021-10-02');
  });
});

describe('申請 → 報告', () => {
  test('brings the planned lines over once, keeps what the report already has, and goes back', async () => {
    const desk = await open(new FakeHost(), freshName());
    const courseId = await imported(desk);
    await moveToReport(desk.door, courseId);
    expect(await lines(desk, courseId)).toMatchObject([{ id: 'H1', planned: 24_000, actual: 24_000 }]);
    await desk.door.record('単価を変えました', async (draft) => {
      (await draft.course(courseId)).change('lines', 'H1', { rate: 10_000 });
    });
    await backToApplication(desk.door, courseId);
    const planned = (await lines(desk, courseId))[0];
    expect(planned).toMatchObject({ planned: 24_000, rate: 12_000 });
    expect(planned).not.toHaveProperty('actual');
    await moveToReport(desk.door, courseId);
    expect(await lines(desk, courseId)).toMatchObject([{ planned: 24_000, actual: 20_000, rate: 10_000 }]);
  });
});
