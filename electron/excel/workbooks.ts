/** The papers of a case as workbooks. */
import { papersOf } from '../../shared/forms/papers.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { writeWorkbook } from './write-workbook.js';

/** A file with the id of the paper that it is. */
export type WorkbookFile = { readonly paper: string; readonly name: string; readonly bytes: Uint8Array };

/** Content of the workbooks of the case at its stage; of `papers` alone where they are named. */
export function workbookContents(...order: Parameters<typeof paperContents>): Workbook[] {
  return paperContents(...order).map(({ content }) => content);
}

/** The same, each with the id of its paper. */
function paperContents(
  decision: Decision,
  value: Case,
  book: Rulebook,
  papers?: readonly string[],
): { readonly paper: string; readonly content: Workbook }[] {
  const facts = new Facts(value);
  const input = { facts, decision, book };
  return papersOf(facts)
    .filter(({ id }) => papers === undefined || papers.includes(id))
    .flatMap((paper) => paper.make(input).map((content) => ({ paper: paper.id, content })));
}

/** The files, named without folder; `.xlsx` included. */
export async function workbooksOf(
  decision: Decision,
  value: Case,
  book: Rulebook,
  papers?: readonly string[],
): Promise<WorkbookFile[]> {
  const contents = paperContents(decision, value, book, papers);
  return Promise.all(
    contents.map(async ({ paper, content }) => ({
      paper,
      name: `${content.name}.xlsx`,
      bytes: await writeWorkbook(content),
    })),
  );
}
