/** Fills a 様式: only the mapped cells change, and every part of the file that holds none of them stays byte for byte. */
import { mappingProblems } from '../../shared/templates/mapping-problems.js';
import type { TemplateMapping } from '../../shared/templates/mapping.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import { Refused } from '../refused.js';
import { addCopies } from './continuation.js';
import { recalculation } from './edit-workbook.js';
import { PackageEdits } from './package-edits.js';
import { planFilling } from './plan-filling.js';
import { formulaCount, openForm } from './read-template.js';
import { withContents } from './write-cells.js';

export type FilledTemplate = {
  readonly bytes: Uint8Array;
  /** Sheets that were added because a table was too short. */
  readonly addedSheets: readonly string[];
  /** Formulas that Excel computes when it opens the file; until it is saved there, other programs show old results. */
  readonly formulas: number;
};

/**
 * The form with the values in it. Equal input gives equal bytes, no values give the very same bytes, and filling the
 * result again with the same values changes nothing unless sheets were added.
 * Throws Refused, naming the first problem, before anything is written.
 */
export function fillTemplate(
  bytes: Uint8Array,
  mapping: TemplateMapping,
  values: TemplateValues,
  labelOf: (field: string) => string = (field) => field,
): FilledTemplate {
  refuse(mappingProblems(mapping).map((problem) => `対応表の ${problem.path}：${problem.ja}。`));
  const book = openForm(bytes);
  const filling = planFilling(book, mapping, values, labelOf);
  refuse(filling.problems);
  const edits = new PackageEdits(book.package);
  for (const { sheet, contents } of filling.sheets) {
    edits.setText(sheet.part, withContents(book.sheetXml(sheet), contents, book.counts1904));
  }
  const copies = filling.copies.map(({ sheet, contents }) => ({
    sheet,
    xml: withContents(book.sheetXml(sheet), contents, book.counts1904),
  }));
  const addedSheets = addCopies(book, edits, copies);
  const formulas = formulaCount(book);
  if (!edits.isEmpty && formulas > 0) edits.edit(book.part, recalculation(book.xml));
  if (filling.replacesFormulas) dropCalculationChain(edits, book.part);
  return { bytes: edits.written(), addedSheets, formulas };
}

/** Excel repairs files whose chain names a cell without formula, and builds the chain anew where there is none. */
function dropCalculationChain(edits: PackageEdits, workbook: string): void {
  const chain = edits.form.relations(workbook).find((relation) => relation.kind === 'calcChain');
  if (chain && edits.form.has(chain.target)) edits.remove(chain.target, workbook);
}

function refuse(problems: readonly string[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const rest = problems.length > 1 ? `（ほか${problems.length - 1}か所）` : '';
  throw new Refused('BAD-INPUT', `様式に書き込めません。${first}${rest}`, problems.slice(1).join('\n') || undefined);
}
