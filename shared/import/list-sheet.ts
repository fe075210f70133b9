/** A list as it was found in a file: rows of texts, before anybody knows what the columns mean. */
import { z } from 'zod';

/** Limits of a list that is read; far beyond any list of people, small enough for every laptop. */
export const LIST_LIMITS = { fileBytes: 20_000_000, rows: 20_000, cells: 1_000_000 } as const;

const listRow = z.strictObject({
  /** Number of the row as Excel counts it, from 1. */
  no: z.int().min(1),
  /** Texts from the first column on; empty where the cell is. Dates of Excel stand as `YYYY-MM-DD`. */
  cells: z.array(z.string()),
});
export type ListRow = z.infer<typeof listRow>;

export const listSheet = z.strictObject({
  /** Empty for a text file. */
  nameJa: z.string(),
  /** Rows with something in them. */
  rows: z.array(listRow),
  /** Cells that hold something which cannot be taken over; their text stands empty. Columns count from 0. */
  unreadable: z.array(z.strictObject({ row: z.int(), column: z.int(), ja: z.string() })),
});
export type ListSheet = z.infer<typeof listSheet>;

/** `A`, `Z`, `AA`: the letters of a column counted from 0, as Excel shows them. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}
