/** Figures of what is paid out, read from a book for the day of the payment. */
import type { IsoDate } from '../dates.js';
import type { Yen } from '../money.js';
import type { Citation } from '../rules/engine/figure.js';
import { MissingFigure } from '../rules/engine/figure.js';
import type { Rulebook } from '../rules/engine/rulebook.js';
import type { FigureKey } from '../rules/figures.js';
import { choiceFor, type TravelChoice } from './travel-choice.js';

/** How 源泉徴収 is computed; rates in hundredths of a percent. */
export type WithholdingFigures = {
  readonly rate: number;
  readonly threshold: Yen;
  readonly rateAbove: number;
  readonly roundingUnit: Yen;
  readonly includesTravel: boolean;
  /** The organisation's own choice, which goes before the book. */
  readonly travelChoice: TravelChoice | undefined;
  readonly roles: readonly string[];
  readonly citations: readonly Citation[];
};

/** The figures of 源泉徴収 for a day; undefined where the book does not hold every one of them. */
export function withholdingFigures(
  book: Rulebook,
  day: IsoDate,
  choices: readonly TravelChoice[] = [],
): WithholdingFigures | undefined {
  const chosen = choiceFor(day, choices);
  const rate = read(book, 'payments.withholding.rate', day);
  const threshold = read(book, 'payments.withholding.threshold', day);
  const rateAbove = read(book, 'payments.withholding.rateAbove', day);
  const roundingUnit = read(book, 'payments.withholding.roundingUnit', day);
  const ofBook = chosen ? undefined : read(book, 'payments.withholding.includesTravel', day);
  const includesTravel = chosen?.includesTravel ?? ofBook?.value;
  const roles = read(book, 'payments.withholding.roles', day);
  const numbers = [rate, threshold, rateAbove, roundingUnit].map((one) => numberOf(one));
  const [ofRate, ofThreshold, ofRateAbove, ofUnit] = numbers;
  if (ofRate === undefined || ofThreshold === undefined || ofRateAbove === undefined) return undefined;
  if (ofUnit === undefined || ofUnit < 1) return undefined;
  if (typeof includesTravel !== 'boolean' || typeof roles?.value !== 'object') return undefined;
  return {
    rate: ofRate,
    threshold: ofThreshold,
    rateAbove: ofRateAbove,
    roundingUnit: ofUnit,
    includesTravel,
    travelChoice: chosen,
    roles: roles.value,
    citations: [rate, threshold, rateAbove, roundingUnit, ofBook, roles].filter((one) => one !== undefined),
  };
}

/** 支払調書 are filed for more than this in a calendar year; undefined where the book does not say. */
export function reportFiledAbove(book: Rulebook, day: IsoDate): Yen | undefined {
  return numberOf(read(book, 'payments.report.filedAbove', day));
}

/** Days without banks: national holidays of the book's year (YYYY-MM-DD) and days of every year (MM-DD). */
export type ClosedDays = { readonly holidays: readonly string[]; readonly yearly: readonly string[] };

/** Undefined for a day that the book does not cover. */
export function closedDays(book: Rulebook, day: IsoDate): ClosedDays | undefined {
  const holidays = wordsOf(read(book, 'application.calendar.holidays', day));
  const yearly = wordsOf(read(book, 'payments.transfer.bankClosedDays', day));
  return holidays && yearly && { holidays, yearly };
}

function read(book: Rulebook, key: FigureKey, day: IsoDate): Citation | undefined {
  try {
    return book.read(key, day);
  } catch (error) {
    if (error instanceof MissingFigure) return undefined;
    throw error;
  }
}

function numberOf(citation: Citation | undefined): number | undefined {
  return typeof citation?.value === 'number' ? citation.value : undefined;
}

function wordsOf(citation: Citation | undefined): readonly string[] | undefined {
  return typeof citation?.value === 'object' ? citation.value : undefined;
}
