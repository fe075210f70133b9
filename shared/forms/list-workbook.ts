/** A list that others edit in Excel, as a workbook: one sheet, headings first, the key last. */
import type { IsoDate } from '../dates.js';
import type { ListContent } from '../import/keyed/list-content.js';
import type { Cell, Row, Sheet, Workbook } from './sheet.js';

export type ListOrder = {
  readonly content: ListContent;
  readonly organizationJa: string;
  readonly courseJa: string;
  readonly madeOn: IsoDate;
};

const KEY_NOTE =
  '取り込むときに、この列で同じ行を見つけます。変えないでください。行を並べ替えるときは、すべての列を選んでください。';

export function listWorkbook({ content, organizationJa, courseJa, madeOn }: ListOrder): Workbook {
  const sheet: Sheet = {
    name: content.nameJa,
    orientation: 'landscape',
    hidden: false,
    widths: content.columns.map((column) => column.width),
    hiddenColumns: [],
    rows: [headings(content), ...content.rows.map((row) => bodyRow(content, row))],
    repeatRows: [1, 1],
    personal: true,
  };
  return {
    name: `${content.nameJa}_${courseJa}`,
    sheets: [sheet],
    names: {},
    foot: { organizationJa, courseJa },
    madeOn,
  };
}

function headings({ columns }: ListContent): Row {
  const last = columns.length - 1;
  const cells = columns.map(({ headingJa, isOpen }, index): Cell => ({
    value: headingJa,
    format: 'text',
    look: 'columnHead',
    ...(index === last
      ? { note: KEY_NOTE }
      : isOpen
        ? {}
        : { note: '見るための列です。薄い黄色の欄を直してください。' }),
  }));
  return { cells: new Map(cells.entries()) };
}

function bodyRow({ columns }: ListContent, row: ListContent['rows'][number]): Row {
  const cells = columns.map(({ format, isOpen }, index): Cell => {
    const value = row[index] ?? null;
    // A day that is none, or a number where a text was kept, stands as it is.
    return {
      value,
      format: typeof value === 'string' && format !== 'date' ? 'text' : format,
      look: isOpen ? 'input' : 'body',
    };
  });
  return { cells: new Map(cells.entries()) };
}
