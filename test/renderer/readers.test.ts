import { describe, expect, test } from 'vitest';
import { readHours, showHours } from '../../renderer/features/schedule/hours-field.js';
import { readSlots, showSlots } from '../../renderer/features/schedule/room-slots.js';
import { readKm, showKm } from '../../renderer/features/staff/km-field.js';
import { readAmount } from '../../renderer/ui/amount-field.js';
import { readClock } from '../../renderer/ui/read-clock.js';
import { readDate } from '../../shared/read-date.js';

describe('日付', () => {
  const near = { year: 2021, today: '2026-11-21' };
  test.each([
    ['2021/8/5', '2021-08-05'],
    ['2021-08-05', '2021-08-05'],
    ['20210805', '2021-08-05'],
    ['２０２１／０８／０５', '2021-08-05'],
    ['2021年8月5日', '2021-08-05'],
    ['8/5', '2021-08-05'],
    ['8月5日', '2021-08-05'],
    ['8/5(木)', '2021-08-05'],
    ['3/31', '2022-03-31'],
    ['4/1', '2021-04-01'],
    ['R3.8.5', '2021-08-05'],
    ['r3/8/5', '2021-08-05'],
    ['令和３年８月５日', '2021-08-05'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['Ｓ64.1.7', '1989-01-07'],
  ])('%s', (text, date) => {
    expect(readDate(text, near)).toBe(date);
  });

  test.each(['2021/2/30', '8/32', '13/1', '8', 'あした', '2021/8', 'R3.8'])('%s is no date', (text) => {
    expect(readDate(text, near)).toBeUndefined();
  });

  test('a day without a year lies in the fiscal year of today where no other is given', () => {
    expect(readDate('3/1', { today: '2021-04-01' })).toBe('2022-03-01');
    expect(readDate('3/1', { today: '2021-03-31' })).toBe('2021-03-01');
  });
});

describe('金額', () => {
  test.each([
    ['15,000', 15_000],
    ['１５，０００円', 15_000],
    ['￥12345', 12_345],
    ['0', 0],
    ['999999999', 999_999_999],
    ['', undefined],
    ['　', undefined],
  ])('%s', (text, value) => {
    expect(readAmount(text)).toEqual({ ok: true, value });
  });

  test.each([
    ['15,00o', '数字で入れてください'],
    ['1.5', '数字で入れてください'],
    ['-1', '0以上で入れてください'],
    ['1000000000', '999,999,999以下で入れてください'],
  ])('%s is refused', (text, ja) => {
    expect(readAmount(text)).toEqual({ ok: false, ja });
  });
});

describe('時刻', () => {
  test.each([
    ['9:00', 540],
    ['９：３０', 570],
    ['9時', 540],
    ['9時半', 570],
    ['9時5分', 545],
    ['0930', 570],
    ['930', 570],
    ['9', 540],
    ['26:00', 1560],
  ])('%s', (text, minutes) => {
    expect(readClock(text)).toBe(minutes);
  });

  test.each(['26:01', '9:60', '9:5:1', '午前', '', '12345'])('%s is no time', (text) => {
    expect(readClock(text)).toBeUndefined();
  });
});

describe('時間数', () => {
  test.each([
    ['1.5', 90],
    ['１．５時間', 90],
    ['1:40', 100],
    ['1時間40分', 100],
    ['90分', 90],
    ['1.35', 81],
    ['0', 0],
  ])('%s', (text, minutes) => {
    expect(readHours(text)).toBe(minutes);
  });

  test.each(['1.33', '', '半日', '-1'])('%s is no number of whole minutes', (text) => {
    expect(readHours(text)).toBeUndefined();
  });

  test('what is shown is read back', () => {
    for (const minutes of [0, 6, 81, 90, 100, 480]) expect(readHours(showHours(minutes))).toBe(minutes);
  });
});

describe('距離', () => {
  test.each([
    ['42.8', 428],
    ['４２．８ｋｍ', 428],
    ['100', 1000],
    ['0.1', 1],
  ])('%s', (text, tenths) => {
    expect(readKm(text)).toBe(tenths);
    expect(readKm(showKm(tenths))).toBe(tenths);
  });

  test.each(['42.85', '', '遠い', '-1'])('%s is refused', (text) => {
    expect(readKm(text)).toBeUndefined();
  });
});

describe('区分', () => {
  const slots = [
    { name: '午前', start: 540, end: 720, price: 3000 },
    { name: '午後', start: 780, end: 1020, price: 4200 },
  ];

  test('reads a price list as it is typed, and what it shows itself', () => {
    const typed = readSlots('午前　9:00～12:00　3,000円\n午後 13:00-17:00 4200\n\n');
    expect(typed).toEqual({ ok: true, value: slots });
    expect(readSlots(showSlots(slots))).toEqual({ ok: true, value: slots });
  });

  test('names the line that it cannot read', () => {
    const read = readSlots('午前 9:00-12:00 3000\n午後');
    expect(read.ok).toBe(false);
    expect(read.ok ? '' : read.ja).toContain('「午後」');
  });
});
