/** 写す: a book in force is never changed; a draft is made of it, for the same year or for the next. */
import { addDays, addYears, fiscalYearJa, isRealDate, type IsoDate } from '../../dates.js';
import type { FigureKind, FigureKinds } from '../engine/figure.js';
import type { BookSource, Figure, FigureEntry, RulebookFile } from '../engine/rulebook.js';

/** Year before 令和元年: R3 is the fiscal year 2021. */
const BEFORE_REIWA = 2018;

/** `R4` for 2022. */
export function bookIdOf(fiscalYear: number): string {
  return `R${fiscalYear - BEFORE_REIWA}`;
}

/** 写して直す: the same book as a draft of the next edition. */
export function nextEdition(file: RulebookFile): RulebookFile {
  return { ...file, edition: file.edition + 1, state: 'draft' };
}

/**
 * 次年度へ写す: a draft for the next fiscal year. Periods and figures that are dates or lists of dates move by one year,
 * the dates with a mark that they must be looked at; every document is marked as that of the earlier year.
 */
export function nextYear(file: RulebookFile, kinds: FigureKinds): RulebookFile {
  const fiscalYear = file.fiscalYear + 1;
  return {
    ...file,
    id: bookIdOf(fiscalYear),
    edition: 1,
    titleJa: titleOf(file, fiscalYear),
    fiscalYear,
    from: addYears(file.from, 1),
    to: lastDayMoved(file.to),
    state: 'draft',
    sources: Object.fromEntries(Object.entries(file.sources).map(([id, source]) => [id, carried(source)])),
    figures: Object.fromEntries(Object.entries(file.figures).map(([key, figure]) => [key, moved(figure, kinds[key])])),
  };
}

/** What a copy for the next year takes along, in numbers, to be said before it is made. */
export function copyContents(file: RulebookFile, kinds: FigureKinds) {
  const figures = Object.entries(file.figures);
  return {
    figures: figures.length,
    dates: figures.filter(([key, figure]) => figure.values.some(({ value }) => isDated(value, kinds[key]))).length,
    common: file.exemptions.common.length,
    specialty: file.exemptions.specialty.length,
    sources: Object.keys(file.sources).length,
  };
}

function titleOf(file: RulebookFile, fiscalYear: number): string {
  const old = fiscalYearJa(file.fiscalYear);
  const now = fiscalYearJa(fiscalYear);
  return file.titleJa.includes(old) ? file.titleJa.replace(old, now) : `${now} ${file.titleJa}`;
}

function carried(source: BookSource): BookSource {
  return { ...source, carried: true };
}

function moved(figure: Figure, kind: FigureKind | undefined): Figure {
  return { ...figure, values: figure.values.map((entry) => movedEntry(entry, kind)) };
}

function movedEntry(entry: FigureEntry, kind: FigureKind | undefined): FigureEntry {
  const { to, value, ...rest } = entry;
  return {
    ...rest,
    from: addYears(entry.from, 1),
    ...(to === undefined ? {} : { to: lastDayMoved(to) }),
    ...(isDated(value, kind) ? { value: movedDates(value), unchecked: true } : { value }),
  };
}

/** A date, or a list of nothing but dates, as of the holidays of a year. */
function isDated(value: FigureEntry['value'], kind: FigureKind | undefined): value is IsoDate | IsoDate[] {
  if (kind === 'date') return typeof value === 'string';
  return Array.isArray(value) && value.length > 0 && value.every(isRealDate);
}

function movedDates(value: IsoDate | IsoDate[]): IsoDate | IsoDate[] {
  return Array.isArray(value) ? value.map((day) => addYears(day, 1)) : addYears(value, 1);
}

/** A last day moves with the day after it, so that no 29 February falls between two periods. */
function lastDayMoved(day: IsoDate): IsoDate {
  return addDays(addYears(addDays(day, 1), 1), -1);
}
