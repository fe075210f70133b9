/** Labelled fields above a table: the label over its first columns, what belongs to it over the rest. */
import { heightOf } from './page.js';
import type { CellInput, SheetDraft } from './sheet-draft.js';

/** One field to the right edge, as high as its text; `labelColumns` are covered by the label. */
export function fieldAcross(
  draft: SheetDraft,
  labelColumns: number,
  labelJa: string,
  cell: CellInput | string | null,
): number {
  const own: CellInput = typeof cell === 'object' && cell !== null ? cell : { value: cell };
  const isText = typeof own.value === 'string' && (own.format ?? 'text') === 'text';
  const height = Math.max(
    18,
    isText ? heightOf(String(own.value), draft.widthOf(labelColumns)) : 0,
    heightOf(labelJa, draft.widthOf(0, labelColumns)),
  );
  return draft.row(
    {
      0: { value: labelJa, look: 'columnHead', align: 'left', wrap: true, span: labelColumns },
      [labelColumns]: {
        look: 'body',
        align: 'left',
        ...(isText || own.value === null ? { wrap: true } : {}),
        ...own,
        span: draft.columns - labelColumns,
      },
    },
    { height },
  );
}

/** A small table under another: a head and a figure each, under the columns named. */
export function countRow(
  draft: SheetDraft,
  counts: readonly {
    readonly column: number;
    readonly span?: number;
    readonly headJa: string;
    readonly cell: CellInput;
  }[],
): void {
  const row = (cellOf: (index: number) => CellInput): Record<number, CellInput> =>
    Object.fromEntries(
      counts.map(({ column, span }, index) => [column, { ...cellOf(index), ...(span === undefined ? {} : { span }) }]),
    );
  draft.gap();
  draft.row(
    row((index) => ({ value: counts[index]?.headJa ?? '', look: 'columnHead', align: 'center' })),
    { keep: 2 },
  );
  draft.row(row((index) => ({ value: 0, format: 'count', ...counts[index]?.cell })));
}
