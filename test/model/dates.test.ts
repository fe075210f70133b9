/** Calendar dates as the guide counts them: months that clamp, eras, weekdays. */
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  clockJa,
  daysBetween,
  endOfMonth,
  endOfLaterMonth,
  eraDateJa,
  fiscalYear,
  fiscalYearJa,
  fromDayNumber,
  dayNumber,
  hoursJa,
  isRealDate,
  isWeekend,
  shortDateJa,
  subMonths,
  weekdayJa,
} from '../../shared/dates.js';

describe('months', () => {
  test.each([
    ['2022-03-31', 1, '2022-02-28', 'WE-09'],
    ['2024-03-31', 1, '2024-02-29', 'WE-10'],
    ['2021-07-31', 1, '2021-06-30', 'WE-01'],
    ['2021-05-31', 1, '2021-04-30', 'WE-02'],
    ['2021-12-26', 1, '2021-11-26', 'WE-04'],
    ['2021-04-01', 1, '2021-03-01', 'WE-07'],
    ['2021-10-31', 2, '2021-08-31', 'WE-18'],
    ['2021-04-30', 2, '2021-02-28', 'WE-19'],
    ['2021-01-15', 1, '2020-12-15', 'over the turn of the year'],
  ])('%s − %i month(s) = %s (%s)', (date, months, expected) => {
    expect(subMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2021-08-31', 1, '2021-09-30', 'WE-11'],
    ['2021-06-30', 1, '2021-07-30', 'WE-12: no reverse correction'],
    ['2021-12-28', 1, '2022-01-28', 'WE-13'],
    ['2022-01-31', 1, '2022-02-28', 'WE-15'],
    ['2021-11-30', 13, '2022-12-30', 'more than a year'],
  ])('%s + %i month(s) = %s (%s)', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test('29 February of a leap year has its anniversary on the 28th', () => {
    expect(addYears('2020-02-29', 1)).toBe('2021-02-28');
    expect(addYears('2020-02-29', 4)).toBe('2024-02-29');
  });

  test('翌月末日', () => {
    expect(endOfLaterMonth('2021-05-31', 1)).toBe('2021-06-30');
    expect(endOfLaterMonth('2021-12-01', 1)).toBe('2022-01-31');
    expect(endOfLaterMonth('2022-01-31', 1)).toBe('2022-02-28');
    expect(endOfMonth('2024-02-01')).toBe('2024-02-29');
  });
});

describe('days', () => {
  test('a date that is not in the calendar is none', () => {
    expect(['2021-02-28', '2024-02-29', '2021-12-31'].every(isRealDate)).toBe(true);
    expect(['2021-02-29', '2021-04-31', '2021-13-01', '2021-00-10', '2021-1-1', '20210101', ''].some(isRealDate)).toBe(
      false,
    );
    expect(isRealDate('1900-02-29')).toBe(false);
    expect(isRealDate('2000-02-29')).toBe(true);
  });

  test('counting over months and years', () => {
    expect(addDays('2021-08-30', -15)).toBe('2021-08-15');
    expect(addDays('2021-12-31', 1)).toBe('2022-01-01');
    expect(daysBetween('2021-10-02', '2021-10-01')).toBe(-1);
    expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
    expect(fromDayNumber(dayNumber('1969-12-31'))).toBe('1969-12-31');
  });

  test('weekdays', () => {
    expect(weekdayJa('2021-10-02')).toBe('土');
    expect(weekdayJa('1969-12-31')).toBe('水');
    expect([
      isWeekend('2021-10-01'),
      isWeekend('2021-10-02'),
      isWeekend('2021-10-03'),
      isWeekend('2021-10-04'),
    ]).toEqual([false, true, true, false]);
    expect(shortDateJa('2021-09-30')).toBe('9/30(木)');
  });

  test('年度 begins on 1 April', () => {
    expect(fiscalYear('2021-03-31')).toBe(2020);
    expect(fiscalYear('2021-04-01')).toBe(2021);
  });
});

describe('words', () => {
  test.each([
    ['2019-04-30', '平成31年4月30日'],
    ['2019-05-01', '令和元年5月1日'],
    ['1989-01-07', '昭和64年1月7日'],
    ['1989-01-08', '平成元年1月8日'],
    ['1926-12-24', '大正15年12月24日'],
    ['1926-12-25', '昭和元年12月25日'],
    ['1867-01-01', '1867年1月1日'],
  ])('%s is %s', (date, expected) => {
    expect(eraDateJa(date)).toBe(expected);
  });

  test('a fiscal year is named by the era of its 1 April', () => {
    expect([2018, 2019, 2020, 2021].map(fiscalYearJa)).toEqual(['平成30年度', '平成31年度', '令和2年度', '令和3年度']);
  });

  test('hours and clock times', () => {
    expect([0, 30, 60, 90, 100, 45].map(hoursJa)).toEqual([
      '0時間',
      '0.5時間',
      '1時間',
      '1.5時間',
      '1時間40分',
      '45分',
    ]);
    expect([540, 0, 1500].map(clockJa)).toEqual(['9:00', '0:00', '25:00']);
  });
});

test('the day number agrees with the proleptic Gregorian calendar over a thousand years', () => {
  for (let day = -200_000; day < 200_000; day += 37) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect(fromDayNumber(day)).toBe(date);
    expect(dayNumber(date)).toBe(day);
  }
});
