/** What filling a 様式 would write, for the screen; nothing is written yet. */
import { z } from 'zod';

const plannedCell = z.strictObject({
  sheet: z.string(),
  /** 0 = the sheet itself, 1 = its first continuation, … */
  copy: z.int().min(0),
  at: z.string(),
  labelJa: z.string(),
  /** As it reads in the cell; empty where the cell is emptied. */
  text: z.string(),
  /** The formula of the cell stays. */
  keepsFormula: z.boolean(),
});
export type PlannedCell = z.infer<typeof plannedCell>;

const shortTable = z.strictObject({
  sheet: z.string(),
  table: z.string(),
  /** Entries for which there are rows, and entries there are. */
  room: z.int().min(0),
  count: z.int().min(0),
  /** Why no continuation sheet can be made, as words before 「ため」; absent where one can. */
  cannotContinueJa: z.string().optional(),
});
export type ShortTable = z.infer<typeof shortTable>;

export const templatePreview = z.strictObject({
  cells: z.array(plannedCell),
  problems: z.array(z.string()),
  short: z.array(shortTable),
  /** Continuation sheets that would be added. */
  addedSheets: z.int().min(0),
  /** Formulas that Excel computes when it opens the filled file. */
  formulas: z.int().min(0),
});
export type TemplatePreview = z.infer<typeof templatePreview>;
