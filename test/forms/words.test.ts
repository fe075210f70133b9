import { describe, expect, test } from 'vitest';
import { datesJa } from '../../shared/forms/line-words.js';
import { travelWordsJa } from '../../shared/forms/travel-words.js';
import { byNumber, numbersJa } from '../../shared/forms/voucher-words.js';
import type { LineOf } from '../../shared/model/case/lines/line.js';
import type { Leg } from '../../shared/model/case/lines/travel.js';
import { lineNumbers } from '../../shared/rules/line-numbers.js';
import { sampleCase } from '../support/sample.js';

type Transport = LineOf<'transport'>;

function trip(legs: readonly (Partial<Leg> & Pick<Leg, 'from' | 'to'>)[]): Transport {
  return {
    id: 'T1',
    kind: 'transport',
    account: 'travel',
    staffId: 'S1',
    arrangement: 'self',
    legs: legs.map((leg) => ({ mode: 'rail', date: '2021-10-28', baseFare: 760, km: 392, ...leg })),
  };
}
const there = { from: '三条口', to: '西山公園' };
const back = { from: '西山公園', to: '三条口' };

describe('trips in words', () => {
  test.each([
    ['one way', [there], '三条口→西山公園 39.2km 760円'],
    ['there and back', [there, back], '三条口→西山公園 39.2km 760円×2（往復）'],
    [
      'four times',
      [1, 2, 3, 4].flatMap((number) => [
        { ...there, trip: number },
        { ...back, trip: number },
      ]),
      '三条口→西山公園 39.2km 760円×8（4往復）',
    ],
    [
      'back for another price',
      [there, { ...back, baseFare: 770 }],
      '三条口→西山公園 39.2km 760円\n西山公園→三条口 39.2km 770円',
    ],
    [
      'to one place and back from another',
      [there, { ...back, from: '港' }],
      '三条口→西山公園 39.2km 760円\n港→三条口 39.2km 760円',
    ],
    [
      'with an express',
      [{ ...there, surchargeKind: 'reserved' as const, reservedCharge: 5810 }],
      '三条口→西山公園 39.2km 760＋5,810円',
    ],
    [
      'three legs, twice',
      [1, 2].flatMap((number) => [
        { ...there, trip: number },
        { from: '西山公園', to: '港', trip: number },
        { from: '港', to: '三条口', trip: number },
      ]),
      '三条口→西山公園 39.2km 760円\n西山公園→港 39.2km 760円\n港→三条口 39.2km 760円\n（以上2回）',
    ],
  ])('%s', (_name, legs, expected) => {
    expect(travelWordsJa(trip(legs)).detail).toBe(expected);
  });
});

describe('days and numbers', () => {
  test('three days in a row and more are a span, two are not', () => {
    expect(datesJa(['2021-10-29', '2021-10-28', '2021-10-28'])).toEqual(['10/28(木)', '10/29(金)']);
    expect(datesJa(['2021-10-28', '2021-10-29', '2021-10-30', '2021-11-01'])).toEqual([
      '10/28(木)–10/30(土)',
      '11/1(月)',
    ]);
  });

  test('numbers stand in their natural order, runs as a span, each once', () => {
    expect(numbersJa(['2-10', '2-9', '2-01', '2-02', '2-03', '2-02', 'T'])).toBe('2-01–2-03、2-9、2-10、T');
    expect(numbersJa(['1-09', '1-10', '2-11'])).toBe('1-09、1-10、2-11');
    expect(numbersJa(['1-01', '1-03', '1-05', '1-06', '1-07'], { most: 2 })).toBe('1-01、1-03、ほか3件');
    expect(numbersJa(['1-01', '1-03'], { most: 2 })).toBe('1-01、1-03');
    expect(['10', '9', '9a', 'b'].sort(byNumber)).toEqual(['9', '9a', '10', 'b']);
  });

  test('a line is numbered within its 科目', () => {
    const numbers = [...lineNumbers(sampleCase().lines ?? []).values()];
    expect(numbers[0]).toBe('1-01');
    expect(numbers).toContain('2-01');
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
