import { describe, expect, test } from 'vitest';
import type { Session } from '../../../shared/model/case/schedule.js';
import {
  coveredMinutes,
  daySchedule,
  type RoomHours,
  roomHours,
} from '../../../shared/rules/courses/rental/room-hours.js';

const DAY = '2021-10-02';
const LIMITS = { margin: 60, lunchKeep: 90 };

type Part = Partial<Session> & Pick<Session, 'start' | 'end'>;

function sessions(...parts: Part[]): Session[] {
  return parts.map((part, index) => ({ id: `s${index}`, date: DAY, format: 'lecture', roomId: 'RA', ...part }));
}

function hoursOf(all: Session[], groupMinutes: Record<string, number> = {}, room = 'RA'): RoomHours {
  const curriculum = Object.entries(groupMinutes).map(([id, minutes]) => ({ id, nameJa: id, groupMinutes: minutes }));
  const today = all.filter((session) => session.date === DAY);
  return roomHours(room, daySchedule(today), coveredMinutes(all, curriculum), LIMITS);
}

describe('講義時間', () => {
  test('lecture, active learning, practical and practicum count; break and other do not', () => {
    const all = sessions(
      { start: 540, end: 600 },
      { start: 600, end: 660, format: 'activeLearning' },
      { start: 660, end: 690, format: 'break' },
      { start: 690, end: 750, format: 'practical' },
      { start: 750, end: 810, format: 'practicum' },
      { start: 810, end: 870, format: 'other' },
    );
    expect(hoursOf(all)).toMatchObject({ lecture: 240, gaps: 30, eligible: 360 });
  });

  test('an item counts up to its hours, in date order whatever the order of the list', () => {
    const all = sessions(
      { start: 780, end: 900, curriculumItemId: 'C1' },
      { start: 540, end: 660, curriculumItemId: 'C1' },
      { start: 540, end: 600, curriculumItemId: 'C1', date: '2021-10-01' },
    );
    const covered = coveredMinutes(all, [{ id: 'C1', nameJa: 'C1', groupMinutes: 200 }]);
    expect([...covered]).toEqual([
      ['s2', 60],
      ['s1', 120],
      ['s0', 20],
    ]);
    expect(hoursOf(all, { C1: 200 }).lecture).toBe(140);
    expect(hoursOf(all, { C1: 300 }).lecture).toBe(240);
  });

  test('minutes over the curriculum are neither eligible nor a gap', () => {
    const all = sessions(
      { start: 540, end: 690, curriculumItemId: 'C1' },
      { start: 690, end: 750, curriculumItemId: 'C2' },
    );
    expect(hoursOf(all, { C1: 120, C2: 60 })).toMatchObject({ lecture: 180, lectureAbove: 30, gaps: 0, eligible: 300 });
  });

  test('two sessions at the same time in one room count once', () => {
    expect(hoursOf(sessions({ start: 540, end: 660 }, { start: 600, end: 720 })).lecture).toBe(180);
  });

  test('sessions of another room or without a room do not count', () => {
    const all = sessions({ start: 540, end: 600 }, { start: 600, end: 660, roomId: 'RB' });
    expect(hoursOf(all).lecture).toBe(60);
    expect(hoursOf(sessions({ start: 540, end: 600, roomId: undefined } as Part)).used).toBe(false);
  });
});

describe('前後', () => {
  test('one margin each, for the room of the first and of the last lecture of the day', () => {
    const all = sessions({ start: 540, end: 600 }, { start: 600, end: 660, roomId: 'RB' });
    expect(hoursOf(all)).toMatchObject({ margins: 60, eligible: 120 });
    expect(hoursOf(all, {}, 'RB')).toMatchObject({ margins: 60, eligible: 120 });
  });

  test('an exam after the last lecture does not move the margin', () => {
    const all = sessions({ start: 540, end: 600 }, { start: 600, end: 660, format: 'exam', roomId: 'RB' });
    expect(hoursOf(all)).toMatchObject({ margins: 120, exam: 0 });
    expect(hoursOf(all, {}, 'RB')).toMatchObject({ margins: 0, exam: 60, gaps: 0, examOnly: false });
  });

  test('two rooms that start and end together both get both margins', () => {
    const all = sessions({ start: 540, end: 600 }, { start: 540, end: 600, roomId: 'RB' });
    expect(hoursOf(all).margins).toBe(120);
    expect(hoursOf(all, {}, 'RB').margins).toBe(120);
  });
});

describe('昼食', () => {
  const around = (lunch: Part): Session[] =>
    sessions({ start: 540, end: 720 }, { format: 'lunch', ...lunch }, { start: 900, end: 960 });

  test('counts with or without a room of its own', () => {
    expect(hoursOf(around({ start: 720, end: 780 }))).toMatchObject({ lunch: 60, lunchAbove: 0, gaps: 120 });
    const loose = around({ start: 720, end: 780 }).map(({ roomId, ...rest }) =>
      rest.format === 'lunch' ? rest : { roomId, ...rest },
    );
    expect(hoursOf(loose as Session[])).toMatchObject({ lunch: 60, gaps: 120 });
  });

  test('90 minutes count, the 91st is above', () => {
    expect(hoursOf(around({ start: 720, end: 810 }))).toMatchObject({ lunch: 90, lunchAbove: 0, eligible: 450 });
    expect(hoursOf(around({ start: 720, end: 811 }))).toMatchObject({ lunch: 91, lunchAbove: 1, eligible: 450 });
  });

  test('before the first or after the last session of the room it does not count', () => {
    const all = sessions({ start: 540, end: 720 }, { start: 720, end: 780, format: 'lunch' });
    expect(hoursOf(all)).toMatchObject({ lunch: 0, gaps: 0 });
  });

  test('a lunch in another room is a gap here', () => {
    expect(hoursOf(around({ start: 720, end: 780, roomId: 'RC' }))).toMatchObject({ lunch: 0, gaps: 180 });
  });

  test('between a lecture and an exam it counts', () => {
    const all = sessions(
      { start: 540, end: 720 },
      { start: 720, end: 780, format: 'lunch' },
      { start: 780, end: 840, format: 'exam' },
    );
    expect(hoursOf(all)).toMatchObject({ lunch: 60, exam: 60, gaps: 0, eligible: 420 });
  });
});

describe('検定だけの日', () => {
  test('margins around the first and last exam are gaps, in the rooms of those exams', () => {
    const all = sessions(
      { start: 540, end: 600, format: 'exam' },
      { start: 660, end: 720, format: 'exam' },
      { start: 720, end: 780, format: 'exam', roomId: 'RB' },
    );
    expect(hoursOf(all)).toMatchObject({ exam: 120, margins: 0, gaps: 120, examOnly: true, eligible: 120 });
    expect(hoursOf(all, {}, 'RB')).toMatchObject({ exam: 60, gaps: 60, examOnly: true });
  });
});

describe('時計の上の対象時間', () => {
  test('lecture, margins, exam and lunch up to the kept minutes', () => {
    const all = sessions(
      { start: 540, end: 720 },
      { start: 720, end: 840, format: 'lunch' },
      { start: 840, end: 900 },
      { start: 930, end: 990, format: 'exam' },
    );
    expect(hoursOf(all).need).toEqual([
      { start: 480, end: 810 },
      { start: 840, end: 990 },
    ]);
  });
});
