/** The papers of a case as workbooks. */
import { forSubmission } from '../../shared/forms/for-submission.js';
import { papersOf } from '../../shared/forms/papers.js';
import type { Workbook } from '../../shared/forms/sheet.js';
import type { Case } from '../../shared/model/case/case.js';
import type { Decision } from '../../shared/rules/engine/decide.js';
import type { Rulebook } from '../../shared/rules/engine/rulebook.js';
import { Facts } from '../../shared/rules/facts/facts.js';
import { writeWorkbook } from './write-workbook.js';

/** A file with the id of the paper that it is. */
export type WorkbookFile = { readonly paper: string; readonly name: string; readonly bytes: Uint8Array };

/** Which of the papers that fit (absent: all of them), and whether as they are handed in. */
export type PaperChoice = { readonly papers?: readonly string[] | undefined; readonly forSubmission?: boolean };

/** Content of the workbooks of the case at its stage. */
export function workbookContents(...order: Parameters<typeof paperContents>): Workbook[] {
  return paperContents(...order).map(({ content }) => content);
}

/** The same, each with the id of its paper. */
function paperContents(
  decision: Decision,
  value: Case,
  book: Rulebook,
  choice: PaperChoice = {},
): { readonly paper: string; readonly content: Workbook }[] {
  const facts = new Facts(value);
  const input = { facts, decision, book };
  const shaped = (content: Workbook): Workbook => (choice.forSubmission === true ? forSubmission(content) : content);
  return papersOf(facts)
    .filter(({ id }) => choice.papers === undefined || choice.papers.includes(id))
    .flatMap((paper) => paper.make(input).map((content) => ({ paper: paper.id, content: shaped(content) })));
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
