/** What filling a form would write, and what stands in its way, without writing. */
import { eraDateJa } from '../../shared/dates.js';
import type { CellContent, TemplateValues } from '../../shared/templates/cell-value.js';
import type { TemplateMapping } from '../../shared/templates/mapping.js';
import { mappingProblems } from '../../shared/templates/mapping-problems.js';
import { addressOf } from '../../shared/templates/place.js';
import type { TemplatePreview } from '../../shared/templates/preview.js';
import { uncopyableJa } from './continuation.js';
import { type LabelOf, planFilling, type SheetFilling } from './plan-filling.js';
import { formulaCount, openForm } from './read-template.js';
import type { FormWorkbook } from './workbook.js';

/** Lays the values out over the form. Throws Refused only where the file is no form. */
export function previewFilling(
  bytes: Uint8Array,
  mapping: TemplateMapping,
  values: TemplateValues,
  labelOf: LabelOf,
): TemplatePreview {
  const book = openForm(bytes);
  const filling = planFilling(book, mapping, values, labelOf);
  const short = filling.short.map(({ sheet, ...rest }) => {
    const reason = uncopyableJa(book, sheet);
    return { ...rest, sheet: sheet.nameJa, ...(reason === undefined ? {} : { cannotContinueJa: reason }) };
  });
  return {
    cells: [...filling.sheets, ...filling.copies].flatMap(cellsOf),
    problems: [
      ...mappingProblems(mapping).map((problem) => `対応表の ${problem.path}：${problem.ja}。`),
      ...filling.problems,
      ...copyProblems(book, filling.copies),
    ],
    short,
    addedSheets: filling.copies.length,
    formulas: formulaCount(book),
  };
}

function copyProblems(book: FormWorkbook, copies: readonly SheetFilling[]): string[] {
  const sheets = [...new Set(copies.map(({ sheet }) => sheet))];
  return sheets.flatMap((sheet) => {
    const reason = uncopyableJa(book, sheet);
    return reason === undefined ? [] : [`シート「${sheet.nameJa}」は${reason}ため、続きのシートを作れません。`];
  });
}

function cellsOf({ sheet, copy, contents }: SheetFilling): TemplatePreview['cells'] {
  return contents.map(({ place, content, keepsFormula, labelJa }) => ({
    sheet: sheet.nameJa,
    copy,
    at: addressOf(place),
    labelJa,
    text: textOf(content),
    keepsFormula,
  }));
}

function textOf(content: CellContent): string {
  switch (content.kind) {
    case 'empty':
      return '';
    case 'text':
      return content.text;
    case 'number':
      return content.number.toLocaleString('ja-JP');
    case 'day':
      return eraDateJa(content.date);
    case 'trueFalse':
      return content.value ? 'TRUE' : 'FALSE';
  }
}
