/**
 * Figures of the rules (上限・期限・割合). They stand in the rulebooks under `resources/rulebooks`, dated and
 * cited; code knows only their keys and what kind of value a key holds.
 */
import type { IsoDate } from '../../dates.js';

/**
 * What a figure is: whole yen, minutes, a count, tenths of a km, percent, hundredths of a percent, days, months, minutes since midnight, a date,
 * on/off, a word of the document (an account number) or a list of names.
 */
export type FigureKind =
  | 'yen'
  | 'minutes'
  | 'count'
  | 'km10'
  | 'percent'
  | 'basisPoints'
  | 'days'
  | 'months'
  | 'clock'
  | 'date'
  | 'flag'
  | 'text'
  | 'words';

export type FigureKinds = Readonly<Record<string, FigureKind>>;

export type FigureValue<K extends FigureKind> = K extends 'date'
  ? IsoDate
  : K extends 'text'
    ? string
    : K extends 'words'
      ? readonly string[]
      : K extends 'flag'
        ? boolean
        : number;

/** A figure as it was read for a finding: the value and where it stands. */
export type Citation = {
  key: string;
  labelJa: string;
  value: number | string | boolean | readonly string[];
  unit: string;
  /** Title of the document, e.g. コーチ1・2養成講習会 手引き（令和3年度）. */
  sourceJa: string;
  /** Place in the document, e.g. 別表1(1). */
  at: string;
  /** True where the value is our own reading of an unclear place. */
  decision: boolean;
};

/** Thrown when a rule asks for a figure that the book does not hold for the day. Absent is not zero. */
export class MissingFigure extends Error {
  constructor(
    readonly key: string,
    readonly day: IsoDate,
  ) {
    super(`No figure ${key} on ${day}`);
    this.name = 'MissingFigure';
  }
}
