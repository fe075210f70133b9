/**
 * Calendar dates without time zones.
 *
 * A date is the string `YYYY-MM-DD`, so that it sorts as text, compares with `<` and never shifts with the
 * clock of the machine. Arithmetic goes through the day number (days since 1970-01-01, proleptic Gregorian).
 */
export type IsoDate = string;

/** Days from 1 March of the year 0 to 1970-01-01, and days of 400 years. */
const TO_1970 = 719_468;
const DAYS_PER_ERA = 146_097;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. The argument must be a real date (see {@link isRealDate}). */
export function dayNumber(date: IsoDate): number {
  // Years are counted from March, so that the leap day is the last of the year and months have one formula.
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - TO_1970;
}

/** The date of a day number. */
export function fromDayNumber(day: number): IsoDate {
  const shifted = day + TO_1970;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return isoDate(year, month, dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1);
}

/** True for a well-formed date that exists in the calendar (2021-02-30 does not). */
export function isRealDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(match[1]), month);
}

/** Number of days of a month; `month` is 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The same day of the month `months` later, or that month's last day where it is shorter:
 * 2021-07-31 − 1 month is 2021-06-30. There is no reverse correction (DEC-01).
 */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return isoDate(year, month, Math.min(Number(date.slice(8, 10)), daysInMonth(year, month)));
}

export function subMonths(date: IsoDate, months: number): IsoDate {
  return addMonths(date, -months);
}

/** The same day `years` later; 29 February becomes 28 February in a common year. */
export function addYears(date: IsoDate, years: number): IsoDate {
  return addMonths(date, years * 12);
}

export function endOfMonth(date: IsoDate): IsoDate {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  return isoDate(year, month, daysInMonth(year, month));
}

/** The last day of the month that comes `months` after the month of `date`: 1 is 翌月末日. */
export function endOfLaterMonth(date: IsoDate, months: number): IsoDate {
  return endOfMonth(addMonths(`${date.slice(0, 7)}-01`, months));
}

/** 年度: the year of the preceding 1 April. */
export function fiscalYear(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: IsoDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function isWeekend(date: IsoDate): boolean {
  const day = weekday(date);
  return day === 0 || day === 6;
}

export function isoDate(year: number, month: number, day: number): IsoDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** 曜日, one character. */
export function weekdayJa(date: IsoDate): string {
  return WEEKDAYS[weekday(date)] ?? '';
}

/** `9/30(木)` */
export function shortDateJa(date: IsoDate): string {
  return `${Number(date.slice(5, 7))}/${Number(date.slice(8, 10))}(${weekdayJa(date)})`;
}

/** `2021年9月30日` */
export function longDateJa(date: IsoDate): string {
  return `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** `2021/09/30` */
export function slashDate(date: IsoDate): string {
  return date.replaceAll('-', '/');
}

const ERAS = [
  { name: '令和', start: '2019-05-01', year: 2019 },
  { name: '平成', start: '1989-01-08', year: 1989 },
  { name: '昭和', start: '1926-12-25', year: 1926 },
  { name: '大正', start: '1912-07-30', year: 1912 },
  { name: '明治', start: '1868-01-25', year: 1868 },
] as const;

/** 和暦 of a date: `令和3年9月30日`, the first year as 元年. */
export function eraDateJa(date: IsoDate): string {
  const era = ERAS.find((candidate) => date >= candidate.start);
  if (!era) return longDateJa(date);
  return `${eraYearJa(era.name, Number(date.slice(0, 4)) - era.year + 1)}${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** 年度 in 和暦: 2021 → `令和3年度`. Named by the era in force on its 1 April (2019 is 平成31年度). */
export function fiscalYearJa(year: number): string {
  const first = isoDate(year, 4, 1);
  const era = ERAS.find((candidate) => first >= candidate.start);
  return era ? `${eraYearJa(era.name, year - era.year + 1)}度` : `${year}年度`;
}

function eraYearJa(name: string, year: number): string {
  return `${name}${year === 1 ? '元' : year}年`;
}

/** Minutes since midnight as `9:00`; 1500 is shown as `25:00`. */
export function clockJa(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Minutes as hours without trailing zeros: 90 → `1.5時間`, 100 → `1時間40分`. */
export function hoursJa(minutes: number): string {
  if (minutes % 30 === 0) return `${minutes / 60}時間`;
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes}分` : `${hours}時間${minutes % 60}分`;
}
