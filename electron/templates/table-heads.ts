import { type Range, rangeOf } from '../../shared/templates/place.js';
import { attributesOf, ownTagsOf } from './tags.js';
import type { FormWorkbook, SheetPart } from './workbook.js';

/** Headings of the Excel tables on a sheet: each also stands in the table's own part, and Excel repairs files where the two differ. */
export function tableHeads(book: FormWorkbook, sheet: SheetPart): Range[] {
  const parts = book.package.relations(sheet.part).filter((relation) => relation.kind === 'table');
  return parts.flatMap(({ target }) => {
    const xml = book.package.xml(target);
    const [root] = ownTagsOf(xml);
    const attributes = root && attributesOf(xml, root);
    const range = rangeOf(attributes?.get('ref') ?? '');
    if (!range || attributes?.get('headerRowCount') === '0') return [];
    return [{ from: range.from, to: { row: range.from.row, column: range.to.column } }];
  });
}
