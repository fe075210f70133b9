/** 早見: each question becomes a valid case, and the engine that judges claims answers it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulebook } from '../../electron/rulebooks.js';
import { readCase } from '../../shared/model/case/read-case.js';
import { check } from '../../shared/rules/check.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import { advanceCase, deadlineCase } from '../../shared/rules/lookup/course-questions.js';
import { honorariumCase, type HonorariumQuestion } from '../../shared/rules/lookup/honorarium-question.js';
import type { LookupCase } from '../../shared/rules/lookup/lookup-case.js';
import { roomCase, type RoomQuestion } from '../../shared/rules/lookup/room-question.js';
import { travelCase, type TravelQuestion } from '../../shared/rules/lookup/travel-question.js';

const book = rulebook('R3');

type Answer = {
  readonly eligible: number;
  readonly cut: number;
  readonly provisional: number;
  readonly rules: readonly string[];
};

/** What is left of the lines that were asked about, and the rules that spoke on them. */
function answer(asked: LookupCase): Answer {
  const read = readCase(JSON.parse(JSON.stringify(asked.case)));
  expect(read.ok ? [] : read.problems).toEqual([]);
  const decision: Decision = check(asked.case, book);
  const own = decision.lines.filter((line) => asked.lineIds.includes(line.id));
  expect(own).toHaveLength(asked.lineIds.length);
  const total = (key: 'eligible' | 'cut' | 'provisional'): number => own.reduce((all, line) => all + line[key], 0);
  return {
    eligible: total('eligible'),
    cut: total('cut'),
    provisional: total('provisional'),
    rules: own.flatMap((line) => line.findings.filter((one) => one.severity !== 'info').map((one) => one.ruleId)),
  };
}

const HONORARIUM: HonorariumQuestion = {
  level: 'coach2',
  subject: 'specialty',
  format: 'lecture',
  role: 'lecturer',
  minutes: 120,
  rate: 12_000,
  people: 1,
};
const honorarium = (own: Partial<HonorariumQuestion>): Answer =>
  answer(honorariumCase({ ...HONORARIUM, ...own }, book));

describe('謝金', () => {
  test('a lecture at its limit, and one yen above', () => {
    expect(honorarium({})).toEqual({ eligible: 24_000, cut: 0, provisional: 0, rules: [] });
    expect(honorarium({ rate: 12_001 })).toMatchObject({
      eligible: 24_000,
      cut: 2,
      rules: ['FEE-LEC-01', 'CLM-LIM-01'],
    });
  });

  test('of two lecturers in one lecture the second is not paid', () => {
    expect(honorarium({ people: 2 })).toMatchObject({ eligible: 24_000, cut: 24_000, rules: ['FEE-LEC-04'] });
  });

  test('検定員 have one limit together; 講義担当者 stand beside a 講義統括者', () => {
    expect(honorarium({ role: 'examiner', rate: 20_000 })).toMatchObject({ eligible: 20_000, rules: [] });
    expect(honorarium({ role: 'examiner', rate: 15_000, people: 2 })).toMatchObject({
      eligible: 20_000,
      provisional: 10_000,
    });
    expect(
      honorarium({ role: 'alInstructor', format: 'activeLearning', rate: 3500, people: 2, headcount: 24 }).rules,
    ).not.toContain('FEE-ACT-08');
  });

  test('運営係員 have no 謝金', () => {
    expect(honorarium({ role: 'operations' })).toMatchObject({ eligible: 0, rules: ['FEE-OPS-01'] });
  });
});

const travel = (question: TravelQuestion): Answer => answer(travelCase(question, book));
const AWAY = { isLocal: false } as const;

describe('旅費', () => {
  test('住まい: within the prefecture only from 100.0km on', () => {
    const ride = { kind: 'rail', isLocal: true, fare: 1980, surchargeKind: 'none' } as const;
    expect(travel({ ...ride, distance: 999 })).toMatchObject({ eligible: 0, cut: 3960 });
    expect(travel({ ...ride, distance: 1000 })).toMatchObject({ eligible: 3960, cut: 0 });
    expect(travel({ ...ride, isLocal: false, distance: 999 })).toMatchObject({ eligible: 3960, rules: [] });
  });

  test('express: 指定席 from 70.0km of its section on, otherwise the price of 自由席', () => {
    const ride = {
      kind: 'rail',
      ...AWAY,
      distance: 1200,
      fare: 1980,
      surchargeKind: 'reserved',
      charge: 2290,
      freeSeatCharge: 1760,
    } as const;
    expect(travel({ ...ride, surchargeSectionKm: 700 })).toMatchObject({ eligible: 8540, cut: 0, rules: [] });
    expect(travel({ ...ride, surchargeSectionKm: 699 })).toMatchObject({ eligible: 7480, cut: 1060 });
    expect(travel(ride).rules).toContain('TRV-RAIL-07');
  });

  test('bus from 2.0km on; air up to 普通席; car by the regulation', () => {
    expect(travel({ kind: 'bus', ...AWAY, fare: 210, km: 20 })).toMatchObject({ eligible: 210, rules: [] });
    expect(travel({ kind: 'bus', ...AWAY, fare: 210, km: 19 })).toMatchObject({ eligible: 0, cut: 210 });
    const flight = { kind: 'air', ...AWAY, fare: 30_000, reason: 'economy', economyFare: 20_000 } as const;
    expect(travel({ ...flight, seat: 'upgraded' })).toMatchObject({ eligible: 20_000, cut: 10_000 });
    expect(travel({ ...flight, seat: 'economy' })).toMatchObject({ eligible: 30_000 });
    const car = { kind: 'car', ...AWAY, amount: 1001, km: 400, ratePerKm: 25 } as const;
    expect(travel({ ...car, hasReason: true })).toMatchObject({ eligible: 1000, cut: 1 });
    expect(travel({ ...car, hasReason: false })).toMatchObject({ eligible: 0 });
  });

  test('a night up to its limit, and only by the hours of the guide; unknown hours are no pass', () => {
    const night = { kind: 'lodging', ...AWAY, price: 10_001, plan: 'roomOnly', night: 'eve' } as const;
    expect(travel({ ...night, clock: 300 })).toMatchObject({ eligible: 10_000, cut: 1 });
    expect(travel({ ...night, clock: 600 })).toMatchObject({
      eligible: 0,
      rules: expect.arrayContaining(['TRV-LDG-02']),
    });
    expect(travel(night)).toMatchObject({ eligible: 0, rules: expect.arrayContaining(['TRV-LDG-02']) });
    expect(travel({ ...night, night: 'dutyNight', clock: 23 * 60 })).toMatchObject({ eligible: 10_000 });
  });

  test('日当 from 100.0km on, or with a night from anywhere', () => {
    const days = { kind: 'perDiem', ...AWAY, days: 2, perDay: 2000 } as const;
    expect(travel({ ...days, distance: 1000, withNight: false })).toMatchObject({ eligible: 4000, cut: 0 });
    expect(travel({ ...days, distance: 999, withNight: false })).toMatchObject({ eligible: 0, cut: 4000 });
    expect(travel({ ...days, distance: 999, withNight: true })).toMatchObject({ eligible: 4000 });
    expect(travel({ ...days, distance: 1000, withNight: false, perDay: 2001 })).toMatchObject({
      eligible: 4000,
      cut: 2,
    });
  });
});

describe('会場', () => {
  const DAY: RoomQuestion = {
    teaching: { start: 540, end: 1020 },
    lunch: { start: 720, end: 780 },
    rented: { start: 480, end: 1080 },
    priceUnit: 'hour',
    unitPrice: 1500,
  };
  const room = (own: Partial<RoomQuestion>): Answer => answer(roomCase({ ...DAY, ...own }, book));

  test('an hour before and after; the next minute is not paid', () => {
    expect(room({})).toEqual({ eligible: 15_000, cut: 0, provisional: 0, rules: [] });
    expect(room({ rented: { start: 480, end: 1140 } })).toMatchObject({ eligible: 15_000, cut: 1500 });
  });

  test('a lunch at the edge of the teaching leaves no session of no length', () => {
    expect(room({ lunch: { start: 540, end: 600 } }).eligible).toBeGreaterThan(0);
  });
});

describe('期限 and 概算払', () => {
  const deadlines = (own: Partial<Parameters<typeof deadlineCase>[0]>): Record<string, string | null> => {
    const value = deadlineCase({ level: 'coach2', delivery: 'commissioned', ...own }, book, '2021-08-01');
    return Object.fromEntries(check(value, book).deadlines.map((one) => [one.deadlineId, one.dueOn]));
  };

  test('WE-01, WE-05, WE-13, WE-16', () => {
    expect(deadlines({ start: '2021-07-31' })).toMatchObject({ 'DL-03': '2021-06-30' });
    expect(deadlines({ start: '2022-01-10' })).toMatchObject({ 'DL-03': '2021-11-26' });
    expect(deadlines({ end: '2021-12-28' })).toMatchObject({ 'DL-08': '2022-01-28' });
    expect(deadlines({ delivery: 'independent', end: '2022-01-24' })).toMatchObject({ 'DL-10': '2022-02-24' });
  });

  test('without a date there is no deadline, and 入金 is the end of the next month', () => {
    expect(deadlines({})).toMatchObject({ 'DL-03': null, 'DL-08': null });
    expect(deadlines({ contractFixedOn: '2021-10-31', finalFixedOn: '2022-01-15' })).toMatchObject({
      'DL-11': '2021-11-30',
      'DL-12': '2022-02-28',
    });
  });

  test('80% down to the thousand', () => {
    const of = (contractAmount: number): Decision =>
      check(advanceCase({ contractAmount, fixedOn: '2021-11-20' }, book), book);
    expect(of(512_500).settlement).toMatchObject({ advance: 410_000, advanceDueOn: '2021-12-31' });
    expect(of(512_499).settlement.advance).toBe(409_000);
    expect(of(512_499).findings.map((one) => one.ruleId)).toEqual(expect.arrayContaining(['PAY-ADV-01', 'PAY-ADV-02']));
  });
});

describe('whatever is asked', () => {
  const yen = fc.integer({ min: 0, max: 999_999 });
  const maybe = <T>(own: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(own, { nil: undefined });

  test('every 謝金 question is a valid case whose amounts add up', () => {
    const question = fc.record({
      level: fc.constantFrom('coach1', 'coach2'),
      subject: fc.constantFrom('specialty', 'common2'),
      format: fc.constantFrom('lecture', 'activeLearning', 'practical', 'practicum'),
      role: fc.constantFrom('lecturer', 'alLead', 'alInstructor', 'assistant', 'examiner', 'operations'),
      minutes: fc.integer({ min: 1, max: 900 }),
      rate: yen,
      people: fc.integer({ min: 1, max: 6 }),
      headcount: maybe(fc.integer({ min: 0, max: 200 })),
    } satisfies { [K in Exclude<keyof HonorariumQuestion, 'day'>]: fc.Arbitrary<HonorariumQuestion[K]> });
    fc.assert(
      fc.property(question, (own) => {
        const asked = honorariumCase(own, book);
        const { eligible, cut, provisional } = answer(asked);
        expect(eligible + cut + provisional).toBe(
          (asked.case.lines ?? []).reduce((all, line) => all + (line.planned ?? 0), 0),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('every 日当 question on every day of the book is a valid case', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        yen,
        maybe(fc.integer({ min: 0, max: 9999 })),
        fc.boolean(),
        (days, perDay, distance, withNight) => {
          const { eligible, cut, provisional } = travel({
            kind: 'perDiem',
            isLocal: false,
            days,
            perDay,
            distance,
            withNight,
          });
          expect(eligible + cut + provisional).toBe(days * perDay);
        },
      ),
      { numRuns: 40 },
    );
  });
});
