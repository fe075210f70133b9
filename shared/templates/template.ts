/** What the program reads out of a 様式 (.xlsx of the publisher): enough to tie its cells to fields, nothing it writes. */
import { z } from 'zod';
import { contains, inOrder, placeOf, type Place, rangeOf } from './place.js';

const templateCell = z.strictObject({
  /** As a person reads it; days as `YYYY-MM-DD`. Empty for a cell that is only formatted. */
  text: z.string(),
  /** The cell computes: by itself, or as a part of a formula over several cells, which cannot be taken out of it. */
  formula: z.enum(['own', 'part']).optional(),
  /** The number format shows a day. */
  isDay: z.boolean().optional(),
});
export type TemplateCell = z.infer<typeof templateCell>;

/** What hangs on a sheet besides its cells. */
export const ATTACHMENTS = {
  drawing: '図形・画像・グラフ',
  control: 'チェックボックスなどの部品',
  comment: 'コメント',
  table: 'テーブル',
  pivotTable: 'ピボットテーブル',
  object: '埋め込みの部品',
  background: '背景の画像',
  other: 'そのほかの部品',
} as const;
export type Attachment = keyof typeof ATTACHMENTS;

const templateSheet = z.strictObject({
  nameJa: z.string(),
  hidden: z.boolean(),
  /** `A1:H40`; absent where nothing is on the sheet. */
  usedRange: z.string().optional(),
  merged: z.array(z.string()),
  /** By address: cells with a text, a formula or a number format of a day. */
  cells: z.record(z.string(), templateCell),
  /** As the publisher set it, `$A$1:$H$40`. */
  printArea: z.string().optional(),
  attachments: z.array(z.enum(Object.keys(ATTACHMENTS) as [Attachment, ...Attachment[]])),
  isProtected: z.boolean(),
});
export type TemplateSheet = z.infer<typeof templateSheet>;

export const template = z.strictObject({
  sheets: z.array(templateSheet),
  /** Defined names with what they stand for; `sheet` where a name belongs to one. */
  names: z.array(z.strictObject({ name: z.string(), refersTo: z.string(), sheet: z.string().optional() })),
  /** Formulas of all sheets: Excel computes them again when it opens the filled file. */
  formulas: z.int().min(0),
  counts1904: z.boolean(),
  /** Macros stay in the file untouched and are never run. */
  hasMacros: z.boolean(),
});
export type Template = z.infer<typeof template>;

/** Tells the cell that holds the value of a place: the first of a merged range, else the place itself. */
export function holdersIn(merged: readonly string[]): (place: Place) => Place {
  const ranges = merged.flatMap((reference) => rangeOf(reference) ?? []);
  return (place) => ranges.find((range) => contains(range, place))?.from ?? place;
}

/**
 * What makes a sheet the sheet that was mapped, as one text: its labels and merged ranges without the cells that are
 * filled. Results of formulas count for nothing, so a form that was filled or recalculated is still the same form.
 */
export function labelsOf(sheet: TemplateSheet, filled: ReadonlySet<string>): string {
  const labels = Object.entries(sheet.cells)
    .filter(([address, cell]) => !filled.has(address) && (cell.text.trim() !== '' || cell.formula !== undefined))
    .map(([address, cell]) => ({
      place: placeOrFirst(address),
      line: `${address}\t${JSON.stringify(cell.formula === undefined ? cell.text.trim() : '=')}`,
    }))
    .sort((a, b) => inOrder(a.place, b.place));
  return [...[...sheet.merged].sort(), ...labels.map((label) => label.line)].join('\n');
}

function placeOrFirst(address: string): Place {
  return placeOf(address) ?? { row: 1, column: 1 };
}
