import { describe, expect, test } from 'vitest';
import type { Case } from '../../shared/model/case/case.js';
import type { Session } from '../../shared/model/case/schedule.js';
import type { Assignment } from '../../shared/model/case/staff.js';
import { clashesOf, subjectHours, timetableOf } from '../../renderer/features/schedule/timetable.js';

function session(id: string, start: number, end: number, more: Partial<Session> = {}): Session {
  return { id, date: '2021-10-02', start, end, format: 'lecture', ...more };
}

function courseWith(sessions: Session[], assignments: Assignment[] = []): Case {
  return {
    format: 'koshu-case',
    version: 1,
    ruleSet: 'R3',
    stage: 'application',
    asOf: '2021-08-01',
    organization: { id: 'org1', kind: 'other', contractName: '団体' },
    course: { fiscalYear: 2021, level: 'coach1', subject: 'specialty', delivery: 'commissioned', mode: 'inPerson' },
    curriculum: [{ id: 'C1', nameJa: '科目', groupMinutes: 120 }],
    staff: [
      { id: 'S1', nameJa: '甲' },
      { id: 'S2', nameJa: '乙' },
    ],
    sessions,
    assignments,
  };
}

function duty(staffId: string, sessionId: string): Assignment {
  return { id: `${staffId}-${sessionId}`, staffId, role: 'lecturer', sessionId };
}

describe('lanes', () => {
  test('sessions at the same time stand side by side, the next one has the whole width again', () => {
    const [day] = timetableOf(
      courseWith([session('a', 540, 720), session('b', 600, 660), session('c', 660, 720), session('d', 720, 780)]),
    );
    expect(day?.sessions.map(({ session: own, lane, lanes }) => [own.id, lane, lanes])).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 1, 2],
      ['d', 0, 1],
    ]);
  });

  test('days come in order with their teaching and exam minutes; lunch does not count', () => {
    const days = timetableOf(
      courseWith([
        session('x', 540, 600, { date: '2021-10-03', format: 'exam' }),
        session('a', 540, 660),
        session('l', 660, 720, { format: 'lunch' }),
        session('o', 720, 780, { format: null }),
      ]),
    );
    expect(days.map((day) => [day.date, day.minutes])).toEqual([
      ['2021-10-02', 180],
      ['2021-10-03', 60],
    ]);
  });
});

describe('重なり', () => {
  test('is shown on the earlier session, for the minutes in both', () => {
    const value = courseWith(
      [session('a', 540, 720), session('b', 630, 780)],
      [duty('S1', 'a'), duty('S1', 'b'), duty('S2', 'b')],
    );
    expect([...clashesOf(value)]).toEqual([['a', [{ staffId: 'S1', nameJa: '甲', from: 630, to: 720, laterId: 'b' }]]]);
  });

  test('is none where one ends as the other begins, or on another day', () => {
    const touching = courseWith([session('a', 540, 630), session('b', 630, 720)], [duty('S1', 'a'), duty('S1', 'b')]);
    const apart = courseWith(
      [session('a', 540, 720), session('b', 540, 720, { date: '2021-10-03' })],
      [duty('S1', 'a'), duty('S1', 'b')],
    );
    expect(clashesOf(touching).size + clashesOf(apart).size).toBe(0);
  });
});

test('科目の時間数 counts teaching, not the exam', () => {
  const value = courseWith([
    session('a', 540, 600, { curriculumItemId: 'C1' }),
    session('b', 600, 690, { curriculumItemId: 'C1', format: 'practical' }),
    session('c', 690, 720, { curriculumItemId: 'C1', format: 'exam' }),
  ]);
  expect(subjectHours(value)).toEqual([{ id: 'C1', nameJa: '科目', planned: 150, required: 120 }]);
});
