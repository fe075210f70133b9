/** A list as it is written to Excel: headings, rows, the key last. */
import { z } from 'zod';
import { KEY_HEADING_JA, type KeyedList, keyText } from './keyed-list.js';

const cell = z.union([z.string().max(32_767), z.number()]).nullable();

export const listContent = z.strictObject({
  /** 講師等一覧 */
  nameJa: z.string().min(1).max(60),
  columns: z
    .array(
      z.strictObject({
        headingJa: z.string().min(1).max(60),
        format: z.enum(['text', 'count', 'yen', 'km', 'date']),
        width: z.number().min(1).max(80),
        /** Others may change what stands in it. */
        isOpen: z.boolean(),
      }),
    )
    .min(1)
    .max(60),
  rows: z.array(z.array(cell).max(60)).max(20_000),
});
export type ListContent = z.infer<typeof listContent>;

export function contentOfList<T extends { readonly id: string }>(list: KeyedList<T>): ListContent {
  return {
    nameJa: `${list.nameJa}一覧`,
    columns: [
      ...list.fields.map(({ headingJa, format, width, change }) => ({
        headingJa,
        format,
        width,
        isOpen: change !== undefined,
      })),
      { headingJa: KEY_HEADING_JA, format: 'text', width: 16, isOpen: false },
    ],
    rows: list.entries.map((entry) => [...list.fields.map((field) => field.of(entry) ?? null), keyText(list, entry)]),
  };
}
