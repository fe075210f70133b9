/** How a sheet of a 様式 looks, as far as it is drawn on the screen: sizes, borders, alignment. In pixels at 100 %. */
import { z } from 'zod';

/** What a cell style draws. */
const styleLook = z.strictObject({
  /** Sides with a border, of `l`, `r`, `t`, `b`. */
  sides: z.string(),
  align: z.enum(['left', 'center', 'right']).optional(),
  bold: z.boolean().optional(),
  wraps: z.boolean().optional(),
  /** Characters stand one below the other. */
  vertical: z.boolean().optional(),
});
export type StyleLook = z.infer<typeof styleLook>;

const sheetLook = z.strictObject({
  columnWidth: z.int().min(0),
  rowHeight: z.int().min(0),
  /** Columns of another width; 0 where they are hidden. */
  columns: z.array(z.strictObject({ from: z.int(), to: z.int(), width: z.int().min(0) })),
  /** Rows that have a height or styled cells of their own, from the top. */
  rows: z.array(
    z.strictObject({
      row: z.int(),
      height: z.int().min(0).optional(),
      /** From column, to column, number of the style. */
      styles: z.array(z.tuple([z.int(), z.int(), z.int()])),
    }),
  ),
});
export type SheetLook = z.infer<typeof sheetLook>;

export const templateLook = z.strictObject({
  /** By number of the cell style. */
  styles: z.array(styleLook),
  /** In the order of the sheets of the template. */
  sheets: z.array(sheetLook),
});
export type TemplateLook = z.infer<typeof templateLook>;
