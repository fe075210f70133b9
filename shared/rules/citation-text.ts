/** A figure of the rulebook as a person reads it. */
import { clockJa, hoursJa, slashDate } from '../dates.js';
import { grouped, hundredths, km } from '../money.js';
import type { Citation, FigureKind } from './engine/figure.js';
import { FIGURES } from './figures.js';

/** 「12,000円/時間」「70.0km」「1時間」「する」 */
export function citationText({ key, value, unit }: Citation): string {
  if (typeof value === 'boolean') return value ? 'する' : 'しない';
  if (typeof value === 'object') return value.join('・');
  const kinds: Readonly<Record<string, FigureKind>> = FIGURES;
  if (typeof value === 'string') return kinds[key] === 'date' ? slashDate(value) : value;
  switch (kinds[key]) {
    case 'km10':
      return km(value);
    case 'basisPoints':
      return `${hundredths(value)}${unit}`;
    case 'minutes':
      return hoursJa(value);
    case 'clock':
      return clockJa(value);
    default:
      return `${grouped(value)}${unit}`;
  }
}
