/** The plain list of all figures that rules read, by area. */
import type { FigureKinds, FigureValue } from './engine/figure.js';
import { APPLICATION_FIGURES } from './courses/application/figures.js';
import { COMMUNICATION_FIGURES } from './courses/communication/figures.js';
import { CONSUMABLES_FIGURES } from './courses/consumables/figures.js';
import { COURSE_FIGURES } from './courses/course/figures.js';
import { DEADLINES_FIGURES } from './courses/deadlines/figures.js';
import { ENROLLMENT_FIGURES } from './courses/enrollment/figures.js';
import { EXEMPTIONS_FIGURES } from './courses/exemptions/figures.js';
import { FEES_FIGURES } from './courses/fees/figures.js';
import { HONORARIA_FIGURES } from './courses/honoraria/figures.js';
import { PAYMENTS_FIGURES } from './courses/payments/figures.js';
import { PRINTING_FIGURES } from './courses/printing/figures.js';
import { RENTAL_FIGURES } from './courses/rental/figures.js';
import { SETTLEMENT_FIGURES } from './courses/settlement/figures.js';
import { TRAVEL_FIGURES } from './courses/travel/figures.js';

export const FIGURES = {
  ...COURSE_FIGURES,
  ...ENROLLMENT_FIGURES,
  ...APPLICATION_FIGURES,
  ...EXEMPTIONS_FIGURES,
  ...HONORARIA_FIGURES,
  ...TRAVEL_FIGURES,
  ...RENTAL_FIGURES,
  ...PRINTING_FIGURES,
  ...CONSUMABLES_FIGURES,
  ...COMMUNICATION_FIGURES,
  ...DEADLINES_FIGURES,
  ...FEES_FIGURES,
  ...SETTLEMENT_FIGURES,
  ...PAYMENTS_FIGURES,
} as const satisfies FigureKinds;

export type FigureKey = keyof typeof FIGURES;
export type FigureOf<K extends FigureKey> = FigureValue<(typeof FIGURES)[K]>;
export type NumericFigureKey = { [K in FigureKey]: FigureOf<K> extends number ? K : never }[FigureKey];
