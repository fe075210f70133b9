/** The day that a step of a 受講者 is offered with. */
import { afterEach, expect, test, vi } from 'vitest';
import { dayToRecord } from '../../renderer/features/participants/day-to-record.js';
import { caseFrom } from '../support/cases.js';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['a course looked at from an earlier day keeps that day', '2021-09-26', '2021-09-26'],
  ['on the same day it is today', '2021-09-27', '2021-09-27'],
  ['nothing is recorded for a day to come', '2021-09-28', '2021-09-27'],
])('%s', (_, asOf, expected) => {
  vi.useFakeTimers({ now: new Date(2021, 8, 27, 12) });
  expect(dayToRecord({ ...caseFrom('lecture'), asOf })).toBe(expected);
});
