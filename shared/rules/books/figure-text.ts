/** Figures as they are read: a number with its commas, a day, する・しない, a list. */
import { clockJa, slashDate } from '../../dates.js';
import { grouped, hundredths } from '../../money.js';
import type { FigureKind } from '../engine/figure.js';
import type { FigureEntry } from '../engine/rulebook.js';

/** Without the unit: `12,000`, `50.0`, `10.21`, `7:00`, `2022/01/23`, `する`. */
export function figureText(value: FigureEntry['value'], kind: FigureKind | undefined): string {
  if (Array.isArray(value)) return value.join('、');
  if (typeof value === 'boolean') return value ? 'する' : 'しない';
  if (typeof value === 'string') return kind === 'date' ? slashDate(value) : value;
  if (kind === 'km10') return `${grouped(Math.floor(value / 10))}.${value % 10}`;
  if (kind === 'basisPoints') return hundredths(value);
  return kind === 'clock' ? clockJa(value) : grouped(value);
}

const WORDLESS: readonly string[] = ['日付', '時刻', '文字', '一覧', 'する・しない'];

/** 円／時間; units that only name the kind of a value say nothing beside it. */
export function unitText(unit: string): string {
  return WORDLESS.includes(unit) ? '' : unit.replace('/', '／');
}
