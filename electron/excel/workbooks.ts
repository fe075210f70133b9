/** The papers of a case as workbooks. */
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { type PaperChoice, paperContents } from '../papers.js';
import { writeWorkbook } from './write-workbook.js';

/** A file with the id of the paper that it is. */
export type WorkbookFile = { readonly paper: string; readonly name: string; readonly bytes: Uint8Array };

/** Content of the workbooks of the case at its stage. */
export function workbookContents(...order: Parameters<typeof paperContents>): Workbook[] {
  return paperContents(...order).map(({ content }) => content);
}

/** The files, named without folder; `.xlsx` included. */
export async function workbooksOf(
  decision: Decision,
  value: Case,
  book: Rulebook,
  choice: PaperChoice = {},
): Promise<WorkbookFile[]> {
  const contents = paperContents(decision, value, book, choice);
  return Promise.all(
    contents.map(async ({ paper, content }) => ({
      paper,
      name: `${content.name}.xlsx`,
      bytes: await writeWorkbook(content),
    })),
  );
}
