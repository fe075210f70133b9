import { describe, expect, test } from 'vitest';
import type { Case } from '../../../shared/model/case/case.js';
import type { Line } from '../../../shared/model/case/lines/line.js';
import { FIGURES } from '../../../shared/rules/figures.js';
import { cappedGroups, HINT_KEYS, limitHint, limitHintJa } from '../../../shared/rules/limit-hint.js';
import { sampleCase } from '../../support/sample.js';
import { firstOf, judged, lineOf } from './claims-support.js';

const sample = sampleCase();

function changed(id: string, fields: object): { value: Case; line: Line } {
  const line = { ...lineOf(sample, id), ...fields } as Line;
  return { value: { ...sample, lines: sample.lines?.map((one) => (one.id === id ? line : one)) }, line };
}

function hint(line: Line, field: string, value: Case = sample) {
  return limitHint(line, field, judged(value));
}

describe('limit beside a field', () => {
  test('every figure that hints read is in the list of figures', () => {
    for (const key of Object.values(HINT_KEYS)) expect(Object.keys(FIGURES)).toContain(key);
  });

  test.each([
    ['a lecture', 'H02', 12000],
    ['practice', 'H04', 12000],
    ['講義統括者', 'H05', 5000],
    ['助手', 'H07', 6000],
  ])('the rate of %s', (_name, id, limit) => {
    expect(hint(lineOf(sample, id), 'rate')).toEqual({ limit, unitJa: '' });
  });

  test('no rate is named while the form of a session is not chosen', () => {
    const value = { ...sample, sessions: sample.sessions?.map((session) => ({ ...session, format: null })) };
    expect(hint(lineOf(value, 'H02'), 'rate', value)).toBeUndefined();
  });

  test('検定員 share their limit: what those listed before leave of it', () => {
    const { value } = changed('H08', { lumpSum: 15_000, actual: 15_000 });
    expect(hint(lineOf(value, 'H08'), 'lumpSum', value)).toEqual({ limit: 20_000, rest: 20_000, unitJa: '' });
    const later = lineOf(value, 'H09');
    expect(hint(later, 'lumpSum', value)).toEqual({ limit: 20_000, rest: 5000, unitJa: '' });
    expect(limitHintJa({ limit: 20_000, rest: 5000, unitJa: '' })).toBe('上限 20,000 残り 5,000');
  });

  test('検定員 counted person by person have the whole limit each', () => {
    const value = {
      ...sample,
      course: { ...sample.course, settings: { examinerCapScope: 'person' } },
    } satisfies Case;
    expect(hint(lineOf(value, 'H09'), 'lumpSum', value)).toEqual({ limit: 20_000, unitJa: '' });
    expect(cappedGroups(judged(value)).map((group) => group.labelJa)).not.toContain('検定員');
  });

  test.each([
    ['素泊まり', { plan: 'roomOnly' }, 10_000],
    ['朝食付き, no room-only rate', { plan: 'breakfast', noRoomOnlyPlan: true }, 11_000],
    ['夕朝食付き, no room-only rate', { plan: 'halfBoard', noRoomOnlyPlan: true }, 13_000],
    ['夕朝食付き, price list not seen', { plan: 'halfBoard', noRoomOnlyPlan: undefined }, 10_000],
    ['夕朝食付き, room-only rate exists', { plan: 'halfBoard', noRoomOnlyPlan: false }, 10_000],
  ])('a night: %s', (_name, fields, limit) => {
    const { value, line } = changed('L01', fields);
    expect(hint(line, 'price', value)?.limit).toBe(limit);
  });

  test('copies: 受講者・講師・助手・予備; nothing while the head count is unknown', () => {
    const { participants, lecturers, assistants } = judged(sample).decision.headcount;
    expect(hint(firstOf(sample, 'copy'), 'copies')).toEqual({
      limit: (participants ?? 0) + lecturers + assistants + 3,
      unitJa: '部',
    });
    const heads = ['reportHeadcount', 'startHeadcount', 'applicationHeadcount'];
    const known = Object.entries(sample.course).filter(([key]) => !heads.includes(key));
    const value: Case = { ...sample, course: Object.fromEntries(known) as Case['course'], enrollments: [] };
    expect(hint(firstOf(value, 'copy'), 'copies', value)).toBeUndefined();
  });

  test('a car: the regulation by the kilometre; a fare of other means has no limit of its own', () => {
    const legs = [{ mode: 'car', from: 'A', to: 'B', date: '2021-10-28', km: 301, baseFare: 0 }];
    const { value, line } = changed('T01', { legs, actual: 0 });
    expect(hint(line, 'legs', value)).toEqual({ limit: 752, unitJa: '' });
    expect(hint(lineOf(sample, 'T01'), 'legs')).toBeUndefined();
  });

  test('the capped groups of the sample, with what counts of each', () => {
    expect(cappedGroups(judged(sample))).toEqual([
      { labelJa: '検定員', used: 20_000, limit: 20_000 },
      { labelJa: '消毒液・マスク等', used: 3410, limit: 10_000 },
      { labelJa: 'オンライン', used: 0, limit: 100_000 },
    ]);
  });
});
