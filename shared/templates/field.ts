/** A field of our papers that a cell of a form can take: its name, what it is, and where it comes from. */
import type { Paper } from '../forms/paper.js';
import type { FieldValue } from './cell-value.js';
import type { Way } from './mapping.js';

/** `choice` is one of a few words, for marks; `clock` are minutes since midnight. */
export type FieldKind = 'text' | 'yen' | 'count' | 'decimal' | 'day' | 'clock' | 'choice';

/** A field of one row of `Row`; for single cells the row is the paper itself. Unknown comes as undefined. */
export type Field<Row> = readonly [
  labelJa: string,
  kind: FieldKind,
  of: (row: Row, paper: Paper, index: number) => FieldValue | undefined,
];
export type Fields<Row> = Readonly<Record<string, Field<Row>>>;

const NUMBERS = ['number', 'text'] as const;

/** Ways in which a field of a kind can be written; every field can also set a mark by its word. */
export const WAYS = {
  text: ['text'],
  yen: NUMBERS,
  count: NUMBERS,
  decimal: NUMBERS,
  day: ['date', 'eraDate', 'slashDate', 'eraYear', 'year', 'month', 'day', 'weekday', 'text'],
  clock: ['time', 'clock'],
  choice: ['text'],
} as const satisfies Record<FieldKind, readonly Way[]>;

/** Whether a field of the kind can be written that way. A mark needs a word to be set by. */
export function fits(kind: FieldKind, way: Way): boolean {
  if (typeof way === 'object') return way.when !== undefined;
  return (WAYS[kind] as readonly Way[]).includes(way);
}
