/** Fills a 様式: only the mapped cells change, and every part of the file that holds none of them stays byte for byte. */
import { mappingProblems } from '../../shared/templates/mapping-problems.js';
import type { TemplateMapping } from '../../shared/templates/mapping.js';
import { addressOf } from '../../shared/templates/place.js';
import type { TemplateValues } from '../../shared/templates/cell-value.js';
import { Refused } from '../refused.js';
import { addCopies } from './continuation.js';
import { recalculation } from './edit-workbook.js';
import { PackageEdits } from './package-edits.js';
import { type Filling, type LabelOf, planFilling, type SheetFilling } from './plan-filling.js';
import { formulaCount, openForm } from './read-template.js';
import { sheetXml } from './sheet-xml.js';
import type { FormWorkbook, SheetPart } from './workbook.js';
import { withContents, withoutResults } from './write-cells.js';

export type FilledTemplate = {
  readonly bytes: Uint8Array;
  /** Sheets that were added because a table was too short. */
  readonly addedSheets: readonly string[];
  /** Formulas that Excel computes when it opens the file; until it is saved there, other programs show old results. */
  readonly formulas: number;
};

export type FillOptions = {
  /** Japanese names of fields, for the words of a refusal. */
  readonly labelOf?: LabelOf;
  /**
   * What becomes of the stored results of formulas, which are those of the empty form. Excel computes all formulas when
   * it opens the file in either case. `keep` leaves every cell that is not mapped as it is; but LibreOffice and previews
   * then show the old results. With `takeOut` LibreOffice computes too, and previews show nothing instead of a wrong sum.
   */
  readonly results?: 'keep' | 'takeOut';
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
  { labelOf = (field) => field, results = 'keep' }: FillOptions = {},
): FilledTemplate {
  refuse(mappingProblems(mapping).map((problem) => `対応表の ${problem.path}：${problem.ja}。`));
  const book = openForm(bytes);
  const filling = planFilling(book, mapping, values, labelOf);
  refuse(filling.problems);
  const edits = new PackageEdits(book.package);
  const sheets = filling.sheets.map((page) => ({ ...page, xml: filledXml(book, page) }));
  const copies = filling.copies.map((page) => ({ ...page, xml: filledXml(book, page) }));
  const hasChanges = copies.length > 0 || sheets.some(({ sheet, xml }) => xml !== book.package.xml(sheet.part));
  const formulas = formulaCount(book);
  if (!hasChanges) return { bytes, addedSheets: [], formulas };
  const finished = results === 'takeOut' ? withoutOldResults : same;
  for (const page of sheets) edits.setText(page.sheet.part, finished(page));
  const addedSheets = addCopies(
    book,
    edits,
    copies.map((page) => ({ sheet: page.sheet, xml: finished(page) })),
  );
  for (const sheet of unfilled(book, filling)) {
    edits.setText(sheet.part, finished({ sheet, copy: 0, contents: [], xml: book.package.xml(sheet.part) }));
  }
  if (formulas > 0) edits.edit(book.part, recalculation(book.xml));
  if (filling.replacesFormulas) dropCalculationChain(edits, book.part);
  return { bytes: edits.written(), addedSheets, formulas };
}

type FilledPage = SheetFilling & { readonly xml: string };

function filledXml(book: FormWorkbook, { sheet, contents }: SheetFilling): string {
  return withContents(book.sheetXml(sheet), contents, book.counts1904);
}

function unfilled(book: FormWorkbook, { sheets }: Filling): SheetPart[] {
  return book.sheets.filter((sheet) => !sheets.some((page) => page.sheet === sheet));
}

function same(page: FilledPage): string {
  return page.xml;
}

function withoutOldResults({ xml, contents }: FilledPage): string {
  const kept = contents.filter((next) => next.keepsFormula).map((next) => addressOf(next.place));
  return withoutResults(sheetXml(xml), new Set(kept));
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
